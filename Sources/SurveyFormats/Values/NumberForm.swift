import SurveyModel

/// A number as it stands in a cell, with what it means under either decimal mark.
///
/// Thousands stand in groups of three behind the other mark, a space of any width or an
/// apostrophe; an apostrophe at the end is a unit, as in `15'` for minutes. `1.234,5` has a meaning under the comma only and so shows the mark of its column;
/// `1.234` has one under each.
struct NumberForm: Hashable {
  /// One meaning: the digits, and how many of them stand behind the decimal mark.
  struct Reading: Hashable {
    let isNegative: Bool
    let digits: [UInt8]
    let fractionCount: Int
  }

  /// What it means where the point is the decimal mark.
  let point: Reading?
  /// What it means where the comma is the decimal mark.
  let comma: Reading?
  /// Whether a per cent sign follows.
  let isPercent: Bool
  /// The folded word or the apostrophes behind the number, or nothing.
  let unit: String

  /// What it means under one mark.
  func reading(_ mark: DecimalMark) -> Reading? { mark == .point ? point : comma }

  /// Whether both marks give a meaning, and not the same one.
  var isAmbiguous: Bool { point != nil && comma != nil && point != comma }

  /// The mark that alone gives a meaning.
  var shownMark: DecimalMark? {
    switch (point, comma) {
    case (.some, nil): .point
    case (nil, .some): .comma
    default: nil
    }
  }

  /// Reads `text`, which has no white space at its ends.
  init?(_ text: String) {
    var body: [UInt8] = []
    var unit = ""
    var isNegative = false
    var percentCount = 0
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if !unit.isEmpty {
        unit.unicodeScalars.append(scalar)
        continue
      }
      switch scalar.value {
      case 0x30...0x39: body.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0xFF10...0xFF19: body.append(UInt8(truncatingIfNeeded: scalar.value - 0xFF10 + 0x30))
      case 0x2C, 0xFF0C: body.append(UInt8(ascii: ","))
      case 0x2E, 0xFF0E: body.append(UInt8(ascii: "."))
      case 0x20, 0xA0, 0x2007, 0x2009, 0x202F: body.append(Self.space)
      case 0x27, 0x2019: body.append(Self.apostrophe)
      case 0x2B where offset == 0, 0xFF0B where offset == 0: continue
      case 0x2D where offset == 0, 0x2212 where offset == 0, 0xFF0D where offset == 0:
        isNegative = true
      case 0x25, 0xFF05: percentCount += 1
      default:
        guard scalar.properties.isAlphabetic, !body.isEmpty else { return nil }
        unit.unicodeScalars.append(scalar)
      }
      if percentCount > 0, scalar.value != 0x25, scalar.value != 0xFF05 { return nil }
    }
    while body.last == Self.space { body.removeLast() }
    while unit.isEmpty || unit.first == "'", body.last == Self.apostrophe {
      body.removeLast()
      unit.append("'")
    }
    guard !body.isEmpty, body.count <= 60, percentCount <= 1 else { return nil }
    isPercent = percentCount == 1
    self.unit = unit.isEmpty ? "" : MatchingKey(unit).text
    let (full, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    point = Self.read(body, decimal: full, group: comma, isNegative: isNegative)
    self.comma = Self.read(body, decimal: comma, group: full, isNegative: isNegative)
    if point == nil, self.comma == nil { return nil }
  }

  private static let space = UInt8(ascii: " ")
  private static let apostrophe = UInt8(ascii: "'")

  private static func read(
    _ body: [UInt8],
    decimal: UInt8,
    group: UInt8,
    isNegative: Bool
  ) -> Reading? {
    var digits: [UInt8] = []
    var runs: [Int] = []
    var run = 0
    var separator: UInt8?
    var isFraction = false
    for byte in body {
      switch byte {
      case 0x30...0x39:
        digits.append(byte)
        run += 1
      case decimal:
        if isFraction { return nil }
        isFraction = true
        runs.append(run)
        run = 0
      case group, space, apostrophe:
        if isFraction || (separator ?? byte) != byte { return nil }
        separator = byte
        runs.append(run)
        run = 0
      default: return nil
      }
    }
    if isFraction, run == 0 { return nil }
    if !isFraction { runs.append(run) }
    let first = runs.first ?? 0
    if runs.count > 1 {
      guard (1...3).contains(first), digits.first != UInt8(ascii: "0"),
        runs.dropFirst().allSatisfy({ $0 == 3 })
      else { return nil }
    } else if first == 0, !isFraction {
      return nil
    }
    return Reading(isNegative: isNegative, digits: digits, fractionCount: isFraction ? run : 0)
  }
}

extension NumberForm.Reading {
  /// The digits as one number, when 64 bits hold it.
  private var mantissa: UInt64? {
    var number: UInt64 = 0
    for digit in digits {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit - 0x30))
      if overflow || carry { return nil }
      number = sum
    }
    return number
  }

  /// The nearest `Double`.
  var value: Double {
    let magnitude: Double
    // Both numbers are exact, so their quotient is rounded once.
    if let mantissa, mantissa <= 1 << 53, fractionCount <= 22 {
      magnitude = Double(mantissa) / NumberText.powerOfTen(fractionCount)
    } else {
      let whole = String(decoding: digits.dropLast(fractionCount), as: UTF8.self)
      let fraction = String(decoding: digits.suffix(fractionCount), as: UTF8.self)
      magnitude = NumberText.parse("0\(whole).\(fraction)0") ?? .nan
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The same as a share of one: `80` as 0.8.
  var hundredth: Self {
    Self(isNegative: isNegative, digits: [0x30, 0x30] + digits, fractionCount: fractionCount + 2)
  }

  /// Whether nothing but zeros stands behind the mark.
  var isWhole: Bool { digits.suffix(fractionCount).allSatisfy { $0 == UInt8(ascii: "0") } }

  /// The whole number; none when it has a fraction or 64 bits do not hold it.
  var whole: Int? {
    guard isWhole else { return nil }
    // `.00` has no digit in front of its mark.
    let sign = isNegative ? "-0" : "0"
    return NumberText.parseInteger(
      sign + String(decoding: digits.dropLast(fractionCount), as: UTF8.self)
    )
  }
}
