import SurveyModel

/// A path to a row as expressions write it: `../name`, `current()/../../group/name` or
/// `/data/group/name`.
struct XLSFormPath: Equatable {
  /// How many groups it goes up; none when it begins at the root.
  let ups: Int?
  /// The names of groups, and of the row at last; the root is not among them.
  let names: [String]
  /// How many characters it has.
  let length: Int

  /// The path at the beginning of `text`, if all of one stands there.
  init?(_ text: Substring.UnicodeScalarView) {
    var rest = text
    var ups = 0
    func takes(_ word: String) -> Bool { rest.starts(with: word.unicodeScalars) }
    if takes("current()/../") { rest = rest.dropFirst(10) }
    while takes("../") {
      ups += 1
      rest = rest.dropFirst(3)
    }
    let isAbsolute = ups == 0
    if isAbsolute {
      guard takes("/") else { return nil }
      rest = rest.dropFirst()
    }
    var names: [String] = []
    while true {
      guard let first = rest.first, ExpressionName.canStart(first) else { return nil }
      let name = rest.prefix(while: ExpressionName.canContinue)
      names.append(String(name))
      rest = rest[name.endIndex...]
      guard takes("/") else { break }
      rest = rest.dropFirst()
    }
    if let next = rest.first, next == "[" || next == "(" || next == ":" { return nil }
    if isAbsolute {
      guard names.count > 1 else { return nil }
      names.removeFirst()
    }
    self.ups = isAbsolute ? nil : ups
    self.names = names
    length = text.count - rest.count
  }
}
