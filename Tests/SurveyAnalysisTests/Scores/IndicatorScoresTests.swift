import SurveyAnalysis
import SurveyModel
import Testing

@Suite struct IndicatorScoresTests {
  /// Two items in every combination of yes, no and refused.
  private let pairs = Made.questionnaire([
    Made.question("a", .selectOne(Made.scale(4))), Made.question("b", .selectOne(Made.scale(4))),
  ])
  private let first = ["4", "4", "4", "1", "1", "1", "rf", "rf", "rf"]
  private let second = ["3", "2", "rf", "3", "2", "rf", "3", "2", "rf"]

  private func values(_ kind: Indicator.Kind) throws -> [Double?] {
    let data = Made.data(pairs, [first, second])
    let values = try #require(IndicatorScores.values(of: Made.indicator("i", kind), in: data))
    return values.map { $0.isNaN ? nil : $0 }
  }

  @Test func `all positive is no as soon as one is not, and open while it may still be yes`() throws
  {
    #expect(try values(.allPositive(items: ["a", "b"])) == [1, 0, nil, 0, 0, 0, nil, 0, nil])
  }

  @Test func `any positive is yes as soon as one is`() throws {
    #expect(try values(.anyPositive(items: ["a", "b"])) == [1, 1, 1, 1, 0, nil, 1, nil, nil])
  }

  @Test func `at least two of three is decided as early as possible`() throws {
    let form = Made.questionnaire(
      ["a", "b", "c"].map { Made.question($0, .selectOne(Made.scale(4))) }
    )
    let data = Made.data(
      form,
      [
        ["4", "4", "4", "1", "1", "rf"], ["4", "1", "rf", "1", "rf", "rf"],
        ["rf", "rf", "rf", "rf", "rf", "rf"],
      ]
    )
    let indicator = Made.indicator("i", .atLeast(minimum: 2, items: ["a", "b", "c"]))
    let values = try #require(IndicatorScores.values(of: indicator, in: data))
    #expect(values.map { $0.isNaN ? nil : $0 } == [1, nil, nil, 0, nil, nil])
  }

  @Test(
    arguments: [
      Indicator.Kind.allPositive(items: ["a", "b"]), .anyPositive(items: ["a", "b"]),
      .atLeast(minimum: 1, items: ["a", "b"]),
    ]
  )
  func `an interview to which an item does not apply is outside`(_ kind: Indicator.Kind) throws {
    let data = Made.data(pairs, [["4", "4", "1", "na"], ["4", "na", "na", "na"]])
    let values = try #require(IndicatorScores.values(of: Made.indicator("i", kind), in: data))
    #expect(values.map { $0.isNaN ? nil : $0 } == [1, nil, nil, nil])
  }

  @Test(arguments: [(3, 3), (4, 3), (6, 5), (10, 7)])
  func `a test is passed at 70 percent of its questions`(_ items: Int, _ needed: Int) throws {
    let names = (1...items).map { "k\($0)" }
    let list = Made.choices(["a", "b"])
    let form = Made.questionnaire(names.map { Made.question($0, .selectOne(list)) })
    let data = Made.data(
      form,
      (0..<items).map { item in (0...items).map { right in item < right ? "a" : "b" } }
    )
    let answers = names.map { TestItem(item: $0, right: "a") }
    let indicator = Made.indicator("t", .test(answers: answers, pass: 0.7))
    let values = try #require(IndicatorScores.values(of: indicator, in: data))
    #expect(values == (0...items).map { $0 >= needed ? 1 : 0 })
  }

  @Test func `in a test not knowing is wrong and not being asked does not count`() throws {
    let list = Made.choices(["a", "b"])
    let names = ["k1", "k2", "k3", "k4"]
    let form = Made.questionnaire(names.map { Made.question($0, .selectOne(list)) })
    let data = Made.data(
      form,
      [
        ["a", "a", "a", "na", "rf"], ["a", "a", "a", "na", ""],
        ["a", "dk", "a", "na", "dk"], ["dk", "dk", "na", "na", "na"],
      ]
    )
    let answers = names.map { TestItem(item: $0, right: "a") }
    let indicator = Made.indicator("t", .test(answers: answers, pass: 0.7))
    let values = try #require(IndicatorScores.values(of: indicator, in: data))
    #expect(values.map { $0.isNaN ? nil : $0 } == [1, 0, 1, nil, 0])
  }

