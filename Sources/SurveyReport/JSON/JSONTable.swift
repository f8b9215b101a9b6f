/// A table as JSON.
enum JSONTable {
  static func value(of table: Table) -> JSONValue {
    let columns = table.columns.map { column in
      JSONValue.object([
        ("title", .string(column.title)), ("alignment", .string(column.alignment.rawValue)),
      ])
    }
    let rows = table.rows.map { row in
      JSONValue.object([
        ("indent", .integer(row.indent)), ("total", .bool(row.isTotal)),
        ("cells", .array(row.cells.map(cell))),
      ])
    }
    return .object([
      ("type", .string("table")), ("caption", .string(table.caption)),
      ("columns", .array(columns)), ("rows", .array(rows)),
    ])
  }

  private static func cell(_ cell: Table.Cell) -> JSONValue {
    switch cell {
    case .text(let text): typed("text", .string(text))
    case .count(let count): typed("count", .integer(count))
    case .share(let share): typed("share", .number(share))
    case .number(let number, let decimals):
      .object([
        ("type", .string("number")), ("value", .number(number)), ("decimals", .integer(decimals)),
      ])
    case .shareInterval(let interval): typed("share-interval", .interval(interval))
    case .numberInterval(let interval, let decimals):
      .object([
        ("type", .string("number-interval")), ("value", .interval(interval)),
        ("decimals", .integer(decimals)),
      ])
    case .change(let change, let isShare):
      .object([
        ("type", .string("change")), ("value", .number(change)), ("share", .bool(isShare)),
      ])
    case .changeInterval(let interval, let isShare):
      .object([
        ("type", .string("change-interval")), ("value", .interval(interval)),
        ("share", .bool(isShare)),
      ])
    case .pValue(let p): typed("p-value", .number(p))
    case .verdict(let word, let tone):
      .object([
        ("type", .string("verdict")), ("value", .string(tone.rawValue)), ("word", .string(word)),
      ])
    case .suppressed: withheld(.confidential)
    case .withheld(let symbol): withheld(symbol)
    case .empty: typed("empty", .null)
    }
  }

  private static func withheld(_ symbol: PublicationSymbol) -> JSONValue {
    .object([
      ("type", .string("suppressed")), ("value", .null), ("symbol", .string(symbol.text)),
    ])
  }

  private static func typed(_ type: String, _ value: JSONValue) -> JSONValue {
    .object([("type", .string(type)), ("value", value)])
  }
}
