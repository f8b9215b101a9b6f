import Testing

@testable import SurveyModel

@Suite("Checks: indicators")
struct IndicatorChecksTests {
  private static let points = ["1": 0.0, "2": 1, "3": 2]
  private static let questions = [
    Sample.question(
      "pos",
      .selectOne(Sample.scale(["1", "2", "3"], positive: ["3"], points: points))
    ),
    Sample.question(
      "pos2",
      .selectOne(Sample.scale(["1", "2", "3"], positive: ["3"], points: points))
    ),
    Sample.question("plain", .selectOne(Sample.list(["1", "2"]))),
    Sample.question("words", .selectOne(Sample.list(["a", "b"]))),
    Sample.question("many", .selectMultiple(Sample.list(["1", "2"]))),
    Sample.question("number", .integer),
    Sample.question("number2", .decimal),
    Sample.question("text"),
    Sample.question("ten", .selectOne(Sample.list((0...10).map { String($0) }))),
  ]

  private static func index(_ formula: ItemFormula, _ elements: [[String]]) -> Indicator.Kind {
    let parts = elements.enumerated().map { number, items in
      let element = Index.Element(id: "e\(number)", label: Sample.text("E"), items: items)
      return Index.Part(id: "p\(number)", label: Sample.text("P"), elements: [element])
    }
    return .index(Index(itemFormula: formula, combine: .itemsEqual, parts: parts))
  }

  private static func classes(_ bounds: [Double?]) -> [PointClass] {
    bounds.map { PointClass(atLeast: $0, label: Sample.text("C")) }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let kind: Indicator.Kind
    let codes: [String]
    var testDescription: String { name }

    init(_ name: String, _ kind: Indicator.Kind, _ codes: [String] = []) {
      self.name = name
      self.kind = kind
      self.codes = codes
    }
  }

  @Test(arguments: [
    Case("share of positive", .share(item: "pos", codes: nil)),
    Case("share of codes", .share(item: "plain", codes: ["1"])),
    Case("share of many", .share(item: "many", codes: ["1"])),
    Case("share without positive", .share(item: "plain", codes: nil), ["no-positive-levels"]),
    Case("share of unknown code", .share(item: "plain", codes: ["01"]), ["unknown-item-code"]),
    Case("share of text", .share(item: "text", codes: ["1"]), ["wrong-item-type"]),
    Case("unknown item", .share(item: "plaim", codes: ["1"]), ["unknown-item"]),
    Case("all", .allPositive(items: ["pos", "pos2"])),
    Case("all, twice", .allPositive(items: ["pos", "pos"]), ["repeated-item"]),
    Case("any", .anyPositive(items: ["pos", "plain"]), ["no-positive-levels"]),
    Case("any text", .anyPositive(items: ["text"]), ["wrong-item-type"]),
    Case("at least", .atLeast(minimum: 2, items: ["pos", "pos2"])),
    Case("at least 0", .atLeast(minimum: 0, items: ["pos"]), ["minimum-out-of-range"]),
    Case("at least 2 of 1", .atLeast(minimum: 2, items: ["pos"]), ["minimum-out-of-range"]),
    Case("test", .test(answers: [TestItem(item: "words", right: "b")], pass: 0.7)),
    Case(
      "test with a wrong code",
      .test(answers: [TestItem(item: "words", right: "c")], pass: 0.7),
      ["unknown-item-code"]
    ),
    Case(
      "test of many",
      .test(answers: [TestItem(item: "many", right: "1")], pass: 0.7),
      ["wrong-item-type"]
    ),
    Case("mean of a number", .mean(item: "number")),
    Case("mean of levels", .mean(item: "plain")),
    Case("mean of words", .mean(item: "words"), ["codes-not-numeric"]),
    Case("mean of text", .mean(item: "text"), ["wrong-item-type"]),
    Case("index", index(.rescaledMean, [["pos"], ["plain"]])),
    Case("index of top levels", index(.topLevels, [["plain"]]), ["no-positive-levels"]),
    Case("index of words", index(.meanOverMaximum, [["words"]]), ["codes-not-numeric"]),
    Case("index of numbers", index(.rescaledMean, [["number"]]), ["wrong-item-type"]),
    Case("index without parts", index(.topLevels, []), ["empty-index"]),
    Case("index, item twice", index(.rescaledMean, [["pos"], ["pos"]]), ["repeated-item"]),
    Case("points", .points(items: ["pos"], classes: classes([15, 9.5, nil]))),
    Case("points missing", .points(items: ["plain"], classes: classes([nil])), ["points-missing"]),
    Case(
      "classes rise",
      .points(items: ["pos"], classes: classes([9, 15, nil])),
      ["classes-out-of-order"]
    ),
    Case(
      "classes end",
      .points(items: ["pos"], classes: classes([15, 9])),
      ["classes-out-of-order"]
    ),
    Case("no classes", .points(items: ["pos"], classes: []), ["classes-out-of-order"]),
    Case("nps", .netPromoter(item: "ten")),
    Case("nps of a number", .netPromoter(item: "number")),
    Case("nps of three levels", .netPromoter(item: "pos"), ["not-zero-to-ten"]),
    Case("nps of text", .netPromoter(item: "text"), ["wrong-item-type"]),
    Case("ratio", .ratio(numerator: "number", denominator: "number2")),
    Case("ratio of text", .ratio(numerator: "number", denominator: "text"), ["wrong-item-type"]),
    Case("count of choices", .countOfChoices(item: "many")),
    Case("count of one choice", .countOfChoices(item: "plain"), ["wrong-item-type"]),
  ])
  func `items fit the kind`(_ reference: Case) {
    let form = Sample.form(Self.questions, indicators: [("i", reference.kind)])
    #expect(form.checked == reference.codes.map { "\($0)@101:3" })
  }

  @Test func `names of indicators, parts and elements are unique`() {
    let kind = Indicator.Kind.mean(item: "number")
    let twice = Sample.form(Self.questions, indicators: [("i", kind), ("I", kind)])
    #expect(twice.checked == ["duplicate-indicator@102:3"])
    let element = Index.Element(id: "e", label: Sample.text("E"), items: ["pos"])
    let other = Index.Element(id: "e", label: Sample.text("E"), items: ["pos2"])
    let parts = [element, other].map {
      Index.Part(id: "p", label: Sample.text("P"), elements: [$0])
    }
    let index = Index(itemFormula: .topLevels, combine: .itemsEqual, parts: parts)
    let form = Sample.form(Self.questions, indicators: [("i", .index(index))])
    #expect(form.checked == ["repeated-part@101:3", "repeated-part@101:3"])
  }

  @Test func `the wording about items`() {
    let form = Sample.form(
      Self.questions,
      indicators: [("i", .share(item: "plaim", codes: nil)), ("j", .countOfChoices(item: "plain"))]
    )
    #expect(
      form.check().flatMap(\.wordings) == [
        "q.yaml:101:3: lỗi: chỉ số nhắc đến câu 'plaim' không có; có phải là 'plain'? "
          + "[unknown-item]",
        "q.yaml:101:3: error: indicator names question 'plaim', which does not exist; "
          + "did you mean 'plain'? [unknown-item]",
        "q.yaml:102:3: lỗi: câu 'plain' kiểu 'select_one' không dùng được cho loại chỉ số này; "
          + "hãy chọn câu 'select_multiple' [wrong-item-type]",
        "q.yaml:102:3: error: question 'plain' of type 'select_one' does not fit this kind of "
          + "indicator; choose a question of type 'select_multiple' [wrong-item-type]",
      ]
    )
  }
}
