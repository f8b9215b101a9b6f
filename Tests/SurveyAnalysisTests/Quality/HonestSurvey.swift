import SurveyAnalysis
import SurveyModel

/// A made-up survey in which nobody cheats: people differ, hamlets differ, and every answer is theirs.
struct HonestSurvey {
  static let scaleItems = 16
  static let nominalItems = 6

  static let questionnaire: Questionnaire = {
    var questions = [Made.question("ap", .text), Made.question("hs", .text)]
    questions[1].role = .dossier
    questions += (1...scaleItems).map { Made.question("m\($0)", .selectOne(Made.scale(5))) }
    questions += (1...nominalItems).map {
      Made.question("n\($0)", .selectOne(Made.choices(["a", "b", "c", "d"])))
    }
    questions.append(Made.question("tuoi", .integer))
    for index in questions.indices {
      questions[index].missing = [
        MissingCode(code: "98", reason: .doNotKnow, label: Made.text("?"))
      ]
    }
    return Questionnaire(
      id: "made",
      version: "1",
      languages: ["vi", "en"],
      title: Made.text("Made"),
      sections: [Section(id: "s", title: Made.text("S"), questions: questions)],
      sample: SampleDeclaration(clusters: ["ap"]),
      indicators: [
        Made.indicator("hai_long", .share(item: "m1", codes: nil)),
        Made.indicator(
          "chi_so",
          .index(
            Index(
              itemFormula: .rescaledMean,
              combine: .itemsEqual,
              parts: [
                Index.Part(
                  id: "p",
                  label: Made.text("P"),
                  elements: [
                    Index.Element(
                      id: "e",
                      label: Made.text("E"),
                      items: (1...scaleItems).map { "m\($0)" }
                    )
                  ]
                )
              ]
            )
          )
        ),
      ]
    )
  }()

  /// The answers of each interview; tests plant fakes here.
  var rows: [[Answer]] = []
  var course: InterviewCourse
  let hamlets: Int
  /// The hamlet of each interview.
  var places: [Int] = []

  /// Questions before the first scale item.
  static let firstItem = 2
  static var age: Int { questionnaire.questions.count - 1 }

  init(seed: UInt64, interviews: Int = 400, hamlets: Int = 40, operators: Int = 5) {
    var random = SeededGenerator(seed: seed &* 0x9E37_79B9 &+ 17)
    self.hamlets = hamlets
    let ease = (0..<Self.scaleItems).map { _ in 0.4 + 0.4 * random.normal() }
    let opinions = (0..<hamlets).map { _ in 0.3 * random.normal() }
    var names: [String] = []
    course = InterviewCourse(count: interviews, mode: .terminal)
    for number in 0..<interviews {
      let hamlet = number % hamlets
      places.append(hamlet)
      // Hamlets are given to operators by lot.
      names.append("nv\(hamlet % operators)")
      let person = opinions[hamlet] + random.normal()
      var row: [Answer] = [.text("Ấp \(hamlet)"), .text("hs:\(number)")]
      for item in 0..<Self.scaleItems {
        if random.uniform() < 0.02 {
          row.append(.missing(.doNotKnow))
          continue
        }
        let approval = 0.9 * person + ease[item] + 0.7 * random.normal()
        let level = [-1.4, -0.5, 0.4, 1.4].count { approval > $0 } + 1
        row.append(.choice("\(level)"))
      }
      for _ in 0..<Self.nominalItems {
        let draw = random.uniform()
        row.append(.choice(draw < 0.5 ? "a" : draw < 0.75 ? "b" : draw < 0.9 ? "c" : "d"))
      }
      row.append(.integer(18 + Int(60 * (random.uniform() + random.uniform()) / 2)))
      rows.append(row)
      // From Monday 2026-09-07 on, every day from seven in the morning, one form in 24 minutes.
      let day = Int64(number / 25)
      let start = (20_703 + day % 5 + day / 5 * 7) * 86_400_000
      course.started[number] = start + Int64(number % 25) * 24 * 60_000
      let minutes = 6 * Self.exponential(0.4 * random.normal())
      course.finished[number] = course.started[number] + Int64(minutes * 60_000)
    }
    course.setOperators(names)
  }

  private static func exponential(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for step in 1...30 {
      term *= x / Double(step)
      sum += term
    }
    return sum
  }

  var data: Dataset { Dataset(questionnaire: Self.questionnaire, answers: rows) }

  func audit(_ rules: QualityRules = QualityRules()) throws -> QualityAudit {
    let data = data
    let design = try StudyDesign(Self.questionnaire.sample, of: data)
    return try QualityAudit(data, course: course, design: design, rules: rules)
  }

  func outcome(_ rule: QualityRule) throws -> RuleOutcome? {
    var rules = QualityRules()
    rules.rules = [rule]
    return try audit(rules).outcomes.first { $0.rule == rule }
  }
}
