import SurveyModel
import Tabular

/// What the columns of a file of counts mean.
struct CountColumns {
  /// What a column holds.
  enum Role: Hashable {
    case name
    case value
    case day
    case period
    case evidence
    case place
    /// Words for people.
    case comment
  }

  /// The role of each column; nothing where the header means nothing.
  let roles: [Role?]
  /// The header as it stands in the file.
  let header: [String]

  init(_ header: [String]) {
    self.header = header.map { $0.composed.trimmed }
    roles = self.header.map { Self.words[Self.folded($0)] }
  }

  /// How many columns were recognised.
  var recognised: Int { roles.count { $0 != nil } }

  /// Headers that mean nothing here.
  var unknown: [String] {
    zip(header, roles).compactMap { $1 == nil && !$0.isEmpty ? $0 : nil }
  }

  /// Two columns that mean the same.
  var repeated: (first: Int, second: Int)? {
    for (index, role) in roles.enumerated() {
      guard let role, role != .comment else { continue }
      if let other = roles[..<index].firstIndex(of: role) { return (other, index) }
    }
    return nil
  }

  /// The words of a record by their roles.
  func texts(_ record: CSVRecord) -> CountTexts {
    func cell(_ role: Role) -> String {
      guard let column = roles.firstIndex(of: role), column < record.count else { return "" }
      return record[column].composed.trimmed
    }
    // A day with a time of day that a workbook or a program put beside it.
    func day(_ role: Role) -> String {
      let text = cell(role)
      return text.hasSuffix(" 00:00:00") ? String(text.dropLast(9)) : text
    }
    let period = day(.period)
    return CountTexts(
      name: cell(.name),
      value: cell(.value),
      spans: [day(.day), period],
      evidence: cell(.evidence),
      place: cell(.place),
      periodColumn: period.isEmpty ? nil : periodColumn
    )
  }

  /// The header of the column of periods, where it does not say that days stand in it too.
  private var periodColumn: String? {
    roles.firstIndex(of: .period).map { header[$0] }
      .flatMap { Self.periodsAlone.contains(Self.folded($0)) ? $0 : nil }
  }

  private static let periodsAlone: Set<String> = ["ky", "ky so lieu", "period"]

  /// The words without case, marks and signs.
  private static func folded(_ text: String) -> String {
    let letters = text.lowercased().unaccented.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : " "
    }
    return String(letters).split(separator: " ").joined(separator: " ")
  }

  private static let words: [String: Role] = {
    let lists: [(Role, [String])] = [
      (.name, ["ten", "ten so lieu", "so lieu", "ma", "ma so lieu", "name", "count", "id"]),
      (.value, ["gia tri", "so luong", "so", "ket qua", "value", "number"]),
      (.day, ["ngay", "ngay so lieu", "tinh den ngay", "date", "day", "on", "as of"]),
      (
        .period,
        [
          "ky", "ky so lieu", "ngay hoac ky", "ngay ky", "thoi gian", "thoi diem", "period",
          "date or period", "day or period", "span",
        ]
      ),
      (
        .evidence,
        [
          "can cu", "minh chung", "tai lieu", "van ban", "tai lieu minh chung", "evidence",
          "source", "document",
        ]
      ),
      (.place, ["noi", "don vi", "dia phuong", "co quan don vi", "place", "unit"]),
      (.comment, ["noi dung", "ghi chu", "chi tieu", "note", "notes", "target", "what it is"]),
    ]
    return Dictionary(lists.flatMap { role, words in words.map { ($0, role) } }) { first, _ in first
    }
  }()
}
