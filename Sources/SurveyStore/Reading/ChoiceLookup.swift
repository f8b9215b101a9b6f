import SurveyModel

/// Finds a stored code in the choice list for which a dataset is made.
struct ChoiceLookup {
  private let codes: [[UInt8]]
  private let positionOfCode: [String: Int32]
  /// Positions of small numbers, −1 where there is none.
  private let dense: [Int32]
  private let positionOfNumber: [Int64: Int32]

  init(_ codes: [String]) {
    self.codes = codes.map { Array($0.utf8) }
    let numbered = codes.enumerated().map { ($1, Int32(clamping: $0)) }
    positionOfCode = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    let numbers = numbered.compactMap { code, position in
      code.isCanonicalInteger ? Int64(code).map { ($0, position) } : nil
    }
    positionOfNumber = Dictionary(numbers, uniquingKeysWith: { first, _ in first })
    var dense = Array(repeating: Int32(-1), count: 256)
    for (number, position) in positionOfNumber where dense.indices.contains(Int(clamping: number)) {
      dense[Int(number)] = position
    }
    self.dense = dense
  }

  /// The position of a number, −1 when the list does not have it.
  func position(of number: Int64) -> Int32 {
    if number >= 0, number < 256 { return dense[Int(number)] }
    return positionOfNumber[number] ?? -1
  }

  /// The position of a code as text, −1 when the list does not have it.
  func position(of code: String) -> Int32 { positionOfCode[code] ?? -1 }

  /// The position of a code, −1 when the list does not have it.
  func position(of code: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard codes.count <= 16 else {
      return positionOfCode[String(decoding: code, as: UTF8.self)] ?? -1
    }
    for (position, candidate) in codes.enumerated()
    where candidate.count == code.count && candidate.elementsEqual(code) {
      return Int32(position)
    }
    return -1
  }
}
