import SurveyModel
import Tabular

/// Chooses how a table is read: by what makes the most questions and answers recognised.
///
/// Every sample is tried with every place for the header. A way that yields another table and is
/// nearly as good is never passed over in silence: the user is asked.
struct TableSniffer {
  private let dictionary: HeaderDictionary
  private let matcher: HeaderMatcher
  private let fit: CellFit
  private let sheets: SheetRivals
  private let request: TableRequest

  init(_ questionnaire: Questionnaire, _ request: TableRequest) {
    dictionary = HeaderDictionary(questionnaire, savedMap: request.savedMap)
    matcher = HeaderMatcher(dictionary)
    fit = CellFit(questionnaire)
    sheets = SheetRivals(questionnaire, fit)
    self.request = request
  }

  /// One way to read the file.
  private struct Candidate {
    let sample: TableSample
    let block: HeaderBlock
    let score: Int
    let order: Int

    var line: Int { sample.records[block.first].line }

    var table: SheetRivals.Table {
      SheetRivals.Table(
        map: block.map,
        rows: sample.records.dropFirst(block.end).map(\.cells)
      )
    }

    var runnerUp: TableReading.RunnerUp {
      TableReading.RunnerUp(
        form: sample.form,
        headerLine: line,
        recognised: block.map.recognised,
        columns: block.map.header.count,
        score: score
      )
    }
  }

  /// The best way to read the table of which `samples` are the beginnings.
  ///
  /// - Parameters:
  ///   - samples: The beginnings of the table.
  ///   - guess: What bytes and words say about the encoding of a text table.
  /// - Returns: The choice; none when there is no record at all.
  /// - Throws: ``TableFault`` when two ways are nearly as good.
  func choose(
    _ samples: [TableSample],
    guess: EncodingGuess? = nil
  ) throws(TableFault) -> TableReading? {
    var candidates: [Candidate] = []
    for sample in samples {
      candidates += self.candidates(sample, order: candidates.count)
    }
    candidates.sort { ($0.score, -$0.order) > ($1.score, -$1.order) }
    let encoding = try self.encoding(candidates, guess)
    let best = candidates.first { encoding == nil || $0.sample.form.encoding == encoding }
    guard let best else {
      if let line = request.headerRow { throw .reading(.noHeaderRow(line)) }
      return nil
    }
    let others = candidates.filter { isOther($0, than: best) }
    do throws(ReadingFault) {
      for rival in others where !isListOfOptions(rival, beside: best) {
        try refuseClose(rival, to: best)
      }
      try refuseLeavingOut(others, beside: best)
      try refuseOneColumn(best)
    } catch {
      throw .reading(error)
    }
    let data = Array(best.sample.records.dropFirst(best.block.end))
    let map = HeaderGuesses(dictionary, fit)
      .completing(best.block.map, data, best.sample.form)
    var block = best.block.with(map)
    if request.headerRow == nil, map.meanings.allSatisfy({ $0 == .unknown }) {
      block = block.atFirstRow(of: best.sample)
    }
    let reading = ReadingNotes(dictionary, best.sample, block)
    var result = TableReading(
      form: best.sample.form,
      headerLine: best.sample.records[block.first].line,
      recordsAboveData: block.end,
      map: block.map,
      score: best.score,
      runnerUp: runnerUp(others, best)?.runnerUp,
      notes: reading.notes,
      nearColumns: reading.nearColumns
    )
    result.legends = LegendLine.all(in: best.sample, above: best.block.end)
    return result
  }

  /// The encoding in which words read well and headers and answers are recognised.
  private func encoding(
    _ candidates: [Candidate],
    _ guess: EncodingGuess?
  ) throws(TableFault) -> TextEncoding? {
    guard let guess, guess.evidence == .words, let most = candidates.first?.score else {
      return nil
    }
    let judged = guess.recognising { encoding in
      let own = candidates.first { $0.sample.form.encoding == encoding }?.score ?? 0
      return most == 0 ? 0 : Double(own) / Double(most)
    }
    if let unclear = judged.unclear { throw .tabular(unclear) }
    return judged.best
  }

  /// The next best way; of ways that recognise nothing, one that is another way to read the bytes.
  private func runnerUp(_ others: [Candidate], _ best: Candidate) -> Candidate? {
    guard let first = others.first, first.score == 0 else { return others.first }
    return others.first { $0.sample.form != best.sample.form } ?? first
  }

