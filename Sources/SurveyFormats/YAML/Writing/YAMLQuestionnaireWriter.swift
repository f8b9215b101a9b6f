package import SurveyModel

/// Writes a questionnaire as a file that ``YAMLQuestionnaireReader`` reads back as the same one.
package struct YAMLQuestionnaireWriter {
  private let questionnaire: Questionnaire
  private let notes: QuestionnaireNotes
  private let lists: WrittenLists

  /// Prepares to write.
  package init(_ questionnaire: Questionnaire, notes: QuestionnaireNotes = QuestionnaireNotes()) {
    self.questionnaire = questionnaire
    self.notes = notes
    lists = WrittenLists(questionnaire)
  }

  /// The file.
  package var text: String {
    let text = text(escapingAnchors: false)
    return YAMLAnchorScan.hazard(in: text) == nil ? text : self.text(escapingAnchors: true)
  }

  private var languages: [String] { questionnaire.languages }

  private func text(escapingAnchors: Bool) -> String {
    var writer = YAMLLineWriter(scalars: YAMLScalarText(escapesAnchors: escapingAnchors))
    for remark in notes.head { writer.comment(remark, indent: 0) }
    writer.entry("questionnaire", questionnaire.id, indent: 0)
    writer.line("version: \(writer.scalars.quoted(questionnaire.version))", indent: 0)
    writer.line("languages: \(writer.flow(languages))", indent: 0)
    writer.entry("title", questionnaire.title, languages, indent: 0)
    if let source = questionnaire.source { writer.entry("source", source, indent: 0) }
    if let consent = questionnaire.consent {
      writer.line("consent:", indent: 0)
      writer.line("version: \(writer.scalars.quoted(consent.version))", indent: 2)
      writer.entry("text", consent.text, languages, indent: 2)
    }
    if let series = questionnaire.series {
      writer.line("series:", indent: 0)
      writer.entry("follows", series.follows, indent: 2)
      writer.entry("break", series.reason, languages, indent: 2)
      if !series.indicators.isEmpty {
        writer.line("indicators:", indent: 2)
        for (id, old) in series.indicators.sorted(by: { $0.key < $1.key }) {
          writer.entry(id, old, indent: 4)
        }
      }
    }
    missing(&writer)
    tables(&writer)
    scales(&writer)
    choices(&writer)
    sample(&writer)
    groups(&writer)
    writer.blank()
    writer.line("sections:", indent: 0)
    for section in questionnaire.sections { self.section(section, &writer) }
    for question in notes.atEnd { leftOut(question, &writer) }
    YAMLIndicatorWriter(languages: languages).write(questionnaire.indicators, &writer)
    return writer.text
  }

  private func missing(_ writer: inout YAMLLineWriter) {
    guard !lists.commonMissing.isEmpty || !notes.missing.isEmpty else { return }
    writer.blank()
    for remark in notes.missing { writer.comment(remark, indent: 0) }
    codes(lists.commonMissing, indent: 0, &writer)
  }

  private func codes(_ codes: [MissingCode], indent: Int, _ writer: inout YAMLLineWriter) {
    guard !codes.isEmpty else { return }
    writer.line("missing:", indent: indent)
    for code in codes {
      let parts = [
        "code: \(writer.scalars.scalar(code.code))", "reason: \(code.reason.rawValue)",
        "label: \(writer.flow(code.label, languages))",
      ]
      writer.line("- {\(parts.joined(separator: ", "))}", indent: indent + 2)
    }
  }

  private func scales(_ writer: inout YAMLLineWriter) {
    guard !lists.scales.isEmpty else { return }
    writer.blank()
    writer.line("scales:", indent: 0)
    for (list, scale) in lists.scales {
      for remark in notes.lists[list.id] ?? [] { writer.comment(remark, indent: 2) }
      writer.line("\(list.id):", indent: 2)
      writer.line("kind: ordered", indent: 4)
      writer.line("direction: \(scale.direction.rawValue)", indent: 4)
      if let neutral = scale.neutral { writer.entry("neutral", neutral, indent: 4) }
      writer.line("levels:", indent: 4)
      for choice in list.choices { option(choice, indent: 6, &writer) }
      codes(list.missing, indent: 4, &writer)
    }
  }

  private func choices(_ writer: inout YAMLLineWriter) {
    guard !lists.choices.isEmpty else { return }
    writer.blank()
    writer.line("choices:", indent: 0)
    for list in lists.choices {
      for remark in notes.lists[list.id] ?? [] { writer.comment(remark, indent: 2) }
      writer.line("\(list.id):", indent: 2)
      if let source = list.source {
        writer.entry("file", source.file, indent: 4)
        writer.entry("value", source.value, indent: 4)
        writer.entry("label", source.label, languages, indent: 4)
      } else {
        for choice in list.choices { option(choice, indent: 4, &writer) }
      }
    }
  }

  /// The tables, so that the file needs no other.
  private func tables(_ writer: inout YAMLLineWriter) {
    guard !questionnaire.tables.isEmpty else { return }
    writer.blank()
    writer.line("tables: \(writer.flow(questionnaire.tables.map(\.file)))", indent: 0)
    for line in Self.files(questionnaire.tables, writer.scalars) { writer.line(line, indent: 0) }
  }

  /// The block `files` with all tables as texts.
  static func files(_ tables: [LookupTable], _ scalars: YAMLScalarText) -> [String] {
    ["files:"]
      + tables.map { "  \(scalars.quoted($0.file)): \(scalars.quoted(TableShelf.text($0)))" }
  }

  private func option(_ choice: Choice, indent: Int, _ writer: inout YAMLLineWriter) {
    var parts = [
      "code: \(writer.scalars.scalar(choice.code))",
      "label: \(writer.flow(choice.label, languages))",
    ]
    if choice.isPositive { parts.append("positive: true") }
    if let points = choice.points { parts.append("points: \(DecimalWords.text(points))") }
    if !choice.attributes.isEmpty {
      parts.append("attributes: \(writer.flow(choice.attributes))")
    }
    if choice.isExclusive { parts.append("exclusive: true") }
    writer.line("- {\(parts.joined(separator: ", "))}", indent: indent)
  }

  private func sample(_ writer: inout YAMLLineWriter) {
    let sample = questionnaire.sample
    guard sample != SampleDeclaration() else { return }
    writer.blank()
    writer.line("sample:", indent: 0)
    if let weight = sample.weight { writer.entry("weight", weight, indent: 2) }
    for (key, ids) in [
      ("strata", sample.strata), ("clusters", sample.clusters), ("fpc", sample.fpc),
    ] where !ids.isEmpty {
      writer.line("\(key): \(writer.flow(ids))", indent: 2)
    }
    if sample.nest { writer.line("nest: true", indent: 2) }
    if let panel = sample.panel { writer.entry("panel", panel, indent: 2) }
    if let people = sample.people { writer.entry("people", people.rawValue, indent: 2) }
  }

  private func groups(_ writer: inout YAMLLineWriter) {
    guard !questionnaire.groups.isEmpty else { return }
    writer.blank()
    writer.line("groups:", indent: 0)
    for group in questionnaire.groups {
      writer.entry("- id", group.id, indent: 2)
      text("label", group.label, indent: 4, &writer)
      if let parent = group.parent { writer.entry("parent", parent, indent: 4) }
      switch group.kind {
      case .group: break
      case .repeated(nil): writer.line("repeat: true", indent: 4)
      case .repeated(let count?): expression("repeat", count, indent: 4, &writer)
      }
      expression("relevant", group.relevant, indent: 4, &writer)
      if let appearance = group.appearance { writer.entry("appearance", appearance, indent: 4) }
      attributes("extras", group.extras, indent: 4, &writer)
    }
  }

  private func section(_ section: Section, _ writer: inout YAMLLineWriter) {
    for remark in notes.sections[section.id] ?? [] { writer.comment(remark, indent: 2) }
    writer.entry("- id", section.id, indent: 2)
    writer.entry("title", section.title, languages, indent: 4)
    if let relevant = section.relevant { expression("relevant", relevant, indent: 4, &writer) }
    let matrix = section.matrix.flatMap { id in
      lists.scales.contains { $0.list.id == id } ? id : nil
    }
    if let matrix { writer.entry("matrix", matrix, indent: 4) }
    if let group = section.group { writer.entry("group", group, indent: 4) }
    writer.line("questions:", indent: 4)
    for question in section.questions {
      for other in notes.before[question.id] ?? [] { leftOut(other, &writer) }
      for remark in notes.questions[question.id] ?? [] { writer.comment(remark, indent: 6) }
      self.question(question, matrix: matrix, indent: 6, &writer)
    }
  }

  private func leftOut(_ other: QuestionnaireNotes.LeftOut, _ writer: inout YAMLLineWriter) {
    for remark in other.remarks { writer.comment(remark, indent: 6) }
    guard let question = other.question else { return }
    var lines = YAMLLineWriter(scalars: writer.scalars)
    self.question(question, matrix: nil, indent: 0, &lines)
    writer.commentOut(lines, indent: 6)
  }

  private func question(
    _ question: Question,
    matrix: String?,
    indent: Int,
    _ writer: inout YAMLLineWriter
  ) {
    let inner = indent + 2
    writer.entry("- id", question.id, indent: indent)
    kind(question.kind, matrix: matrix, indent: inner, &writer)
    if question.kind.isShown || !question.label.translations.isEmpty {
      writer.entry("label", question.label, languages, indent: inner)
    }
    if let hint = question.hint { writer.entry("hint", hint, languages, indent: inner) }
    switch question.required {
    case .never: break
    case .always: writer.line("required: true", indent: inner)
    case .when(let condition): expression("required", condition, indent: inner, &writer)
    }
    text("required_message", question.requiredMessage, indent: inner, &writer)
    expression("relevant", question.relevant, indent: inner, &writer)
    expression("constraint", question.constraint, indent: inner, &writer)
    text("constraint_message", question.constraintMessage, indent: inner, &writer)
    expression("warning", question.warning, indent: inner, &writer)
    text("warning_message", question.warningMessage, indent: inner, &writer)
    expression("calculation", question.calculation, indent: inner, &writer)
    switch question.defaultAnswer {
    case nil: break
    case .literal(let text): writer.entry("default", text, indent: inner)
    case .expression(let value): expression("default", value, indent: inner, &writer)
    }
    expression("choice_filter", question.choiceFilter, indent: inner, &writer)
    switch question.randomize {
    case nil: break
    case .unseeded: writer.line("randomize: true", indent: inner)
    case .seed(let seed): writer.line("randomize: \(DecimalWords.text(seed))", indent: inner)
    case .seedOf(let question): writer.entry("randomize", "${\(question)}", indent: inner)
    }
    if question.readOnly { writer.line("read_only: true", indent: inner) }
    if let trigger = question.trigger { writer.entry("trigger", trigger, indent: inner) }
    text("guidance", question.guidance, indent: inner, &writer)
    if let appearance = question.appearance {
      writer.entry("appearance", appearance, indent: inner)
    }
    attributes("parameters", question.parameters, indent: inner, &writer)
    attributes("extras", question.extras, indent: inner, &writer)
    if question.persists { writer.line("persist: true", indent: inner) }
    if !question.isAsked { writer.line("asked: false", indent: inner) }
    if let role = question.role { writer.line("role: \(role.rawValue)", indent: inner) }
    codes(lists.ownMissing(of: question), indent: inner, &writer)
  }

  private func kind(
    _ kind: QuestionKind,
    matrix: String?,
    indent: Int,
    _ writer: inout YAMLLineWriter
  ) {
    switch kind {
    case .selectOne(let list) where matrix == list.id && list.scale != nil: break
    case .selectOne(let list):
      writer.line("type: select_one", indent: indent)
      writer.entry(list.scale == nil ? "choices" : "scale", list.id, indent: indent)
    case .selectMultiple(let list):
      writer.line("type: select_multiple", indent: indent)
      writer.entry(list.scale == nil ? "choices" : "scale", list.id, indent: indent)
    case .rank(let list):
      writer.line("type: rank", indent: indent)
      writer.entry(list.scale == nil ? "choices" : "scale", list.id, indent: indent)
    case .range(let range):
      writer.line("type: range", indent: indent)
      let numbers = [range.start, range.end, range.step].map { DecimalWords.text($0) }
      let parts = zip(["from", "to", "step"], numbers).map { "\($0): \($1)" }
      writer.line("range: {\(parts.joined(separator: ", "))}", indent: indent)
    case .carried(let type):
      writer.line("type: carried", indent: indent)
      writer.entry("as", type, indent: indent)
    case .integer, .decimal, .text, .date, .time, .dateTime, .barcode, .acknowledge, .note,
      .calculate, .hidden, .metadata:
      writer.line("type: \(kind.name)", indent: indent)
    }
  }

  private func text(
    _ key: String,
    _ text: LocalizedText?,
    indent: Int,
    _ writer: inout YAMLLineWriter
  ) {
    if let text { writer.entry(key, text, languages, indent: indent) }
  }

  private func attributes(
    _ key: String,
    _ attributes: Attributes,
    indent: Int,
    _ writer: inout YAMLLineWriter
  ) {
    if !attributes.isEmpty { writer.line("\(key): \(writer.flow(attributes))", indent: indent) }
  }

  private func expression(
    _ key: String,
    _ expression: LocatedExpression?,
    indent: Int,
    _ writer: inout YAMLLineWriter
  ) {
    guard let expression else { return }
    writer.line("\(key): \(writer.scalars.quoted(expression.expression.text))", indent: indent)
  }
}
