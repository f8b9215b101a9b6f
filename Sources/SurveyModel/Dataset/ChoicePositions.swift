/// Positions of answers in a choice list, one for each interview; −1 where there is no answer.
///
/// Kept in one byte an interview where the list is short enough (``AnswerByte``), so that what is
/// computed from them reads little memory.
public struct ChoicePositions: RandomAccessCollection, Sendable {
  enum Form: Sendable {
    case bytes([UInt8])
    case words([Int32])
  }

  let form: Form

  /// Keeps bytes as they are.
  public init(bytes: [UInt8]) { form = .bytes(bytes) }

  /// Keeps positions in words, of a list that is too long for bytes.
  public init(words: [Int32]) { form = .words(words) }

  /// Keeps positions in bytes where all of them fit.
  public init(_ positions: [Int32]) {
    if positions.contains(where: { $0 >= Int32(AnswerByte.mostChoices) }) {
      form = .words(positions)
    } else {
      form = .bytes(
        positions.map { $0 < 0 ? AnswerByte.absent : UInt8(truncatingIfNeeded: $0) }
      )
    }
  }

  /// A byte for each interview; nil where the list is too long for it.
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = form { bytes } else { nil }
  }

  /// The first interview.
  public var startIndex: Int { 0 }

  /// The number of interviews.
  public var endIndex: Int {
    switch form {
    case .bytes(let bytes): bytes.count
    case .words(let words): words.count
    }
  }

  /// The position of an interview's answer, or −1.
  public subscript(row: Int) -> Int32 {
    switch form {
    case .bytes(let bytes): bytes[row] < AnswerByte.absent ? Int32(bytes[row]) : -1
    case .words(let words): words[row]
    }
  }

  /// For each interview the element of `table` at its position, else `nothing`.
  ///
  /// Positions beyond the table have nothing either.
  public func map<Value>(_ table: [Value], else nothing: Value) -> [Value] {
    switch form {
    case .bytes(let bytes):
      let used = table.prefix(AnswerByte.mostChoices)
      let all = used + Array(repeating: nothing, count: 256 - used.count)
      return bytes.map { all[Int($0)] }
    case .words(let words):
      return words.map { table.indices.contains(Int($0)) ? table[Int($0)] : nothing }
    }
  }

  /// The positions without those of some interviews.
  public func without(_ rows: some Sequence<Int>) -> ChoicePositions {
    switch form {
    case .bytes(var bytes):
      for row in rows where bytes.indices.contains(row) { bytes[row] = AnswerByte.absent }
      return ChoicePositions(bytes: bytes)
    case .words(var words):
      for row in rows where words.indices.contains(row) { words[row] = -1 }
      return ChoicePositions(words: words)
    }
  }
}

extension ChoicePositions: ExpressibleByArrayLiteral {
  /// Positions one after the other.
  public init(arrayLiteral elements: Int32...) { self.init(elements) }
}

extension ChoicePositions: Equatable {
  /// Whether all positions are the same, however they are kept.
  public static func == (one: ChoicePositions, other: ChoicePositions) -> Bool {
    one.elementsEqual(other)
  }
}
