package import SurveyModel
package import Tabular

extension TableReading {
  /// Chooses how `source` is read.
  package init(
    _ source: ByteSource,
    questionnaire: Questionnaire,
    request: TableRequest = TableRequest()
  ) throws(TableFault) {
    let beginnings: Beginnings
    do throws(TabularError) {
      beginnings = try Beginnings(source, request)
    } catch {
      throw .tabular(error)
    }
    try beginnings.refuseSheetOfText()
    try beginnings.refuseEncodingOfSheet()
    let sniffer = TableSniffer(questionnaire, beginnings.request)
    guard var reading = try sniffer.choose(beginnings.samples, guess: beginnings.guess) else {
      throw .tabular(beginnings.samples.lazy.compactMap(\.fault).first ?? .emptyFile)
    }
    let form = reading.form
    try reading.refuseOldFonts(
      beginnings.samples.first { $0.form == form },
      beginnings.request
    )
    if let mojibake = beginnings.guess?.mojibake, let example = mojibake.examples.first {
      if !request.repairsMojibake {
        try reading.refuseMojibake(example, source, questionnaire, beginnings.request)
      }
      let note = ReadingNote.mojibake(
        words: mojibake.wordCount,
        before: example.before,
        after: example.after,
        isRepaired: request.repairsMojibake
      )
      reading.notes.insert(note, at: 0)
    }
    reading.repairsMojibake = request.repairsMojibake
    let key = Set(request.key.map { MatchingKey($0.composed.trimmed) })
    reading.keyColumns = Set(
      reading.map.header.indices.filter {
        key.contains(MatchingKey(reading.map.header[$0].composed.trimmed))
      }
    )
    self = reading
  }

  /// Refuses to go on when repairing makes more recognised.
  private func refuseMojibake(
    _ example: MojibakeFinding.Example,
    _ source: ByteSource,
    _ questionnaire: Questionnaire,
    _ request: TableRequest
  ) throws(TableFault) {
    var repairing = request
    repairing.repairsMojibake = true
    let repaired = try? TableReading(source, questionnaire: questionnaire, request: repairing)
    guard let repaired, repaired.score > score else { return }
    throw .reading(.mojibake(before: example.before, after: example.after))
  }

  /// Opens the table behind its header.
  package func open(_ source: ByteSource) throws(TabularError) -> any RecordSource {
    switch form {
    case .text(let encoding, let delimiter):
      let stream = try ByteStream(
        source,
        encoding: encoding,
        repairsMojibake: repairsMojibake
      )
      var reader = CSVReader(stream, delimiter: delimiter)
      try pass(&reader)
      return reader
    case .sheet(let name, _):
      var reader = try WorkbookReader(source, sheet: name, needed: answerCells)
      try pass(&reader)
      return reader
    }
  }

  /// The cells below the header that make an interview what it is.
  private var answerCells: SheetArea {
    let columns = map.meanings.indices.filter { keyColumns.contains($0) || isNeeded($0) }
    return SheetArea(columns: Set(columns), below: headerLine)
  }

  /// Whether a column holds answers, or says which interview a row is and whether it counts.
  private func isNeeded(_ column: Int) -> Bool {
    switch map.meanings[column] {
    case .question, .option, .bookkeeping: true
    case .meta(.rowNumber), .meta(.personal): false
    case .meta(.technical): MetaHeaders.isReplacedID(map.header[column])
    case .meta: true
    case .unknown, .ignored: false
    }
  }

  /// Reads over the title lines and the header.
  private func pass(_ reader: inout some RecordSource) throws(TabularError) {
    var record = CSVRecord()
    for _ in 0..<recordsAboveData {
      guard try reader.read(into: &record) else { return }
    }
  }
}

/// The beginnings of a table: text in all encodings, or the sheets of a workbook.
struct Beginnings {
  let samples: [TableSample]
  let guess: EncodingGuess?
  /// What was asked for, as far as it is about this file.
  let request: TableRequest

  init(_ source: ByteSource, _ asked: TableRequest) throws(TabularError) {
    if asked.isAboutForm, let rejects = try? TextSampler(source, asked.withoutForm),
      rejects.samples.contains(where: \.isOfRejects)
    {
      // Rows that were sent back stand in a file of our own, whatever the table was like.
      (samples, guess, request) = (rejects.samples, rejects.guess, asked.withoutForm)
      return
    }
    request = asked
    do throws(TabularError) {
      let sampler = try TextSampler(source, asked)
      (samples, guess) = (sampler.samples, sampler.guess)
    } catch .notATextTable(.xlsx) {
      (samples, guess) = (try WorkbookSampler.samples(of: source, asked), nil)
    } catch {
      throw error
    }
  }

  /// Refuses a text table of which a sheet was asked for, unless a map of workbooks says it.
  func refuseSheetOfText() throws(TableFault) {
    guard let sheet = request.sheet, sheet != request.savedMap?.sheet,
      samples.contains(where: { $0.form.encoding != nil })
    else { return }
    throw .reading(.noSheets(sheet))
  }

  /// Refuses a workbook of which an encoding was asked for, unless a map of text tables says it.
  func refuseEncodingOfSheet() throws(TableFault) {
    guard let encoding = request.encoding, encoding != request.savedMap?.encoding,
      samples.contains(where: { $0.form.encoding == nil })
    else { return }
    throw .reading(.encodingOfSheet(encoding))
  }
}

extension TableSample {
  /// Whether the importer wrote this file itself.
  fileprivate var isOfRejects: Bool {
    records.first?.cells.first.map { ColumnMap.ownHeaders.contains($0) } ?? false
  }
}

extension TableRequest {
  /// Whether anything was said about the form of the file.
  fileprivate var isAboutForm: Bool {
    encoding != nil || delimiter != nil || headerRow != nil || sheet != nil
  }

  /// What was said about the columns only.
  fileprivate var withoutForm: TableRequest {
    var request = self
    request.encoding = nil
    request.delimiter = nil
    request.headerRow = nil
    request.sheet = nil
    return request
  }
}
