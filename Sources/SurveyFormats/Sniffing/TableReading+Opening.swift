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
      samples = try TextSampler.samples(of: source, request)
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
      var record = CSVRecord()
      for _ in 0..<recordsAboveData {
        guard try reader.read(into: &record) else { break }
      }
      return reader
    case .sheet:
      throw .emptyFile
    }
  }

  /// Refuses a table that cannot be one of interviews with `questionnaire`.
  package func check(_ questionnaire: Questionnaire) throws(TableFault) {
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
