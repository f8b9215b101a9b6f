import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@Suite struct MadeUpPopulationTests {
  private let day = CalendarDate(daysSince1970: 20_514)

  private var form: Questionnaire {
    Made.questionnaire(
      [
        Made.question("w", .decimal), Made.question("s", .text), Made.question("c", .text),
        Made.question("a", .selectOne(Made.scale(4))), Made.question("age", .integer),
      ],
      sample: SampleDeclaration(weight: "w", strata: ["s"], clusters: ["c"]),
      indicators: [Made.indicator("share", .share(item: "a", codes: nil))]
    )
  }

  private var small: MadeUpPopulation.Shape {
    var shape = MadeUpPopulation.Shape()
    shape.clusters = [12, 10]
    shape.drawnClusters = [6, 5]
    shape.people = 15...25
    shape.drawnPeople = 8
    return shape
  }

  @Test func `a seed makes the same people and draws the same ones`() throws {
    let day = try #require(day)
    let plan = try InterviewPlan(Shipped.questionnaire("nhan-thuc-nguoi-dan"))
    func make(_ seed: UInt64) -> MadeUpPopulation {
      MadeUpPopulation(plan: plan, seed: seed, shape: small, firstDay: day)
    }
    let one = make(7)
    let again = make(7)
    #expect(one.sample == again.sample)
    #expect(one.people.map(\.answers) == again.people.map(\.answers))
    #expect(one.truth == again.truth)
    #expect(make(8).sample != one.sample)
    #expect(one.sample.count == 11 * 8)
  }

  @Test func `the generator gives the published numbers of SplitMix64`() {
    var random = SeededGenerator(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test func `the truth is the share among all people who answer`() throws {
    let plan = try InterviewPlan(form)
    let population = MadeUpPopulation(
      plan: plan,
      seed: 3,
      shape: small,
      firstDay: try #require(day)
    )
    let answers = population.people.map { $0.answers[3] }.filter { $0.missingReason == nil }
    let positive = answers.count { $0 == .choice("3") || $0 == .choice("4") }
    let truth = try #require(population.truth["share"])
    #expect((truth - Double(positive) / Double(answers.count)).magnitude < 1e-12)
    #expect(answers.count > 300)
  }

  @Test func `weights add up to the number of people`() throws {
    let plan = try InterviewPlan(form)
    for seed in UInt64(1)...5 {
      let population = MadeUpPopulation(
        plan: plan,
        seed: seed,
        shape: small,
        firstDay: try #require(day)
      )
      let data = Dataset(questionnaire: form, answers: population.sample)
      let total = IndicatorScores.numbers(of: "w", in: data).reduce(0, +)
      let share = total / Double(population.people.count)
      #expect(share > 0.85 && share < 1.15)
    }
  }

  @Test func `90 percent intervals hold the truth in 80 of 100 surveys or more`() throws {
    let plan = try InterviewPlan(form)
    let indicator = form.indicators[0]
    var covered = 0
    for seed in UInt64(1)...100 {
      let population = MadeUpPopulation(
        plan: plan,
        seed: seed,
        shape: small,
        firstDay: try #require(day)
      )
      let data = Dataset(questionnaire: form, answers: population.sample)
      let design = try StudyDesign(form.sample, of: data).design
      let result = try IndicatorEstimator(data: data, design: design).estimate(indicator, by: [])
      let estimate = try #require(result.estimates.overall)
      let interval = try #require(ProportionInterval.beta.interval(for: estimate, level: 0.9))
      let truth = try #require(population.truth["share"])
      if interval.lower <= truth && truth <= interval.upper { covered += 1 }
    }
    #expect(covered >= 80)
  }

  @Test(arguments: Shipped.questionnaires)
  func `made-up interviews keep every rule and rarely raise a doubt`(_ id: String) throws {
    let plan = try InterviewPlan(Shipped.questionnaire(id))
    let population = MadeUpPopulation(
      plan: plan,
      seed: 7,
      shape: small,
      firstDay: try #require(day)
    )
    let moment = FormMoment(now: Timestamp(milliseconds: 1_800_000_000_000))
    let forms = population.sample.map { plan.validate($0.map { Optional($0) }, moment: moment) }
    #expect(forms.allSatisfy { $0.problems.isEmpty })
    #expect(forms.count { !$0.warnings.isEmpty } * 100 <= forms.count * 3)
  }

  @Test func `most respondents are people, and shares lie where surveys find them`() throws {
    let plan = try InterviewPlan(Shipped.questionnaire("nhan-thuc-nguoi-dan"))
    let population = MadeUpPopulation(plan: plan, seed: 7, firstDay: try #require(day))
    let truth = population.truth
    let clearly = try #require(truth["hieu_ro"])
    let both = try #require(truth["hieu_ro_va_ung_ho"])
    #expect(clearly > 0.75 && clearly < 0.92)
    #expect(both > 0.65 && both < clearly)
    #expect(try #require(truth["diem_kien_thuc"]) < clearly)
    let data = Dataset(questionnaire: plan.questionnaire, answers: population.sample)
    let people = IndicatorScores.positive("loai_nguoi_tra_loi", codes: ["1"], in: data)
    #expect(people.reduce(0, +) > 0.8 * Double(people.count))
    let analysis = try StudyAnalysis(of: data, plan: Shipped.plan("vinh-chau-2024"))
    let verdicts = analysis.targets.flatMap { target -> [Verdict] in
      guard case .survey(let survey) = target.outcome else { return [] }
      return survey.breakdowns.flatMap { $0.lines.map(\.verdict) }
    }
    for verdict in [Verdict.met, .notMet, .undecided] {
      #expect(verdicts.contains(verdict), "\(verdict)")
    }
  }
}
