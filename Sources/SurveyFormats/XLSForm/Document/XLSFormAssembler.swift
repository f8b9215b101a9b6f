import SurveyModel

/// Makes a form of its sheets.
struct XLSFormAssembler {
  private let sheets: XLSFormSheets
  private let fallbackID: String
  private let log: XLSFormLog

  init(_ sheets: XLSFormSheets, fallbackID: String, log: XLSFormLog) {
    self.sheets = sheets
    self.fallbackID = fallbackID
    self.log = log
  }

  /// The form, while what is wrong with it is reported; none when there is no survey.
  func form() -> XLSForm? {
    let names = XLSFormSheetNames(sheets)
    guard let survey = sheets[.survey], !survey.headers.isEmpty || !survey.rows.isEmpty else {
      if sheets[.survey] != nil || !sheets.names.isEmpty {
        log.report(XLSFormSheetFinding.noSurvey(similar: names.similar(to: .survey)), at: nil)
      } else {
        log.report(XLSFormSheetFinding.notAForm, at: nil)
      }
      return nil
    }
    names.warn(about: [.settings, .entities], log: log)

    var settings = XLSFormSettingsReader(log: log)
      .read(table(.settings), fallbackID: fallbackID)
    let language = settings.first { $0.key == "default_language" }?.text
    let foldsSpaces =
      XLSFormYesNo.read(settings.first { $0.key == "clean_text_values" }?.text) ?? true

    let choices = table(.choices)
    let external = table(.externalChoices)
    let entities = table(.entities)
    let table = XLSFormTable(
      .survey,
      survey,
      format: sheets.format,
      foldsSpaces: foldsSpaces,
      log: log
    )
    guard !survey.headers.isEmpty else {
      let place = XLSFormPlace(sheet: survey.name, row: 1, line: survey.headerLine)
      log.report(XLSFormSheetFinding.noHeaderRow, at: place)
      return nil
    }
    table.requires("type", sheet: survey, log: log)
    if let choices, !choices.records.isEmpty, let sheet = sheets[.choices] {
      choices.requires("name", sheet: sheet, log: log)
    }

    let languages = XLSFormLanguages(
      defaultLanguage: language,
      tables: [table, choices, external].compactMap { $0 }
    )
    let allowsDuplicates =
      XLSFormYesNo.read(settings.first { $0.key == "allow_choice_duplicates" }?.text) ?? false
    let listReader = XLSFormListReader(
      languages: languages,
      allowsDuplicates: allowsDuplicates,
      log: log
    )
    let lists = choices.map { listReader.read($0, isChecked: true) } ?? []
    let externalLists = external.map { listReader.read($0, isChecked: false) } ?? []
    let entityRules = XLSFormEntityRules(entities, log: log)

    var reader = XLSFormSurveyReader(
      lists: lists,
      externalLists: externalLists,
      languages: languages,
      sheetNames: names,
      root: settings.first { $0.key == "name" }?.text ?? "data",
      entities: entityRules,
      log: log
    )
    reader.read(table)
    settings = XLSFormSettingsReader.adding(reader.settings, to: settings)

    let tags = self.table(.osm)
    let form = XLSForm(
      settings: settings,
      items: reader.items,
      lists: reader.lists,
      externalLists: externalLists,
      entities: cells(of: entities),
      tags: cells(of: tags)
    )
    var references = XLSFormReferenceRule(names: reader.referable(settings), log: log)
    references.check(survey: table)
    references.loops = XLSFormLoopRule.loops(in: form)
    references.check(labels: [choices, tags].compactMap { $0 })
    references.check(settings: self.table(.settings, quietly: true), entities: entities)
    languages.check(survey: table, choices: choices, log: log)
    XLSFormLoopRule(log: log).check(form)
    XLSFormInstanceRule(log: log).check(form)
    // Questions with errors are not among the items.
    if !form.items.contains(where: \.isQuestion), !log.findings.containsErrors {
      let place = XLSFormPlace(sheet: survey.name, row: 1, line: survey.headerLine)
      log.report(XLSFormSheetFinding.noQuestions, at: place)
    }
    return form
  }

  private func table(_ kind: XLSFormSheet.Kind, quietly: Bool = false) -> XLSFormTable? {
    guard let sheet = sheets[kind], !sheet.rows.isEmpty else { return nil }
    let log = quietly ? XLSFormLog(file: self.log.file) : self.log
    return XLSFormTable(kind, sheet, format: sheets.format, log: log)
  }

  /// The rows of a sheet that is kept as it is.
  private func cells(of table: XLSFormTable?) -> [[XLSFormCell]] {
    guard let table else { return [] }
    return table.records.map { record in
      record.cells.sorted { $0.key < $1.key }.map { XLSFormCell($0.key, $0.value) }
    }
  }
}

extension XLSFormItem {
  /// Whether it is neither the begin nor the end of a group.
  var isQuestion: Bool {
    switch type {
    case .question, .select, .tagged: true
    case .begin, .end: false
    }
  }
}
