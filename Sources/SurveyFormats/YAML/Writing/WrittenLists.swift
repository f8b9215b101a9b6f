import SurveyModel

/// The lists of a questionnaire as a file declares them, and where its missing codes stand.
struct WrittenLists {
  let scales: [(list: ChoiceList, scale: Scale)]
  let choices: [ChoiceList]
  /// Missing codes that hold for every question.
  let commonMissing: [MissingCode]

  init(_ questionnaire: Questionnaire) {
    var seen: Set<String> = []
    var scales: [(list: ChoiceList, scale: Scale)] = []
    var choices: [ChoiceList] = []
    for list in questionnaire.questions.compactMap(\.kind.choiceList)
    where seen.insert("\(list.scale == nil) \(list.id)").inserted {
      if let scale = list.scale {
        scales.append((list, scale))
      } else {
        choices.append(list)
      }
    }
    self.scales = scales
    self.choices = choices
    commonMissing = Self.common(questionnaire.questions)
  }

  /// The codes that only the question itself declares.
  func ownMissing(of question: Question) -> [MissingCode] {
    guard Self.takesAnswers(question) else { return question.missing }
    let ofList = question.kind.choiceList?.missing ?? []
    let common = commonMissing.filter { code in !ofList.contains { $0.code == code.code } }
    return question.missing.filter { !ofList.contains($0) && !common.contains($0) }
  }

  private static func takesAnswers(_ question: Question) -> Bool {
    question.kind.takesAnswers
  }

  /// The longest end that the codes of all questions share; the reader puts those of the
  /// questionnaire there, without the ones that the question's list declares itself.
  private static func common(_ questions: [Question]) -> [MissingCode] {
    let asked = questions.filter(takesAnswers)
    guard var common = asked.max(by: { $0.missing.count < $1.missing.count })?.missing else {
      return []
    }
    for question in asked {
      let ofList = Set(question.kind.choiceList?.missing.map(\.code) ?? [])
      while !common.isEmpty,
        !question.missing.suffix(while: { code in !ofList.contains(code.code) })
          .hasSuffix(common.filter { !ofList.contains($0.code) })
      {
        common.removeFirst()
      }
    }
    return common
  }
}

extension [MissingCode] {
  /// The longest end whose codes all satisfy `condition`.
  fileprivate func suffix(while condition: (MissingCode) -> Bool) -> [MissingCode] {
    Array(self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...])
  }

  fileprivate func hasSuffix(_ other: [MissingCode]) -> Bool {
    Array(suffix(other.count)) == other
  }
}