  private func candidates(_ sample: TableSample, order: Int) -> [Candidate] {
    let blocks = HeaderBlock.candidates(
      in: sample,
      line: request.headerRow,
      by: matcher,
      fit: fit
    )
    let weight = blocks.map(\.weight).max() ?? 0
    // A place that means less than half of what another means cannot win by its cells.
    return blocks.filter {
      $0.weight * 2 >= weight && $0.weight > 0 || $0.first == blocks.first?.first
    }
    .enumerated().map { offset, block in
      Candidate(
        sample: sample,
        block: block,
        score: score(block, sample),
        order: order + offset
      )
    }
  }

  /// A hundred points for each column that holds answers, up to a hundred more for its cells, both
  /// in proportion to the records that are as wide as the header.
  private func score(_ block: HeaderBlock, _ sample: TableSample) -> Int {
    let header = sample.records[block.first].cells
    let data = sample.records.dropFirst(block.end).filter { $0.cells != header }
    let cells = block.map.meanings.enumerated().reduce(0) { sum, column in
      guard column.element.question != nil else { return sum }
      return sum + fit.hundredths(column.offset, column.element, in: data)
    }
    let width = block.map.header.count
    let even = data.isEmpty ? 1 : data.count { $0.cells.count == width }
    return (block.weight + cells) * even / max(1, data.count)
  }

  /// Whether a candidate makes another table out of the file.
  private func isOther(_ one: Candidate, than best: Candidate) -> Bool {
    if one.sample.form != best.sample.form { return true }
    // The choice itself, rows of its header, and the same header again further down.
    let rows = best.block.first..<best.block.end
    if rows.overlaps(one.block.first..<one.block.end) { return false }
    return one.block.map.header != best.block.map.header
  }

  // MARK: Refusals

  private func refuseClose(_ rival: Candidate, to best: Candidate) throws(ReadingFault) {
    // A table of which nothing is recognised is refused for that.
    guard best.block.map.recognised > 0 else { return }
    // Two headers in one table: what stands between them would be lost, whatever it holds.
    let isClose =
      rival.sample.form == best.sample.form
      ? rival.block.weight * 10 >= best.block.weight * 9
      : rival.score * 10 >= best.score * 9
    guard rival.score > 0, isClose, differs(rival, best) else { return }
    let pair = [best.runnerUp, rival.runnerUp]
    switch (best.sample.form, rival.sample.form) {
    case (.text(let one, _), .text(let other, _)) where one != other:
      // The words have decided between encodings.
      return
    case (.text(_, let one), .text(_, let other)) where one != other:
      throw .delimitersClose(pair)
    case (.sheet(let one, _), .sheet(let other, _)) where one != other:
      throw .sheetsClose(pair)
    default:
      throw .headersClose(pair)
    }
  }

  /// Whether a candidate is a sheet with the options of the questions beside the interviews.
  private func isListOfOptions(_ rival: Candidate, beside best: Candidate) -> Bool {
    guard case .sheet = rival.sample.form, rival.sample.form != best.sample.form else {
      return false
    }
    return sheets.isListOfOptions(rival.table, whole: true)
  }

  /// Other sheets with interviews are never left out in silence.
  private func refuseLeavingOut(
    _ others: [Candidate],
    beside best: Candidate
  ) throws(ReadingFault) {
    guard case .sheet = best.sample.form, best.block.map.recognised > 0 else { return }
    var seen: Set<TableForm> = [best.sample.form]
    var left: [Candidate] = []
    // The best way to read a sheet comes first.
    for rival in others where seen.insert(rival.sample.form).inserted {
      if sheets.isLeftOut(rival.table, beside: best.table) { left.append(rival) }
    }
    if !left.isEmpty { throw .sheetsClose([best.runnerUp] + left.map(\.runnerUp)) }
  }

  /// Whether two candidates hand out different cells.
  private func differs(_ one: Candidate, _ other: Candidate) -> Bool {
    one.block.map.header != other.block.map.header
      || !one.sample.records.dropFirst(one.block.end).elementsEqual(
        other.sample.records.dropFirst(other.block.end)
      ) { $0.cells == $1.cells }
  }

  /// A table of one column whose header holds a delimiter was not taken apart.
  private func refuseOneColumn(_ best: Candidate) throws(ReadingFault) {
    guard best.block.map.header.count == 1, request.delimiter == nil,
      case .text(_, let delimiter) = best.sample.form
    else { return }
    let cells = best.sample.records.prefix(TableSniffer.shownRecords).flatMap(\.cells)
    let inside = CSVDelimiter.allCases.filter { candidate in
      candidate != delimiter && cells.contains { $0.contains(candidate.rawValue) }
    }
    if !inside.isEmpty, best.block.map.recognised > 0 { throw .oneColumn(inside) }
  }

  private static let shownRecords = 20
}
