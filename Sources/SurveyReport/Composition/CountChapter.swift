package import SurveyAnalysis
package import SurveyModel

/// What a report says about the targets on counts.
package struct CountChapter: Sendable {
  private let targets: [(target: Target, assessment: CountAssessment)]
  private let awaiting: Int
  private let words: CountWords

  /// Prepares the chapter; targets of other kinds are left aside.
  package init(_ targets: [TargetAssessment], language: InterfaceLanguage) {
    self.targets = targets.compactMap { target in
      if case .count(let count) = target.outcome { (target.target, count) } else { nil }
    }
    awaiting = targets.count { if case .awaitsCount = $0.outcome { true } else { false } }
    words = CountWords(language: language)
  }

  /// A verdict for each target, and a table where it is judged period by period.
  ///
  /// Nothing where no count was entered.
  package var blocks: [Report.Block] {
    guard let days = targets.first?.assessment.days else { return [] }
    let range = (from: words.day(days.lowerBound), to: words.day(days.upperBound))
    var blocks: [Report.Block] = [
      .heading(
        words.say("Chỉ tiêu theo số liệu hành chính", "Targets on administrative counts"),
        level: 2
      ),
      .note(
        words.say(
          "Số liệu do cơ quan, đơn vị báo cáo kèm căn cứ, không phải ước lượng từ mẫu khảo sát nên không có sai số chọn mẫu. Thời gian: từ \(range.from) đến \(range.to).",
          "Administrative counts: numbers that the office reports with their evidence. They are no estimates from a sample and have no sampling error. Days: \(range.from) to \(range.to)."
        )
      ),
    ]
    for (target, assessment) in targets {
      let results =
        (assessment.overall.map { [(String?.none, $0)] } ?? [])
        + assessment.places.map { (String?.some($0.place), $0.result) }
      for (place, result) in results {
        let sentence = CountSentence(
          target: target,
          assessment: assessment,
          result: result,
          place: place,
          words: words
        )
        blocks.append(.verdict(sentence.block))
        if result.parts.count > 1 {
          let heading = target.heading(in: words.language)
          let caption = heading + (place.map { " – \($0)" } ?? "")
          blocks.append(.table(table(result, assessment.aim, caption: caption)))
        }
      }
    }
    return blocks
  }

  /// How many targets on counts are met, in a sentence; nothing where no count was entered.
  package var overview: [Report.Block] {
    guard !targets.isEmpty else { return [] }
    let verdicts = targets.map { _, assessment in assessment.verdict }
    func count(_ verdict: Verdict) -> Int { verdicts.count { $0 == verdict } }
    let parts = [
      (count(.met), words.say("đạt", "met")), (count(.notMet), words.say("chưa đạt", "not met")),
      (count(.undecided), words.say("chưa đủ căn cứ", "undecided")),
      (awaiting, words.say("chưa có số liệu", "without any count")),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return [
      .paragraph(
        words.say(
          "Chỉ tiêu theo số liệu hành chính: \(parts).",
          "Targets on administrative counts: \(parts)."
        )
      )
    ]
  }

  private func table(
    _ result: CountResult,
    _ aim: AdministrativeTarget,
    caption: String
  ) -> Table {
    Table(
      caption: caption,
      columns: [
        .init(words.say("Kỳ", "Period")), .init(words.say("Số liệu", "Count"), .trailing),
        .init(words.say("Kết luận", "Verdict")), .init(words.say("Căn cứ", "Evidence")),
      ],
      rows: result.parts.map { part in
        Table.Row([
          .text(part.period.map { $0.text(in: words.language) } ?? ""),
          part.figure.map { figure in
            figure.all == nil ? .count(figure.done) : .text(words.figure(figure, aim))
          } ?? .empty,
          .verdict(word: words.word(part.state), tone: words.tone(part.state)),
          .text(evidence(part)),
        ])
      }
    )
  }

  /// What proves a period; the days of shorter counts are told.
  private func evidence(_ part: CountPart) -> String {
    guard let counts = part.figure?.counts else { return "" }
    let isWhole = counts.allSatisfy { $0.subject.span.days == part.days }
    guard isWhole else { return words.evidence(counts) }
    var told: [String] = []
    for count in counts where !told.contains(count.evidence) { told.append(count.evidence) }
    return told.joined(separator: "; ")
  }
}

extension CountAssessment {
  /// What holds for the whole office, else for all of its places.
  package var verdict: Verdict {
    if let overall { return overall.verdict }
    let verdicts = places.map(\.result.verdict)
    if verdicts.contains(.notMet) { return .notMet }
    return verdicts.allSatisfy { $0 == .met } ? .met : .undecided
  }
}
