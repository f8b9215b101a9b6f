import Testing

@testable import SurveyReport

@Suite struct TextBarTests {
  struct Case: CustomTestStringConvertible {
    let value: Double?
    let interval: ClosedRange<Double>?
    let target: Double?
    let text: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(value: 0.75, interval: nil, target: nil, text: "███████▌  "),
    Case(value: 0, interval: nil, target: nil, text: "          "),
    Case(value: 1, interval: nil, target: 1, text: "█████████|"),
    Case(value: 0.5, interval: 0.35...0.75, target: 0.9, text: "███├█──┤ |"),
    Case(value: 0.5, interval: 0.51...0.52, target: nil, text: "█████┼    "),
    Case(value: nil, interval: 0.1...0.9, target: 0.8, text: "        | "),
    Case(value: 7, interval: -1...3, target: nil, text: "├████████┤"),
    Case(value: .nan, interval: nil, target: .nan, text: "|         "),
    Case(value: .infinity, interval: nil, target: -.infinity, text: "|█████████"),
  ])
  func `a bar is drawn in eighths with its marks`(item: Case) {
    let text = TextBar.text(
      value: item.value,
      interval: item.interval,
      target: item.target,
      width: 10
    )
    #expect(text == item.text)
  }
}
