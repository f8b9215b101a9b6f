package import SurveyAnalysis
package import SurveyModel

/// Lays out what the rules say about the quality of interviews.
///
/// Interviews are named by number and operators by code; no answer of anybody is shown, and figures
/// without flagged interviews only where these are enough that nobody's answers can be worked out.
package struct AuditReport: Sendable {
  /// Interviews of one rule that are listed; more stand in JSON.
  private static let listed = 100

  let result: AuditResult
  let questionnaire: Questionnaire
  let suppression: Plan.Suppression
  let language: InterfaceLanguage
  /// What the report in which it stands keeps back.
  let groups: GroupSuppression

  /// Prepares a report.
  package init(
    _ result: AuditResult,
    questionnaire: Questionnaire,
    suppression: Plan.Suppression,
    language: InterfaceLanguage,
    keepingBack groups: GroupSuppression = GroupSuppression()
  ) {
    self.groups = groups
    self.result = result
    self.questionnaire = questionnaire
    self.suppression = suppression
    self.language = language
  }

  /// The page of `audit`; `number` gives the number of an interview by its position.
  package func report(subtitle: [String], number: (Int) -> String) -> Report {
    Report(
      language: language,
      title: words(.title),
      subtitle: [questionnaire.title.text(in: language)] + subtitle,
      blocks: [.paragraph(summary), .table(rulesTable)] + comparisonBlocks
        + operatorBlocks + ruleBlocks(number)
    )
  }

  /// The chapter of the summary: a table of the rules and sentences, without numbers of interviews and
  /// codes of operators.
  package var chapter: [Report.Block] {
    [.heading(words(.chapter), level: 1), .paragraph(summary), .table(rulesTable)]
      + verdictSentences.map { .paragraph($0) }
  }

  func words(_ words: AuditWords) -> String { words.text(in: language) }

  func word(_ vietnamese: String, _ english: String) -> String {
    language.choose(vietnamese, english)
  }

  func label(_ text: LocalizedText) -> String {
    text.text(language.rawValue, fallbacks: questionnaire.languages)
  }

  var audit: QualityAudit { result.audit }

  private var numbers: DecimalText { DecimalText(language: language) }

  func operatorName(_ place: Int?) -> String {
    guard let place else { return words(.everybody) }
    return audit.course.operators.indices.contains(place)
      ? audit.course.operators[place] : words(.nobody)
  }

  // MARK: Summary

  /// How many interviews and operators, and that nothing was deleted.
  var summary: String {
    let flagged = audit.flaggedRows.count
    let told = audit.told.count
    let total = numbers.count(audit.course.count)
    if flagged == 0, told == 0 {
      return word(
        "Đã xem \(total) phiếu: không quy tắc nào thấy điều khác thường. Điều đó không chứng minh rằng mọi phiếu đều thật.",
        "Of \(total) interviews no rule finds anything unusual. That does not prove that all are genuine."
      )
    }
    let count = numbers.count(flagged)
    let share = numbers.percent(flagged, of: audit.course.count)
    return word(
      "Đã xem \(total) phiếu: \(count) phiếu (\(share)) có ít nhất một dấu hiệu cần xem lại; \(numbers.count(told)) điều khác thường về người nhập hoặc câu hỏi bằng số. Dấu hiệu là lý do để xem lại, không phải bằng chứng gian dối. Không phiếu nào bị xóa hay sửa; mọi kết quả khác vẫn tính đủ tất cả phiếu.",
      "Of \(total) interviews \(count) (\(share)) have at least one sign for which they should be looked at again; \(numbers.count(told)) unusual things about operators or numeric questions. A sign is a reason to look, no proof of fraud. Nothing was deleted or changed; all other results count all interviews."
    )
  }

  /// One row for each rule.
  var rulesTable: Table {
    Table(
      caption: words(.rules),
      columns: [
        .init(words(.rule)), .init(words(.lookedAt), .trailing),
        .init(words(.pointedTo), .trailing), .init(words(.note)),
      ],
      rows: audit.outcomes.map { outcome in
        let found =
          outcome.rule.judgesOperators
          ? outcome.findings.count(where: \.isFlagged) : outcome.flags.count
        let note =
          outcome.silence.map { words(.silence($0)) }
          ?? expectation(outcome)
          ?? (outcome.rule.judgesOperators ? word("so sánh người nhập", "comparisons") : "")
        return Table.Row([
          .text(words(.name(outcome.rule))), .count(outcome.examined), .count(found), .text(note),
        ])
      }
    )
  }

  /// How many straight lines the other answers lead one to expect.
  private func expectation(_ outcome: RuleOutcome) -> String? {
    if outcome.flags.isEmpty, let alike = outcome.alike, alike > 0 {
      let text = numbers.count(alike)
      return word(
        "có \(text) phiếu như vậy, các câu khác cho thấy là bình thường",
        "there are \(text), which the other answers show to be normal"
      )
    }
    guard let expected = outcome.expected, !outcome.flags.isEmpty else { return nil }
    let text = numbers.number(expected, decimals: 0)
    return word(
      "các câu khác cho thấy chừng \(text) là bình thường",
      "about \(text) would be normal"
    )
  }

  // MARK: Interviews

  private func ruleBlocks(_ number: (Int) -> String) -> [Report.Block] {
    audit.outcomes.flatMap { outcome -> [Report.Block] in
      guard !outcome.flags.isEmpty || outcome.findings.contains(where: \.isFlagged) else {
        return []
      }
      var blocks: [Report.Block] = [
        .heading(words(.name(outcome.rule)), level: 2), .note(words(.meaning(outcome.rule))),
      ]
      guard !outcome.flags.isEmpty else { return blocks }
      let rows = outcome.flags.prefix(Self.listed).map { flag in
        Table.Row([.text(number(flag.row)), .text(sentence(flag.evidence, number))])
      }
      blocks.append(
        .table(
          Table(
            caption: words(.flagged),
            columns: [.init(words(.number)), .init(words(.evidence))],
            rows: Array(rows)
          )
        )
      )
      let more = outcome.flags.count - rows.count
      if more > 0 {
        let text = numbers.count(more)
        blocks.append(
          .note(
            word(
              "Còn \(text) phiếu nữa; xem đủ bằng --format json.",
              "\(text) more; see all of them with --format json."
            )
          )
        )
      }
      return blocks
    }
  }

  /// Why an interview is pointed to, in a few words.
  func sentence(_ evidence: QualityFlag.Evidence, _ number: (Int) -> String) -> String {
    func decimals(_ value: Double) -> String { numbers.number(value, decimals: 0) }
    switch evidence {
    case .straightLine(let items, false):
      return word("một mức cho cả \(items) câu", "one level for all of \(items) questions")
    case .straightLine(let items, true):
      return word(
        "một mã cho cả \(items) câu, dù thang điểm đổi chiều giữa chừng",
        "one code for all of \(items) questions, though the scale turns round among them"
      )
    case .speed(let seconds, let least):
      return word(
        "\(decimals(seconds)) giây; đọc nhanh nhất cũng cần \(decimals(least)) giây",
        "\(decimals(seconds)) seconds; the fastest reading takes \(decimals(least))"
      )
    case .copy(let other, let matching, let items):
      return word(
        "\(matching)/\(items) câu trả lời trùng với phiếu \(number(other))",
        "\(matching) of \(items) answers are those of interview \(number(other))"
      )
    case .afterHours(let forms):
      return word(
        "một trong \(forms) phiếu bắt đầu trong một giờ, ngoài giờ làm việc",
        "one of \(forms) forms that began within an hour, after hours"
      )
    case .impossibleHour(let forms, let minutes):
      return word(
        "một trong \(forms) phiếu bắt đầu trong một giờ, dù ít nhất phải mất \(decimals(minutes)) phút",
        "one of \(forms) forms that began within an hour, which take at least \(decimals(minutes)) minutes"
      )
    case .dossier(let other):
      return word(
        "cùng hồ sơ với phiếu \(number(other))",
        "the dossier of interview \(number(other))"
      )
    }
  }
}
