/// The code under which somebody works with a study: no name.
package enum OperatorCode {
  /// Refuses what is no code: letters, digits, `-`, `_` and `.`, 16 at most.
  package static func check(_ text: String) throws(UsageProblem) {
    let isCode =
      text.count <= 16
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "-_.".unicodeScalars.contains(scalar))
      }
    guard isCode, !text.isEmpty else {
      throw .malformed(option: "--operator", text: text, shape: "A1 | nv-03")
    }
  }
}
