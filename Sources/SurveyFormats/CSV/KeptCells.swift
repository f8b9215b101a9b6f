package import SurveyModel
import Tabular

/// The days and decimals of a row that was sent back, as they stood, where no spreadsheet takes them
/// for something else: `goc-05/08/2026 | 1,125`.
///
/// A spreadsheet of another country makes 8 May of 05/08/2026 and 1125 of 1,125, in rows that nobody
/// touched.
package struct KeptCells: Sendable {
  /// The header of its column, which is there where the table has days or decimals.
  static let header = "_goc"

  private static let prefix = "goc-"
  private static let separator = " | "

  /// A column whose cells are kept.
  struct Column {
    let number: Int
    let isDay: Bool
  }

  private let kept: Int
  /// The column that names what was wrong.
  private let faulty: Int?
  private let columns: [Column]
  private let header: [String]

  /// Finds the column in a rejects file.
  package init?(_ map: ColumnMap, _ questionnaire: Questionnaire) {
    let columns = Self.columns(of: map, questionnaire)
    guard let found = map.ownColumn(Self.header), !columns.isEmpty else { return nil }
    kept = found
    faulty = map.ownColumn("_cot")
    self.columns = columns
    header = map.header.map { $0.composed.trimmed }
  }

  /// The columns with days and decimals, in the order of the questions.
  static func columns(of map: ColumnMap, _ questionnaire: Questionnaire) -> [Column] {
    let found = map.meanings.enumerated().compactMap { column, meaning -> (Int, Column)? in
      guard case .question(let index) = meaning else { return nil }
      let question = questionnaire.questions[index]
      let isDay = question.shape == .date || question.kind == .dateTime && !question.isRepeated
      guard isDay || question.shape == .decimal else { return nil }
      return (index, Column(number: column, isDay: isDay))
    }
    return found.sorted { ($0.0, $0.1.number) < ($1.0, $1.1.number) }.map(\.1)
  }

  /// The cells of `record` as the column has them.
  static func text(of record: CSVRecord, _ columns: [Column]) -> String {
    let cells = columns.map { record[$0.number] }
    return prefix + cells.map { $0.contains(separator) ? "" : $0 }.joined(separator: separator)
  }

  /// Puts the cells right that a spreadsheet wrote in its own way, and says how many.
  ///
  /// What somebody changed stays as it is.
  func restore(_ record: inout CSVRecord) -> Int {
    let text = record[kept].composed.trimmed
    guard text.hasPrefix(Self.prefix) else { return 0 }
    let parts = text.dropFirst(Self.prefix.count)
      .split(separator: Self.separator, omittingEmptySubsequences: false)
      .map { String($0).composed.trimmed }
    guard parts.count == columns.count else { return 0 }
    let named = faulty.map { Set(record[$0].composed.split(separator: " | ").map(\.trimmed)) } ?? []
    var count = 0
    for (column, part) in zip(columns, parts) {
      let present = record[column.number].composed.trimmed
      guard !part.isEmpty, !present.isEmpty, part != present else { continue }
      let isRewritten =
        column.isDay
        ? Self.isTurned(part, as: present)
        : Self.isRewritten(
          part,
          as: present,
          isNumber: record.isNumber(column.number),
          isFaulty: named.contains(header[column.number])
        )
      guard isRewritten else { continue }
      record.replace(column.number, with: part)
      count += 1
    }
    return count
  }

  /// Whether a spreadsheet makes the day `present` of the text `original`, in whose day and month it
  /// sees either.
  ///
  /// Nobody but a person writes `08/05/2026` for `05/08/2026`, in the same digits.
  static func isTurned(_ original: String, as present: String) -> Bool {
    guard let before = DateForm(original), let after = DateForm(present),
      case .pair(let first, let second, let year) = before.day, first != second,
      (before.time ?? 0) == (after.time ?? 0)
    else { return false }
    let isShort = before.hasShortYear || after.hasShortYear
    func isSame(_ other: Int) -> Bool { isShort ? year % 100 == other % 100 : year == other }
    func isSame(_ other: Int, _ month: Int, _ day: Int) -> Bool {
      isSame(other) && ((month, day) == (first, second) || (month, day) == (second, first))
    }
    switch after.day {
    case .certain(let other, let month, let day): return isSame(other, month, day)
    case .pair(let one, let two, let other):
      return isSame(other) && (one, two) == (second, first) && shape(original) != shape(present)
    case .number(let number):
      return SerialEpoch.from1900.date(number).map { isSame($0.year, $0.month, $0.day) } ?? false
    }
  }

  /// Whether a spreadsheet makes `present` of the number `original`, whose mark it takes for either.
  ///
  /// Another mark in a cell that was wrong is what somebody mended.
  static func isRewritten(
    _ original: String,
    as present: String,
    isNumber: Bool,
    isFaulty: Bool
  ) -> Bool {
    let before = values(original)
    guard !before.isEmpty else { return false }
    if isFaulty { return Int(present).map { before.contains(Double($0)) } ?? false }
    let after =
      isNumber
      ? [Double(present.replacing(",", with: "."))].compactMap { $0 } : values(present)
    if before.contains(where: after.contains) { return true }
    let digits = original.filter(\.isNumber)
    return digits.count < original.count && digits == present
  }

  /// What a plain number is worth under either mark.
  private static func values(_ text: String) -> [Double] {
    guard let form = NumberForm(text), form.unit.isEmpty, !form.isPercent else { return [] }
    return [form.point, form.comma].compactMap { $0?.value }
  }

  /// The digits and marks of a text, all digits alike.
  private static func shape(_ text: String) -> String {
    String(text.map { $0.isNumber ? "0" : $0 })
  }
}
