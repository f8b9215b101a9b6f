import SurveyModel

extension Questionnaire {
  /// The version with questions of earlier ones that it had dropped and that `next` asks again.
  ///
  /// Answers to them are held against the question as it comes back.
  func grown(
    by earlier: some BidirectionalCollection<Questionnaire>,
    for next: Questionnaire
  ) -> Questionnaire {
    var back: [Section] = []
    for question in next.questions where index(of: question.id) == nil {
      for version in earlier.reversed() {
        guard let place = version.index(of: question.id) else { continue }
        let section = version.sections[version.sectionOfQuestion[place]]
        back.append(
          Section(
            id: "\(section.id)_\(question.id)_earlier",
            title: section.title,
            relevant: section.relevant,
            group: section.group.flatMap { group($0) == nil ? nil : $0 },
            questions: [version.questions[place]]
          )
        )
        break
      }
    }
    guard !back.isEmpty else { return self }
    return Questionnaire(
      id: id,
      version: version,
      languages: languages,
      title: title,
      source: source,
      consent: consent,
      sections: sections + back,
      sample: sample,
      indicators: indicators,
      key: key,
      groups: groups,
      tables: tables,
      series: series
    )
  }
}
