import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@Suite struct IndicatorEstimatorTests {
  @Test(arguments: ItemFormula.allCases)
  func `the item formulas on a rising and a falling scale`(_ formula: ItemFormula) throws {
    // 5, 4, 2 on a rising scale are 1, 2, 4 on a falling one.
    let form = Made.questionnaire([
      Made.question("up", .selectOne(Made.scale(5))),
      Made.question("down", .selectOne(Made.scale(5, direction: .descending))),
    ])
    let data = Made.data(form, [["5", "4", "2"], ["1", "2", "4"]])
    let expected =
      switch formula {
      case .topLevels: 200.0 / 3
      case .meanOverMaximum: 11.0 / 15 * 100
      case .rescaledMean: (11.0 / 3 - 1) / 4 * 100
      }
    for item in ["up", "down"] {
      let element = Index.Element(id: "e", label: Made.text("e"), items: [item])
      let index = Index(
        itemFormula: formula,
        combine: .itemsEqual,
        parts: [Index.Part(id: "p", label: Made.text("p"), elements: [element])]
      )
      let result = try estimate(.index(index), data)
      let value = try #require(result.estimates.overall?.value)
      #expect((value - expected).magnitude < 1e-9, "\(item)")
      #expect(result.unit == .index)
    }
  }

  @Test func `nine means of five thirds are fifteen points`() throws {
    let form = try Shipped.questionnaire("mot-cua")
    let rows = [["2", "2", "1"]]
    let answers = (0..<3).map { row in
      form.questions.map { question -> Answer in
        question.id.hasPrefix("m") && question.id.count == 2
          ? .choice(rows[0][row]) : .missing(.noAnswer)
      }
    }
    let data = Dataset(questionnaire: form, answers: answers)
    let indicator = try #require(form.indicator("diem_mot_cua"))
    let design = try SampleDesign(rows: 3)
    let result = try IndicatorEstimator(data: data, design: design).estimate(indicator, by: [])
    let points = try #require(result.estimates.overall?.value)
    #expect((points - 15).magnitude < 1e-12)
    #expect(result.unit == .points(maximum: 18))
    guard case .points(_, let classes) = indicator.kind else { return }
    #expect(classes.classOf(15)?.label.text(in: .vietnamese) == "Xuất sắc")
    #expect(classes.classOf(15.0.nextDown)?.label.text(in: .vietnamese) == "Tốt")
    #expect(classes.classOf(6)?.label.text(in: .vietnamese) == "Trung bình")
    #expect(classes.classOf(0)?.label.text(in: .vietnamese) == "Yếu")
  }

  @Test func `a ratio is total over total`() throws {
    let form = Made.questionnaire([
      Made.question("done", .integer), Made.question("all", .integer),
    ])
    let data = Made.data(form, [["1", "9", ""], ["2", "10", "5"]])
    let result = try estimate(.ratio(numerator: "done", denominator: "all"), data)
    #expect(result.estimates.overall?.value == 10.0 / 12)
    #expect(result.estimates.overall?.sampleSize == 2)
  }

  @Test func `each option of a multiple choice has its share`() throws {
    let list = Made.choices(["1", "2", "3"])
    let form = Made.questionnaire([Made.question("m", .selectMultiple(list))])
    let data = Made.data(form, [["1 2", "1", "3", "1", "dk"]])
    let result = try estimate(.countOfChoices(item: "m"), data)
    guard case .choices(let choices) = result.detail else {
      Issue.record("choices have their shares")
      return
    }
    #expect(choices.map { $0.estimates.overall?.value } == [0.75, 0.25, 0.25])
    #expect(choices.allSatisfy { $0.estimates.overall?.sampleSize == 4 })
    #expect(result.estimates.overall == nil)
  }

  @Test func `groups are those that occur, in the order of the list, and may have no data`() throws
  {
    let form = Made.questionnaire([
      Made.question("a", .selectOne(Made.scale(4))),
      Made.question("g", .selectOne(Made.choices(["3", "1", "2"]))),
    ])
    let data = Made.data(form, [["4", "1", "rf", "4"], ["1", "1", "3", "rf"]])
    let group = try #require(GroupVariable("g", in: data))
    #expect(group.levels.map(\.code) == ["3", "1"])
    #expect(Array(group.codes) == [1, 1, 0, -1])
    let design = try SampleDesign(rows: 4)
    let indicator = Made.indicator("i", .share(item: "a", codes: nil))
    let result = try IndicatorEstimator(data: data, design: design)
      .estimate(indicator, by: [group])
    let groups = try #require(result.estimates.breakdowns.first?.groups)
    #expect(groups.map { $0.estimate?.value } == [nil, 0.5])
    #expect(result.estimates.overall?.sampleSize == 3)
  }

  @Test func `an indicator that nobody answered has no figure`() throws {
    let form = Made.questionnaire([Made.question("a", .selectOne(Made.scale(4)))])
    let data = Made.data(form, [["rf", "dk"]])
    let result = try estimate(.share(item: "a", codes: nil), data)
    #expect(result.estimates.overall == nil)
  }

  @Test func `words are ordered as Vietnamese, numbers as numbers`() throws {
    let form = Made.questionnaire([Made.question("t", .text), Made.question("n", .integer)])
    let data = Made.data(form, [["Đông", "An", "Cà", "Dĩ"], ["10", "9", "", "100"]])
    #expect(GroupVariable("t", in: data)?.levels.map(\.code) == ["An", "Cà", "Dĩ", "Đông"])
    #expect(GroupVariable("n", in: data)?.levels.map(\.code) == ["9", "10", "100"])
    #expect(GroupVariable("x", in: data) == nil)
  }

  private func estimate(_ kind: Indicator.Kind, _ data: Dataset) throws -> IndicatorResult {
    try IndicatorEstimator(data: data, design: try SampleDesign(rows: data.count))
      .estimate(Made.indicator("i", kind), by: [])
  }
}
