/// Base64 (RFC 4648) and hexadecimal digits, for `digest()` and `base64-decode()`.
enum ExpressionEncoding {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// Bytes in Base64 with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let word = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
      for place in 0..<4 {
        let index = Int(word >> UInt32(18 - 6 * place) & 63)
        text.append(place <= part.count ? alphabet[index] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text that Base64 stands for; none when it is no Base64 or no UTF-8.
  static func decodedBase64(_ text: String) -> String? {
    var bits: UInt32 = 0
    var count = 0
    var bytes: [UInt8] = []
    for byte in text.utf8 where byte != UInt8(ascii: "=") && byte > 0x20 {
      guard let index = alphabet.firstIndex(of: byte) else { return nil }
      bits = (bits << 6 | UInt32(index)) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Bytes as pairs of hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined()
  }

  /// `digest(text, algorithm, encoding)`; an unknown word gives the empty text.
  static func digest(_ text: String, _ algorithm: String, _ encoding: String?) -> String {
    guard let function = ExpressionDigest(rawValue: algorithm) else { return "" }
    let bytes = function.digest(Array(text.utf8))
    switch encoding ?? "base64" {
    case "base64": return base64(bytes)
    case "hex": return hexadecimal(bytes)
    default: return ""
    }
  }
}
