/// The wanted columns of a table while it is read.
struct WantedColumns {
  private var coded: [(name: String, column: Int, builder: CodedColumnBuilder)] = []
  private var numbers: [(name: String, column: Int, builder: NumberColumnBuilder)] = []
  private var rowCount = 0

  init(names: [String], wishes: ColumnTable.Wishes, rules: CellRules) {
    var seen: Set<String> = []
    for (column, name) in names.enumerated() where seen.insert(name).inserted {
      if wishes.codes.contains(name) {
        coded.append((name, column, CodedColumnBuilder(column: column, rules: rules)))
      }
      if wishes.numbers.contains(name) {
        numbers.append((name, column, NumberColumnBuilder(column: column, rules: rules)))
      }
    }
  }

  /// Makes room for so many rows when they come; it is no error when they do not.
  mutating func expect(rows: Int) {
    for place in coded.indices { coded[place].builder.expectedRows = rows }
    for place in numbers.indices { numbers[place].builder.expectedRows = rows }
  }

  /// Appends a run of records.
  mutating func append(_ window: Span<UInt8>, _ index: borrowing CellIndex) {
    rowCount += index.rows
    for place in coded.indices { coded[place].builder.append(window, index) }
    for place in numbers.indices { numbers[place].builder.append(window, index) }
  }

  /// Appends one record.
  mutating func append(_ record: CSVRecord) {
    rowCount += 1
    for place in coded.indices {
      record.withBytes(of: coded[place].column) { coded[place].builder.append($0) }
    }
    for place in numbers.indices {
      record.withBytes(of: numbers[place].column) { numbers[place].builder.append($0) }
    }
  }

  func table(names: [String]) -> ColumnTable {
    ColumnTable(
      names: names,
      rowCount: rowCount,
      coded: Dictionary(uniqueKeysWithValues: coded.map { ($0.name, $0.builder.finished) }),
      numbers: Dictionary(uniqueKeysWithValues: numbers.map { ($0.name, $0.builder.finished) })
    )
  }
}
