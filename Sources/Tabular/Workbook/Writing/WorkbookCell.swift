/// One cell that is to be written.
package struct WorkbookCell: Sendable, Hashable {
  /// What it holds.
  package enum Content: Sendable, Hashable {
    case blank
    case text(String)
    case number(Double)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
  }

  /// What it holds.
  package var content: Content
  /// How it looks.
  package var look: CellLook
  /// The sheet that a click on its text leads to.
  package var link: String?

  /// Makes a cell.
  package init(_ content: Content, look: CellLook = CellLook()) {
    self.content = content
    self.look = look
  }

  /// A cell of text.
  package static func text(_ text: String, look: CellLook = CellLook()) -> WorkbookCell {
    WorkbookCell(.text(text), look: look)
  }

  /// A cell without content.
  package static let blank = WorkbookCell(.blank)
}

/// How a cell looks.
package struct CellLook: Sendable, Hashable {
  /// What its number is shown as.
  package enum NumberLook: Sendable, Hashable {
    case general
    case text
    case whole
    case decimals(Int)
    /// With a mark between thousands; the reader's Excel chooses the marks.
    case grouped(decimals: Int)
    /// As ``grouped(decimals:)``, with a plus before what is above 0.
    case signed(decimals: Int)
    case percent(decimals: Int)
    /// `dd/mm/yyyy`.
    case date

    var code: String? {
      switch self {
      case .general: nil
      case .text: "@"
      case .whole: "0"
      case .decimals(let count): "0" + fraction(count)
      case .grouped(let decimals): "#,##0" + fraction(decimals)
      case .signed(let decimals):
        "+#,##0\(fraction(decimals));-#,##0\(fraction(decimals));0\(fraction(decimals))"
      case .percent(let decimals): "0" + fraction(decimals) + "%"
      case .date: "dd/mm/yyyy"
      }
    }

    private func fraction(_ count: Int) -> String {
      count > 0 ? "." + String(repeating: "0", count: min(count, 15)) : ""
    }
  }

  /// What its number is shown as.
  package var number = NumberLook.general
  /// Whether it is bold.
  package var isBold = false
  /// Whether it is slanted.
  package var isItalic = false
  /// Whether long text goes on in a second line.
  package var wraps = false
  /// Whether it is centred.
  package var isCentred = false
  /// Whether text is at the right end, where numbers are.
  package var isTrailing = false
  /// Whether it stands at the upper edge beside text of several lines.
  package var isTop = false
  /// How far it is moved from its left end, up to 15 steps.
  package var indent = 0
  /// The size of its letters in points; the usual one where it is `nil`.
  package var size: Double?
  /// Whether it has a line below.
  package var hasRuleBelow = false
  /// Whether it has thin lines around it.
  package var hasBorder = false
  /// The colour behind it as `0xRRGGBB`.
  package var fill: UInt32?
  /// The colour of its letters as `0xRRGGBB`.
  package var colour: UInt32?

  /// The usual look.
  package init() {}

  /// The usual look but for one kind of numbers.
  package init(_ number: NumberLook) { self.number = number }
}
