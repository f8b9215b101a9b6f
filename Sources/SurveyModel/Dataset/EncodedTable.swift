/// The columns of a table that are needed, each in the form in which it is needed.
public struct EncodedTable: Sendable {
  /// A column of numbers; NaN for a missing cell.
  public struct Numbers: Sendable {
    /// A cell that is no number.
    public struct Fault: Sendable, Hashable {
      /// The row, from 0.
      public let row: Int
      /// What the cell holds.
      public let text: String

      /// Makes a fault.
      public init(row: Int, text: String) {
        self.row = row
        self.text = text
      }
    }

    /// A number for each row.
    public let values: [Double]
    /// The first cell that is no number.
    public let fault: Fault?

    /// Makes a column.
    public init(values: [Double], fault: Fault?) {
      self.values = values
      self.fault = fault
    }
  }

  /// The columns that are needed, by name, as texts and as numbers.
  public struct Needs: Hashable, Sendable {
    /// The columns needed as texts.
    public var texts: Set<String> = []
    /// The columns needed as numbers.
    public var numbers: Set<String> = []

    /// Nothing is needed yet.
    public init() {}
  }

  /// The names of all columns, needed or not.
  public let names: [String]
  /// The number of rows.
  public let rowCount: Int
  /// The columns needed as texts.
  public let texts: [String: EncodedColumn]
  /// The columns needed as numbers.
  public let numbers: [String: Numbers]

  /// Makes a table of columns that have `rowCount` rows.
  public init(
    names: [String],
    rowCount: Int,
    texts: [String: EncodedColumn],
    numbers: [String: Numbers]
  ) {
    self.names = names
    self.rowCount = rowCount
    self.texts = texts
    self.numbers = numbers
  }

  /// Takes what is needed out of a table of texts.
  ///
  /// Cells in `missing` are no numbers but missing ones, beside empty ones.
  public init(_ table: TextTable, _ needs: Needs, missing: Set<String> = []) {
    names = table.names
    rowCount = table.rowCount
    var texts: [String: EncodedColumn] = [:]
    for name in needs.texts { texts[name] = table[name].map { EncodedColumn(cells: $0) } }
    var numbers: [String: Numbers] = [:]
    for name in needs.numbers {
      guard let cells = table[name] else { continue }
      var fault: Numbers.Fault?
      let values = cells.enumerated().map { row, cell -> Double in
        if cell.isEmpty || missing.contains(cell) { return .nan }
        if let number = NumberText.parseScientific(cell) { return number }
        if fault == nil { fault = Numbers.Fault(row: row, text: cell) }
        return .nan
      }
      numbers[name] = Numbers(values: values, fault: fault)
    }
    self.texts = texts
    self.numbers = numbers
  }
}
