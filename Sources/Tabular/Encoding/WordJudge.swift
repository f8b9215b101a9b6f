/// Says how well a word reads in the encoding that it was decoded with.
enum WordJudge {
  /// The share of the runs of letters with accents that spell something, 0 to 1; none where there
  /// is no such run.
  static func plausibility(of word: String, western: Bool) -> Double? {
    var runs: [ArraySlice<Unicode.Scalar>] = []
    let scalars = Array(word.unicodeScalars)
    var start = 0
    for at in 0...scalars.count {
      if at < scalars.count, isLetter(scalars[at]) { continue }
      if at > start { runs.append(scalars[start..<at]) }
      start = at + 1
    }
    if hasSymbolAtLetter(scalars) { return 0 }
    let accented = runs.filter { $0.contains { $0.value >= 0x80 } }
    guard !accented.isEmpty else { return nil }
    let total = accented.reduce(0.0) { sum, run in
      guard hasOrderlyCase(run) else { return sum }
      if VietnameseSyllable.isValid(run) { return sum + 1 }
      return western && isWestern(run) ? sum + westernWorth : sum
    }
    return total / Double(accented.count)
  }

  /// Whether a word has letters of ASCII and of Cyrillic, Hebrew, Arabic or the like: two bytes of
  /// an old encoding make one of these where they are valid UTF-8.
  static func mixesScripts(_ word: String) -> Bool {
    word.unicodeScalars.contains { $0.isASCII }
      && word.unicodeScalars.contains { (0x370...0x7FF).contains($0.value) }
  }

  /// A word of some Western language proves less than a Vietnamese syllable does.
  private static let westernWorth = 0.5

  /// Letters but for the signs that Latin-1 has among its symbols.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAA, 0xB5, 0xBA, 0x2C6...0x2DC: false
    default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// Whether a sign stands between letters, or touches one where people put none.
  private static func hasSymbolAtLetter(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.indices.contains { at in
      let scalar = scalars[at]
      guard scalar.value >= 0x80, !isLetter(scalar) else { return false }
      if joins(scalar) { return false }
      let isAfter = at > 0 && isLetter(scalars[at - 1])
      let isBefore = at + 1 < scalars.count && isLetter(scalars[at + 1])
      if isAfter, isBefore { return true }
      return isAfter && !closes(scalar) || isBefore && !opens(scalar)
    }
  }

  /// Hard space, soft hyphen, dots, dashes and the apostrophe.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    [0xA0, 0xAD, 0xB7, 0x2013, 0x2014, 0x2019, 0x2026].contains(scalar.value)
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    [0xA1, 0xA3, 0xA7, 0xAB, 0xBF, 0x2018, 0x201A, 0x201C, 0x201E, 0x2022, 0x2039, 0x20AC]
      .contains(scalar.value)
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    [0xA9, 0xAA, 0xAE, 0xB0, 0xB2, 0xB3, 0xB9, 0xBA, 0xBB, 0x201D, 0x203A, 0x2122, 0x20AB]
      .contains(scalar.value)
  }

  /// Whether most letters carry no accent.
  private static func isWestern(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    let accented = run.filter { $0.value >= 0x80 }
    if run.count > 2, accented.count * 2 > run.count { return false }
    return !accented.contains { $0.properties.generalCategory == .nonspacingMark }
  }

  /// Whether accented capitals stand only in front, or all letters are capitals.
  private static func hasOrderlyCase(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    !run.dropFirst().contains { $0.value >= 0x80 && $0.properties.isUppercase }
      || !run.contains { $0.properties.isLowercase }
  }
}
