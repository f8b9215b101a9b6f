import SurveyFormats
package import SurveyModel
import SurveyReport

/// How a comparison is written.
package enum ComparisonFormat: String, CaseIterable, Sendable {
  case text
  case json
  case csv
}

/// Two versions of a questionnaire and what lies between them.
package struct VersionComparison: Sendable {
  let old: Questionnaire
  let new: Questionnaire
  let comparison: QuestionnaireComparison
  let language: InterfaceLanguage
  /// Whether a map was there already.
  let hasMap: Bool

  /// Whether something cannot be compared, or would misread stored answers.
  package var hasFindings: Bool { (comparison.impact ?? .harmless) >= .incomparable }

  /// A map for a person to look through.
  package var proposal: String { VersionMap.proposal(from: old, to: new).text }

  /// The comparison in `format`.
  package func write(_ format: ComparisonFormat, width: Int) -> String {
    switch format {
    case .text: TextRenderer(width: width).render(report)
    case .json: JSONText.write(json) + "\n"
    case .csv: String(decoding: CSVText.bytes(records), as: UTF8.self)
    }
  }

  /// The changes of each impact, the gravest first.
  var blocks: [Report.Block] {
    guard !comparison.changes.isEmpty else {
      return [.paragraph(language.choose("Không có gì khác nhau.", "Nothing differs."))]
    }
    return ChangeImpact.allCases.reversed().flatMap { impact -> [Report.Block] in
      let changes = comparison.changes.filter { $0.impact == impact }
      guard !changes.isEmpty else { return [] }
      let name = impact.text(in: language)
      let heading = name.prefix(1).uppercased() + name.dropFirst() + " (\(changes.count))"
      return [.heading(heading, level: 2)]
        + changes.map { .paragraph("• " + $0.text(in: language)) }
    }
  }

  private var report: Report {
    var blocks = blocks
    if old.version == new.version, !comparison.changes.isEmpty {
      blocks.append(
        .note(
          language.choose(
            "Hai nội dung cùng mang số bản '\(old.version)'; hãy tăng 'version' của nội dung mới.",
            "Both texts are called version '\(old.version)'; give the new one another 'version'."
          )
        )
      )
    }
    if hasFindings, !hasMap {
      blocks.append(
        .note(
          language.choose(
            "Đề xuất bản đồ chuyển đổi: thêm --write-map TỆP.yaml vào lệnh này.",
            "For a proposed map, add --write-map FILE.yaml to this command."
          )
        )
      )
    }
    return Report(
      language: language,
      title: language.choose("So sánh hai phiên bản", "Two versions compared"),
      subtitle: ["\(new.id): \(old.version) → \(new.version)"],
      blocks: blocks
    )
  }

  var json: JSONValue {
    .object([
      ("format", .string("thuocdo-compare-1")), ("questionnaire", .string(new.id)),
      ("from", .string(old.version)), ("to", .string(new.version)),
      ("impact", comparison.impact.map { .string($0.rawValue) } ?? .null),
      (
        "changes",
        .array(
          comparison.changes.map { change in
            .object([
              ("impact", .string(change.impact.rawValue)),
              ("change", .string(change.code.rawValue)),
              ("about", .string(change.about)),
              ("id", change.name.map { .string($0) } ?? .null),
              ("settled_by_map", .bool(change.isSettled)),
              ("text", .string(change.text(in: language))),
            ])
          }
        )
      ),
    ])
  }

  private var records: [[String]] {
    [["impact", "change", "about", "id", "settled_by_map", "text"]]
      + comparison.changes.map { change in
        [
          change.impact.rawValue, change.code.rawValue, change.about, change.name ?? "",
          change.isSettled ? "1" : "0", change.text(in: language),
        ]
      }
  }
}

extension VersionChange {
  fileprivate var about: String {
    switch subject {
    case .questionnaire: "questionnaire"
    case .question: "question"
    case .indicator: "indicator"
    }
  }
}

extension Workflow {
  /// The newest version in the study, or `version`, as `next` is held against it when it is taken.
  ///
  /// That is with the questions that were dropped before and come back.
  package func earlierVersion(
    of next: Questionnaire,
    _ id: String?,
    version: String?,
    in study: OpenStudy
  ) throws(WorkflowError) -> Questionnaire {
    let own = try questionnaire(id ?? next.id, version: version, in: study)
    let before = study.versions.filter { $0.id == own.id }.prefix { $0.version != own.version }
    return own.grown(by: before, for: next)
  }

  /// Compares two versions of a questionnaire, with a map where there is one.
  package func compare(
    _ old: Questionnaire,
    _ new: Questionnaire,
    map path: String?
  ) throws(WorkflowError) -> VersionComparison {
    guard old.id == new.id else {
      throw WorkflowError(VersionProblem.otherQuestionnaire(old.id, new.id))
    }
    var map: VersionMap?
    if let path { map = try versionMap(at: path, from: old, to: new).map }
    return VersionComparison(
      old: old,
      new: new,
      comparison: QuestionnaireComparison(old, new, map: map),
      language: language,
      hasMap: map != nil
    )
  }
}
