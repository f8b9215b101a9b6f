/// Chance from a seed: the same seed and place always give the same words.
///
/// SplitMix64 (Steele, Lea, Flood 2014).
struct ExpressionChance {
  private var state: UInt64

  init(seed: UInt64, site: Int) {
    state = seed &+ UInt64(truncatingIfNeeded: site) &* 0xD1B5_4A32_D192_ED03
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number from 0 up to, but not including, 1.
  var fraction: Double {
    var copy = self
    return Double(copy.next() >> 11) * 0x1p-53
  }

  /// A UUID of version 4, or so many letters and digits when a length is given.
  func uuid(_ length: ExpressionValue?) -> String {
    var copy = self
    guard let length else { return copy.version4() }
    let wanted = length.asNumber
    let count = wanted > 0 ? Int(min(wanted, 1000)) : 0
    let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz".unicodeScalars)
    var text = ""
    for _ in 0..<count {
      text.unicodeScalars.append(alphabet[Int(copy.next() % UInt64(alphabet.count))])
    }
    return text
  }

  private mutating func version4() -> String {
    let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = [high, low].map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }.joined()
    var result = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result += "-" }
      result.append(digit)
    }
    return result
  }
}
