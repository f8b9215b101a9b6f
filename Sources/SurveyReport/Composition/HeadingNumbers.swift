/// Numbers headings as administrative documents do: I., 1., a) (Decree 30/2020/NĐ-CP, Appendix I).
enum HeadingNumbers {
  /// The same blocks, their headings numbered within the heading above.
  static func numbered(_ blocks: [Report.Block]) -> [Report.Block] {
    var counts = [0, 0, 0]
    return blocks.map { block in
      guard case .heading(let text, let level) = block else { return block }
      let depth = min(max(level, 1), counts.count)
      counts[depth - 1] += 1
      for deeper in depth..<counts.count { counts[deeper] = 0 }
      let number =
        switch depth {
        case 1: roman(counts[0]) + "."
        case 2: "\(counts[1])."
        default: letter(counts[2]) + ")"
        }
      return .heading("\(number) \(text)", level: level)
    }
  }

  /// A Roman number for a positive count.
  static func roman(_ number: Int) -> String {
    let signs: [(Int, String)] = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ]
    var rest = min(max(number, 0), 399)
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// Letters in the order of the alphabet, doubled behind z.
  private static func letter(_ number: Int) -> String {
    guard number > 26 else {
      return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: max(0, number - 1))))
    }
    return letter((number - 1) / 26) + letter((number - 1) % 26 + 1)
  }
}
