package import SurveyModel
package import Tabular

/// A CSV file of interviews, opened and understood: its dialect and what its columns mean.
package struct InterviewTable {
  /// The delimiter that made the most questions recognised.
  package let delimiter: CSVDelimiter
  /// What the columns mean.
  package let map: ColumnMap
  private var reader: CSVReader

  /// Opens `source` and chooses the delimiter by which most questions are recognised.
  ///
  /// - Throws: ``TableFault`` when the bytes are no table or the header means nothing.
  package init(_ source: ByteSource, questionnaire: Questionnaire) throws(TableFault) {
    do throws(TabularError) {
      let stream = try ByteStream(source)
      let candidates = try CSVDialect.candidates(in: stream)
      let head = try stream.peek(1 << 20)
      var best: (delimiter: CSVDelimiter, map: ColumnMap)?
      for dialect in candidates {
        var probe = try CSVReader(.bytes(head), delimiter: dialect.delimiter)
        guard let record = try? probe.next() else { continue }
        let map = ColumnMap(header: record.texts, questionnaire: questionnaire)
        if map.recognised > (best?.map.recognised ?? -1) { best = (dialect.delimiter, map) }
      }
      delimiter = best?.delimiter ?? .comma
      reader = CSVReader(stream, delimiter: delimiter)
      guard let header = try reader.next() else { throw TabularError.emptyFile }
      map = ColumnMap(header: header.texts, questionnaire: questionnaire)
    } catch {
      throw .tabular(error)
    }
    if map.recognised == 0 {
      throw .nothingRecognised(header: Array(map.header.prefix(8)), questionnaire.id)
    }
    if let pair = map.duplicates.first {
      throw .duplicateColumn(map.header[pair.first], first: pair.first + 1, second: pair.second + 1)
    }
    let missing = questionnaire.questions.indices.filter { index in
      let question = questionnaire.questions[index]
      return question.required == .always && question.relevant == nil
        && !map.questions.contains(index)
    }
    if !missing.isEmpty {
      throw .missingColumns(missing.map { questionnaire.questions[$0].id })
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

  /// The number of empty lines that were passed so far.
  package var blankLineCount: Int { reader.blankLineCount }
}
