import Tabular

/// The beginning of a text table under every encoding and delimiter that is possible.
enum TextSampler {
  private static let headLength = 1 << 20

  /// One sample for each encoding and delimiter, the usual ones first.
  ///
  /// Text in an old encoding is practically never valid UTF-8 by chance, so that valid UTF-8 is
  /// not tried as anything else.
  ///
  /// - Throws: ``TabularError`` when the bytes are no text in any encoding.
  static func samples(
    of source: ByteSource,
    _ request: TableRequest
  ) throws(TabularError) -> [TableSample] {
    var samples: [TableSample] = []
    var refusal: TabularError?
    for encoding in request.encoding.map({ [$0] }) ?? TextEncoding.allCases {
      do throws(TabularError) {
        let stream = try ByteStream(source, encoding: encoding)
        let head = try stream.peek(headLength)
        let found = try self.samples(head, encoding, stream, request.delimiter)
        if encoding == .utf8 {
          if isUTF8(head, isWhole: head.count < headLength) { return found }
          refusal = found.lazy.compactMap(\.fault).first
          continue
        }
        samples += found
      } catch {
        if refusal == nil { refusal = error }
      }
    }
    if samples.isEmpty, let refusal { throw refusal }
    return samples
  }

  private static func samples(
    _ head: [UInt8],
    _ encoding: TextEncoding,
    _ stream: ByteStream,
    _ wanted: CSVDelimiter?
  ) throws(TabularError) -> [TableSample] {
    let dialects = try CSVDialect.candidates(in: stream)
    let declared = dialects.first { $0.isDeclared }?.delimiter
    let delimiters = (wanted ?? declared).map { [$0] } ?? dialects.map(\.delimiter)
    var samples: [TableSample] = []
    for delimiter in delimiters {
      var reader = try CSVReader(.bytes(head), delimiter: delimiter)
      let sample = TableSample(
        form: .text(encoding, delimiter),
        isWhole: head.count < headLength,
        source: &reader
      )
      samples.append(sample)
    }
    return samples
  }

  private static func isUTF8(_ head: [UInt8], isWhole: Bool) -> Bool {
    let cuts = isWhole ? 0...0 : 0...3
    return cuts.contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
  }
}
