package import SurveyModel
package import Tabular

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
  /// What the file shows of its days, for each of the columns; none of numbers, and none where days are
  /// now said to stand in another order than those that were sent back.
  private var days: [KeptDays?]
  /// The columns in which a spreadsheet wrote day and month in the other order.
  private var exchanged: Set<Int> = []

  /// Finds the column in a rejects file.
  package init?(_ map: ColumnMap, _ questionnaire: Questionnaire, _ options: ValueOptions) {
    let columns = Self.columns(of: map, questionnaire)
    guard let found = map.ownColumn(Self.header), !columns.isEmpty else { return nil }
    kept = found
    faulty = map.ownColumn("_cot")
    self.columns = columns
    header = map.header.map { $0.composed.trimmed }
    days = columns.map { column in
      guard column.isDay else { return nil }
      let order = options.keptDateOrder(map.header[column.number])
      return order.map { KeptDays(order: $0) }
    }
  }

  /// Looks at a row before any is restored: what a spreadsheet did to one day it did to others.
  package mutating func observe(_ record: CSVRecord) {
    guard let parts = parts(of: record) else { return }
    let named = faultyColumns(of: record)
    for (index, column) in columns.enumerated() where days[index] != nil {
      let present = record[column.number].composed.trimmed
      guard !present.isEmpty else { continue }
      days[index]?.observe(
        parts[index],
        present,
        line: record.line,
        isFaulty: named.contains(header[column.number])
      )
    }
  }

  /// Decides what was done to the days of each column, when all rows have been looked at.
  ///
  /// - Throws: ``TableFault/format(_:)`` for days that were typed where a spreadsheet exchanged day and
  ///   month.
  package mutating func settle() throws(TableFault) {
    var all = KeptDays.Tally()
    for found in days { if let found { all.add(found.tally) } }
    for (column, found) in zip(columns, days) {
      guard let found else { continue }
      if let kind = found.fault(beside: all) {
        throw .format(FormatFault(column: header[column.number], kind: kind))
      }
      if found.isExchanged(beside: all) { exchanged.insert(column.number) }
    }
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
    guard let parts = parts(of: record) else { return 0 }
    let named = faultyColumns(of: record)
    var count = 0
    for (index, (column, part)) in zip(columns, parts).enumerated() {
      let present = record[column.number].composed.trimmed
      guard !part.isEmpty, !present.isEmpty, part != present else { continue }
      let isRewritten =
        column.isDay
        ? days[index] != nil
          && Self.isTurned(part, as: present, isExchanged: exchanged.contains(column.number))
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

  /// The kept cells of a row, one for each column; nothing where somebody emptied or changed them.
  private func parts(of record: CSVRecord) -> [String]? {
    let text = record[kept].composed.trimmed
    guard text.hasPrefix(Self.prefix) else { return nil }
    let parts = text.dropFirst(Self.prefix.count)
      .split(separator: Self.separator, omittingEmptySubsequences: false)
      .map { String($0).composed.trimmed }
    return parts.count == columns.count ? parts : nil
  }

  /// The headers of the cells for which a row was sent back.
  private func faultyColumns(of record: CSVRecord) -> Set<String> {
    faulty.map { Set(record[$0].composed.split(separator: " | ").map(\.trimmed)) } ?? []
  }

  /// Whether a spreadsheet makes the day `present` of the text `original`, in whose day and month it
  /// sees either.
  ///
  /// In the same digits `08/05/2026` is what a person writes for `05/08/2026`, unless the column
  /// `isExchanged`.
  static func isTurned(
    _ original: String,
    as present: String,
    isExchanged: Bool = false
  ) -> Bool {
    guard case .pair(let first, let second, _)? = DateForm(original)?.day, first != second else {
      return false
    }
    switch DayChange(original, present) {
    case .monthFirst, .dayFirst: return true
    case .exchanged: return isExchanged || shape(original) != shape(present)
    case .unchanged, .other, nil: return false
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
