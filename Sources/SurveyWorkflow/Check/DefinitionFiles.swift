import SurveyFormats
package import SurveyModel

/// A questionnaire or a plan as it was read, with what was found in it.
package enum Definition: Sendable {
  case questionnaire(Questionnaire)
  case plan(Plan)
  /// Nothing usable.
  case unreadable
}

extension Workflow {
  /// Reads and checks the questionnaire or plan at `path`.
  ///
  /// A plan is told by its first key, an XLSForm by the ending of its name; its text is then that of
  /// the same questionnaire in YAML. Plans are held against `questionnaires`. What `examining` finds
  /// in a questionnaire without errors is told with the rest.
  package func definition(
    at path: String,
    questionnaires: [Questionnaire] = [],
    examining: (Questionnaire) -> [Diagnostic] = { _ in [] }
  ) throws(WorkflowError) -> (definition: Definition, text: String, findings: [Diagnostic]) {
    try attempt(path) {
      if let format = XLSFormFormat(path: path) {
        return try xlsForm(at: path, format, examining: examining)
      }
      let source = try SourceFile(path: path)
      let text = try source.text()
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      let (definition, findings) = Self.read(
        text,
        file: path,
        questionnaires: questionnaires,
        load: { name in
          source.isStream ? nil : try? SourceFile(path: folder + name).text()
        }
      )
      guard case .questionnaire(let questionnaire) = definition else {
        return (definition, text, findings)
      }
      let examined = findings.containsErrors ? [] : examining(questionnaire)
      return (
        definition, EmbeddedTables.text(text, with: questionnaire.tables),
        (findings + examined).sortedByPlace
      )
    }
  }

  /// Reads a definition from its text.
  static func read(
    _ text: String,
    file: String,
    questionnaires: [Questionnaire],
    load: @escaping (String) -> String? = { _ in nil }
  ) -> (definition: Definition, findings: [Diagnostic]) {
    if isPlan(text) {
      let (plan, findings) = YAMLPlanReader().read(text, file: file)
      let checked = plan.map { $0.check(against: questionnaires) } ?? []
      return (plan.map { .plan($0) } ?? .unreadable, (findings + checked).sortedByPlace)
    }
    let (questionnaire, findings) = YAMLQuestionnaireReader(load: load).read(text, file: file)
    let checked = questionnaire.map { $0.check() } ?? []
    return (
      questionnaire.map { .questionnaire($0) } ?? .unreadable,
      (findings + checked).sortedByPlace
    )
  }

  private static func isPlan(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("plan:") }
  }

  /// Reads the questionnaire at `path` and refuses it when it has errors.
  package func questionnaire(
    at path: String
  ) throws(WorkflowError) -> (questionnaire: Questionnaire, text: String, findings: [Diagnostic]) {
    let (definition, text, findings) = try definition(at: path)
    guard case .questionnaire(let questionnaire) = definition, !findings.containsErrors else {
      throw WorkflowError(FindingList(findings, wanted: .questionnaire))
    }
    return (questionnaire, text, findings)
  }

  /// Reads the plan at `path` and refuses it when it has errors.
  package func plan(
    at path: String,
    questionnaires: [Questionnaire]
  ) throws(WorkflowError) -> (plan: Plan, text: String, findings: [Diagnostic]) {
    let (definition, text, findings) = try definition(at: path, questionnaires: questionnaires)
    guard case .plan(let plan) = definition, !findings.containsErrors else {
      throw WorkflowError(FindingList(findings, wanted: .plan))
    }
    return (plan, text, findings)
  }
}

/// The findings that keep a definition from being used, as one message.
struct FindingList: LocalizedMessage {
  enum Wanted { case questionnaire, plan, map, versionMap, units }

  private let findings: [Diagnostic]
  private let wanted: Wanted

  init(_ findings: [Diagnostic], wanted: Wanted) {
    self.findings = findings
    self.wanted = wanted
  }

  func text(in language: InterfaceLanguage) -> String {
    let head =
      switch wanted {
      case .questionnaire:
        language.choose("không dùng được phiếu này:", "this questionnaire cannot be used:")
      case .plan: language.choose("không dùng được kế hoạch này:", "this plan cannot be used:")
      case .map: language.choose("không dùng được bản đồ cột này:", "this map cannot be used:")
      case .versionMap:
        language.choose("không dùng được bản đồ chuyển đổi này:", "this map cannot be used:")
      case .units:
        language.choose(
          "không dùng được danh mục đơn vị này:",
          "this register of units cannot be used:"
        )
      }
    let errors = findings.filter { $0.severity == .error }
    if errors.isEmpty {
      let other =
        switch wanted {
        case .questionnaire:
          language.choose(
            "tệp là kế hoạch, không phải phiếu",
            "the file is a plan, not a questionnaire"
          )
        case .map:
          language.choose("tệp không phải bản đồ cột", "the file is no map of columns")
        case .versionMap:
          language.choose(
            "tệp không phải bản đồ giữa hai phiên bản",
            "the file is no map between versions"
          )
        case .units:
          language.choose(
            "tệp không phải danh mục đơn vị",
            "the file is no register of units"
          )
        case .plan:
          language.choose(
            "tệp là phiếu, không phải kế hoạch",
            "the file is a questionnaire, not a plan"
          )
        }
      return "\(head) \(other)"
    }
    return ([head] + errors.map { $0.text(in: language) }).joined(separator: "\n")
  }
}
