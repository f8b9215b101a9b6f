package import SurveyFormats
package import SurveyModel

/// How a file would be read, to look at and to save.
package struct MapProposal: Sendable {
  /// The file.
  package let file: String
  /// How it is read.
  package let reading: TableReading
  /// How the values of its columns are written; nothing where they could not be looked at.
  private let values: ValueProposal
  private let questionnaire: Questionnaire
  private let base: SavedMap?
  private let key: [String]

  init(
    file: String,
    reading: TableReading,
    values: ValueProposal,
    questionnaire: Questionnaire,
    base: SavedMap?,
    key: [String]
  ) {
    self.file = file
    self.reading = reading
    self.values = values
    self.questionnaire = questionnaire
    self.base = base
    self.key = key
  }

  /// The map as the text of a YAML file for `--map`: where the columns go, and what their cells showed;
  /// below it the questions to which the others may go.
  package var yaml: String {
    var formats: ColumnFormats?
    if case .found(let found) = values { formats = found }
    return reading.savedMap(
      of: questionnaire,
      base: base,
      key: key,
      formats: formats,
      isForOthers: true
    ).text + reading.openQuestions(of: questionnaire)
  }
}

/// What the cells of a table told about the way they are written.
enum ValueProposal: Sendable {
  case found(ColumnFormats)
  /// A column contradicts itself; nothing of values is said in the map.
  case open(FormatFault)
  /// The columns have to be settled first.
  case none
}

extension MapProposal: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    let head = "\(file): \(reading.manner(in: language)); \(reading.recognition(in: language))."
    let columns = reading.map.header.indices.map { line($0, language) }
    let lines = [head] + columns + reading.summary(in: language, key: key) + written(in: language)
    return lines.joined(separator: "\n")
  }

  private func written(in language: InterfaceLanguage) -> [String] {
    switch values {
    case .found(let formats): formats.notes.map { $0.text(in: language) }
    case .open(let fault):
      [language.choose("Chưa rõ: ", "Not settled: ") + fault.text(in: language)]
    case .none: []
    }
  }

  private func line(_ column: Int, _ language: InterfaceLanguage) -> String {
    let header = reading.map.header[column].trimmed
    let shown =
      header.isEmpty ? language.choose("(không tên)", "(no name)") : "“\(header.prefix(60))”"
    return "  \(column + 1). \(shown) → \(target(column, language))"
  }

  private func target(_ column: Int, _ language: InterfaceLanguage) -> String {
    switch reading.map.meanings[column] {
    case .question(let index):
      questionnaire.questions[index].id + how(column, language)
    case .option(let index, let place):
      "\(questionnaire.questions[index].id)/\(code(index, place))" + how(column, language)
    case .meta(let role): role.name(in: language)
    case .bookkeeping: language.choose("cột của lần nhập trước", "written by an earlier import")
    case .ignored: language.choose("bỏ qua", "ignored")
    case .unknown: language.choose("chưa nhận ra", "not recognised")
    }
  }

  private func code(_ question: Int, _ place: Int) -> String {
    questionnaire.questions[question].optionCode(at: place) ?? ""
  }

  private func how(_ column: Int, _ language: InterfaceLanguage) -> String {
    switch reading.map.evidence[column] {
    case .said: language.choose(" (theo bản đồ)", " (by the map)")
    case .id: language.choose(" (theo mã)", " (by id)")
    case .label: language.choose(" (theo câu chữ)", " (by its words)")
    case .truncated:
      language.choose(" (câu chữ bị cắt hoặc ghi thêm)", " (words cut off or gone on)")
    case .unaccented: language.choose(" (không dấu)", " (without accents)")
    case .guess: language.choose(" (ĐOÁN)", " (a GUESS)")
    case .none: ""
    }
  }
}

extension Workflow {
  /// How the file at `path` would be read, without importing anything.
  package func mapProposal(
    for path: String,
    in study: OpenStudy,
    options: ImportOptions
  ) throws(WorkflowError) -> MapProposal {
    let questionnaire = try questionnaire(
      options.questionnaire,
      version: options.version,
      in: study
    )
    let plan = try compile(questionnaire)
    let request = try options.reading.request(for: questionnaire)
    var wanted = options.values
    if let map = request.savedMap { wanted.take(map) }
    return try attempt(path) {
      let source = try SourceFile(path: path)
      let reading = try TableReading(
        source.source,
        questionnaire: questionnaire,
        request: request
      )
      return MapProposal(
        file: source.name,
        reading: reading,
        values: try values(of: source, plan, request, wanted),
        questionnaire: questionnaire,
        base: request.savedMap,
        key: options.key
      )
    }
  }

  /// Looks at all cells of a table whose columns are settled.
  private func values(
    of source: SourceFile,
    _ plan: InterviewPlan,
    _ request: TableRequest,
    _ options: ValueOptions
  ) throws(TableFault) -> ValueProposal {
    guard
      var table = try? InterviewTable(source, questionnaire: plan.questionnaire, request: request)
    else { return .none }
    do throws(TableFault) {
      return .found(
        try table.formats(for: plan, options: options, moment: FormMoment(now: clock()))
      )
    } catch .format(let fault) {
      return .open(fault)
    }
  }
}
