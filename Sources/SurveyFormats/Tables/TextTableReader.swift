package import SurveyModel
package import Tabular

/// Reads a plain CSV file as columns of text.
package enum TextTableReader {
  /// Reads the file at `path`, or standard input when it is `-`.
  package static func read(path: String) throws(TableFault) -> TextTable {
    do throws(TabularError) {
      return try read(path == "-" ? .standardInput : .file(path: path))
    } catch {
      throw .tabular(error)
    }
  }

  /// Reads all of `source`; the first record is the header, cells are composed and trimmed.
  package static func read(_ source: ByteSource) throws(TabularError) -> TextTable {
    let stream = try ByteStream(source)
    let candidates = try CSVDialect.candidates(in: stream)
    var reader = CSVReader(stream, delimiter: candidates.first?.delimiter ?? .comma)
    guard let header = try reader.next() else { throw .emptyFile }
    let names = header.texts.map { $0.composed.trimmed }
    var columns = Array(repeating: [String](), count: names.count)
    var record = CSVRecord()
    while try reader.read(into: &record) {
      guard record.count == names.count else {
        throw .raggedRecord(line: record.line, expected: names.count, found: record.count)
      }
      for column in names.indices { columns[column].append(record[column].composed.trimmed) }
    }
    return TextTable(names: names, columns: columns)
  }
}
