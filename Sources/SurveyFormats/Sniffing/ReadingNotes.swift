import SurveyModel

/// Collects what is worth knowing about a header that was chosen.
struct ReadingNotes {
  private(set) var notes: [ReadingNote] = []
  /// Columns that hold something, mean nothing, and are near to a question that no column answers.
  private(set) var nearColumns: [ReadingFault.Guess] = []
  private let dictionary: HeaderDictionary

  init(_ dictionary: HeaderDictionary, _ sample: TableSample, _ block: HeaderBlock) {
    self.dictionary = dictionary
    for record in sample.records.prefix(block.first) {
      let text = record.filled.map(\.composed.trimmed).joined(separator: " | ")
      notes.append(.titleLine(line: record.line, text: String(text.prefix(80))))
    }
    for record in sample.records[block.first..<block.end].dropFirst() {
      let numbers = ColumnNumbers(record.cells, under: block.map.header)
      notes.append(
        numbers.map { .columnNumbers(line: record.line, text: $0.text) }
          ?? .headerRow(line: record.line)
      )
    }
    let data = sample.records.dropFirst(block.end)
    let nameless = block.map.header.indices.filter { block.map.header[$0].trimmed.isEmpty }
    let empty = nameless.filter { column in
      data.allSatisfy {
        $0.cells.indices.contains(column) ? $0.cells[column].trimmed.isEmpty : true
      }
    }
    if !empty.isEmpty { notes.append(.blankColumns(empty)) }
    for column in nameless where !empty.contains(column) && block.map.meanings[column] == .unknown {
      notes.append(.unknownColumn(column: column, header: "", nearest: nil))
    }
    for column in block.map.header.indices { describe(column, block.map) }
    findNearColumns(block.map, data)
    for header in dictionary.overrides.absent(from: block.map.header) {
      notes.append(.absentColumn(header))
    }
  }

  private mutating func describe(_ column: Int, _ map: ColumnMap) {
    let header = map.header[column].composed.trimmed
    switch map.meanings[column] {
    case .question(let index), .option(let index, _):
      let id = dictionary.questionnaire.questions[index].id
      switch map.evidence[column] {
      case .truncated, .unaccented:
        let isCut = map.evidence[column] == .truncated
        notes.append(.looseColumn(column: column, header: header, question: id, isCut: isCut))
      case .guess:
        notes.append(.guessedColumn(column: column, header: header, question: id))
      case .said, .id, .label, .none: break
      }
    case .meta(let role): notes.append(.metaColumn(column: column, header: header, role: role))
    case .unknown where !header.isEmpty:
      let several = dictionary.isAmbiguous(header).map { dictionary.questionnaire.questions[$0].id }
      notes.append(
        several.isEmpty
          ? .unknownColumn(column: column, header: header, nearest: nearest(to: header))
          : .ambiguousColumn(column: column, header: header, questions: several)
      )
    case .unknown, .bookkeeping, .ignored: break
    }
  }

  private mutating func findNearColumns(
    _ map: ColumnMap,
    _ data: ArraySlice<TableSample.Record>
  ) {
    let questions = dictionary.questionnaire.questions
    let answered = Set(map.questions.map { questions[$0].id })
    let boxes = OptionBoxes(dictionary).owners(in: map, data)
    for note in notes {
      let found: (column: Int, header: String, question: String)?
      var holdsOptions = false
      switch note {
      case .unknownColumn(let column, let header, let nearest):
        let option = boxes[column] ?? optionOwner(of: header, map)
        holdsOptions = option != nil
        found = (option ?? owner(of: header, nearest, answered)).map { (column, header, $0) }
      case .ambiguousColumn(let column, let header, let several):
        found =
          answered.isSuperset(of: several)
          ? nil : (column, header, several.joined(separator: ", "))
      default: found = nil
      }
      guard let found else { continue }
      let holdsData = data.contains { record in
        guard record.cells.indices.contains(found.column) else { return false }
        let cell = record.cells[found.column].trimmed
        return !cell.isEmpty && !(holdsOptions && OptionCells.isNoChoice(cell))
      }
      if holdsData {
        nearColumns.append(ReadingFault.Guess(header: found.header, question: found.question))
      }
    }
    findNamelessBoxes(map, data)
  }

