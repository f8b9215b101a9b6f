import SurveyModel

/// Walks over the rows of a form and makes sections, groups and questions of them.
struct XLSFormQuestionnaireBuilder {
  let form: XLSForm
  /// The rows of the form, loops written out.
  let items: [XLSFormItem]
  let ids: XLSFormIDs
  let languages: XLSFormLanguageCodes
  let files: XLSFormConverter.Files
  let log: XLSFormLog

  private var sections: [Section] = []
  private var groups: [FormGroup] = []
  var tables: [LookupTable] = []
  var lists: [String: ChoiceList] = [:]
  var listIDs: Set<String> = []
  var run: [Question] = []
  /// The groups that are open: those of the questionnaire, and sections written as groups.
  private var open: [Opened] = []
  private var sectionIDs: Set<String> = []
  /// Tables of which it is known that they are not there, or not ours to read.
  private var lookupsToldOf: Set<String>

  private struct Opened {
    let id: String
    let label: LocalizedText?
    /// Whether a section was written as this group.
    let isSection: Bool
    let relevant: LocatedExpression?
    let matrix: String?
  }

  init(
    form: XLSForm,
    items: [XLSFormItem],
    ids: XLSFormIDs,
    languages: XLSFormLanguageCodes,
    files: @escaping XLSFormConverter.Files,
    log: XLSFormLog
  ) {
    self.form = form
    self.items = items
    self.ids = ids
    self.languages = languages
    self.files = files
    self.log = log
    let inXML = form.items.filter { $0.type == .question(.xmlExternal) }
    lookupsToldOf = Set(inXML.map(\.name))
  }

  /// The questionnaire.
  mutating func build() -> Questionnaire {
    for (row, written) in items.enumerated() {
      let id = ids.ids[row] ?? written.name
      let item = ids.referring(written, row: row)
      switch item.type {
      case .begin(let container): begin(container, item, id: id)
      case .end:
        flush()
        _ = open.popLast()
      case .question(.csvExternal): addTable("\(item.name).csv", item)
      case .question, .select, .tagged:
        for name in item.lookedUpNames where form.list(name) == nil { addLookup(name, item) }
        question(item, id: id)
      }
    }
    flush()
    let title = form.setting("form_title") ?? form.setting("form_id") ?? ""
    return Questionnaire(
      id: Self.formID(form.setting("form_id") ?? "form"),
      version: form.setting("version") ?? "1",
      languages: languages.codes,
      title: LocalizedText(Dictionary(uniqueKeysWithValues: languages.codes.map { ($0, title) })),
      sections: sections,
      groups: groups,
      tables: tables
    )
  }

  /// Takes the table along that expressions call `name`.
  private mutating func addLookup(_ name: String, _ item: XLSFormItem) {
    let file = "\(name).csv"
    guard table(file) == nil, lookupsToldOf.insert(name).inserted else { return }
    log.report(XLSFormModelFinding.lookupFileMissing(file), at: item.source.place("calculation"))
  }

  private static func formID(_ text: String) -> String {
    if Identifier.isValid(text, allowsHyphen: true) { return text }
    let id = SketchWords.id(SketchWords.words(of: text))
    return id.isEmpty ? "form" : id
  }

  private mutating func begin(_ container: XLSFormContainer, _ item: XLSFormItem, id: String) {
    flush()
    let label = item.texts[.label].map { localized($0, fallback: item.name) }
    let relevant = expression("relevant", item)
    if container == .group, XLSFormYesNo.read(item.cells["thuocdo::section"]) == true {
      let matrix = item.cells["thuocdo::matrix"]
      open.append(
        Opened(id: id, label: label, isSection: true, relevant: relevant, matrix: matrix)
      )
      return
    }
    var kind = FormGroup.Kind.group
    if container == .repeated { kind = .repeated(count: expression("repeat_count", item)) }
    var group = FormGroup(
      id: id,
      label: label,
      parent: open.last { !$0.isSection }?.id,
      kind: kind,
      location: location(item)
    )
    group.relevant = relevant
    group.appearance = item.cells["appearance"]
    var extras = XLSFormExtras.texts(item.texts, except: [.label])
    let taken: Set<String> = ["relevant", "repeat_count", "appearance"]
    extras += item.cells.filter { !taken.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
    group.extras = Attributes(extras)
    groups.append(group)
    open.append(Opened(id: id, label: label, isSection: false, relevant: nil, matrix: nil))
  }

  /// Ends the run of questions that make one section.
  private mutating func flush() {
    guard !run.isEmpty else { return }
    let inner = open.last
    let base = inner?.id ?? "main"
    var id = base
    var number = 2
    while !sectionIDs.insert(id.lowercased()).inserted {
      id = "\(base)_\(number)"
      number += 1
    }
    let title = form.setting("form_title") ?? form.setting("form_id") ?? ""
    let plain = LocalizedText(
      Dictionary(uniqueKeysWithValues: languages.codes.map { ($0, title) })
    )
    sections.append(
      Section(
        id: id,
        title: open.last { $0.label != nil }?.label ?? plain,
        relevant: inner?.relevant,
        matrix: inner?.matrix,
        group: open.last { !$0.isSection }?.id,
        questions: run
      )
    )
    run = []
  }

  func localized(_ texts: [String: String], fallback: String?) -> LocalizedText {
    languages.localized(texts, fallback: fallback)
  }

  /// A place whose column leaves room for the place in an expression, see
  /// ``XLSFormConverter/columnWidth``.
  func location(_ item: XLSFormItem, _ key: String = "name") -> SourceLocation {
    let column = item.source.columns[key]?.index ?? 0
    return SourceLocation(
      file: log.file,
      line: item.source.line,
      column: (column + 1) * XLSFormConverter.columnWidth
    )
  }

  /// The expression of a column; one that cannot be read is reported.
  func expression(_ key: String, _ item: XLSFormItem) -> LocatedExpression? {
    guard let text = item.cells[key] else { return nil }
    let plain =
      switch XLSFormYesNo.read(text) {
      case true?: "true()"
      case false?: "false()"
      case nil: text
      }
    do throws(ExpressionError) {
      return LocatedExpression(try Expression.parse(plain), at: location(item, key))
    } catch {
      log.report(ExpressionFinding.invalid(error), at: item.source.place(key))
      return nil
    }
  }
}
