@_spi(_Unicode) import Swift

@testable import Tabular

/// Composes and trims as the product does with cells.
func tidied(_ text: String) -> String {
  var scalars = Array(text._nfc)
  func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
  }
  while let last = scalars.last, isBlank(last) { scalars.removeLast() }
  scalars = Array(scalars.drop(while: isBlank))
  return String(String.UnicodeScalarView(scalars))
}

/// Numbers as statistical programs write them.
func scientific(_ text: String) -> Double? {
  guard text.utf8.allSatisfy({ "0123456789-+.eE".utf8.contains($0) }) else { return nil }
  return Double(text).flatMap { $0.isFinite ? $0 : nil }
}

let usualRules = CellRules(tidy: tidied, number: scientific)

/// A table read whole into texts and bit patterns of numbers, or the error.
struct Outcome: Equatable {
  var names: [[UInt8]] = []
  var columns: [[[UInt8]]] = []
  var numbers: [[UInt64]] = []
  var faults: [NumberColumn.Fault?] = []
  var error: TabularError?
}

private func bits(_ number: Double) -> UInt64 { number.isNaN ? .max : number.bitPattern }

/// Reads record by record, every cell as a string of its own.
func readByRecords(
  _ bytes: [UInt8],
  delimiter: CSVDelimiter,
  chunkSize: Int,
  recordLimit: Int = CSVReader.defaultRecordLimit,
  rules: CellRules = usualRules
) -> Outcome {
  var outcome = Outcome()
  do throws(TabularError) {
    let stream = try ByteStream(.bytes(bytes), chunkSize: chunkSize)
    var reader = CSVReader(stream, delimiter: delimiter, recordLimit: recordLimit)
    guard let header = try reader.next() else { throw .emptyFile }
    let width = header.count
    outcome.names = header.texts.map { Array(rules.tidy($0).utf8) }
    outcome.columns = Array(repeating: [], count: width)
    outcome.numbers = Array(repeating: [], count: width)
    outcome.faults = Array(repeating: nil, count: width)
    var row = 0
    while let record = try reader.next() {
      guard record.count == width else {
        throw .raggedRecord(line: record.line, expected: width, found: record.count)
      }
      for (column, cell) in record.texts.enumerated() {
        let text = rules.tidy(cell)
        outcome.columns[column].append(Array(text.utf8))
        var number = Double.nan
        if !text.isEmpty, !rules.missing.contains(text) {
          number = rules.number(text) ?? .nan
          if number.isNaN, outcome.faults[column] == nil {
            outcome.faults[column] = NumberColumn.Fault(row: row, text: text)
          }
        }
        outcome.numbers[column].append(bits(number))
      }
      row += 1
    }
  } catch {
    return Outcome(error: error)
  }
  return outcome
}

/// Reads by columns, each of them both as codes and as numbers.
func readByColumns(
  _ bytes: [UInt8],
  delimiter: CSVDelimiter,
  chunkSize: Int,
  recordLimit: Int = CSVReader.defaultRecordLimit,
  rules: CellRules = usualRules
) -> Outcome {
  var outcome = Outcome()
  do throws(TabularError) {
    let stream = try ByteStream(.bytes(bytes), chunkSize: chunkSize)
    let reader = CSVReader(stream, delimiter: delimiter, recordLimit: recordLimit)
    let table = try ColumnReader.read(reader, rules: rules) { names in
      ColumnTable.Wishes(codes: Set(names), numbers: Set(names))
    }
    outcome.names = table.names.map { Array($0.utf8) }
    for name in table.names {
      let coded = table.coded[name]
      outcome.columns.append(coded?.texts.map { Array($0.utf8) } ?? [])
      outcome.numbers.append(table.numbers[name]?.values.map(bits) ?? [])
      outcome.faults.append(table.numbers[name]?.fault)
    }
  } catch {
    return Outcome(error: error)
  }
  return outcome
}

extension Outcome {
  /// The outcome in which the columns of equal names are as the first of them.
  var withFirstOfEqualNames: Outcome {
    var copy = self
    for (column, name) in names.enumerated() {
      guard let first = names.firstIndex(of: name), first < column else { continue }
      copy.columns[column] = columns[first]
      copy.numbers[column] = numbers[first]
      copy.faults[column] = faults[first]
    }
    return copy
  }
}
