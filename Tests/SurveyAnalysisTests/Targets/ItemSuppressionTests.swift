import Testing

@testable import SurveyAnalysis

@Suite struct ItemSuppressionTests {
  /// Questions with one free share each, and an index of elements of them.
  private struct Form {
    var items: [ItemFigures.Item] = []
    var means: [ItemFigures.Mean] = []
    /// Questions that an indicator tells of alone.
    var told: Set<String> = []

    /// Adds an index with equal weight for each question, or for each element.
    mutating func add(_ id: String, _ elements: [[String]], byElement: Bool = false) {
      func mean(_ path: [Int], _ questions: [(String, Double)]) {
        let terms = questions.compactMap { question, weight in
          items.firstIndex { $0.question == question }.map { (item: $0, coefficients: [weight]) }
        }
        let people = terms.map { items[$0.item].people }.max() ?? 0
        means.append(ItemFigures.Mean(indicator: id, path: path, people: people, terms: terms))
      }
      for (place, element) in elements.enumerated() where element.count > 1 {
        mean([0, place], element.map { ($0, 1) })
      }
      mean(
        [],
        elements.flatMap { element in
          element.map { ($0, byElement ? 1 / Double(element.count) : 1) }
        }
      )
    }

    /// What is kept back: questions, and means by indicator and path.
    var keptBack: (questions: Set<String>, means: Set<String>) {
      let alone = Dictionary(uniqueKeysWithValues: told.map { ("alone \($0)", $0) })
      let search = ItemSuppressionSearch(
        5,
        ItemFigures(items: items, means: means, alone: alone)
      )
      return (
        search.questions,
        Set(
          search.means.map { place in
            means[place].indicator + means[place].path.map { " \($0)" }.joined()
          }
        )
      )
    }

    init(_ people: [(String, Int)], told: Set<String> = []) {
      self.told = told
      items = people.map { ItemFigures.Item(question: $0, people: $1, freedom: 1) }
    }
  }

  @Test func `nothing is kept back where nobody is too few`() {
    var form = Form([("a", 90), ("b", 80), ("c", 0), ("d", 5)])
    form.add("i", [["a", "b"], ["d"]])
    #expect(form.keptBack == ([], []))
  }

  @Test func `a question of too few people takes the smallest of its element as cover`() {
    var form = Form([("a", 90), ("b", 3), ("c", 80), ("d", 70)])
    form.add("i", [["a", "b", "c"], ["d"]])
    #expect(form.keptBack == (["b", "c"], []))
  }

  @Test func `an element of too few people takes another with one question as cover`() {
    var form = Form([("a", 3), ("b", 3), ("c", 90), ("d", 90), ("e", 70), ("f", 60)])
    form.add("i", [["a", "b"], ["c", "d"], ["e", "f"]])
    #expect(form.keptBack == (["a", "b", "f"], ["i 0 0", "i 0 2"]))
  }

  @Test func `two small questions do not cover each other`() {
    var form = Form([("a", 4), ("b", 4), ("c", 60)])
    form.add("i", [["a", "b", "c"]])
    #expect(form.keptBack == (["a", "b", "c"], []))
  }

  @Test func `where a single question stands beside a small one the whole is kept back`() {
    var form = Form([("a", 3), ("b", 60)], told: ["b"])
    form.add("i", [["a"], ["b"]])
    // What tells of b alone goes before the whole.
    #expect(form.keptBack == (["a", "b"], []))
    var alone = Form([("a", 3)])
    alone.add("i", [["a"]])
    #expect(alone.keptBack == (["a"], ["i"]))
  }

  @Test func `what one index takes as cover is no cover beside another index that tells it`() {
    var form = Form([("a", 3), ("b", 60), ("c", 70), ("d", 80)])
    form.add("i", [["a", "b", "c"]])
    form.add("j", [["b", "c"], ["d"]])
    // The element of the second index would tell b, and its whole too.
    #expect(form.keptBack == (["a", "b", "d"], ["j 0 0"]))
    var apart = Form([("a", 3), ("b", 60), ("c", 70), ("d", 80)])
    apart.add("i", [["a", "b", "c"]])
    #expect(apart.keptBack == (["a", "b"], []))
  }

  @Test func `the same questions in other proportions need one cover more`() {
    var form = Form([("a", 3), ("b", 60), ("c", 70), ("d", 80)])
    form.add("i", [["a", "b"], ["c", "d"]])
    form.add("j", [["a", "c"], ["b", "d"]])
    let kept = form.keptBack
    #expect(kept.questions.isSuperset(of: ["a", "b", "c"]))
    var same = Form([("a", 3), ("b", 60), ("c", 70)])
    same.add("i", [["a", "b", "c"]])
    same.add("j", [["a", "b"], ["c"]], byElement: true)
    // Whole and element weigh a and b alike, but for a factor.
    #expect(same.keptBack.questions == ["a", "b"])
  }

  @Test func `a question that an indicator tells of is the last to be a cover`() {
    var form = Form([("a", 3), ("b", 60), ("c", 80)], told: ["b"])
    form.add("i", [["a", "b", "c"]])
    #expect(form.keptBack == (["a", "c"], []))
  }
}
