import SurveyModel
import Testing

@Suite struct IndicatorTests {
  private func items(_ kind: Indicator.Kind) -> [String] {
    let place = Place(file: "q.yaml", line: 1, column: 1)
    return Indicator(id: "i", label: Form.words("i"), kind: kind, location: place).items
  }

  @Test func `an indicator knows the questions that it reads`() {
    #expect(items(.share(item: "a", codes: nil)) == ["a"])
    #expect(items(.mean(item: "a")) == ["a"])
    #expect(items(.netPromoter(item: "a")) == ["a"])
    #expect(items(.countOfChoices(item: "a")) == ["a"])
    #expect(items(.allPositive(items: ["a", "b"])) == ["a", "b"])
    #expect(items(.anyPositive(items: ["a", "b"])) == ["a", "b"])
    #expect(items(.atLeast(minimum: 1, items: ["a", "b"])) == ["a", "b"])
    #expect(items(.points(items: ["a", "b"], classes: [])) == ["a", "b"])
    #expect(items(.ratio(numerator: "a", denominator: "b")) == ["a", "b"])
    let answers = [TestItem(item: "a", right: "1"), TestItem(item: "b", right: "2")]
    #expect(items(.test(answers: answers, pass: 1)) == ["a", "b"])
  }

  @Test func `an index reads its items in the order of the tree`() {
    func element(_ id: String, _ items: String...) -> Index.Element {
      Index.Element(id: id, label: Form.words(id), items: items)
    }
    let parts = [
      Index.Part(
        id: "p",
        label: Form.words("p"),
        elements: [element("x", "b", "a"), element("y")]
      ),
      Index.Part(id: "r", label: Form.words("r"), elements: [element("z", "c")]),
    ]
    let index = Index(itemFormula: .topLevels, combine: .itemsEqual, parts: parts)
    #expect(items(.index(index)) == ["b", "a", "c"])
  }
}
