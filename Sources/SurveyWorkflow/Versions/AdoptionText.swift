import SurveyModel
import SurveyStore

extension Adoption {
  /// Changes that are told one by one at work; the rest is a number.
  private static let told = 12

  /// What was done, in sentences.
  package func lines(_ workflow: Workflow, isDryRun: Bool = false) -> [String] {
    let language = workflow.language
    let version = questionnaire.version
    guard let comparison else {
      return [
        language.choose(
          "Nghiên cứu đã có phiên bản '\(version)'; không có gì thay đổi.",
          "The study has version '\(version)' already; nothing changed."
        )
      ]
    }
    if isDryRun {
      return [language.choose("Chạy thử: chưa ghi gì.", "A trial: nothing was written.")]
    }
    guard isNew else {
      return [
        language.choose(
          "Phiên bản '\(version)' đã được nhận như thế này; không có gì thay đổi.",
          "Version '\(version)' was taken like this before; nothing changed."
        )
      ]
    }
    var lines = [
      language.choose(
        "Nghiên cứu nhận phiên bản '\(version)' (trước là '\(comparison.old.version)'); "
          + "\(earlier) phiếu đã có vẫn giữ nguyên và được đọc theo phiên bản mới.",
        "The study takes version '\(version)' (before: '\(comparison.old.version)'); its \(earlier) "
          + "interviews stay as they are and are read as the new version says."
      )
    ]
    let apart = comparison.comparison.step.fates.values.compactMap { fate -> String? in
      if case .apart(let to, let reason) = fate, reason != .removed { "'\(to)'" } else { nil }
    }.sorted()
    if !apart.isEmpty {
      let list = apart.joined(separator: ", ")
      lines.append(
        language.choose(
          "Không tính chung câu trả lời cũ và mới của câu \(list); kết quả sẽ nói rõ.",
          "Older and newer answers are counted apart in question \(list); results will say so."
        )
      )
    }
    return lines + drafts(language)
  }

  /// The same with the changes, for whoever is at work with the form.
  package func notice(_ workflow: Workflow) -> [String] {
    guard isNew, let comparison else { return drafts(workflow.language) }
    let changes = comparison.comparison.changes.sorted { $0.impact > $1.impact }
    var lines = lines(workflow)
    lines += changes.prefix(Self.told).map { change in
      "  • \(change.impact.text(in: workflow.language)): \(change.text(in: workflow.language))"
    }
    if changes.count > Self.told {
      let rest = changes.count - Self.told
      lines.append(
        workflow.language.choose("  … và \(rest) thay đổi nữa", "  … and \(rest) more changes")
      )
    }
    return lines
  }

  private func drafts(_ language: InterfaceLanguage) -> [String] {
    study.olderDrafts(of: questionnaire, language)
  }
}

extension Workflow {
  /// Forms that were begun with another version than the one that is used now.
  package func olderDrafts(
    in study: OpenStudy,
    of id: String?,
    version: String?
  ) -> [String] {
    guard let used = try? questionnaire(id, version: version, in: study) else { return [] }
    return study.olderDrafts(of: used, language)
  }
}

extension OpenStudy {
  fileprivate func olderDrafts(
    of questionnaire: Questionnaire,
    _ language: InterfaceLanguage
  ) -> [String] {
    let drafts = try? file.draftsOfOtherVersions(
      of: questionnaire.id,
      than: questionnaire.version
    )
    return (drafts ?? [:]).sorted { $0.key < $1.key }.map { version, count in
      language.choose(
        "\(count) phiếu dở của phiên bản '\(version)' vẫn còn; điền tiếp bằng --form-version \(version).",
        "\(count) unfinished forms of version '\(version)' are kept; go on with --form-version \(version)."
      )
    }
  }
}
