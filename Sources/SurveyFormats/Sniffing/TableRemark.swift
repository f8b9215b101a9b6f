/// Something that a person should know about a table, in a sentence.
package struct TableRemark: Hashable, Sendable {
  /// The code under which it is documented, where it has one.
  package let code: String?
  /// How many lines, columns, rows or cells it is about.
  package let count: Int
  /// The sentence, with its code.
  package let text: String

  /// Says something about a table.
  package init(code: String?, count: Int, text: String) {
    self.code = code
    self.count = count
    self.text = text
  }
}
