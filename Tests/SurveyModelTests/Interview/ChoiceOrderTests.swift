@testable import SurveyModel
import Testing

/// Orders of options for a seed, computed from the algorithm's definition by another program.
@Suite struct ChoiceOrderTests {
  @Test(arguments: [
    (42.0, [0, 5, 2, 1, 8, 4, 6, 3, 7]), (-42, [4, 3, 0, 5, 1, 2, 7, 8, 6]),
    (1, [6, 5, 4, 0, 2, 7, 8, 3, 1]), (1.9, [6, 5, 4, 0, 2, 7, 8, 3, 1]),
    (11_111_111, [0, 7, 3, 1, 5, 4, 8, 2, 6]), (0, [2, 1, 8, 0, 5, 3, 6, 4, 7]),
    (.nan, [2, 1, 8, 0, 5, 3, 6, 4, 7]), (.infinity, [2, 1, 8, 0, 5, 3, 6, 4, 7]),
    (2_147_483_647, [2, 1, 8, 0, 5, 3, 6, 4, 7]),
  ])
  func `a seed gives the order that ODK shows`(seed: Double, order: [Int]) {
    #expect(ChoiceOrder.positions(9, seed: seed) == order)
  }

  /// The orders are those that JavaRosa publishes for these texts.
  @Test(arguments: [
    ("foo", "EADBHGCF"), ("somestring", "EBCGDAFH"),
    ("-6.8137120026589315 39.29392995851879", "HBDFAGCE"), ("1234", "GFEDAHBC"),
    ("", "CBHAFDGE"),
  ])
  func `a text is a seed too`(text: String, order: String) {
    let seed = ChoiceOrder.seed(of: .string(text))
    let letters = ChoiceOrder.positions(8, seed: seed).map { Array("ABCDEFGH")[$0] }
    #expect(String(letters) == order)
  }

  @Test func `every order has every option once`() {
    for seed in stride(from: -1e18, through: 1e18, by: 3.7e16) {
      #expect(ChoiceOrder.positions(23, seed: seed).sorted() == Array(0..<23))
    }
    #expect(ChoiceOrder.positions(0, seed: 1).isEmpty)
    #expect(ChoiceOrder.positions(-1, seed: 1).isEmpty)
  }

  @Test func `options are filtered first and then put in order`() throws {
    let session = try Form.session(
      Form.question("a", .selectOne(Form.list("A", "B", "C", "D", "E", "F", "G"))) {
        $0.randomize = .seed(42)
        $0.choiceFilter = Form.rule("name != '7'")
      },
      Form.question("b", .selectOne(Form.list("A", "B", "C", "D", "E", "F"))) {
        $0.randomize = .seedOf(question: "s")
      },
      Form.question("s", .integer),
      Form.question("c", .selectOne(Form.list("A", "B", "C", "D"))) {
        $0.randomize = .unseeded
      }
    )
    func order(_ index: Int) -> String {
      session.choices(at: index).map { $0.label.text("vi") }.joined()
    }
    #expect(order(0) == "AFCBDE")
    #expect(order(1) == "CBEAFD")
    #expect(order(3) == session.choices(at: 3).map { $0.label.text("vi") }.joined())
    #expect(session.choices(at: 2).isEmpty && session.choices(at: 99).isEmpty)
  }
}
