import SurveyFormats
package import SurveyModel
import SurveyStore

/// A register of administrative units that was read from its folder.
package struct UnitFiles: Sendable {
  /// The folder.
  package let folder: String
  /// The units and what became of them.
  package let register: UnitRegister
  /// All that was found in the files.
  package let findings: [Diagnostic]
  /// The SHA-256 of both files, which a report prints.
  package let digest: String
}

extension Workflow {
  /// The table of units in the folder of a register.
  package static let unitTable = "units.csv"
  /// The table of successions in the folder of a register.
  package static let successionTable = "successions.csv"

  /// Reads and checks the register of units in `folder`.
  package func unitFiles(in folder: String) throws(WorkflowError) -> UnitFiles {
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    func text(_ name: String) throws(WorkflowError) -> String {
      try attempt("\(base)/\(name)") { try SourceFile(path: "\(base)/\(name)").text() }
    }
    let units = try text(Self.unitTable)
    let successions = try text(Self.successionTable)
    let (register, findings) = UnitRegisterReader.read(
      units: units,
      unitsFile: "\(base)/\(Self.unitTable)",
      successions: successions,
      successionsFile: "\(base)/\(Self.successionTable)"
    )
    var digest = FileDigest()
    digest.update(units.utf8)
    digest.update([0])
    digest.update(successions.utf8)
    return UnitFiles(
      folder: base,
      register: register,
      findings: findings,
      digest: digest.finalize()
    )
  }

  /// The register in `folder`, refused when it has errors.
  package func unitRegister(in folder: String) throws(WorkflowError) -> UnitFiles {
    let files = try unitFiles(in: folder)
    guard !files.findings.containsErrors else {
      throw WorkflowError(FindingList(files.findings, wanted: .units))
    }
    return files
  }
}
