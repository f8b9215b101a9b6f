import GRDB
import SurveyModel

extension StoredLayout {
  /// The versions of `id` as `target` sees them, in the order in which they were added: questions
  /// and codes have the names that they have there.
  static func all(
    of id: String,
    as target: StoredLayout? = nil,
    in database: Database
  ) throws -> [StoredLayout] {
    let versions = try all(in: database, where: "id = ?", [id])
    guard versions.count > 1, let target = target ?? versions.last else { return versions }
    let readings = try StepStore(database: database).readings(of: versions, as: target)
    return zip(versions, readings).map { $0.read(as: $1) }
  }

  /// The layout with the names that its questions and codes have under `reading`; columns whose
  /// answers are not counted together are not in it.
  func read(as reading: VersionReading) -> StoredLayout {
    guard !reading.isPlain else { return self }
    var copy = self
    copy.reading = reading
    copy.columns = columns.compactMap { column in
      guard let target = reading.target(of: column.question) else { return nil }
      var code = column.code
      if let own = code, let becomes = target.codes[own] {
        guard case .code(let other) = becomes else { return nil }
        code = other
      }
      return DataColumn(
        question: target.question,
        code: code,
        kind: column.kind,
        table: column.table,
        name: column.name
      )
    }
    for column in columns where column.kind != .option {
      guard let target = reading.target(of: column.question), !target.codes.isEmpty else {
        continue
      }
      copy.codes[target.question] = target.codes
    }
    return copy
  }
}
