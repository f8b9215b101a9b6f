import Foundation
import SurveyFormats
import SurveyModel
import SurveyStore
import SurveyWorkflow
import Tabular
import Testing

/// Whatever is imported, nothing traps, nothing is lost and nothing is doubled.
///
/// A test run takes a few dozen files. For a long run:
/// `THUOCDO_FUZZ=100000 swift test -c release -Xswiftc -enable-testing --filter ImportFuzzTests`
@Suite struct ImportFuzzTests {
  private static let seeds: Range<Int> = {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["THUOCDO_FUZZ"].flatMap { Int($0) } ?? 40
    let first = environment["THUOCDO_FUZZ_FROM"].flatMap { Int($0) } ?? 0
    return first..<(first + max(0, count))
  }()

  @Test func `any file comes in, row by row, or leaves the study as it was`() throws {
    let desk = try FuzzDesk()
    for seed in Self.seeds {
      let input = ImportFuzzInput(seed: seed)
      let faults = try desk.faults(of: input)
      #expect(faults.isEmpty, "seed \(seed): \(faults)")
      if !faults.isEmpty { return }
    }
    #expect(desk.accepted > Self.seeds.count)
    #expect(desk.rejected > 0)
    #expect(desk.refused > 0)
  }
}

/// Imports one file after another, each into a new study.
private final class FuzzDesk {
  private(set) var accepted = 0
  private(set) var rejected = 0
  private(set) var refused = 0

  private let folder: URL
  private let empty: URL
  private let workflow = Workflow(
    language: .vietnamese,
    clock: { Timestamp(milliseconds: 1_790_000_000_000) },
    random: { UInt64.random(in: .min ... .max) }
  )

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("thuocdo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    empty = folder.appendingPathComponent("empty.thuocdo")
    _ = try workflow.new(
      empty.path,
      questionnaires: [ImportFuzzInput.form],
      plan: nil,
      wave: "2025"
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What went wrong with one file, if anything.
  func faults(of input: ImportFuzzInput) throws -> [String] {
    let place = folder.appendingPathComponent("work")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let path = place.appendingPathComponent("s.thuocdo").path
    let file = place.appendingPathComponent(input.name)
    try FileManager.default.copyItem(atPath: empty.path, toPath: path)
    try Data(input.bytes).write(to: file)
    var options = input.options
    options.rejectsPath = place.appendingPathComponent("rejects.csv").path

    var trialOptions = options
    trialOptions.isDryRun = true
    let trial = try? run(file.path, into: path, trialOptions)
    var faults = try check(count: 0, in: path, "after a trial")
    let summary: ImportSummary
    do throws(WorkflowError) {
      summary = try run(file.path, into: path, options)
    } catch {
      refused += 1
      if trial != nil { faults.append("a trial went well, then: \(error)") }
      return faults + (try check(count: 0, in: path, "after \(error)"))
    }
    accepted += summary.accepted
    rejected += summary.rejected
    faults += check(summary, against: trial)
    faults += try check(rejects: options.rejectsPath, of: summary)
    let stored = summary.isHeldBack ? 0 : summary.accepted + summary.added
    faults += try check(count: stored, in: path, "after the import")
    return try faults + again(file.path, into: path, options, summary, stored)
  }

  /// The same file once more, and the import taken back.
  private func again(
    _ file: String,
    into path: String,
    _ options: ImportOptions,
    _ first: ImportSummary,
    _ stored: Int
  ) throws -> [String] {
    var options = options
    options.again = false
    options.rejectsPath? += "-2"
    var faults: [String] = []
    if !first.isHeldBack {
      do throws(WorkflowError) {
        let second = try run(file, into: path, options)
        // A file that came before is answered with what came of it then.
        let written = second.accepted + second.added + second.replaced
        if second.importedBefore == nil, written > 0, options.onChange == .skip {
          faults.append("again: \(written) rows written")
        }
      } catch {
        faults.append("again: \(error)")
      }
    }
    if options.onChange == .skip { faults += try check(count: stored, in: path, "again") }
    guard let batch = first.batch, options.onChange == .skip else { return faults }
    _ = try workflow.undo(batch, why: "thử", continued: true, in: path)
    return try faults + check(count: 0, in: path, "undone")
  }

  private func run(
    _ file: String,
    into path: String,
    _ options: ImportOptions
  ) throws(WorkflowError) -> ImportSummary {
    let study = try workflow.open(path, forWriting: true)
    defer { try? study.close() }
    return try workflow.importFile(file, into: study, options: options)
  }

  private func check(_ summary: ImportSummary, against trial: ImportSummary?) -> [String] {
    var faults: [String] = []
    let told = summary.accepted + summary.same + summary.changed + summary.rejected
    if told != summary.rows { faults.append("\(told) of \(summary.rows) rows accounted for") }
    guard let trial else { return faults + ["the trial was refused"] }
    let counts = [\ImportSummary.rows, \.accepted, \.same, \.changed, \.rejected, \.repeated]
    if counts.contains(where: { trial[keyPath: $0] != summary[keyPath: $0] }) {
      faults.append("the trial: \(trial.accepted) accepted, \(trial.rejected) rejected")
    }
    return faults
  }

  private func check(rejects path: String?, of summary: ImportSummary) throws -> [String] {
    guard let path = summary.rejectsPath ?? path, FileManager.default.fileExists(atPath: path)
    else {
      return summary.rejected > 0 && !summary.isHeldBack ? ["rejected rows are nowhere"] : []
    }
    let delimiter = summary.reading?.form.delimiter ?? .comma
    var reader = CSVReader(try ByteStream(.file(path: path)), delimiter: delimiter)
    var count = -1
    var record = CSVRecord()
    while try reader.read(into: &record) { count += 1 }
    return count == summary.rejected ? [] : ["\(count) of \(summary.rejected) rows sent back"]
  }

  /// How many interviews count, as columns and as identities.
  private func check(count: Int, in path: String, _ moment: String) throws -> [String] {
    let study = try workflow.open(path, forWriting: false)
    defer { try? study.close() }
    guard let questionnaire = study.questionnaires.first else { return ["no questionnaire"] }
    let file = try StudyFile.open(path: path, access: .readOnly)
    defer { try? file.close() }
    let rows = try file.dataset(of: questionnaire).count
    let interviews = try file.interviewIDs(of: questionnaire)
    guard rows == count, Set(interviews).count == count else {
      return ["\(moment): \(rows) rows, \(interviews.count) interviews instead of \(count)"]
    }
    return []
  }
}
