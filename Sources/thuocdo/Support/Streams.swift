import Foundation
import SurveyModel

/// Results go to standard output, findings and progress to standard error.
enum Streams {
  /// Writes a result; a reader that went away is no error.
  static func result(_ text: String) { write(ended(text), to: 1) }

  /// Writes the bytes of a file as they are.
  static func result(_ bytes: [UInt8]) { write(bytes, to: 1) }

  /// Writes a finding.
  static func finding(_ text: String) { write(ended(text), to: 2) }

  /// The text with a line end, looked for as a byte: CR and LF together are one character.
  private static func ended(_ text: String) -> String {
    text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
  }

  /// Writes progress over the last line, on a terminal only.
  static func progress(_ text: String) {
    guard isatty(2) == 1 else { return }
    write("\r\u{1B}[K\(text)", to: 2)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ whole: [UInt8], to descriptor: Int32) {
    var bytes = whole[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
