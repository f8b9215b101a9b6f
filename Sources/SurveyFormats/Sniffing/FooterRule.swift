import SurveyModel
package import Tabular

/// What a record below the header is, when it is no interview.
package enum FooterKind: Hashable, Sendable {
  /// A total, a signature or a note with nothing beside it: passed over and reported.
  case footer
  /// A total with figures beside it: sent back, because it could be meant as an interview.
  case total
  /// The numbers of the columns in the first row: sent back, because they could be answers.
  case columnNumbers
  /// The header once more, as where several files were put together: passed over and reported.
  case repeatedHeader
  /// A line that was only numbered, with no answer: passed over and counted.
  case numbered
}

/// A record that was passed over.
package struct FooterRow: Hashable, Sendable {
  package let line: Int
  package let text: String
  package let kind: FooterKind
}

/// Tells rows of totals and signatures from interviews.
///
/// A footer has a known word in its first filled cell and at most one more filled cell, or stands
/// below such a row with no more than two. A total has figures in several cells; its word is the
/// whole cell, or goes on with what is added up. An option of the column's question, such as "Trung
/// bình", is no such word.
///
/// Of rows that were sent back the columns in front do not count, and a row whose codes (`_ma`) were
/// emptied is an interview, whatever it looks like.
package struct FooterRule: Sendable {
  private let header: [String]
  /// The columns that the importer put in front of rows that it sent back.
  private let own: Set<Int>
  /// The one of them that holds the codes.
  private let codeColumn: Int?
  /// The options of each column.
  private let labels: [Int: Set<String>]
  /// The words that begin options of each column.
  private let spared: [Int: Set<String>]
  /// Whether the last record was a footer, and the next may belong to it.
  private(set) var isBelow = false
  /// Whether no record was looked at so far: the first may number the columns.
  private(set) var isAtStart = true

  /// Prepares the rule for a table with this header.
  ///
  /// - Parameters:
  ///   - header: The header.
  ///   - labels: The matching keys of the options of each column.
  ///   - own: The columns that an earlier import put in front.
  package init(header: [String], labels: [Int: Set<String>] = [:], own: Set<Int> = []) {
    self.header = header
    self.labels = labels
    codeColumn = own.sorted().first { header[$0].trimmed == ColumnMap.codeHeader }
    self.own = codeColumn == nil ? [] : own
    spared = labels.mapValues { labels in
      let labels = labels.filter { $0.utf8.first.map { Self.isFirstByte[Int($0)] } ?? false }
      guard !labels.isEmpty else { return [] }
      return Set(Self.words.filter { word in labels.contains { Self.is($0, word) } })
    }
  }

  private static let signatures = [
    "người lập biểu", "người lập bảng", "người lập", "người tổng hợp", "người báo cáo",
    "thủ trưởng", "thủ trưởng đơn vị", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc",
    "trưởng phòng", "kế toán trưởng", "tm. ủy ban nhân dân", "tm. ubnd", "kt. chủ tịch", "xác nhận",
    "xác nhận của", "chú thích", "chú giải", "quy ước", "thang điểm", "thang đo", "ký tên",
    "ký, ghi rõ họ tên", "(ký", "ghi chú", "nguồn", "nơi nhận",
    "prepared by", "signature", "signed", "approved by", "note", "notes", "legend", "source",
  ].map { MatchingKey($0).text }

  /// What makes a row a footer.
  private static let footers = TotalWords.plain + signatures
  private static let words = TotalWords.all + signatures

  /// For each byte whether one of the words can begin with it.
  private static let isFirstByte: [Bool] = {
    var isFirstByte = Array(repeating: false, count: 256)
    for word in words {
      for byte in [word, word.uppercased()].compactMap(\.utf8.first) {
        isFirstByte[Int(byte)] = true
      }
    }
    return isFirstByte
  }()

  /// Whether a matching key is a word for a sum, which no option is called.
  static func isSum(_ text: String) -> Bool {
    TotalWords.sums.contains { Self.is(text, $0) }
  }

  private static let phrases = Set(
    [
      "người lập biểu", "người lập bảng", "người tổng hợp", "người báo cáo", "tm. ủy ban nhân dân",
      "tm. ubnd", "kt. chủ tịch", "xác nhận của", "prepared by", "approved by",
    ].map { MatchingKey($0).text }
  )

  /// Whether the first filled cell does not show what a record is.
  var looksFurther: Bool { isBelow || isAtStart || codeColumn != nil }

  /// The columns of the table itself.
  private var width: Int { header.count - own.count }

  /// Whether a person said that a row that was sent back is an interview.
  func isSpared(_ record: CSVRecord) -> Bool {
    guard let codeColumn, codeColumn < record.count else { return false }
    return record[codeColumn].trimmed.isEmpty
  }

  /// What `record` is; none for an interview.
  package mutating func kind(of record: CSVRecord) -> FooterKind? {
    if isSpared(record) { return nil }
    var filled = 0
    var spread = 0
    var first: Int?
    var last: Int?
    for column in 0..<record.count where filled < 4 && !own.contains(column) {
      guard record.withBytes(of: column, { !Self.isBlank($0) }) else { continue }
      if first == nil { first = column }
      spread += 1
      // A merged cell stands in several columns and counts once.
      if let last, Self.isSame(record, last, column) { continue }
      last = column
      filled += 1
    }
    guard let first else { return nil }
    if isAtStart {
      isAtStart = false
      if numbersColumns(record) { return .columnNumbers }
    }
    if record.withBytes(of: first, { !Self.isFirstByte[Int(Self.firstByte($0))] }) {
      return closing(record, first, filled == 1 ? 1 : spread)
    }
    let text = MatchingKey(record[first]).text
    if filled <= (width > 3 ? 2 : 1), isFooter(text, in: first) {
      isBelow = true
      return .footer
    }
    if isTotal(text, in: first) { return .total }
    return closing(record, first, filled == 1 ? 1 : spread)
  }

  /// Whether a record with at least three filled cells is surely an interview, by its first filled
  /// cell, which is in `column`.
  func isSurelyInterview(firstByte: UInt8, column: Int, cell: () -> [UInt8]) -> Bool {
    guard codeColumn == nil, header.indices.contains(column),
      header[column].utf8.first != firstByte
    else { return false }
    return !mayBegin(with: firstByte) || !isWord(cell(), in: column)
  }

  /// Whether one of the words can begin with `byte`.
  func mayBegin(with byte: UInt8) -> Bool { Self.isFirstByte[Int(byte)] }

  /// Whether the first filled cell of a record, which is in `column`, may make it a footer or a
  /// total.
  func isWord(_ cell: [UInt8], in column: Int) -> Bool {
    let text = MatchingKey(String(decoding: cell, as: UTF8.self).trimmed).text
    return isFooter(text, in: column) || isTotal(text, in: column)
  }

  /// Takes note of interviews that ``kind(of:)`` was not asked about.
  mutating func passInterviews() {
    isBelow = false
    isAtStart = false
  }

  private func numbersColumns(_ record: CSVRecord) -> Bool {
    func kept(_ cells: [String]) -> [String] {
      own.isEmpty ? cells : cells.indices.filter { !own.contains($0) }.map { cells[$0] }
    }
    return ColumnNumbers(kept(record.texts), under: kept(header)) != nil
  }

  /// Rows that are footers for what stands above them, and the header once more.
  private mutating func closing(_ record: CSVRecord, _ first: Int, _ filled: Int) -> FooterKind? {
    if isBelow, filled <= 2, width > 3 { return .footer }
    isBelow = false
    if record.count == header.count, record[first] == header[first], record.texts == header {
      return .repeatedHeader
    }
    if filled <= 2, Self.isDateLine(MatchingKey(record[first]).text) { return .footer }
    return nil
  }

  /// `…, ngày … tháng … năm …`, the line above a signature.
  private static func isDateLine(_ text: String) -> Bool {
    guard let day = text.firstRange(of: "ngày "), let month = text.firstRange(of: " tháng "),
      let year = text.firstRange(of: " năm ")
    else { return false }
    return day.lowerBound < month.lowerBound && month.lowerBound < year.lowerBound
      && text.utf8.count < 120
  }

  /// Whether a cell begins with a word for totals or signatures, or is a date line.
  private func isFooter(_ text: String, in column: Int) -> Bool {
    Self.isDateLine(text)
      || Self.footers.contains { Self.is(text, $0) && spared[column]?.contains($0) != true }
  }

  /// Whether a cell is a word for totals, alone or with what is added up.
  private func isTotal(_ text: String, in column: Int) -> Bool {
    labels[column]?.contains(text) != true
      && TotalWords.words(of: text).contains { spared[column]?.contains($0) != true }
  }

  /// Whether a text is `word`, alone or before a mark or a number; longer phrases may go on with
  /// anything.
  private static func `is`(_ text: String, _ word: String) -> Bool {
    guard text.hasPrefix(word) else { return false }
    let rest = text.dropFirst(word.count).drop { $0 == " " }
    guard let next = rest.first else { return true }
    if !next.isLetter { return true }
    return phrases.contains(word) && text.dropFirst(word.count).first == " "
  }

  static func isBlank(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] > 0x20 { return false }
    return true
  }

  private static func isSame(_ record: CSVRecord, _ one: Int, _ other: Int) -> Bool {
    record.withBytes(of: one) { one in
      record.withBytes(of: other) { other in
        guard one.count == other.count, one.count > 2 else { return false }
        for index in one.indices where one[index] != other[index] { return false }
        return true
      }
    }
  }

  private static func firstByte(_ bytes: Span<UInt8>) -> UInt8 {
    for index in bytes.indices where bytes[index] > 0x20 { return bytes[index] }
    return 0
  }
}

extension FooterRule {
  /// Prepares the rule for a table whose columns are the questions of `plan`.
  init(map: ColumnMap, plan: InterviewPlan) {
    var labels: [Int: Set<String>] = [:]
    for (column, meaning) in map.meanings.enumerated() {
      guard let index = meaning.question, plan.steps.indices.contains(index) else { continue }
      let question = plan.steps[index].question
      let choices = question.kind.choiceList?.choices ?? []
      let texts = choices.map(\.label) + question.missing.map(\.label)
      let names = texts.flatMap(\.translations.values) + choices.map(\.code)
      labels[column] = Set(names.map { MatchingKey($0).text })
    }
    let own = map.meanings.indices.filter { map.meanings[$0] == .bookkeeping }
    self.init(header: map.header, labels: labels, own: Set(own))
  }
}
