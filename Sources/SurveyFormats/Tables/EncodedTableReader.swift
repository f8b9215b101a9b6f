package import SurveyModel
import Tabular

/// Reads the needed columns of a plain CSV file.
package enum EncodedTableReader {
  /// Reads the file at `path`, or standard input when it is `-`.
  ///
  /// `needs` is given the names of all columns. Cells in `missing` are no numbers but missing
  /// ones, beside empty ones.
  ///
  /// - Throws: ``TableFault/tabular(_:)`` for a file that cannot be read as a table.
  package static func read(
    path: String,
    missing: Set<String> = [],
    needs: ([String]) -> EncodedTable.Needs
  ) throws(TableFault) -> EncodedTable {
    let table = try ColumnTableReader.read(path: path, missing: missing) { names in
      let needs = needs(names)
      return ColumnTable.Wishes(codes: needs.texts, numbers: needs.numbers)
    }
    return EncodedTable(
      names: table.names,
      rowCount: table.rowCount,
      texts: table.coded.mapValues { column in
        EncodedColumn(texts: column.values, codes: codes(column.codes))
      },
      numbers: table.numbers.mapValues { column in
        let fault = column.fault.map { EncodedTable.Numbers.Fault(row: $0.row, text: $0.text) }
        return EncodedTable.Numbers(values: column.values, fault: fault)
      }
    )
  }

  private static func codes(_ storage: CodeStorage) -> EncodedColumn.Codes {
    switch storage {
    case .bytes(let codes): .narrow(codes)
    case .shorts(let codes): .wide(codes.map { Int32($0) })
    case .words(let codes): .wide(codes)
    }
  }
}
