import Crypto
import Foundation
import SurveyModel

/// Turns dossier numbers into keyed hashes, so that two forms of one dossier are seen and the number
/// is kept nowhere.
package struct DossierSeal: Sendable {
  /// How a sealed number begins.
  private static let mark = "hs:"
  /// How a sealed record key begins.
  private static let keyMark = "khoa:"

  private let key: SymmetricKey
  private let questionnaire: String

  init(key: [UInt8], questionnaire: String) {
    self.key = SymmetricKey(data: key)
    self.questionnaire = questionnaire
  }

  /// The HMAC-SHA256 of a number under the key, in hexadecimal digits.
  ///
  /// Case and spaces do not count. What is sealed already stays as it is, so that rows that were sent
  /// back can be mended.
  package func seal(_ number: String) -> String {
    let text = number.composed.trimmed
    if text.isEmpty || Self.isSealed(text) { return text }
    let plain = MatchingKey(text).text.filter { !$0.isWhitespace }
    let message = "thuocdo dossier 1\u{0}\(questionnaire)\u{0}\(plain)"
    return Self.mark + Self.hash(message, key)
  }

  /// The HMAC-SHA256 of a record key under the key of the wave, in hexadecimal digits; case and spaces
  /// do not count.
  package func seal(key parts: [String]) -> String {
    let plain = parts.map { MatchingKey($0).text.filter { !$0.isWhitespace } }
      .joined(separator: "\u{1f}")
    return Self.keyMark
      + Self.hash("thuocdo record key 1\u{0}\(questionnaire)\u{0}\(plain)", key)
  }

  /// Whether a text was made by ``seal(_:)``.
  package static func isSealed(_ text: String) -> Bool {
    text.hasPrefix(mark) && text.utf8.count == mark.utf8.count + 64
      && text.utf8.dropFirst(mark.utf8.count).allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      }
  }

  /// What shows that a key is the right one, and tells nothing about it.
  static func proof(of key: [UInt8]) -> String {
    String(hash("thuocdo dossier key 1", SymmetricKey(data: key)).prefix(16))
  }

  private static func hash(_ message: String, _ key: SymmetricKey) -> String {
    HMAC<SHA256>.authenticationCode(for: Data(message.utf8), using: key)
      .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
