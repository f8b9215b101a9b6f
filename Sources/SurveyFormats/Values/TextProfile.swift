/// How many digits the cells of a column of words have that hold nothing else.
struct TextProfile {
  /// Cells of each width, all and those that begin with 0.
  private var counts = [Int](repeating: 0, count: 21)
  private var zeros = [Int](repeating: 0, count: 21)
  private var total = 0

  mutating func observe(_ bytes: Span<UInt8>) {
    guard bytes.count >= 5, bytes.count <= 20 else { return }
    for index in bytes.indices where !(0x30...0x39).contains(bytes[index]) { return }
    counts[bytes.count] += 1
    total += 1
    if bytes[0] == 0x30 { zeros[bytes.count] += 1 }
  }

  /// The width that nearly all cells have, when nearly all of these begin with 0.
  ///
  /// More than half of the cells with the same width and 0 in front say that a telephone number or
  /// citizen id without its 0 is damaged.
  var digitCount: Int? {
    guard total >= 3, let width = zeros.indices.max(by: { zeros[$0] < zeros[$1] }),
      width >= 8, zeros[width] * 2 > total
    else { return nil }
    return width
  }
}
