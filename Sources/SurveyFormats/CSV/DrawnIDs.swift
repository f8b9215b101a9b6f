import SurveyModel
import Tabular

/// The ids that collecting programs draw, in the columns of one table.
///
/// An edit on the server gives a submission of ODK or KoboToolbox a new `instanceID` and `_uuid`,
/// while `KEY` and `rootUuid` stay; `deprecatedID` is the id that it had before. Exports hold some of
/// these, with `uuid:` in front or without.
struct DrawnIDs: Hashable, Sendable {
  /// The ids that collecting programs draw are long; a number that somebody gave his forms is not
  /// taken for one, because the next office gives the same.
  private static let length = 16
  private static let prefix = "uuid:"
  private static let uuidLength = 36

  /// The columns in which the id of a record stands, the one that lasts longest first.
  let columns: [Int]
  /// The columns that tell which id a record had.
  private let replaced: [Int]

  /// Finds the columns; none where the table has no column of this kind.
  init?(_ map: ColumnMap) {
    guard let first = map.column(of: .recordKey) else { return nil }
    var found = [first]
    if MetaHeaders.isSubmissionID(map.header[first]) {
      found = map.meanings.indices.filter { column in
        map.meanings[column] == .meta(.recordKey)
          && MetaHeaders.isSubmissionID(map.header[column])
      }.sorted { one, other in
        (MetaHeaders.rank(of: map.header[one]), one)
          < (MetaHeaders.rank(of: map.header[other]), other)
      }
    }
    columns = found
    replaced = map.meanings.indices.filter { column in
      guard case .meta = map.meanings[column] else { return false }
      return MetaHeaders.isReplacedID(map.header[column])
    }
  }

  /// The id of a record that stays when the record is edited.
  func id(of record: CSVRecord) -> String? {
    for column in columns {
      if let id = Self.id(record, column) { return id }
    }
    return nil
  }

  /// The other ids that a record has or had; `isWhole` when the study may know it by any of them.
  func others(of record: CSVRecord, than id: String, isWhole: Bool) -> [String] {
    var others: [String] = []
    for column in isWhole ? columns + replaced : replaced {
      guard let other = Self.id(record, column) else { continue }
      for form in [other, Self.otherForm(of: other)].compactMap({ $0 })
      where form != id && !others.contains(form) {
        others.append(form)
      }
    }
    return others
  }

  /// Whether a record has something in the place of the id that is too short for one.
  func isShort(in record: CSVRecord) -> Bool {
    id(of: record) == nil && columns.contains { !record[$0].trimmed.isEmpty }
  }

  private static func id(_ record: CSVRecord, _ column: Int) -> String? {
    let text = record[column].composed.trimmed
    return text.utf8.count >= length ? text : nil
  }

  /// The same UUID as other exports write it.
  private static func otherForm(of id: String) -> String? {
    if id.hasPrefix(prefix) {
      let bare = String(id.dropFirst(prefix.count))
      return bare.utf8.count == uuidLength ? bare : nil
    }
    let isUUID =
      id.utf8.count == uuidLength
      && id.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
          || byte == UInt8(ascii: "-")
      }
    return isUUID ? prefix + id : nil
  }
}
