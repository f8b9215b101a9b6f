import CScan

/// The codes of cells of at most one byte.
struct ByteForms {
  /// The code of each single byte, and 256 times that of the empty cell.
  private(set) var codes = [Int32](repeating: -1, count: 512)
  /// The bytes that are known, each at the place that its lower half says, and then their codes.
  private var few = [Int32](repeating: -1, count: 32)
  /// Whether no two bytes have the same place.
  private var areFew = true

  /// Where among ``codes`` the code of the empty cell stands.
  static let emptyPlace = 256

  /// The code of an empty cell.
  var empty: Int32 { codes[Self.emptyPlace] }

  /// Learns that cells without bytes stand for `code`.
  mutating func learnEmpty(_ code: Int32) {
    for place in Self.emptyPlace..<codes.count { codes[place] = code }
  }

  /// Learns that a byte by itself stands for `code`.
  mutating func learn(_ byte: UInt8, _ code: Int32) {
    codes[Int(byte)] = code
    let place = Int(byte & 0xF)
    areFew = areFew && (few[place] < 0 || few[place] == Int32(byte))
    few[place] = Int32(byte)
    few[16 + place] = code
  }

  /// Lends what many cells are looked up in.
  @inline(__always)
  func withTable<Value>(_ body: (byte_table) -> Value) -> Value {
    codes.withUnsafeBufferPointer { codes in
      few.withUnsafeBufferPointer { few in
        body(
          byte_table(
            codes: codes.baseAddress,
            few_bytes: areFew ? few.baseAddress : nil,
            few_codes: few.baseAddress.map { $0 + 16 }
          )
        )
      }
    }
  }
}
