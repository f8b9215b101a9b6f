/// Looks rows up in a table: `instance('x')/root/item[…]/column`.
struct ExpressionLookup: Hashable, Sendable {
  let table: LookupTable
  /// What has to be true of a row; a number is the place among the rows that are left.
  let conditions: [CompiledNode]
  /// The column that is read; none for the rows themselves.
  let column: Int?
}

/// The rows of a table by the text of one column, the first row of each.
final class LookupIndex: Hashable, Sendable {
  private let rows: [String: Int]
  private let table: LookupTable
  private let column: Int

  /// Prepares to find rows by `key` and to read `column`.
  init(_ table: LookupTable, key: Int, column: Int) {
    self.table = table
    self.column = column
    rows = Dictionary(
      table.rows.enumerated().map { ($1[key], $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The cell of the row with this key, the empty text when there is none.
  subscript(key: String) -> String { rows[key].map { table.rows[$0][column] } ?? "" }

  static func == (left: LookupIndex, right: LookupIndex) -> Bool { left === right }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension ExpressionEvaluator {
  /// The rows that a lookup finds, in the order of the table.
  func rows(_ lookup: ExpressionLookup) -> [Int] {
    var rows = Array(lookup.table.rows.indices)
    for condition in lookup.conditions {
      var place = 0
      rows = rows.filter { row in
        place += 1
        var inner = self
        inner.row = lookup.table.rows[row]
        inner.place = place
        switch inner.value(condition) {
        case .number(let number): return number == Double(place)
        case let value: return value.asBoolean
        }
      }
    }
    return rows
  }

  /// The cell of the first row that a lookup finds.
  func value(_ lookup: ExpressionLookup) -> ExpressionValue {
    guard let column = lookup.column, let row = rows(lookup).first else { return .missing }
    return .string(lookup.table.rows[row][column])
  }

  /// The values that a node stands for among the arguments of functions over several.
  func values(_ node: CompiledNode) -> [ExpressionValue] {
    switch node {
    case .question(let question):
      return context.turnValues(of: question, outside: nil) ?? [value(node)]
    case .turns(let question, let repeated):
      return context.turnValues(of: question, outside: repeated) ?? [context.value(of: question)]
    default: break
    }
    guard case .lookup(let lookup) = node else { return [value(node)] }
    return rows(lookup).map { row in
      .string(lookup.column.map { lookup.table.rows[row][$0] } ?? "")
    }
  }
}
