package import SurveyModel
package import Tabular

extension TableReading {
  /// Chooses how `source` is read.
  package init(
    _ source: ByteSource,
    questionnaire: Questionnaire,
    request: TableRequest = TableRequest()
  ) throws(TableFault) {
    let samples: [TableSample]
    do throws(TabularError) {
      samples = try Self.samples(of: source, request)
    } catch {
      throw .tabular(error)
    }
    let sniffer = TableSniffer(questionnaire, request)
    do throws(ReadingFault) {
      if let reading = try sniffer.choose(samples) {
        self = reading
        return
      }
    } catch {
      throw .reading(error)
    }
    throw .tabular(samples.lazy.compactMap(\.fault).first ?? .emptyFile)
  }

  /// Opens the table behind its header.
  package func open(_ source: ByteSource) throws(TabularError) -> any RecordSource {
    switch form {
    case .text(let encoding, let delimiter):
      var reader = try CSVReader(source, delimiter: delimiter, encoding: encoding)
      try pass(&reader)
      return reader
    case .sheet(let name):
      var reader = try WorkbookReader(source, sheet: name)
      try pass(&reader)
      return reader
    }
  }

  /// Reads over the title lines and the header.
  private func pass(_ reader: inout some RecordSource) throws(TabularError) {
    var record = CSVRecord()
    for _ in 0..<recordsAboveData {
      guard try reader.read(into: &record) else { return }
    }
  }

  /// The beginnings of the table: text in all encodings, or the sheets of a workbook.
  private static func samples(
    of source: ByteSource,
    _ request: TableRequest
  ) throws(TabularError) -> [TableSample] {
    do throws(TabularError) {
      return try TextSampler.samples(of: source, request)
    } catch .notATextTable(.xlsx) {
      return try WorkbookSampler.samples(of: source, request)
    } catch {
      throw error
    }
  }

  /// Refuses a table that cannot be one of interviews with `questionnaire`.
  ///
  /// - Parameters:
  ///   - questionnaire: The questionnaire of the interviews.
  ///   - acceptsGuesses: Whether the user agreed to columns that were only guessed.
  package func check(
    _ questionnaire: Questionnaire,
    acceptsGuesses: Bool = false
  ) throws(TableFault) {
    let guesses = map.meanings.indices.filter { map.evidence[$0] == .guess }
    if !guesses.isEmpty, !acceptsGuesses {
      throw .reading(
        .guesses(
          guesses.map { column in
            let id = map.meanings[column].question.map { questionnaire.questions[$0].id } ?? ""
            return ReadingFault.Guess(header: map.header[column], question: id)
          }
        )
      )
    }
    if map.recognised == 0 {
      throw .nothingRecognised(header: Array(map.header.prefix(8)), questionnaire.id)
    }
    if let pair = map.duplicates.first {
      let one = TableColumn(number: pair.first + 1, header: map.header[pair.first])
      let other = TableColumn(number: pair.second + 1, header: map.header[pair.second])
      if HeaderKey(one.header) == HeaderKey(other.header) {
        throw .duplicateColumn(one.header, first: one.number, second: other.number)
      }
      let id = map.meanings[pair.first].question.map { questionnaire.questions[$0].id } ?? ""
      throw .sameQuestion(id, first: one, second: other)
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
}
