/// A table of a report.
package struct Table: Hashable, Sendable {
  /// One column.
  package struct Column: Hashable, Sendable {
    /// How a column is aligned.
    package enum Alignment: String, Hashable, Sendable {
      case leading
      case trailing
    }

    /// How it is headed.
    package let title: String
    /// How it is aligned.
    package let alignment: Alignment

    /// Makes a column.
    package init(_ title: String, _ alignment: Alignment = .leading) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// One cell, typed.
  package enum Cell: Hashable, Sendable {
    case text(String)
    case count(Int)
    /// A share 0...1, shown as a percentage with two decimals.
    case share(Double)
    /// A number with this many decimals.
    case number(Double, decimals: Int)
    /// Both ends of an interval of shares 0...1.
    case shareInterval(ClosedRange<Double>)
    /// Both ends of an interval of numbers.
    case numberInterval(ClosedRange<Double>, decimals: Int)
    /// A change with its sign; of shares in percentage points, so that 0.0128 is "+1,28".
    case change(Double, isShare: Bool)
    /// Both ends of the interval of a change.
    case changeInterval(ClosedRange<Double>, isShare: Bool)
    /// A p value; one that is near 0 is never shown as 0.
    case pValue(Double)
    /// A verdict's word with its tone.
    case verdict(word: String, tone: Report.VerdictBlock.Tone)
    /// Kept back so that nobody can be recognised.
    case suppressed
    /// Something stands in place of a figure.
    case withheld(PublicationSymbol)
    /// There is nothing to show.
    case empty
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// The cells, one for each column.
    package let cells: [Cell]
    /// How far the first cell is indented: 0 for totals and parts, 1 for elements, 2 for items.
    package let indent: Int
    /// Whether the row is a total.
    package let isTotal: Bool

    /// Whether the row only heads the rows below it: a label and nothing beside it.
    package var isHeading: Bool {
      cells.count > 1 && cells.dropFirst().allSatisfy { $0 == .text("") }
    }

    /// Makes a row that heads the rows below it.
    package static func heading(_ label: String, columns: Int) -> Row {
      Row([.text(label)] + Array(repeating: .text(""), count: max(0, columns - 1)))
    }

    /// Makes a row.
    package init(_ cells: [Cell], indent: Int = 0, isTotal: Bool = false) {
      self.cells = cells
      self.indent = indent
      self.isTotal = isTotal
    }
  }

  /// The sentence above the table.
  package let caption: String
  /// The columns.
  package let columns: [Column]
  /// The rows.
  package let rows: [Row]
  /// Whether text has each row as a record, its first cell on a line of its own, whatever fits.
  package let isListed: Bool

  /// Makes a table.
  package init(caption: String, columns: [Column], rows: [Row], isListed: Bool = false) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.isListed = isListed
  }
}
