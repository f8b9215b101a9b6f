package import SurveyModel
package import Tabular

/// A file of interviews, opened and understood: how it is read and what its columns mean.
package struct InterviewTable {
  /// How the file is read.
  package let reading: TableReading
  private var reader: any RecordSource
  private var keptKey: KeptKey?
  /// Records whose key a spreadsheet had written in its own way, and the line of the first.
  package private(set) var restoredKeys: (count: Int, firstLine: Int?) = (0, nil)
  private var keptCells: KeptCells?
  /// Days and decimals that a spreadsheet had written in its own way, and the line of the first.
  package private(set) var restoredCells: (count: Int, firstLine: Int?) = (0, nil)
  private var sealing: (columns: [Int], seal: @Sendable (String) -> String)?
  /// The columns of a workbook in which numbers are handed out with a decimal comma.
  private var commaColumns: [Int] = []

  /// What the columns mean.
  package var map: ColumnMap { reading.map }
  /// The delimiter of a text table.
  package var delimiter: CSVDelimiter { reading.form.delimiter }

  /// Opens `source` in the way by which most questions and answers are recognised.
  ///
  /// - Throws: ``TableFault`` when the bytes are no table, the header means nothing, or it is not
  ///   clear how the table is to be read.
  package init(
    _ source: ByteSource,
    questionnaire: Questionnaire,
    request: TableRequest = TableRequest()
  ) throws(TableFault) {
    let reading = try TableReading(source, questionnaire: questionnaire, request: request)
    try reading.check(questionnaire, acceptsGuesses: request.acceptsGuesses)
    try self.init(source, reading: reading)
  }

  /// Opens `source` once more in a way that was chosen before.
  ///
  /// With `formats` the numbers of a workbook are handed out with the decimal mark of the text cells
  /// of their column: the meaning of a cell stays a function of its column and its bytes, and a row
  /// that is sent back comes again as it was. With `readsAhead` another core finds the cells of the
  /// next records of a text table meanwhile.
  package init(
    _ source: ByteSource,
    reading: TableReading,
    formats: ColumnFormats? = nil,
    readsAhead: Bool = false
  ) throws(TableFault) {
    self.reading = reading
    if case .sheet = reading.form, let formats {
      commaColumns = formats.columns.indices.filter { formats[$0].decimalMark == .comma }
    }
    do throws(TabularError) {
      let reader = try reading.open(source)
      self.reader = readsAhead ? (reader as? CSVReader).map { AheadReader($0) } ?? reader : reader
    } catch {
      throw .tabular(error)
    }
  }

  /// Replaces `record` by the next one; false at the end.
  package mutating func read(into record: inout CSVRecord) throws(TableFault) -> Bool {
    do throws(TabularError) {
      guard try reader.read(into: &record) else { return false }
    } catch {
      throw .tabular(error)
    }
    if record.holdsNumbers { for column in commaColumns { record.writeComma(in: column) } }
    if let keptKey, keptKey.restore(&record) {
      restoredKeys = (restoredKeys.count + 1, restoredKeys.firstLine ?? record.line)
    }
    if let restored = keptCells?.restore(&record), restored > 0 {
      restoredCells = (restoredCells.count + restored, restoredCells.firstLine ?? record.line)
    }
    if let sealing {
      for column in sealing.columns {
        let text = record[column].trimmed
        if !text.isEmpty { record.replace(column, with: sealing.seal(text)) }
      }
    }
    return true
  }

  /// From here on keys that a spreadsheet wrote in its own way are read as they were sent back.
  package mutating func restoreKeys(by keptKey: KeptKey?) { self.keptKey = keptKey }

  /// From here on days and decimals that a spreadsheet wrote in its own way are read as they were
  /// sent back.
  package mutating func restoreCells(by keptCells: KeptCells?) { self.keptCells = keptCells }

  /// From here on the cells that answer `question` are changed by `seal` before anybody sees them.
  ///
  /// - Returns: whether the table has such cells.
  @discardableResult
  package mutating func seal(
    question: Int,
    _ seal: @escaping @Sendable (String) -> String
  ) -> Bool {
    let columns = map.meanings.indices.filter { map.meanings[$0] == .question(question) }
    sealing = columns.isEmpty ? nil : (columns, seal)
    return !columns.isEmpty
  }

  /// Lends the remaining records that hold anything.
  package mutating func forEachRecord(
    _ body: (_ record: CSVRecord, _ number: Int, _ line: Int) throws -> Void
  ) throws {
    var record = CSVRecord()
    while try read(into: &record) {
      if !record.isBlank { try body(record, record.number, record.line) }
    }
  }

  /// Takes the next records whose cells can be found at once; see ``RecordRun``.
  package mutating func takeRun(into run: inout RecordRun) {
    if sealing == nil, keptKey == nil, keptCells == nil { reader.takeRun(into: &run) }
  }

  /// The number of empty lines that were passed so far.
  package var blankLineCount: Int { reader.blankLineCount }
}
