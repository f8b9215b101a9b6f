/// The order of the Vietnamese alphabet: a ă â b c d đ e ê … o ô ơ … u ư, then tones.
///
/// Swift's own order of `String` puts ă, â, đ and their kin after z.
public enum VietnameseOrder {
  /// Whether `one` stands before `other`; letters first, tones where letters agree.
  public static func precedes(_ one: String, _ other: String) -> Bool {
    let left = key(one)
    let right = key(other)
    if left.letters != right.letters {
      return left.letters.lexicographicallyPrecedes(right.letters)
    }
    if left.tones != right.tones { return left.tones.lexicographicallyPrecedes(right.tones) }
    return one < other
  }

  private static func key(_ text: String) -> (letters: [UInt32], tones: [UInt32]) {
    var letters: [UInt32] = []
    var tones: [UInt32] = []
    for scalar in text.lowercased().decomposedScalars {
      switch scalar.value {
      case 0x0306, 0x0302, 0x031B:  // breve, circumflex, horn make another letter
        if let last = letters.indices.last {
          letters[last] += scalar.value == 0x0306 ? 1 : scalar.value == 0x0302 ? 2 : 3
        }
      case 0x0300: mark(1, &tones, letters.count)
      case 0x0309: mark(2, &tones, letters.count)
      case 0x0303: mark(3, &tones, letters.count)
      case 0x0301: mark(4, &tones, letters.count)
      case 0x0323: mark(5, &tones, letters.count)
      case 0x0111: letters.append(UInt32(UInt8(ascii: "d")) * 4 + 1)
      default: letters.append(scalar.value &* 4)
      }
    }
    mark(0, &tones, letters.count)
    return (letters, tones)
  }

  private static func mark(_ tone: UInt32, _ tones: inout [UInt32], _ count: Int) {
    while tones.count < count - (tone == 0 ? 0 : 1) { tones.append(0) }
    if tone > 0 { tones.append(tone) }
  }
}
