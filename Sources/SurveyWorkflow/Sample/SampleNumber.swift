/// Numbers as people type them: decimal comma or point, a percent sign, marked thousands.
enum SampleNumber {
  /// A plain number.
  static func number(_ text: String) -> Double? {
    let cleaned = text.replacing(",", with: ".")
    guard !cleaned.isEmpty, cleaned.utf8.allSatisfy(isPlain), let value = Double(cleaned),
      value.isFinite
    else { return nil }
    return value
  }

  /// A whole number; `36.525`, `36,525` and `36 525` are thousands.
  static func whole(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    let parts = text.split(omittingEmptySubsequences: false) { ".,\u{20}\u{A0}".contains($0) }
    guard parts.count > 1, let first = parts.first, (1...3).contains(first.utf8.count),
      parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return Int(parts.joined())
  }

  /// Whether a point or comma may mark thousands as well as decimals, as in `1.250`.
  static func isAmbiguous(_ text: String) -> Bool {
    Int(text) == nil && !text.hasPrefix("0") && whole(text) != nil
  }

  /// A share: `80%`, `80` and `0.8` are the same.
  ///
  /// Options take numbers of at least 1 for percentages; in columns, where 1 is everybody, only
  /// numbers above 1.
  static func share(_ text: String, oneIsEverybody: Bool = false) -> Double? {
    if text.hasSuffix("%") {
      let digits = text.dropLast()
      return number(String(digits.last == " " ? digits.dropLast() : digits)).map { $0 / 100 }
    }
    guard let value = number(text) else { return nil }
    let isShare = oneIsEverybody ? value.magnitude <= 1 : value.magnitude < 1
    return isShare ? value : value / 100
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
  }
}

extension UsageProblem {
  /// The share that an option names.
  static func share(
    _ text: String,
    _ option: String,
    shape: String = "80% | 0.8"
  ) throws(UsageProblem) -> Double {
    guard let value = SampleNumber.share(text) else {
      throw .malformed(option: option, text: text, shape: shape)
    }
    return value
  }

  /// The number that an option names.
  static func number(_ text: String, _ option: String) throws(UsageProblem) -> Double {
    guard let value = SampleNumber.number(text) else {
      throw .malformed(option: option, text: text, shape: "1.5")
    }
    return value
  }

  /// The whole number that an option names.
  static func whole(_ text: String, _ option: String) throws(UsageProblem) -> Int {
    guard let value = SampleNumber.whole(text) else {
      throw .malformed(option: option, text: text, shape: "400")
    }
    return value
  }
}
