/// One row of a sheet as it is stored.
struct SheetRow {
  /// What the content of a cell is.
  enum Kind: Sendable, Hashable {
    case number
    case sharedText
    case text
    case boolean
    case error
    case isoDate
  }

  /// One stored cell.
  struct Cell {
    var column: Int
    var kind: Kind
    var style: Int
    /// The content in ``SheetRow/bytes``.
    var content: Range<Int>
    var hasFormula: Bool
  }

  /// The number of the row, from 1.
  var number = 0
  var isHidden = false
  var cells: [Cell] = []
  var bytes: [UInt8] = []

  mutating func begin(_ number: Int) {
    self.number = number
    isHidden = false
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
