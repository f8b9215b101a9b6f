import Glibc

/// Reads the records of a delimited text table, one after another.
///
/// ```swift
/// var reader = try CSVReader(.file(path: "answers.csv"), delimiter: .comma)
/// var record = CSVRecord()
/// while try reader.read(into: &record) { … }
/// ```
///
/// Cells are valid UTF-8. Records of any width are handed out as they are. After
/// an error the records already read stay valid, and the same error is thrown
/// again. A copy of a reader shares its place in the file: use only one.
package struct CSVReader {
  /// Records that are longer than this are taken for a mistake in the file.
  package static let defaultRecordLimit = 64 * 1024 * 1024

  /// The delimiter of the table.
  package let delimiter: CSVDelimiter
  /// The number of records read so far.
  package internal(set) var recordCount = 0
  /// The number of empty lines that were skipped so far.
  package private(set) var blankLineCount = 0

  private let scanner: CSVScanner
  private let stream: ByteStream
  private let recordLimit: Int
  var window: [UInt8]
  var start = 0
  var end = 0
  private var windowOffset: Int
  var line = 1
  /// Whether runs of records may still hold the window when more is read: then it goes on in
  /// another one.
  var lendsWindow = false
  private var isAtEnd = false
  private var failure: TabularError?
  /// Why nothing more could be read, while the window may still hold records.
  private var fillFailure: TabularError?

  /// Opens `source`.
  package init(
    _ source: ByteSource,
    delimiter: CSVDelimiter = .comma,
    encoding: TextEncoding = .utf8
  ) throws(TabularError) {
    self.init(try ByteStream(source, encoding: encoding), delimiter: delimiter)
  }

  /// Reads on in a stream that is already open.
  package init(
    _ stream: ByteStream,
    delimiter: CSVDelimiter = .comma,
    recordLimit: Int = CSVReader.defaultRecordLimit
  ) {
    self.delimiter = delimiter
    self.stream = stream
    self.recordLimit = max(1, recordLimit)
    scanner = CSVScanner(delimiter: delimiter.byte)
    window = Array(repeating: 0, count: stream.chunkSize &* 2)
    windowOffset = stream.markLength
  }

  /// The next record, or none at the end.
  package mutating func next() throws(TabularError) -> CSVRecord? {
    var record = CSVRecord()
    return try read(into: &record) ? record : nil
  }

  /// Replaces `record` by the next one; false at the end.
  ///
  /// - Throws: ``TabularError``; `record` is then undefined.
  package mutating func read(into record: inout CSVRecord) throws(TabularError) -> Bool {
    if let failure { throw failure }
    do throws(TabularError) {
      return try advance(&record)
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func advance(_ record: inout CSVRecord) throws(TabularError) -> Bool {
    while true {
      record.cells.removeAll(keepingCapacity: true)
      record.doubled.removeAll(keepingCapacity: true)
      let outcome = scanner.scan(
        window.span.extracting(start..<end),
        isLast: isAtEnd,
        cells: &record.cells,
        doubled: &record.doubled
      )
      switch outcome {
      case .record(let length, let consumed, let lineEnds, let isASCII):
        if !isASCII { try validate(length: length) }
        defer {
          start += consumed
          line += lineEnds
        }
        if recordCount == 0, isSeparatorLine(length: length) { continue }
        recordCount += 1
        record.line = line
        record.number = recordCount
        if !record.numbers.isEmpty { record.numbers.removeAll() }
        record.storage.removeAll(keepingCapacity: true)
        record.storage.append(contentsOf: window[start..<(start + length)])
        if !record.doubled.isEmpty { record.undoubleQuotes() }
        return true
      case .blankLine(let consumed):
        blankLineCount += 1
        line += 1
        start += consumed
      case .incomplete(let openQuote):
        guard end - start <= recordLimit else {
          try validate(length: end - start, isCut: true)
          if let openQuote { throw .unterminatedQuote(line: line + openQuote) }
          throw .recordTooLong(line: line, limit: recordLimit)
        }
        try fill()
      case .end:
        if recordCount == 0 { throw .emptyFile }
        return false
      case .fault(let fault):
        throw try error(for: fault)
      }
    }
  }

  /// Reads at least as many bytes as are waiting, so that scanning a long record
  /// again costs no more than twice its length.
  private mutating func fill() throws(TabularError) {
    if let fillFailure { throw fillFailure }
    let waiting = end - start
    if lendsWindow {
      let capacity = waiting + max(waiting, stream.chunkSize)
      // What lies behind `end` is read into before it is looked at, and need not be zeros.
      window = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        window.withUnsafeBufferPointer { old in
          guard let target = buffer.baseAddress, let base = old.baseAddress else { return }
          target.update(from: base + start, count: waiting)
        }
        count = capacity
      }
      windowOffset += start
      start = 0
      end = waiting
    } else if start > 0 {
      window.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        _ = memmove(base, base + start, waiting)
      }
      windowOffset += start
      start = 0
      end = waiting
    }
    if window.count < waiting &* 2 {
      window.append(contentsOf: [UInt8](repeating: 0, count: window.count))
    }
    let goal = min(window.count, waiting + max(1, waiting))
    while end < goal {
      let received = try stream.read(into: &window, at: end)
      end += received
      if received == 0 {
        isAtEnd = true
        return
      }
    }
  }

  /// Reads on when few bytes are left, so that many records can be looked at together.
  ///
  /// What goes wrong is thrown where the missing bytes are needed. Where records may not be much
  /// longer, nothing is read ahead, so that all ways of reading end at the same limit.
  mutating func fill(below count: Int) {
    guard !isAtEnd, failure == nil, fillFailure == nil, end - start < count,
      count <= recordLimit / 256
    else { return }
    do throws(TabularError) { try fill() } catch { fillFailure = error }
  }

  /// The line `sep=;` that spreadsheets put before the table.
  private func isSeparatorLine(length: Int) -> Bool {
    guard length == 5, windowOffset + start == stream.markLength else { return false }
    return CSVDelimiter.declared(by: window[start..<(start + length)]) != nil
  }

  /// Refuses bytes that are not UTF-8 in the record at hand.
  private func validate(length: Int, isCut: Bool = false) throws(TabularError) {
    let bytes = window.span.extracting(start..<(start + length))
    guard let offset = firstInvalidUTF8(in: bytes) else { return }
    // The limit may have cut a character: that is not the file's fault.
    if isCut, offset >= length - 3 { return }
    throw .undecodable(
      line: line + scanner.linesBefore(offset, in: bytes),
      offset: windowOffset + start + offset,
      .invalidUTF8(bytes[offset])
    )
  }

  /// The error for a fault; bytes before it that are not UTF-8 are the earlier reason.
  private func error(for fault: CSVScanner.Fault) throws(TabularError) -> TabularError {
    switch fault {
    case .unterminatedQuote(let lines):
      try validate(length: end - start)
      return .unterminatedQuote(line: line + lines)
    case .textAfterQuote(let lines, let opened, let offset):
      try validate(length: offset)
      return .textAfterQuote(line: line + lines, openedAt: line + opened)
    case .nul(let lines, let offset):
      try validate(length: offset)
      return .undecodable(line: line + lines, offset: windowOffset + start + offset, .nulByte)
    }
  }
}
