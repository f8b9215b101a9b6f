package import SurveyModel
package import Tabular

/// A file of interviews, opened and understood: how it is read and what its columns mean.
package struct InterviewTable {
  /// How the file is read.
  package let reading: TableReading
  private var reader: any RecordSource

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
  package init(_ source: ByteSource, reading: TableReading) throws(TableFault) {
    self.reading = reading
    do throws(TabularError) {
      reader = try reading.open(source)
    } catch {
      throw .tabular(error)
    }
  }

  /// Replaces `record` by the next one; false at the end.
  package mutating func read(into record: inout CSVRecord) throws(TableFault) -> Bool {
    do throws(TabularError) {
      return try reader.read(into: &record)
    } catch {
      throw .tabular(error)
    }
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
    reader.takeRun(into: &run)
  }

  /// The number of empty lines that were passed so far.
  package var blankLineCount: Int { reader.blankLineCount }
}
