import SurveyModel

/// Reads sections with their questions.
struct SectionReader {
  let context: ReadingContext
  let lists: QuestionnaireLists
  /// The missing codes of the questionnaire.
  let missing: [MissingCode]

  /// Reads one section.
  func read(_ node: YAMLNode) -> Section? {
    node.map(context) { map in
      let id = map.requiredID("id") ?? ""
      let title = map.requiredText("title") ?? LocalizedText([:])
      let relevant = map.expression("relevant")
      let matrix = map.node("matrix").map { lists.scale($0, context) }
      let questions = QuestionReader(
        context: context,
        lists: lists,
        missing: missing,
        matrix: matrix ?? nil,
        isInMatrix: matrix != nil
      )
      return Section(
        id: id,
        title: title,
        relevant: relevant,
        matrix: matrix??.id,
        group: map.string("group"),
        questions: map.required("questions")?.items(context)
          .flatMap { questions.read($0) } ?? []
      )
    }
  }
}
