import SurveyModel

/// Shares the width of a line among the columns of a table.
enum TextTableColumns {
  /// The columns between two columns.
  static let gap = 2
  /// The narrowest that a column of long texts becomes.
  static let narrowestText = 18

  /// What a column would like and what it cannot do without.
  struct Demand: Hashable {
    /// The narrowest width that breaks no figure and no word of the heading.
    let minimum: Int
    /// Every cell on one line, the heading on two.
    let natural: Int
    /// The heading on one line, too.
    let generous: Int

    /// Judges a column by its heading and its cells; `breaks` says that cells may be wrapped.
    init(title: String, cells: [String], breaks: Bool) {
      let widest = cells.map { ColumnWidth.of($0) }.max() ?? 0
      let titleWord = min(ColumnWidth.longestWord(of: title), Self.longestUnbroken)
      minimum = max(breaks ? min(widest, narrowestText) : widest, titleWord, 1)
      natural = max(widest, Demand.comfortable(title), minimum)
      generous = max(natural, ColumnWidth.of(title))
    }

    private static let longestUnbroken = 20

    /// The narrowest width that shows a heading in at most two lines.
    private static func comfortable(_ title: String) -> Int {
      let whole = ColumnWidth.of(title)
      let word = ColumnWidth.longestWord(of: title)
      let candidates = word..<max(whole, word)
      return candidates.first { ColumnWidth.lines(of: title, width: $0).count <= 2 } ?? whole
    }
  }

  /// The width of each column, or `nil` when even the minimum of all does not fit.
  static func widths(_ demands: [Demand], available: Int) -> [Int]? {
    let room = available - gap * max(demands.count - 1, 0)
    guard demands.reduce(0, { $0 + $1.minimum }) <= room else { return nil }
    let natural = granted(demands.map(\.minimum), towards: demands.map(\.natural), room: room)
    return granted(natural, towards: demands.map(\.generous), room: room)
  }

  private static func granted(_ current: [Int], towards wishes: [Int], room: Int) -> [Int] {
    var widths = current
    var left = room - current.reduce(0, +)
    let needs = zip(wishes, current).map { $0 - $1 }
    // Modest wishes are granted first, so that headings are not broken for one long column.
    let order = needs.indices.sorted { needs[$0] == needs[$1] ? $0 < $1 : needs[$0] < needs[$1] }
    for (served, column) in order.enumerated() {
      let extra = min(needs[column], left / (order.count - served))
      widths[column] += extra
      left -= extra
    }
    return widths
  }
}
