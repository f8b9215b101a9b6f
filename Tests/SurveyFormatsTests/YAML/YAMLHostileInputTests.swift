import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: hostile input never traps")
struct YAMLHostileInputTests {
  /// SplitMix64 (Steele, Lea, Flood 2014).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private static let words = [
    "questionnaire: q\n", "version: 1\n", "languages: [vi]\n", "title: {vi: T}\n", "sections:\n",
    "  - id: s\n", "    questions:\n", "      - {id: a, type: text}\n", "indicators: [{kind: ",
    "test, items: {a: 1}", "index, parts: [{", "}]}", "plan: p\n", "targets: [{count: {", "&a ",
    "*a", "? ", ": ", "- ", "[", "]", "{", "}", "\"", "'", "|\n", ">\n", "#", "\t", "\n", "  ",
    "!!str ", "---\n", "%YAML 1.1\n", "\\", "ề", "e\u{302}", "${a} + ", "80%",
    "999999999999999999999",
    "\u{2028}", "\r", "default: ", "relevant: ", "label: {vi: A, a}", "~", "\u{85}", ",",
  ]

  @Test(arguments: 0..<200) func `random bytes and random pieces of files`(_ seed: UInt64) {
    var generator = Generator(state: seed)
    let bytes = (0..<Int.random(in: 0...400, using: &generator))
      .map { _ in UInt8.random(in: 0...255, using: &generator) }
    let pieces = (0..<Int.random(in: 1...60, using: &generator))
      .compactMap { _ in Self.words.randomElement(using: &generator) }
    for text in [String(decoding: bytes, as: UTF8.self), pieces.joined()] {
      let questionnaire = YAMLQuestionnaireReader().read(text, file: "q.yaml")
      let plan = YAMLPlanReader().read(text, file: "p.yaml")
      #expect(questionnaire.diagnostics.containsErrors)
      #expect(plan.diagnostics.containsErrors)
      for diagnostic in questionnaire.diagnostics + plan.diagnostics {
        #expect(diagnostic.location.line >= 1 && diagnostic.location.column >= 1)
        #expect(!diagnostic.text(in: .vietnamese).isEmpty)
      }
      if let read = questionnaire.questionnaire { _ = read.check() }
      if let read = plan.plan { _ = read.check(against: []) }
    }
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "- - ", "[{", "!x ", "\"", "|\n "])
  func `endless nesting`(_ piece: String) {
    for count in [63, 64, 65, 500, 999, 1000, 1001, 20_000] {
      let text = String(repeating: piece, count: count)
      #expect(YAMLQuestionnaireReader().read(text, file: "q").diagnostics.containsErrors)
    }
  }
}
