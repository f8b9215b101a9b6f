import SurveyModel
import Testing

@Suite("Answers of one version read as those of another")
struct VersionReadingTests {
  @Test func `without a step answers are read as they are`() {
    let reading = VersionReading()
    #expect(reading.isPlain)
    #expect(reading.source(of: "a") == VersionReading.Source(question: "a"))
  }

  @Test func `names and codes pass through every step`() {
    let reading = VersionReading(through: [
      VersionStep(fates: ["a": .carried(to: "b", codes: ["1": .code("5"), "5": .code("1")])]),
      VersionStep(fates: ["b": .carried(to: "c", codes: ["5": .code("4"), "2": .notComparable])]),
    ])
    #expect(
      reading.source(of: "c")
        == VersionReading.Source(
          question: "a",
          codes: ["1": .code("4"), "5": .code("1"), "2": .notComparable]
        )
    )
    #expect(reading.source(of: "a") == nil)
    #expect(reading.source(of: "b") == nil)
  }

  @Test func `names that change at once do not meet`() {
    let reading = VersionReading(through: [
      VersionStep(fates: ["a": .carried(to: "b", codes: [:]), "b": .carried(to: "c", codes: [:])])
    ])
    #expect(reading.source(of: "b")?.question == "a")
    #expect(reading.source(of: "c")?.question == "b")
    #expect(reading.source(of: "a") == nil)
  }

  @Test func `what was set apart stays apart under later names`() {
    let reading = VersionReading(through: [
      VersionStep(fates: ["a": .apart(to: "a", .optionRemoved)]),
      VersionStep(fates: ["a": .carried(to: "b", codes: [:])]),
    ])
    #expect(reading.source(of: "b") == nil)
    #expect(reading.apart == ["b": .optionRemoved])
  }

  @Test func `nothing is set apart of a question that the version never had`() {
    let steps = [VersionStep(), VersionStep(fates: ["x": .apart(to: "x", .typeChanged)])]
    let reading = VersionReading(through: steps, of: ["a"])
    #expect(reading.apart == [:])
    #expect(reading.source(of: "x") == nil)
    #expect(reading.source(of: "y") == nil)
    #expect(reading.source(of: "a")?.question == "a")
    #expect(VersionReading(through: steps, of: ["a", "x"]).apart == ["x": .typeChanged])
    let renamed = [
      VersionStep(fates: ["a": .carried(to: "b", codes: [:])]),
      VersionStep(fates: ["b": .apart(to: "c", .typeChanged)]),
    ]
    #expect(VersionReading(through: renamed, of: ["a"]).apart == ["c": .typeChanged])
    #expect(VersionReading(through: renamed, of: ["d"]).apart == [:])
    let back = VersionReading(backThrough: renamed, of: ["c"])
    #expect(back.apart == ["c": .laterVersion])
    #expect(back.source(of: "b") == nil)
  }

  @Test func `a missing reason and what is not comparable go no further`() {
    let reading = VersionReading(through: [
      VersionStep(fates: [
        "a": .carried(to: "a", codes: ["1": .missing(.refused), "2": .notComparable])
      ]),
      VersionStep(fates: ["a": .carried(to: "a", codes: ["1": .code("3")])]),
    ])
    #expect(
      reading.source(of: "a")?.codes == ["1": .missing(.refused), "2": .notComparable]
    )
  }

  @Test func `a map does not lead back`() {
    let reading = VersionReading(backThrough: [
      VersionStep(fates: ["a": .carried(to: "b", codes: [:])])
    ])
    #expect(reading.source(of: "a") == nil)
    #expect(reading.source(of: "b") == nil)
    #expect(reading.source(of: "c")?.question == "c")
  }
}
