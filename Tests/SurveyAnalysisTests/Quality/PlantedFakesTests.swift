import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

/// Fakes that were put into an honest survey are found, and nobody else.
@Suite struct PlantedFakesTests {
  private static let items =
    HonestSurvey.firstItem..<HonestSurvey.firstItem + HonestSurvey.scaleItems

  @Test func `lines of one code that nobody else draws`() throws {
    var survey = HonestSurvey(seed: 7)
    for row in 0..<30 {
      for item in Self.items { survey.rows[row * 13][item] = .choice("2") }
    }
    let outcome = try #require(try survey.outcome(.straightLining))
    let flagged = Set(outcome.flags.map(\.row))
    #expect(flagged == Set((0..<30).map { $0 * 13 }))
    #expect(
      outcome.flags.first?.evidence
        == .straightLine(items: HonestSurvey.scaleItems, isContradictory: false)
    )
    #expect(try #require(outcome.expected) < 15)
    #expect(try #require(outcome.alike) >= 30)
  }

  @Test func `no more lines are called normal than are told`() throws {
    var survey = HonestSurvey(seed: 9)
    for row in 0..<60 {
      for item in Self.items { survey.rows[row * 5][item] = .choice("5") }
    }
    let outcome = try #require(try survey.outcome(.straightLining))
    #expect(outcome.flags.count >= 60)
    #expect(try #require(outcome.expected) <= Double(outcome.flags.count) / 2)
  }

  @Test func `lines that are no more than is normal are counted and not told`() throws {
    var survey = HonestSurvey(seed: 10)
    // One line alone is no sign of anything.
    for item in Self.items { survey.rows[3][item] = .choice("3") }
    let outcome = try #require(try survey.outcome(.straightLining))
    #expect(outcome.flags.isEmpty)
    #expect(outcome.expected == nil)
    #expect(try #require(outcome.alike) >= 1)
  }

  @Test func `a line through a scale that turns round contradicts itself`() throws {
    let up = Made.scale(5)
    let down = Made.scale(5, direction: .descending)
    let questions = (1...10).map {
      Made.question("q\($0)", .selectOne($0 % 3 == 0 ? down : up))
    }
    let form = Made.questionnaire(questions)
    var rows = Array(repeating: Array(repeating: "3", count: 10), count: 4)
    rows[1] = Array(repeating: "5", count: 10)
    rows[2] = (1...10).map { $0 % 3 == 0 ? "1" : "5" }
    let columns = (0..<10).map { item in rows.map { $0[item] } }
    let outcome = StraightLining(QualityRules()).examine(Made.data(form, columns))
    #expect(outcome.flags.map(\.row) == [1])
    #expect(outcome.flags.first?.evidence == .straightLine(items: 10, isContradictory: true))
  }

  @Test func `interviews faster than anybody reads`() throws {
    var survey = HonestSurvey(seed: 8)
    for row in [3, 50, 51] { survey.course.finished[row] = survey.course.started[row] + 9_000 }
    // Keyed from paper, nobody reads.
    survey.course.modes[51] = .paper
    // A clock that was set back says nothing.
    survey.course.finished[60] = survey.course.started[60] - 1
    let outcome = try #require(try survey.outcome(.speeding))
    #expect(outcome.flags.map(\.row) == [3, 50])
    #expect(outcome.examined == 398)
    guard case .speed(let seconds, let least)? = outcome.flags.first?.evidence else {
      Issue.record("no speed")
      return
    }
    #expect(seconds == 9 && least >= 20)
  }

  @Test func `forms that were filled in from one form`() throws {
    var survey = HonestSurvey(seed: 9)
    for row in [100, 200, 300] {
      survey.rows[row] = survey.rows[20]
      survey.rows[row][0] = .text("Ấp \(row % 40)")
    }
    let outcome = try #require(try survey.outcome(.identicalForms))
    #expect(outcome.flags.map(\.row) == [100, 200, 300])
    #expect(
      outcome.flags.allSatisfy { flag in
        if case .copy(of: 20, let matching, let items) = flag.evidence {
          matching == items
        } else {
          false
        }
      }
    )
  }

  @Test func `many equal forms in a short form`() throws {
    // Ten answers of which two equal forms are no wonder, and forty are.
    var survey = HonestSurvey(seed: 22, interviews: 800)
    let kept = Self.items.lowerBound..<Self.items.lowerBound + 9
    for row in survey.rows.indices {
      for place in Self.items.lowerBound..<HonestSurvey.age where !kept.contains(place) {
        survey.rows[row][place] = .missing(.notApplicable)
      }
      survey.rows[row][HonestSurvey.age] = .integer(20 + row % 2)
    }
    #expect(try #require(try survey.outcome(.identicalForms)).flags.isEmpty)
    let answers = [2, 4, 1, 3, 5, 2, 3, 1, 4]
    for row in stride(from: 0, to: 800, by: 20) {
      for (place, level) in zip(kept, answers) { survey.rows[row][place] = .choice("\(level)") }
      survey.rows[row][HonestSurvey.age] = .integer(20)
    }
    let outcome = try #require(try survey.outcome(.identicalForms))
    #expect(outcome.flags.map(\.row) == stride(from: 20, to: 800, by: 20).map { $0 })
  }

  @Test func `a copy in which two answers were changed`() throws {
    var survey = HonestSurvey(seed: 10)
    // The same operator, five forms later.
    survey.rows[105] = survey.rows[100]
    survey.rows[105][0] = .text("Ấp \(105 % 40)")
    survey.rows[105][Self.items.lowerBound] =
      survey.rows[100][Self.items.lowerBound] == .choice("3") ? .choice("4") : .choice("3")
    survey.rows[105][HonestSurvey.age] = .integer(19)
    let outcome = try #require(try survey.outcome(.nearIdenticalForms))
    #expect(outcome.flags.map(\.row) == [105])
    guard case .copy(of: 100, let matching, let items)? = outcome.flags.first?.evidence else {
      Issue.record("no copy")
      return
    }
    #expect(items - matching == 2)
    #expect(try #require(try survey.outcome(.identicalForms)).flags.isEmpty)
  }

  @Test func `imported forms of nobody's name are no burst of one person`() throws {
    var survey = HonestSurvey(seed: 11)
    // Three phones that begin forms on Sunday afternoon, in one file.
    for row in survey.course.started.indices {
      survey.course.started[row] = (20_709 * 24 + 7) * 3_600_000 + Int64(row) * 60_000
      survey.course.finished[row] = survey.course.started[row] + 900_000
    }
    survey.course.modes = survey.course.modes.map { _ in .importedFile }
    let named = try #require(try survey.outcome(.bursts))
    #expect(!named.flags.isEmpty)
    survey.course.setOperators(survey.course.modes.map { _ in "" })
    let nameless = try #require(try survey.outcome(.bursts))
    #expect(nameless.flags.isEmpty)
    #expect(nameless.silence == .noOperators)
    // At a counter, one copy of the study works after hours, whoever sits there.
    survey.course.modes = survey.course.modes.map { _ in .terminal }
    #expect(!(try #require(try survey.outcome(.bursts))).flags.isEmpty)
  }

  @Test func `forms at night, and more forms than an hour holds`() throws {
    var survey = HonestSurvey(seed: 11)
    // 23:00 in Vietnam is 16:00 UTC.
    for number in 0..<8 {
      let row = number * 5
      survey.course.started[row] = (20_703 * 24 + 16) * 3_600_000 + Int64(number) * 300_000
      survey.course.finished[row] = survey.course.started[row] + 250_000
    }
    var outcome = try #require(try survey.outcome(.bursts))
    #expect(outcome.flags.map(\.row) == (0..<8).map { $0 * 5 })
    #expect(outcome.flags.first?.evidence == .afterHours(forms: 8))
    survey = HonestSurvey(seed: 11, interviews: 1500)
    for number in 0..<250 {
      let row = number * 5
      survey.course.started[row] = (20_703 * 24 + 3) * 3_600_000 + Int64(number) * 14_000
    }
    outcome = try #require(try survey.outcome(.bursts))
    #expect(Set(outcome.flags.map(\.row)) == Set((0..<250).map { $0 * 5 }))
    guard case .impossibleHour(let forms, let minutes)? = outcome.flags.first?.evidence else {
      Issue.record("no impossible hour")
      return
    }
    #expect(forms == 250 && minutes > 60)
  }

  @Test func `a dossier that comes twice`() throws {
    var survey = HonestSurvey(seed: 12)
    survey.rows[30][1] = survey.rows[300][1]
    let outcome = try #require(try survey.outcome(.duplicateDossiers))
    #expect(outcome.flags.map(\.row) == [300])
    #expect(outcome.flags.first?.evidence == .dossier(of: 30))
  }

  @Test func `an operator with other answers`() throws {
    var survey = HonestSurvey(seed: 13)
    for row in survey.rows.indices where row % 5 == 2 {
      for item in Self.items { survey.rows[row][item] = .choice(row % 3 == 0 ? "5" : "4") }
    }
    let outcome = try #require(try survey.outcome(.operatorMeans))
    let told = outcome.findings.filter(\.isFlagged)
    #expect(Set(told.map(\.place)) == [2])
    #expect(Set(told.compactMap(\.subject)) == ["hai_long", "chi_so"])
    for finding in told {
      let interval = try #require(finding.interval)
      #expect(finding.value > finding.others && interval.lower > 0 && finding.interviews == 80)
    }
    // An interval holds 0 exactly where Holm does not reject.
    for finding in outcome.findings {
      let interval = try #require(finding.interval)
      #expect((interval.lower <= 0 && interval.upper >= 0) == (finding.adjustedPValue > 0.01))
    }
  }

  @Test func `what is the same for everybody differs for nobody`() throws {
    var survey = HonestSurvey(seed: 23)
    for row in survey.rows.indices {
      for place in survey.rows[row].indices where survey.rows[row][place].missingReason != nil {
        survey.rows[row][place] = .choice("3")
      }
    }
    let outcome = try #require(try survey.outcome(.missingAnswers))
    #expect(outcome.silence == nil && outcome.examined == 5)
    #expect(outcome.findings.allSatisfy { !$0.isFlagged && $0.value == 0 && $0.others == 0 })
  }

  @Test func `a large study computes variances only where something may be told`() throws {
    // Two subjects, more than 1,100 operators and 12,000 interviews are over twenty million steps.
    var survey = HonestSurvey(seed: 24, interviews: 12_000, hamlets: 2400, operators: 1200)
    var rules = QualityRules()
    rules.rules = [.operatorMeans]
    for row in survey.rows.indices where row % 1200 < 40 {
      for item in Self.items { survey.rows[row][item] = .choice("1") }
    }
    // All but two have ten interviews, which is too few.
    survey.course.setOperators(
      survey.rows.indices.map { row in
        let place = row % 1200
        return place < 40 ? "a" : place < 80 ? "b" : "nv\(place)"
      }
    )
    let findings = try #require(try survey.audit(rules).outcomes.first).findings
    let told = findings.filter(\.isFlagged)
    #expect(told.map(\.place) == [0, 0])
    #expect(told.allSatisfy { $0.interval != nil && $0.interviews > 300 })
    #expect(findings.contains { $0.interval == nil && $0.adjustedPValue == 1 })
  }

  @Test func `an operator who leaves answers out`() throws {
    var survey = HonestSurvey(seed: 14)
    for row in survey.rows.indices where row % 5 == 4 {
      for item in Self.items.prefix(4 + row % 3) { survey.rows[row][item] = .missing(.doNotKnow) }
    }
    let outcome = try #require(try survey.outcome(.missingAnswers))
    #expect(outcome.findings.filter(\.isFlagged).map(\.place) == [4])
  }

  @Test func `an operator who makes up round ages`() throws {
    var survey = HonestSurvey(seed: 15, interviews: 1500)
    for row in survey.rows.indices where row % 5 == 1 && row % 2 == 0 {
      survey.rows[row][HonestSurvey.age] = .integer(20 + row % 11 * 5)
    }
    let outcome = try #require(try survey.outcome(.digitPreference))
    let told = outcome.findings.filter(\.isFlagged)
    #expect(told.contains { $0.place == 1 && $0.subject == "tuoi" })
    #expect(told.allSatisfy { $0.place == 1 || $0.place == nil })
  }

  @Test func `the number by which operators are known is no answer`() throws {
    let survey = HonestSurvey(seed: 15, interviews: 1500)
    #expect(try #require(try survey.outcome(.digitPreference)).examined > 0)
    var rules = QualityRules()
    rules.rules = [.digitPreference]
    rules.operatorQuestion = "tuoi"
    #expect(try #require(try survey.audit(rules).outcomes.first).examined == 0)
  }

  @Test func `everybody rounds their age`() throws {
    var survey = HonestSurvey(seed: 16, interviews: 1500)
    for row in survey.rows.indices where row % 3 == 0 {
      guard case .integer(let age) = survey.rows[row][HonestSurvey.age] else { continue }
      survey.rows[row][HonestSurvey.age] = .integer(age / 5 * 5)
    }
    let told = try #require(try survey.outcome(.digitPreference)).findings.filter(\.isFlagged)
    #expect(told.map(\.place) == [nil])
  }
}
