/// Looks for anchors and aliases that stand in keys.
///
/// The parser compares keys by their whole content. A few lines of aliases inside a key that is a
/// list or a map grow to billions of nodes there, before anybody can look at the tree.
enum YAMLAnchorScan {
  /// The place of the first alias in a file that has anchors, aliases and keys other than text.
  static func hazard(in text: String) -> (line: Int, scalarColumn: Int)? {
    var alias: (line: Int, scalarColumn: Int)?
    var hasAnchor = false
    var hasKey = false
    var line = 1
    var column = 0
    var previous: Unicode.Scalar = "\n"
    var isInAlias = false
    for scalar in text.unicodeScalars {
      column += 1
      let beginsNode = " \t\n\r[{,?:-".unicodeScalars.contains(previous)
      if previous == "&", canName(scalar) { hasAnchor = true }
      if scalar == "*", beginsNode {
        isInAlias = true
        if alias == nil { alias = (line, column) }
      } else if isInAlias, scalar == ":" {
        hasKey = true
      } else if !canName(scalar), scalar != " " {
        isInAlias = false
      }
      if scalar == "?" && beginsNode || scalar == ":" && (previous == "]" || previous == "}") {
        hasKey = true
      }
      if scalar == " ", previous == "]" || previous == "}" { continue }
      if scalar == "\n" {
        line += 1
        column = 0
      }
      previous = scalar
    }
    return hasAnchor && hasKey ? alias : nil
  }

  private static func canName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}
