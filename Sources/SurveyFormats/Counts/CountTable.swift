package import SurveyModel
package import Tabular

/// A file of counts: one line each, in a text table of any encoding or a workbook.
package struct CountTable: Sendable {
  /// One line that says something.
  package struct Line: Hashable, Sendable {
    /// Its number in the file.
    package let number: Int
    /// What stands in it.
    package let texts: CountTexts
    /// Whether it has cells behind the last column, as where a comma parts a text.
    package let isTooLong: Bool

    /// Whether neither number nor evidence was filled in, as in a template.
    package var isLeftEmpty: Bool { texts.value.isEmpty && texts.evidence.isEmpty && !isTooLong }
  }

  /// The lines in their order.
  package let lines: [Line]
  /// Headers that mean nothing here.
  package let ignored: [String]

  /// Reads all of `source`, which must be one that can be read twice.
  ///
  /// - Throws: ``CountTableFault`` when it is no table, or its header does not say which columns
  ///   hold names and values.
  package init(_ source: ByteSource) throws(CountTableFault) {
    let guess = try? EncodingGuess(examining: source)
    if let example = guess?.mojibake?.examples.first {
      throw .encodedTwice(before: example.before, after: example.after)
    }
    let records: [(line: Int, record: CSVRecord)]
    do throws(TabularError) {
      records = try Self.records(of: source)
    } catch {
      throw .tabular(error)
    }
    guard let header = records.first?.record else { throw .tabular(.emptyFile) }
    let columns = CountColumns(header.texts)
    try columns.check()
    lines = records.dropFirst().map { line, record in
      let rest = columns.header.count..<max(columns.header.count, record.count)
      return Line(
        number: line,
        texts: columns.texts(record),
        isTooLong: rest.contains { !record[$0].trimmed.isEmpty }
      )
    }
    ignored = columns.unknown
  }

  /// The records that are not blank, in the encoding and with the delimiter by which most columns
  /// are recognised.
  private static func records(
    of source: ByteSource
  ) throws(TabularError) -> [(line: Int, record: CSVRecord)] {
    let guess: EncodingGuess
    do throws(TabularError) {
      guess = try EncodingGuess(examining: source)
    } catch {
      guard case .notATextTable(.xlsx) = error else { throw error }
      // A month that was typed is kept as its first day and shown as a month.
      var reader = try WorkbookReader(source, showsMonths: true)
      return try records(of: &reader)
    }
    let known = guess.recognising { encoding in
      (try? CountTable.header(of: source, encoding))?.share ?? 0
    }
    if let unclear = known.unclear { throw unclear }
    let best = try header(of: source, known.best)
    var reader = try CSVReader(source, delimiter: best.delimiter, encoding: known.best)
    return try records(of: &reader)
  }

  private static func records(
    of reader: inout some RecordSource
  ) throws(TabularError) -> [(line: Int, record: CSVRecord)] {
    var records: [(line: Int, record: CSVRecord)] = []
    var record = CSVRecord()
    while try reader.read(into: &record) {
      if !record.isBlank { records.append((record.line, record)) }
    }
    return records
  }

  /// The delimiter by which most of the header is recognised, and the share of it.
  private static func header(
    of source: ByteSource,
    _ encoding: TextEncoding
  ) throws(TabularError) -> (delimiter: CSVDelimiter, share: Double) {
    let dialects = try CSVDialect.candidates(in: try ByteStream(source, encoding: encoding))
    var best: (delimiter: CSVDelimiter, share: Double, recognised: Int) = (.comma, 0, -1)
    for dialect in dialects {
      var reader = try CSVReader(source, delimiter: dialect.delimiter, encoding: encoding)
      guard let record = try reader.next() else { throw .emptyFile }
      let columns = CountColumns(record.texts)
      guard columns.recognised > best.recognised else { continue }
      let share = Double(columns.recognised) / Double(max(1, columns.header.count))
      best = (dialect.delimiter, share, columns.recognised)
    }
    return (best.delimiter, best.share)
  }
}

/// Why a file of counts cannot be read at all.
package enum CountTableFault: Error, Hashable, LocalizedMessage {
  case tabular(TabularError)
  case noName(header: [String])
  case noValue(header: [String])
  case noSpan(header: [String])
  case noEvidence(header: [String])
  case sameMeaning(String, String)
  /// Words of a file in UTF-8 were encoded once more.
  case encodedTwice(before: String, after: String)

  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .tabular(let error): error.text(vietnamese: true)
    case .noName(let header): "dòng 1: không có cột 'Tên' của số liệu\(Self.has(header, "tệp có"))"
    case .noValue(let header): "dòng 1: không có cột 'Giá trị'\(Self.has(header, "tệp có"))"
    case .noSpan(let header): "dòng 1: không có cột 'Ngày' hoặc 'Kỳ'\(Self.has(header, "tệp có"))"
    case .noEvidence(let header): "dòng 1: không có cột 'Căn cứ'\(Self.has(header, "tệp có"))"
    case .sameMeaning(let one, let other):
      "dòng 1: cột '\(one)' và cột '\(other)' cùng một nghĩa; bỏ một cột"
    case .encodedTwice(let before, let after):
      "chữ trong tệp bị mã hóa hai lần ('\(before)' là '\(after)'); mở tệp gốc và lưu lại bằng UTF-8"
    }
  }

  private var english: String {
    switch self {
    case .tabular(let error): error.text(vietnamese: false)
    case .noName(let header): "line 1: there is no column 'name'\(Self.has(header, "the file has"))"
    case .noValue(let header):
      "line 1: there is no column 'value'\(Self.has(header, "the file has"))"
    case .noSpan(let header):
      "line 1: there is no column 'date' or 'period'\(Self.has(header, "the file has"))"
    case .noEvidence(let header):
      "line 1: there is no column 'evidence'\(Self.has(header, "the file has"))"
    case .sameMeaning(let one, let other):
      "line 1: columns '\(one)' and '\(other)' mean the same; remove one"
    case .encodedTwice(let before, let after):
      "the text was encoded twice ('\(before)' is '\(after)'); save the original file as UTF-8"
    }
  }

  private static func has(_ header: [String], _ lead: String) -> String {
    " (\(lead): \(header.prefix(8).map { "'\($0.prefix(40))'" }.joined(separator: ", ")))"
  }
}

extension CountColumns {
  /// Refuses a header by which counts cannot be understood.
  fileprivate func check() throws(CountTableFault) {
    if let (first, second) = repeated { throw .sameMeaning(header[first], header[second]) }
    guard roles.contains(.name) else { throw .noName(header: header) }
    guard roles.contains(.value) else { throw .noValue(header: header) }
    guard roles.contains(.day) || roles.contains(.period) else { throw .noSpan(header: header) }
    guard roles.contains(.evidence) else { throw .noEvidence(header: header) }
  }
}
