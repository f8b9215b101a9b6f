import SurveyModel
package import Tabular

/// What a record below the header is, when it is no interview.
package enum FooterKind: Hashable, Sendable {
  /// A total, a signature or a note with nothing beside it: passed over and reported.
  case footer
  /// A total with figures beside it: sent back, because it could be meant as an interview.
  case total
  /// The header once more, as where several files were put together: passed over and reported.
  case repeatedHeader
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
/// below such a row with no more than two. A total has figures in several cells; its word has to
/// be the whole cell. An option of the column's question, such as "Trung bình", is no such word.
package struct FooterRule: Sendable {
  private let header: [String]
  /// For each byte whether one of the words can begin with it.
  private let isFirstByte: [Bool]
  /// The words that begin options of each column.
  private let spared: [Int: Set<String>]
  /// Whether the last record was a footer, and the next may belong to it.
  private(set) var isBelow = false

  /// Prepares the rule for a table with this header.
  ///
  /// - Parameters:
  ///   - header: The header.
  ///   - labels: The matching keys of the options of each column.
  package init(header: [String], labels: [Int: Set<String>] = [:]) {
    self.header = header
    spared = labels.mapValues { labels in
      Set(Self.words.filter { word in labels.contains { Self.is($0, word) } })
    }
    var isFirstByte = Array(repeating: false, count: 256)
    for word in Self.words {
      for byte in [word, word.uppercased()].compactMap(\.utf8.first) {
        isFirstByte[Int(byte)] = true
      }
    }
    self.isFirstByte = isFirstByte
  }

  private static let sums = [
    "tổng cộng", "tổng số", "tổng", "cộng", "tổng hợp", "total", "grand total", "totals", "sum",
  ]
  private static let totals =
    sums + ["trung bình", "bình quân", "tỷ lệ", "tỉ lệ", "average", "mean"]
  private static let signatures = [
    "người lập biểu", "người lập bảng", "người lập", "người tổng hợp", "người báo cáo",
    "thủ trưởng", "thủ trưởng đơn vị", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc",
    "trưởng phòng", "kế toán trưởng", "tm. ủy ban nhân dân", "tm. ubnd", "kt. chủ tịch", "xác nhận",
    "xác nhận của", "ký tên", "ký, ghi rõ họ tên", "(ký", "ghi chú", "nguồn", "nơi nhận",
    "prepared by", "signature", "signed", "approved by", "note", "notes", "source",
  ]

  private static let words = totals + signatures

  /// Whether a matching key is a word for a sum, which no option is called.
  static func isSum(_ text: String) -> Bool { sums.contains { Self.is(text, $0) } }

  private static let phrases: Set<String> = [
    "người lập biểu", "người lập bảng", "người tổng hợp", "người báo cáo", "tm. ủy ban nhân dân",
    "tm. ubnd", "kt. chủ tịch", "xác nhận của", "prepared by", "approved by",
  ]

  /// What `record` is; none for an interview.
  package mutating func kind(of record: CSVRecord) -> FooterKind? {
    var filled = 0
    var spread = 0
    var first: Int?
    var last: Int?
    for column in 0..<record.count where filled < 4 {
      guard record.withBytes(of: column, { !Self.isBlank($0) }) else { continue }
      if first == nil { first = column }
      spread += 1
      // A merged cell stands in several columns and counts once.
      if let last, Self.isSame(record, last, column) { continue }
      last = column
      filled += 1
    }
    guard let first else { return nil }
    if record.withBytes(of: first, { !isFirstByte[Int(Self.firstByte($0))] }) {
      return closing(record, first, filled == 1 ? 1 : spread)
    }
    let text = MatchingKey(record[first]).text
    if filled <= (header.count > 3 ? 2 : 1), isFooter(text, in: first) {
      isBelow = true
      return .footer
    }
    if isTotal(text, in: first) { return .total }
    return closing(record, first, filled == 1 ? 1 : spread)
  }

  /// Whether a record with at least three filled cells is surely an interview, by its first filled
  /// cell, which is in `column`.
  func isSurelyInterview(firstByte: UInt8, column: Int, cell: () -> [UInt8]) -> Bool {
    guard header.indices.contains(column), header[column].utf8.first != firstByte else {
      return false
    }
    return !mayBegin(with: firstByte) || !isWord(cell(), in: column)
  }

  /// Whether one of the words can begin with `byte`.
  func mayBegin(with byte: UInt8) -> Bool { isFirstByte[Int(byte)] }

  /// Whether the first filled cell of a record, which is in `column`, may make it a footer or a
  /// total.
  func isWord(_ cell: [UInt8], in column: Int) -> Bool {
    let text = MatchingKey(String(decoding: cell, as: UTF8.self).trimmed).text
    return isFooter(text, in: column) || isTotal(text, in: column)
  }

  /// Takes note of interviews that ``kind(of:)`` was not asked about.
  mutating func passInterviews() { isBelow = false }

  /// Rows that are footers for what stands above them, and the header once more.
  private mutating func closing(_ record: CSVRecord, _ first: Int, _ filled: Int) -> FooterKind? {
    if isBelow, filled <= 2, header.count > 3 { return .footer }
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
      || Self.words.contains { Self.is(text, $0) && spared[column]?.contains($0) != true }
  }

  /// Whether a cell is a word for totals and nothing else.
  private func isTotal(_ text: String, in column: Int) -> Bool {
    let word = text.trimmed(of: ": .")
    return Self.totals.contains(word) && spared[column]?.contains(word) != true
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

  private static func isBlank(_ bytes: Span<UInt8>) -> Bool {
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

extension String {
  fileprivate func trimmed(of marks: String) -> String {
    var text = self[...]
    while let last = text.last, marks.contains(last) { text = text.dropLast() }
    return String(text)
  }
}

extension FooterRule {
  /// Prepares the rule for a table whose columns are the questions of `plan`.
  init(map: ColumnMap, plan: InterviewPlan) {
    var labels: [Int: Set<String>] = [:]
    for (column, meaning) in map.meanings.enumerated() {
      guard let index = meaning.question, plan.steps.indices.contains(index) else { continue }
      let question = plan.steps[index].question
      let texts =
        (question.kind.choiceList?.choices.map(\.label) ?? []) + question.missing.map(\.label)
      labels[column] = Set(texts.flatMap(\.translations.values).map { MatchingKey($0).text })
    }
    self.init(header: map.header, labels: labels)
  }
}

/// A row of totals among the interviews.
struct TotalRow: RowRejection {
  /// The words by which it was recognised.
  let text: String

  var code: String { "T09" }

  func text(in language: InterfaceLanguage) -> String {
    language.choose(
      "Dòng này là dòng tổng (“\(text)”), không phải một phiếu; xin xóa dòng này khỏi tệp.",
      "This row is a total (“\(text)”), not an interview; please remove it from the file."
    )
  }
}
