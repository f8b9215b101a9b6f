/// The rules of a questionnaire, compared by what they say and not by how they are spaced.
struct RuleWords {
  let questionnaire: Questionnaire
  /// Ids of questions that go by another one in the other version.
  var renames: [String: String] = [:]

  /// Everything that has to hold for the question at `index` to be asked.
  func relevance(_ index: Int) -> [LocatedExpression] {
    let section = questionnaire.sectionOfQuestion[index]
    let around = questionnaire.path(ofSection: section).compactMap(\.relevant)
    let own = [questionnaire.sections[section].relevant, questionnaire.questions[index].relevant]
    return around + own.compactMap { $0 }
  }

  /// Whether rules say the same as rules of another version.
  func same(
    _ one: [LocatedExpression],
    _ other: [LocatedExpression],
    _ otherWords: RuleWords
  ) -> Bool {
    one.map(tokens) == other.map(otherWords.tokens)
  }

  /// Whether two rules, or the lack of one, say the same.
  func same(
    _ one: LocatedExpression?,
    _ other: LocatedExpression?,
    _ otherWords: RuleWords
  ) -> Bool {
    same(one.map { [$0] } ?? [], other.map { [$0] } ?? [], otherWords)
  }

  /// Names of questions as they are compared with those of the other version.
  func names(_ names: [String]) -> [String] { names.map { renames[$0] ?? $0 } }

  private func tokens(_ rule: LocatedExpression) -> [ExpressionToken.Kind] {
    var lexer = ExpressionLexer(rule.expression.text)
    guard let tokens = try? lexer.allTokens() else { return [.string(rule.expression.text)] }
    return tokens.map { token in
      switch token.kind {
      case .question(let name): .question(renames[name] ?? name)
      case .lastSaved(let name): .lastSaved(renames[name] ?? name)
      default: token.kind
      }
    }
  }

  /// The questions that decide whether the question at `index` is asked, or what it is.
  func questions(deciding index: Int) -> Set<String> {
    let rules = relevance(index) + [questionnaire.questions[index].calculation].compactMap { $0 }
    var names: Set<String> = []
    for kind in rules.flatMap(tokens) {
      switch kind {
      case .question(let name), .lastSaved(let name): names.insert(name)
      default: break
      }
    }
    return names
  }

  /// Rules as they are written.
  static func text(_ rules: [LocatedExpression]) -> String {
    rules.map(\.expression.text).joined(separator: " and ")
  }
}