  @Test func `reasons that are counted enter the denominator as not positive`() throws {
    let form = Made.questionnaire([Made.question("a", .selectOne(Made.scale(5)))])
    let data = Made.data(form, [["5", "3", "dk", "rf", "na", ""]])
    let kind = Indicator.Kind.share(item: "a", codes: nil)
    let plain = try #require(IndicatorScores.values(of: Made.indicator("i", kind), in: data))
    #expect(plain.map { $0.isNaN ? nil : $0 } == [1, 0, nil, nil, nil, nil])
    let counting = Made.indicator("i", kind, counting: [.doNotKnow])
    let counted = try #require(IndicatorScores.values(of: counting, in: data))
    #expect(counted.map { $0.isNaN ? nil : $0 } == [1, 0, 0, nil, nil, nil])
  }

  @Test func `a counted reason closes an all-positive indicator`() throws {
    let data = Made.data(pairs, [["4", "4", "dk"], ["dk", "rf", "dk"]])
    let indicator = Made.indicator(
      "i",
      .allPositive(items: ["a", "b"]),
      counting: [.doNotKnow]
    )
    let values = try #require(IndicatorScores.values(of: indicator, in: data))
    #expect(values.map { $0.isNaN ? nil : $0 } == [0, nil, 0])
  }

  @Test func `promoters, passives and detractors`() throws {
    let form = Made.questionnaire([Made.question("n", .integer)])
    let data = Made.data(form, [["10", "9", "8", "7", "6", "0", "rf"]])
    let values = try #require(
      IndicatorScores.values(of: Made.indicator("i", .netPromoter(item: "n")), in: data)
    )
    #expect(values.map { $0.isNaN ? nil : $0 } == [100, 100, 0, 0, -100, -100, nil])
  }

  @Test func `a mean takes numbers and numeric codes`() throws {
    let form = Made.questionnaire([
      Made.question("n", .integer), Made.question("a", .selectOne(Made.scale(4))),
      Made.question("w", .selectOne(Made.choices(["x", "2"]))),
    ])
    let data = Made.data(form, [["3", ""], ["4", "rf"], ["2", "x"]])
    #expect(IndicatorScores.numbers(of: "n", in: data).first == 3)
    #expect(IndicatorScores.numbers(of: "n", in: data).last?.isNaN == true)
    #expect(IndicatorScores.numbers(of: "a", in: data).first == 4)
    #expect(IndicatorScores.numbers(of: "w", in: data).allSatisfy { $0.isNaN })
    #expect(IndicatorScores.numbers(of: "nobody", in: data).allSatisfy { $0.isNaN })
  }

  @Test func `a share of codes looks at codes as text`() {
    let list = Made.choices(["1", "01", "2"])
    let form = Made.questionnaire([Made.question("a", .selectOne(list))])
    let data = Made.data(form, [["1", "01", "2"]])
    #expect(IndicatorScores.positive("a", codes: ["1", "2"], in: data) == [1, 0, 1])
  }

  @Test func `a multiple choice is positive when any of the codes is chosen`() {
    let list = Made.choices(["1", "2", "3"])
    let form = Made.questionnaire([Made.question("m", .selectMultiple(list))])
    let data = Made.data(form, [["1 3", "2", "3", "dk"]])
    let values = IndicatorScores.positive("m", codes: ["1", "2"], in: data)
    #expect(values.map { $0.isNaN ? nil : $0 } == [1, 1, 0, nil])
  }

  @Test func `an option that an older form did not offer is not known, others are`() {
    let list = Made.choices(["1", "2"])
    let form = Made.questionnaire([Made.question("m", .selectMultiple(list))])
    let column = Dataset.Column(values: .choices([[-1, -1, 0, -1], [1, 0, 0, -1]]), missing: [:])
    let data = Dataset(questionnaire: form, count: 4, columns: [column])
    func shown(_ codes: [String]) -> [Double?] {
      IndicatorScores.positive("m", codes: codes, in: data).map { $0.isNaN ? nil : $0 }
    }
    #expect(shown(["2"]) == [1, 0, 0, nil])
    #expect(shown(["1"]) == [nil, nil, 0, nil])
    #expect(shown(["1", "2"]) == [1, nil, 0, nil])
  }
}
