import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: indicators")
struct YAMLIndicatorTests {
  private func findingsOf(_ indicator: String) -> [String] {
    findings(
      form(
        "      - {id: a, type: text, label: {vi: A}}",
        extra: "indicators:\n  - {id: i, label: {vi: I}, \(indicator)}"
      )
    )
  }

  @Test(arguments: [
    ("kind: sharr, item: a", ["unknown-kind@11:35"]),
    ("item: a", ["missing-key@11:5"]),
    ("kind: share", ["missing-key@11:5"]),
    ("kind: share, item: a, items: [a]", ["unknown-key@11:51"]),
    ("kind: all-positive, items: []", ["empty-list@11:49"]),
    ("kind: at-least, items: [a]", ["missing-key@11:5"]),
    ("kind: at-least, items: [a], minimum: -1", ["bad-count@11:66"]),
    ("kind: test, items: {a: 1}", ["missing-key@11:5"]),
    ("kind: test, items: {a: 1}, pass: 0.7", ["bad-percentage@11:62"]),
    ("kind: test, items: {a: 1}, pass: 101%", ["bad-percentage@11:62"]),
    ("kind: test, items: {a: }, pass: 70%", ["empty-value@11:49"]),
    ("kind: test, items: {}, pass: 70%", ["empty-list@11:41"]),
    ("kind: test, items: [a], pass: 70%", ["wrong-shape@11:48"]),
    ("kind: index", ["missing-key@11:5", "missing-key@11:5", "missing-key@11:5"]),
    (
      "kind: index, item: top-level, combine: items, parts: []",
      ["unknown-item-formula@11:48", "unknown-combine-rule@11:68"]
    ),
    ("kind: ratio, numerator: a", ["missing-key@11:5"]),
    ("kind: mean, item: a, measured: knowledge", ["unknown-measure@11:60"]),
    ("kind: mean, item: a, count_missing: [not-reached]", ["unknown-reason@11:66"]),
    ("kind: points, items: [a], classes: [{at_least: x, label: {vi: C}}]", ["bad-number@11:76"]),
    ("kind: points, items: [a]", ["missing-key@11:5"]),
    ("kind: share, item: a, codes: [1, 01]", []),
  ])
  func `keys of each kind`(_ text: String, _ expected: [String]) {
    #expect(findingsOf(text) == expected)
  }
}