  /// Columns without a name beside a choice that hold marks only.
  ///
  /// The names of these boxes were not understood: their answers would be lost, and the row of their
  /// names counted.
  private mutating func findNamelessBoxes(
    _ map: ColumnMap,
    _ data: ArraySlice<TableSample.Record>
  ) {
    // Rows that were sent back may have been padded, and each is looked at on its own.
    guard !map.meanings.contains(.bookkeeping) else { return }
    var owner: Int?
    for column in map.header.indices {
      if !map.header[column].trimmed.isEmpty {
        owner = map.meanings[column].question.flatMap { index in
          dictionary.questionnaire.questions[index].kind.choiceList == nil ? nil : index
        }
        continue
      }
      guard let owner, map.meanings[column] == .unknown else { continue }
      let cells = data.dropFirst().compactMap { record in
        record.cells.indices.contains(column) ? record.cells[column].trimmed : nil
      }.filter { !$0.isEmpty }
      guard !cells.isEmpty, cells.allSatisfy(OptionCells.isMark) else { continue }
      let question = dictionary.questionnaire.questions[owner].id
      nearColumns.append(ReadingFault.Guess(header: "#\(column + 1)", question: question))
    }
  }

  /// The only question without an answer of which the words begin with a header that was cut off.
  private func beginning(_ header: String, _ answered: Set<String>) -> String? {
    let words = HeaderKey(header).numberless
    guard words.count >= Self.leastBeginning else { return nil }
    let ids = dictionary.questionnaire.questions.filter { question in
      question.kind.isStored && !answered.contains(question.id)
        && question.label.translations.values.contains {
          HeaderKey($0).numberless.hasPrefix(words)
        }
    }.map(\.id)
    return ids.count == 1 ? ids[0] : nil
  }

  /// The shortest beginning by which a question may be meant.
  private static let leastBeginning = 8

  /// The question or section without a column to which a header may belong.
  private func owner(of header: String, _ nearest: String?, _ answered: Set<String>) -> String? {
    let questionnaire = dictionary.questionnaire
    let owner =
      HeaderGuesses.owner(of: header, in: questionnaire)
      ?? nearest.flatMap { isSlip(header, of: $0) ? $0 : nil }
      ?? dictionary.questionWithRemark(header).map { questionnaire.questions[$0].id }
      ?? dictionary.singleChoice(of: header).map { questionnaire.questions[$0].id }
    if let owner, !answered.contains(owner) { return owner }
    if let cut = beginning(header, answered) { return cut }
    guard owner == nil else { return nil }
    let open = dictionary.lead(of: header).map { questionnaire.questions[$0].id }
      .filter { !answered.contains($0) }
    if !open.isEmpty { return ReadingFault.Guess.names(of: open) }
    guard let section = dictionary.section(of: header) else { return nil }
    let hasOpenQuestion = questionnaire.questions.enumerated().contains { index, question in
      questionnaire.sectionOfQuestion[index] == section && question.kind.takesAnswers
        && !answered.contains(question.id)
    }
    return hasOpenQuestion ? questionnaire.sections[section].id : nil
  }

  /// The multiple choice of which a header may be an option that it does not have; its other columns
  /// would say that nothing was chosen.
  private func optionOwner(of header: String, _ map: ColumnMap) -> String? {
    guard let index = dictionary.multipleChoice(of: header),
      !map.meanings.contains(.question(index))
    else { return nil }
    return dictionary.questionnaire.questions[index].id
  }

  /// Whether a header may be meant as the question: `lan4` is another one than `lan3`, and names of
  /// two or three letters are near to anything.
  private func isSlip(_ header: String, of id: String) -> Bool {
    if let group = dictionary.group(of: header) {
      return dictionary.questionnaire.questions[group].id == id
    }
    guard header.count >= 4,
      let question = dictionary.questionnaire.questions.first(where: { $0.id == id })
    else { return false }
    let digits = header.filter(\.isNumber)
    return ([id] + question.label.translations.values).contains { $0.filter(\.isNumber) == digits }
  }

  /// The question whose id or words are nearest to a header that means nothing.
  private func nearest(to header: String) -> String? {
    let questions = dictionary.questionnaire.questions.filter { $0.kind.isStored }
    if let id = nearestName(to: header, among: questions.map(\.id)) { return id }
    var ids: [String: String] = [:]
    for question in questions {
      for label in question.label.translations.values {
        ids[HeaderKey(label).numberless] = question.id
      }
    }
    return nearestName(to: HeaderKey(header).numberless, among: ids.keys).flatMap { ids[$0] }
      ?? dictionary.group(of: header).map { dictionary.questionnaire.questions[$0].id }
  }
}
