/// Compares one question in two versions.
struct QuestionComparison {
  let old: (words: RuleWords, index: Int)
  let new: (words: RuleWords, index: Int)
  /// What a map says of it.
  let entry: VersionMap.Entry?

  private var before: Question { old.words.questionnaire.questions[old.index] }
  private var after: Question { new.words.questionnaire.questions[new.index] }

  private var subject: VersionChange.Subject {
    .question(id: after.id, label: after.label)
  }

  var changes: [VersionChange] {
    var changes = renamed + words + answers + rules
    guard let entry else { return changes }
    switch entry.isComparable {
    case true?:
      // A person answers for it that the answers mean the same; words that stand under another code
      // are no matter of opinion, and go only where a recode says so.
      changes = changes.map { change in
        let yields =
          change.touchesAnswers && change.code != .typeChanged && change.code != .optionRecoded
        return yields && change.impact > .comparable ? change.settled(.comparable) : change
      }
    case false?:
      changes = changes.map { change in
        change.impact == .forbidden ? change.settled(.incomparable) : change
      }
      // Whatever else changed, what reads the question has to know.
      if !changes.contains(where: \.setsAnswersApart) {
        changes.append(change(.declared, .incomparable).settled(.incomparable))
      }
    case nil: break
    }
    return changes
  }

  private func change(_ kind: VersionChange.Kind, _ impact: ChangeImpact) -> VersionChange {
    VersionChange(subject, kind, impact)
  }

  private var renamed: [VersionChange] {
    guard before.id != after.id else { return [] }
    return [change(.renamed(from: before.id), .comparable).settled(.comparable)]
  }

  private var words: [VersionChange] {
    // Words that stay in one language hold the meaning of the question.
    let holds = Rewording.likeness(before.label, after.label) < .reworded
    var changes = Rewording.all(before.label, after.label).map { rewording in
      let impact: ChangeImpact =
        switch rewording.likeness {
        case .same, .slip: .harmless
        case .reworded: .comparable
        case .different: holds ? .comparable : .incomparable
        }
      return change(
        .relabelled(
          language: rewording.language,
          from: rewording.old,
          to: rewording.new,
          rewording.likeness
        ),
        impact
      )
    }
    if let one = before.hint, let other = after.hint {
      if !Rewording.all(one, other).isEmpty { changes.append(change(.hintChanged, .harmless)) }
    } else if before.hint != after.hint {
      changes.append(change(.hintChanged, .harmless))
    }
    return changes
  }

  private var answers: [VersionChange] {
    var changes: [VersionChange] = []
    let type = TypeChange(before, after)
    if type != .none {
      changes.append(
        change(
          .typeChanged(from: Self.type(before), to: Self.type(after)),
          type == .wider ? .comparable : .forbidden
        )
      )
    }
    if type == .none, let one = before.kind.choiceList, let other = after.kind.choiceList,
      one.choices != other.choices || one.scale != other.scale || entry?.recodes.isEmpty == false
    {
      var isMultiple = false
      if case .selectMultiple = before.kind { isMultiple = true }
      changes +=
        OptionComparison(
          subject: subject,
          old: one,
          new: other,
          missing: after.missing,
          targets: entry?.targets ?? [:],
          isMultiple: isMultiple
        ).changes
    }
    let isSetAlike = old.words.names(before.triggers) == new.words.names(after.triggers)
    if !isSetAlike || !old.words.same(before.calculation, after.calculation, new.words) {
      changes.append(
        change(
          .calculationChanged(
            from: Self.calculation(before),
            to: Self.calculation(after)
          ),
          .incomparable
        )
      )
    }
    return changes
  }

  private var rules: [VersionChange] {
    var changes: [VersionChange] = []
    let asked = (old.words.relevance(old.index), new.words.relevance(new.index))
    if !old.words.same(asked.0, asked.1, new.words) {
      changes.append(
        change(
          .relevanceChanged(from: RuleWords.text(asked.0), to: RuleWords.text(asked.1)),
          .incomparable
        )
      )
    }
    if !old.words.same(before.choiceFilter, after.choiceFilter, new.words) {
      changes.append(
        change(
          .filterChanged(from: Self.text(before.choiceFilter), to: Self.text(after.choiceFilter)),
          .comparable
        )
      )
    }
    if !old.words.same(before.constraint, after.constraint, new.words) {
      changes.append(
        change(
          .constraintChanged(from: Self.text(before.constraint), to: Self.text(after.constraint)),
          .comparable
        )
      )
    }
    let required = (Self.requirement(before), Self.requirement(after))
    if required.0.text != required.1.text,
      !old.words.same(required.0.rule, required.1.rule, new.words)
        || required.0.rule == nil || required.1.rule == nil
    {
      changes.append(
        change(.requiredChanged(from: required.0.text, to: required.1.text), .comparable)
      )
    }
    if case .range(let one) = before.kind, case .range(let other) = after.kind, one != other {
      changes.append(
        change(.rangeChanged(from: Self.text(one), to: Self.text(other)), .comparable)
      )
    }
    let missing = (Self.missing(before), Self.missing(after))
    if missing.0 != missing.1 {
      changes.append(change(.missingCodesChanged(from: missing.0, to: missing.1), .comparable))
    }
    return changes
  }

  private static func type(_ question: Question) -> String {
    question.isRepeated ? "\(question.kind.name) (repeat)" : question.kind.name
  }

  private static func text(_ rule: LocatedExpression?) -> String { rule?.expression.text ?? "" }

  private static func calculation(_ question: Question) -> String {
    let triggers = question.triggers.joined(separator: ", ")
    return text(question.calculation) + (triggers.isEmpty ? "" : " (trigger: \(triggers))")
  }

  private static func text(_ range: NumberRange) -> String {
    let words = range.words
    return "\(words.least)…\(words.greatest) (\(words.step))"
  }

  private static func requirement(_ question: Question) -> (text: String, rule: LocatedExpression?)
  {
    switch question.required {
    case .never: ("", nil)
    case .always: ("true()", nil)
    case .when(let rule): (rule.expression.text, rule)
    }
  }

  private static func missing(_ question: Question) -> [String] {
    question.missing.map { "\($0.code)=\($0.reason.rawValue)" }.sorted()
  }
}
