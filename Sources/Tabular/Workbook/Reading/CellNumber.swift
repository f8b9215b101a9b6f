import Glibc

/// A stored number with the 15 digits that Excel shows.
///
/// Files hold what a `Double` holds, such as `0.30000000000000004`; people entered and see `0.3`.
struct CellNumber {
  let isNegative: Bool
  /// The significant digits without zeros at the ends; none for 0.
  let digits: [UInt8]
  /// The number is 0.DIGITS times ten to this power.
  let exponent: Int
  /// The value that the file holds.
  let value: Double

  private static let precision = 15
  /// A longer whole number has lost its last digits, as an id that was typed as a number.
  private static let longestWhole = 15

  /// None for text that is no number.
  init?(_ text: some Collection<UInt8>) {
    guard text.count < 400, text.contains(where: Self.isDigit),
      text.allSatisfy({ Self.isDigit($0) || "+-.eE".utf8.contains($0) }),
      let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    self.value = value
    if let plain = Self.plain(text) {
      (isNegative, digits, exponent) = plain
    } else {
      (isNegative, digits, exponent) = Self.rounded(value)
    }
  }

  /// The digits of a number that is written without exponent and short enough as it stands.
  private static func plain(
    _ text: some Collection<UInt8>
  ) -> (isNegative: Bool, digits: [UInt8], exponent: Int)? {
    var digits: [UInt8] = []
    var exponent = 0
    var isBehindPoint = false
    for (offset, byte) in text.enumerated() {
      if isDigit(byte) {
        if byte != UInt8(ascii: "0") || !digits.isEmpty {
          digits.append(byte)
          if !isBehindPoint { exponent += 1 }
        } else if isBehindPoint {
          exponent -= 1
        }
      } else if byte == UInt8(ascii: ".") {
        isBehindPoint = true
      } else if byte != UInt8(ascii: "-") || offset > 0 {
        return nil
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    guard digits.count <= precision else { return nil }
    return (
      !digits.isEmpty && text.first == UInt8(ascii: "-"), digits, digits.isEmpty ? 0 : exponent
    )
  }

  private static func rounded(
    _ value: Double
  ) -> (isNegative: Bool, digits: [UInt8], exponent: Int) {
    var buffer = [CChar](repeating: 0, count: 48)
    let length = withVaList([value.magnitude]) { vsnprintf(&buffer, 48, "%.14e", $0) }
    let text = buffer.prefix(max(0, Int(length))).map { UInt8(bitPattern: $0) }
    let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
    var digits = mantissa.filter(isDigit)
    let power = Int(String(decoding: text.dropFirst(mantissa.count + 1), as: UTF8.self)) ?? 0
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    guard !digits.isEmpty else { return (false, [], 0) }
    return (value < 0, digits, power + 1)
  }

  /// The number as text, its point moved by `shift` places to the right; with a power of ten, as
  /// `1.23E+17`, where digits are lost or not seen.
  func text(shiftedBy shift: Int = 0) -> String {
    guard !digits.isEmpty else { return "0" }
    let point = exponent + shift
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    if point > Self.longestWhole || point < -9 {
      text.append(digits[0])
      if digits.count > 1 { text += [UInt8(ascii: ".")] + digits[1...] }
      text += (point > 0 ? "E+\(point - 1)" : "E\(point - 1)").utf8
    } else if point <= 0 {
      text += "0.".utf8
      text += [UInt8](repeating: UInt8(ascii: "0"), count: -point) + digits
    } else if point >= digits.count {
      text += digits + [UInt8](repeating: UInt8(ascii: "0"), count: point - digits.count)
    } else {
      text += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The number with zeros in front up to `width` digits, when it is whole.
  func padded(to width: Int) -> String {
    let text = text()
    guard exponent >= digits.count, text.utf8.allSatisfy({ Self.isDigit($0) || $0 == 0x2D }) else {
      return text
    }
    let bare = text.drop { $0 == "-" }
    let zeros = String(repeating: "0", count: max(0, min(width, 64) - bare.utf8.count))
    return (isNegative ? "-" : "") + zeros + bare
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
