/// How the options of a question stand on a screen: the codes right-aligned, then the labels.
///
/// The terminal writes them so, and the examination of a form measures them so.
public struct OptionLine: Hashable, Sendable {
  /// The columns of a terminal that nobody has made wider.
  public static let screenColumns = 80

  /// The columns of the widest code.
  private let codeColumns: Int

  /// Prepares lines for options and missing codes with these codes.
  public init(codes: [String]) {
    codeColumns = codes.map { ColumnWidth.of($0) }.max() ?? 0
  }

  /// What stands before the label.
  public func lead(of code: String) -> String {
    let padding = String(repeating: " ", count: max(0, codeColumns - ColumnWidth.of(code)))
    return "  \(padding)\(code)  "
  }

  /// What stands before further lines of a label.
  public var indent: String { String(repeating: " ", count: min(8, codeColumns + 4)) }

  /// The columns that an option takes on one line.
  public func columns(of label: String) -> Int { codeColumns + 4 + ColumnWidth.of(label) }
}
