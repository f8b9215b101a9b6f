import SurveyFormats
import SurveyModel

/// A file with columns for some questions only: what it says goes over what the study has.
struct PartialFile {
  /// The questions for which the file has a column.
  let asked: Set<Int>

  private let plan: InterviewPlan
  private let moment: FormMoment
  private let map: ColumnMap
  /// Options without a column, of multiple choices that have a column for others.
  private let absent: [Int: Set<String>]

  /// None where the file speaks of all questions.
  init?(_ map: ColumnMap, _ plan: InterviewPlan, _ moment: FormMoment) {
    let questions = plan.questionnaire.questions
    let asked = map.questions.union(OptionGroup.openQuestions(of: map, in: plan))
    let present = Set(map.meanings)
    var absent: [Int: Set<String>] = [:]
    for question in asked where !present.contains(.question(question)) {
      let choices = questions[question].kind.choiceList?.choices ?? []
      let codes = choices.indices.filter {
        !present.contains(.option(question: question, choice: $0))
      }.map { choices[$0].code }
      if !codes.isEmpty { absent[question] = Set(codes) }
    }
    let isWhole = questions.indices.allSatisfy {
      !questions[$0].kind.takesAnswers || asked.contains($0)
    }
    if isWhole && absent.isEmpty { return nil }
    self.asked = asked
    self.plan = plan
    self.moment = moment
    self.map = map
    self.absent = absent
  }

  /// The answers of the form that a row makes of a stored one.
  func answers(_ given: [Answer?], over stored: [Answer?]) -> [Answer] {
    // Where the row says what is stored, everything stays, and no rule need be asked.
    let isSame = asked.allSatisfy { question in
      guard stored.indices.contains(question), let old = stored[question] else { return false }
      let new = answer(at: question, given, stored) ?? .missing(.notCollected)
      return old.saysTheSame(as: new)
        || new == .missing(.noAnswer)
          && (old == .missing(.notApplicable) || old == .missing(.notCollected))
    }
    if isSame { return stored.map { $0 ?? .missing(.notCollected) } }
    return form(given, over: stored).answers
  }

  /// The form that a row makes of a stored one.
  func form(_ given: [Answer?], over stored: [Answer?]) -> ImportedForm {
    plan.validate(
      plan.steps.indices.map { answer(at: $0, given, stored) },
      moment: moment
    )
  }

  /// The row as the whole form that it makes of a stored one, by all rules of the form.
  func row(_ row: CheckedRow, over stored: [Answer?]) -> CheckedRow {
    let form = form(row.given, over: stored)
    var faults = form.problems.compactMap { problem -> RejectedCell? in
      let isKept = !asked.contains(problem.question)
      // What the study computed is computed anew.
      if isKept, case .calculationDiffers = problem.rejection { return nil }
      let question = plan.questionnaire.questions[problem.question].id
      let old = stored.indices.contains(problem.question) ? stored[problem.question] : nil
      return RejectedCell(
        column: map.meanings.firstIndex { $0.question == problem.question },
        question: question,
        rejection: isKept
          ? KeptAnswerRejection(question: question, answer: old, rejection: problem.rejection)
          : problem.rejection
      )
    }
    for question in absent.keys.sorted() {
      guard case .choices(let codes) = form.answers[question], codes.count > 1,
        let exclusive = choices(of: question).first(where: {
          $0.isExclusive && codes.contains($0.code)
        })
      else { continue }
      faults.append(
        RejectedCell(
          column: map.meanings.firstIndex { $0.question == question },
          question: plan.questionnaire.questions[question].id,
          rejection: ImportRejection.answer(.exclusiveChoice(label: exclusive.label))
        )
      )
    }
    return row.merged(as: form, faults: faults)
  }

  private func choices(of question: Int) -> [Choice] {
    plan.questionnaire.questions[question].kind.choiceList?.choices ?? []
  }

  private func answer(at question: Int, _ given: [Answer?], _ stored: [Answer?]) -> Answer? {
    let old = stored.indices.contains(question) ? stored[question] : nil
    guard asked.contains(question) else {
      // A question that the row brings back into the form was not asked.
      return old == .missing(.notApplicable) ? nil : old
    }
    let new = given.indices.contains(question) ? given[question] : nil
    guard let absent = absent[question], case .choices(let before)? = old else { return new }
    let kept = absent.intersection(before)
    guard !kept.isEmpty else { return new }
    var chosen: Set<String> = []
    if case .choices(let codes)? = new { chosen = Set(codes) }
    let all = kept.union(chosen)
    return .choices(choices(of: question).map(\.code).filter(all.contains))
  }
}

/// An answer that the study has, which breaks a rule beside what a file without its column says.
struct KeptAnswerRejection: RowRejection {
  let question: String
  let answer: Answer?
  let rejection: ImportRejection

  var code: String { rejection.code }

  func text(in language: InterfaceLanguage) -> String {
    let stored = answer.map { $0.missingReason == nil ? "“\($0.text.prefix(40))”" : "" } ?? ""
    let shown = stored.isEmpty ? language.choose("(trống)", "(blank)") : stored
    return language.choose(
      "Tệp không có cột '\(question)', và câu trả lời đã lưu \(shown) không hợp với dòng này: \(rejection.text(in: language)) Xin thêm cột '\(question)' với câu trả lời mới.",
      "The file has no column '\(question)', and the stored answer \(shown) does not go with this row: \(rejection.text(in: language)) Please add the column '\(question)' with the new answer."
    )
  }
}
