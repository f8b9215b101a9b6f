/// A place in a file that a person wrote.
public struct SourceLocation: Hashable, Sendable {
  /// The file as it was named on the command line.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// The column in characters, counted from 1.
  public let column: Int

  /// Makes a place.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, which editors and terminals can open.
  public var description: String { "\(file):\(line):\(column)" }
}
