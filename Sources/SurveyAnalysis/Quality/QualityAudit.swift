package import SurveyModel
package import SurveyStatistics

/// All that the rules say about the interviews of one questionnaire in one wave.
///
/// Nothing is changed: the interviews that a rule points to stay in the study and in every figure, and
/// ``AuditComparison`` says what figures would be without them.
package struct QualityAudit: Sendable {
  /// The rules.
  package let rules: QualityRules
  /// How the interviews were conducted.
  package let course: InterviewCourse
  /// What became of each rule, in the order of ``SurveyModel/QualityRule``.
  package let outcomes: [RuleOutcome]

  /// Applies `rules` to `data`, whose interviews were conducted as `course` says and sampled as
  /// `design` says.
  package init(
    _ data: Dataset,
    course: InterviewCourse,
    design: StudyDesign,
    rules: QualityRules = QualityRules()
  ) throws(SampleDesignError) {
    var course = course
    if let question = rules.operatorQuestion {
      course.setOperators(GroupVariable(question, in: data)?.names ?? [])
      if course.operatorCodes.count != data.count {
        course.setOperators(Array(repeating: "", count: data.count))
      }
    }
    let clusters = design.declaration.clusters.first
      .flatMap { GroupVariable($0, in: data).map { Array($0.codes) } }
    let needsTime = !rules.rules.isDisjoint(with: [.speeding, .bursts])
    let time = needsTime ? ReadingTime(data) : nil
    let comparison = OperatorComparison(
      rules: rules,
      design: design,
      course: course,
      clusters: clusters
    )
    var copies: [RuleOutcome]?
    var outcomes: [RuleOutcome] = []
    for rule in QualityRule.allCases where rules.rules.contains(rule) {
      switch rule {
      case .straightLining: outcomes.append(StraightLining(rules).examine(data))
      case .speeding:
        if let time { outcomes.append(Speeding(rules).examine(time, course)) }
      case .bursts:
        if let time { outcomes.append(EntryBursts(rules).examine(time, course)) }
      case .identicalForms, .nearIdenticalForms:
        let found =
          copies
          ?? CopiedForms(rules).examine(data, course, blocks: clusters ?? Self.days(of: course))
        copies = found
        outcomes += found.filter { $0.rule == rule }
      case .duplicateDossiers: outcomes.append(DossierDuplicates.examine(data, course))
      case .operatorMeans:
        outcomes.append(try comparison.outcome(rule, OperatorMeans.subjects(in: data)))
      case .missingAnswers:
        let shares = OperatorComparison.Subject(id: nil, values: MissingAnswers.shares(in: data))
        outcomes.append(try comparison.outcome(rule, [shares]))
      case .digitPreference:
        let digits = DigitPreference(
          rules: rules,
          course: course,
          design: design.declaration.questionIDs
        )
        outcomes.append(digits.outcome(data))
      }
    }
    self.rules = rules
    self.course = course
    self.outcomes = outcomes
  }

  /// The flags of each interview that has any, by its position.
  package var flagsByRow: [(row: Int, flags: [QualityFlag])] {
    Dictionary(grouping: outcomes.flatMap(\.flags), by: \.row)
      .map { (row: $0.key, flags: $0.value) }
      .sorted { $0.row < $1.row }
  }

  /// The operators of whom something is told.
  package var flaggedOperators: Set<Int> {
    Set(outcomes.flatMap(\.findings).filter(\.isFlagged).compactMap(\.place))
  }

  /// What is told about operators or questions.
  package var told: [OperatorFinding] { outcomes.flatMap(\.findings).filter(\.isFlagged) }

  /// Whether anything is told at all.
  package var hasFindings: Bool { !told.isEmpty || outcomes.contains { !$0.flags.isEmpty } }

  /// The interviews that a rule points to.
  package var flaggedRows: Set<Int> { Set(outcomes.flatMap(\.flags).map(\.row)) }

  /// The interviews of operators of whom something is told.
  package var rowsOfFlaggedOperators: Set<Int> {
    let places = flaggedOperators
    return Set(
      course.operatorCodes.indices.filter { places.contains(Int(course.operatorCodes[$0])) }
    )
  }

  private static func days(of course: InterviewCourse) -> [Int]? {
    guard course.started.contains(where: { $0 != InterviewCourse.unknown }) else { return nil }
    return course.started.indices.map { row in
      guard course.started[row] != InterviewCourse.unknown else { return -1 }
      let moment = Timestamp(
        milliseconds: course.started[row],
        offsetMinutes: Int(course.offsets[row])
      )
      return max(0, moment.localDate.daysSince1970)
    }
  }
}

extension GroupVariable {
  /// For each interview the code of its group; empty where it belongs to none.
  fileprivate var names: [String] {
    codes.map { levels.indices.contains($0) ? levels[$0].code : "" }
  }
}

extension QualityAudit {
  /// The interviews of one operator, and how many of them are flagged.
  package struct Work: Hashable, Sendable {
    /// The position of the operator; −1 for interviews with nobody's name.
    package let place: Int
    /// How many interviews.
    package let interviews: Int
    /// How many a rule points to.
    package let flagged: Int
  }

  /// The work of each operator by code, nobody last.
  package var work: [Work] {
    var counts: [Int: (interviews: Int, flagged: Int)] = [:]
    for code in course.operatorCodes { counts[Int(code), default: (0, 0)].interviews += 1 }
    for row in flaggedRows { counts[Int(course.operatorCodes[row]), default: (0, 0)].flagged += 1 }
    let work = counts.map {
      Work(place: $0.key, interviews: $0.value.interviews, flagged: $0.value.flagged)
    }
    func name(_ place: Int) -> String {
      course.operators.indices.contains(place) ? course.operators[place] : ""
    }
    return work.sorted { first, second in
      if (first.place < 0) != (second.place < 0) { return second.place < 0 }
      return (name(first.place), first.place) < (name(second.place), second.place)
    }
  }
}
