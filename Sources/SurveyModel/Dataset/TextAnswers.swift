/// Words that were answered, one for each interview, each text kept once; nil without an answer.
public struct TextAnswers: RandomAccessCollection, Sendable {
  /// The texts, which differ byte by byte.
  public let texts: [String]
  /// For each interview the position of its text; −1 without an answer.
  public let codes: [Int32]

  /// Makes answers of texts and their positions.
  public init(texts: [String], codes: [Int32]) {
    self.texts = texts
    self.codes = codes
  }

  /// Makes answers of one text an interview, the texts in the order of their first ones.
  public init(_ cells: [String?]) {
    var places: [[UInt8]: Int32] = [:]
    var texts: [String] = []
    codes = cells.map { cell in
      guard let cell else { return -1 }
      let bytes = Array(cell.utf8)
      if let place = places[bytes] { return place }
      let place = Int32(texts.count)
      places[bytes] = place
      texts.append(cell)
      return place
    }
    self.texts = texts
  }

  /// The first interview.
  public var startIndex: Int { 0 }

  /// The number of interviews.
  public var endIndex: Int { codes.count }

  /// The answer of an interview.
  public subscript(row: Int) -> String? { codes[row] < 0 ? nil : texts[Int(codes[row])] }

  /// The answers without those of some interviews.
  public func without(_ rows: some Sequence<Int>) -> TextAnswers {
    var codes = codes
    for row in rows where codes.indices.contains(row) { codes[row] = -1 }
    return TextAnswers(texts: texts, codes: codes)
  }
}

extension TextAnswers: ExpressibleByArrayLiteral {
  /// Answers one after the other.
  public init(arrayLiteral elements: String?...) { self.init(elements) }
}

extension TextAnswers: Equatable {
  /// Whether all answers are the same.
  public static func == (one: TextAnswers, other: TextAnswers) -> Bool { one.elementsEqual(other) }
}
