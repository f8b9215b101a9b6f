/// One rule that a questionnaire has to keep.
protocol QuestionnaireCheck {
  /// Where the questionnaire breaks the rule.
  func findings(in questionnaire: Questionnaire) -> [Diagnostic]
}

extension Questionnaire {
  /// Everything that keeps the instrument from holding together, in the order of the file.
  ///
  /// Lists, the sample block and the consent have no place of their own in the model: findings
  /// about a list stand at the first question that uses it, the others at the beginning.
  public func check() -> [Diagnostic] {
    let checks: [any QuestionnaireCheck] = [
      UniqueNamesCheck(),
      OptionCodesCheck(),
      ScaleCheck(),
      GroupCheck(),
      KindCheck(),
      ExpressionCheck(),
      CycleCheck(),
      PipingCheck(),
      CalculationCheck(),
      DefaultAnswerCheck(),
      RoleCheck(),
      SampleCheck(),
      KeyCheck(),
      ConsentCheck(),
      IndicatorNamesCheck(),
      IndicatorItemsCheck(),
      IndicatorKindCheck(),
    ]
    return checks.flatMap { $0.findings(in: self) }.sortedByPlace
  }

  /// The beginning of the file.
  var startLocation: SourceLocation {
    SourceLocation(file: questions.first?.location.file ?? "", line: 1, column: 1)
  }

  /// The question `id`.
  func question(_ id: String) -> Question? { questions.first { $0.id == id } }

  /// Each list once, with the first question that uses it.
  var listsWithFirstUse: [(list: ChoiceList, question: Question)] {
    var seen: Set<String> = []
    return questions.compactMap { question in
      guard let list = question.kind.choiceList else { return nil }
      // A scale and a plain list may have the same name.
      let name = (list.scale == nil ? "c" : "s") + list.id
      return seen.insert(name).inserted ? (list, question) : nil
    }
  }
}
