import SurveyAnalysis
import SurveyModel

extension SummaryReport {
  /// Forms handed out, returned and valid, and the response rate; nothing where they were not
  /// counted.
  var fieldwork: [Report.Block] {
    guard let fieldwork = header.counted else {
      return header.uncounted.map { silence in
        [.heading(heading(.fieldwork), level: 1), .note(silence.text(in: language))]
      } ?? []
    }
    let words = FieldworkWords(fieldwork, language: language)
    return [
      .heading(heading(.fieldwork), level: 1), .table(words.table(heading(.fieldwork))),
    ] + words.sentences.map { .paragraph($0) } + words.warnings.map { .note($0) }
  }
}

/// What became of the forms, in a table and in sentences.
struct FieldworkWords {
  let fieldwork: Fieldwork
  let language: InterfaceLanguage

  init(_ fieldwork: Fieldwork, language: InterfaceLanguage) {
    self.fieldwork = fieldwork
    self.language = language
  }

  /// Evidence, each document once: the counts of several quarters may stand in the same one.
  private static func listed(_ evidence: [String]) -> String {
    var told: Set<String> = []
    return evidence.filter { told.insert($0).inserted }.joined(separator: "; ")
  }

  func table(_ caption: String) -> Table {
    var rows = fieldwork.figures.map { figure in
      row(name(of: figure.outcome), figure.value, Self.listed(figure.evidence))
    }
    // Valid forms stand behind those that came back.
    let place = rows.indices.last { index in
      [.issued, .returned].contains(fieldwork.figures[index].outcome)
    }
    let valid = row(language.choose("Phiếu hợp lệ", "Valid interviews"), fieldwork.complete, "")
    rows.insert(valid, at: place.map { $0 + 1 } ?? 0)
    return Table(
      caption: caption,
      columns: [
        .init(""), .init(language.choose("Số lượng", "Number"), .trailing),
        .init(language.choose("Căn cứ", "Evidence")),
      ],
      rows: rows
    )
  }

  private func row(_ name: String, _ value: Int, _ evidence: String) -> Table.Row {
    Table.Row([.text(name), .count(value), evidence.isEmpty ? .empty : .text(evidence)])
  }

  var sentences: [String] {
    let text = DecimalText(language: language)
    var sentences: [String] = []
    if let issued = fieldwork[.issued], let returned = fieldwork[.returned], issued > 0,
      returned <= issued
    {
      let share = text.percent(returned, of: issued)
      sentences.append(language.choose("Tỷ lệ thu về: \(share).", "Returned: \(share)."))
    }
    if fieldwork.contradictions.isEmpty, let rate = fieldwork.minimumRate {
      let share = text.percent(rate.complete, of: rate.of)
      sentences.append(
        language.choose(
          "Tỷ lệ trả lời (AAPOR RR1): \(share) = \(text.count(rate.complete))/\(text.count(rate.of)).",
          "Response rate (AAPOR RR1): \(share) = \(text.count(rate.complete))/\(text.count(rate.of))."
        )
      )
    }
    if fieldwork.contradictions.isEmpty, let rate = fieldwork.estimatedRate {
      sentences.append(
        language.choose(
          "Nếu trong những trường hợp chưa rõ, phần thuộc đối tượng cũng như ở các trường hợp đã rõ (AAPOR RR3): \(text.percent(rate)).",
          "If as many of the unknown belong to the population as of the known (AAPOR RR3): \(text.percent(rate))."
        )
      )
    }
    return sentences
  }

  var warnings: [String] {
    let text = DecimalText(language: language)
    return fieldwork.contradictions.map { contradiction in
      switch contradiction {
      case .partsDisagree(let mismatch):
        language.choose(
          "Số liệu không khớp: '\(mismatch.whole.subject.name)' của \(mismatch.whole.subject.span.text(in: language)) là \(text.count(mismatch.whole.value)), còn các số bên trong kỳ đó cộng lại là \(text.count(mismatch.parts)); hãy kiểm tra bằng thuocdo count.",
          "The counts contradict each other: '\(mismatch.whole.subject.name)' of \(mismatch.whole.subject.span.text(in: language)) is \(text.count(mismatch.whole.value)), and what lies inside it adds up to \(text.count(mismatch.parts)); see thuocdo count."
        )
      case .returnedAboveIssued(let returned, let issued):
        language.choose(
          "Số liệu không khớp: thu về \(text.count(returned)) phiếu nhưng chỉ phát ra \(text.count(issued)); hãy kiểm tra bằng thuocdo count.",
          "The counts contradict each other: \(text.count(returned)) forms returned of \(text.count(issued)) handed out; see thuocdo count."
        )
      case .completeAboveReturned(let complete, let returned):
        language.choose(
          "Số liệu không khớp: có \(text.count(complete)) phiếu hợp lệ nhưng chỉ thu về \(text.count(returned)); hãy kiểm tra bằng thuocdo count.",
          "The counts contradict each other: \(text.count(complete)) valid interviews of \(text.count(returned)) forms returned; see thuocdo count."
        )
      case .outcomesAboveIssued(let outcomes, let issued):
        language.choose(
          "Số liệu không khớp: các kết quả cộng lại là \(text.count(outcomes)), nhiều hơn \(text.count(issued)) phiếu phát ra; hãy kiểm tra bằng thuocdo count.",
          "The counts contradict each other: outcomes add up to \(text.count(outcomes)) of \(text.count(issued)) forms handed out; see thuocdo count."
        )
      }
    }
  }

  private func name(of outcome: FieldworkCounts.Outcome) -> String {
    switch outcome {
    case .issued: language.choose("Phiếu phát ra", "Forms handed out")
    case .returned: language.choose("Phiếu thu về", "Forms returned")
    case .refused: language.choose("Từ chối, bỏ dở", "Refused or broken off")
    case .notReached: language.choose("Không gặp được", "Not reached")
    case .unable: language.choose("Không thể trả lời", "Unable to answer")
    case .unknown: language.choose("Chưa rõ có thuộc đối tượng không", "Eligibility unknown")
    case .ineligible: language.choose("Không thuộc đối tượng", "Not eligible")
    }
  }
}
