import Tabular

/// The beginning of a text table under every encoding and delimiter that is possible.
struct TextSampler {
  /// What bytes and words say about the encoding; none when the user said it.
  let guess: EncodingGuess?
  /// One sample for each encoding and delimiter, the likeliest first.
  let samples: [TableSample]

  private static let headLength = 1 << 20

  /// Reads the beginning of `source` in every way.
  ///
  /// - Throws: ``TabularError`` when the bytes are no text in any encoding.
  init(_ source: ByteSource, _ request: TableRequest) throws(TabularError) {
    var guess: EncodingGuess?
    if request.encoding == nil {
      if let known = request.beginning {
        guess = known
      } else {
        guess = try EncodingGuess(examining: source)
      }
    }
    var encodings = request.encoding.map { [$0] } ?? []
    if let guess {
      encodings = guess.evidence == .words ? guess.candidates.map(\.encoding) : [guess.best]
    }
    var samples: [TableSample] = []
    var refusal: TabularError?
    for encoding in encodings {
      do throws(TabularError) {
        samples += try Self.samples(source, encoding, request)
      } catch {
        if refusal == nil { refusal = error }
      }
    }
    if samples.isEmpty, let refusal { throw refusal }
    self.guess = guess
    self.samples = samples
  }

  private static func samples(
    _ source: ByteSource,
    _ encoding: TextEncoding,
    _ request: TableRequest
  ) throws(TabularError) -> [TableSample] {
    let stream = try ByteStream(
      source,
      encoding: encoding,
      repairsMojibake: request.repairsMojibake
    )
    let head = try stream.peek(headLength)
    let dialects = try CSVDialect.candidates(in: stream)
    let declared = dialects.first { $0.isDeclared }?.delimiter
    let delimiters =
      (request.delimiter ?? declared).map { [$0] } ?? dialects.map(\.delimiter)
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
}
