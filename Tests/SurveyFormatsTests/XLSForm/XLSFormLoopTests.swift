import SurveyModel
import Testing

@testable import SurveyFormats

@Suite("XLSForm: loops over a list")
struct XLSFormLoopTests {
  private func questionnaire(_ form: XLSForm) -> (Questionnaire, [Diagnostic]) {
    let made = XLSFormConverter(file: "form.md").questionnaire(form)
    return (made.questionnaire, made.findings)
  }

  private func questionnaire(_ markdown: String) throws -> (Questionnaire, [Diagnostic]) {
    questionnaire(try xlsForm(markdown))
  }

  /// A made-up form: a loop with a group, a question in words and references in it.
  static let vehicles = """
    | survey |
    | | type | name | label::Tiếng Việt (vi) | label::English (en) | relevant | constraint | calculation |
    | | select_multiple xe | co | Có xe nào? | Which? | | | |
    | | begin loop over xe | lo | Xe | Vehicles | | | |
    | | integer | so | Mấy %(label)s? | How many %(label)s? | selected(${co}, '%(name)s') | . < 9 | |
    | | begin group | g | Chi tiết %(label)s | Details | ${so} > 0 | | |
    | | integer | tuoi | Tuổi %(label)s, 100%% | Age of %(label)s at 5% of ${so} | | . >= ${so} | |
    | | end group | | | | | | |
    | | select_one mau or_other | mau | Màu | Colour | | | |
    | | calculate | tong | | | | | ${so} + ${tuoi} |
    | | end loop | | | | | | |
    | | note | het | Hết | End | | | |
    | choices |
    | | list_name | name | label::Tiếng Việt (vi) | label::English (en) | image |
    | | xe | xe_may | xe máy | motorbikes | m.png |
    | | xe | o_to | ô tô | cars | |
    | | xe | none | không có | none | |
    | | mau | do | đỏ | red | |
    """

  @Test func `a loop is asked once for each choice but none`() throws {
    let (questionnaire, findings) = try questionnaire(Self.vehicles)
    #expect(
      questionnaire.groups.map(\.id) == [
        "lo", "lo_xe_may", "lo_xe_may_g", "lo_o_to", "lo_o_to_g",
      ]
    )
    #expect(
      questionnaire.groups.map(\.parent) == [nil, "lo", "lo_xe_may", "lo", "lo_o_to"]
    )
    #expect(questionnaire.groups[1].label?.text("vi") == "xe máy")
    #expect(questionnaire.groups[1].label?.text("en") == "motorbikes")
    #expect(questionnaire.groups[1].extras["image"] == "m.png")
    #expect(questionnaire.groups[2].label?.text("vi") == "Chi tiết xe máy")
    #expect(
      questionnaire.questions.map(\.id) == [
        "co", "lo_xe_may_so", "lo_xe_may_tuoi", "lo_xe_may_mau", "lo_xe_may_mau_other",
        "lo_xe_may_tong", "lo_o_to_so", "lo_o_to_tuoi", "lo_o_to_mau", "lo_o_to_mau_other",
        "lo_o_to_tong", "het",
      ]
    )
    #expect(findings.map(\.code) == ["model-loop"])
    let said = findings.first?.text(in: .english)
    #expect(
      said?.contains("for each choice of list 'xe' (2 times)") == true
        && said?.contains("'lo_xe_may_so'") == true
    )
    #expect(questionnaire.check().filter { $0.severity == .error }.isEmpty)
  }

  @Test func `texts and cells speak of the choice, and a stray percent sign stays`() throws {
    let questions = try questionnaire(Self.vehicles).0.questions
    #expect(questions[1].label.text("vi") == "Mấy xe máy?")
    #expect(questions[6].label.text("vi") == "Mấy ô tô?")
    #expect(questions[6].label.text("en") == "How many cars?")
    #expect(questions[6].relevant?.expression.text == "selected(${co}, 'o_to')")
    #expect(questions[7].label.text("vi") == "Tuổi ô tô, 100%")
    #expect(questions[7].label.text("en") == "Age of cars at 5% of ${lo_o_to_so}")
    #expect(questions[11].label.text("vi") == "Hết")
  }

  @Test func `references in a loop mean the answer in the same turn`() throws {
    let (questionnaire, _) = try questionnaire(Self.vehicles)
    let questions = questionnaire.questions
    #expect(questionnaire.groups[4].relevant?.expression.text == "${lo_o_to_so} > 0")
    #expect(questions[2].constraint?.expression.text == ". >= ${lo_xe_may_so}")
    #expect(questions[7].constraint?.expression.text == ". >= ${lo_o_to_so}")
    #expect(questions[9].relevant?.expression.text == "selected(${lo_o_to_mau}, 'other')")
    #expect(questions[10].calculation?.expression.text == "${lo_o_to_so} + ${lo_o_to_tuoi}")
  }

  @Test func `an interview asks every turn, and what its own answers say`() throws {
    let plan = try InterviewPlan(questionnaire(Self.vehicles).0)
    let moment = FormMoment(now: Timestamp(milliseconds: 1_772_676_000_000))
    var session = InterviewSession(plan: plan, moment: moment)
    func asked() -> String? {
      guard case .ask(let index) = session.step else { return nil }
      return plan.steps[index].question.id
    }
    let answers: [(String, Answer)] = [
      ("co", .choices(["xe_may", "o_to"])), ("lo_xe_may_so", .integer(0)),
      ("lo_xe_may_mau", .choice("do")), ("lo_o_to_so", .integer(3)), ("lo_o_to_tuoi", .integer(4)),
      ("lo_o_to_mau", .choice("other")), ("lo_o_to_mau_other", .text("tím")),
    ]
    for (name, answer) in answers {
      #expect(asked() == name)
      let index = try #require(plan.index(of: name))
      if name == "lo_o_to_tuoi" {
        #expect(throws: AnswerRejection.self) { try session.answer(index, to: .integer(2)) }
      }
      try session.answer(index, to: answer)
    }
    #expect(asked() == "het")
    let total = try #require(plan.index(of: "lo_o_to_tong"))
    #expect(session.form.effective[total].text == "7")
    let other = try #require(plan.index(of: "lo_xe_may_tuoi"))
    #expect(session.form.effective[other] == .missing(.notApplicable))
  }

  @Test func `the form as a document keeps its loop`() throws {
    let form = try xlsForm(Self.vehicles)
    let again = try xlsForm(XLSFormWriter(form).markdown)
    #expect(again == form)
    #expect(again.items[1].type == .begin(.loop(list: "xe")))
    #expect(again.items[2].texts[.label]?["English (en)"] == "How many %(label)s?")
  }

  @Test func `the questionnaire of a loop becomes a form and a questionnaire again`() throws {
    let (questionnaire, _) = try questionnaire(Self.vehicles)
    let form = try xlsForm(XLSFormWriter(XLSFormMaker(questionnaire).form(file: "f").form).markdown)
    let (again, findings) = self.questionnaire(form)
    #expect(findings.isEmpty)
    #expect(again.questions.map(\.id) == questionnaire.questions.map(\.id))
    #expect(again.questions.map(\.label) == questionnaire.questions.map(\.label))
    #expect(
      again.questions.map(\.relevant?.expression)
        == questionnaire.questions
        .map(\.relevant?.expression)
    )
  }

  @Test func `a loop in a loop speaks of its own choices, and a repeat stands in its turn`() throws
  {
    let (questionnaire, findings) = try questionnaire(
      """
      | survey |
      | | type | name | label | relevant |
      | | begin loop over ngoai | l | Ngoài | |
      | | integer | a | A %(label)s | |
      | | begin loop over trong | k | K %(label)s | ${a} > 1 |
      | | integer | b | B %(label)s | ${a} > 2 |
      | | integer | c | C | ${b} > 3 |
      | | end loop | | | |
      | | begin repeat | r | R %(label)s | |
      | | integer | d | D %(label)s | ${a} > 4 |
      | | end repeat | | | |
      | | end loop | | | |
      | choices |
      | | list_name | name | label |
      | | ngoai | x | X |
      | | ngoai | y | Y |
      | | trong | u | U |
      | | trong | v | V |
      """
    )
    #expect(
      questionnaire.groups.map(\.id) == [
        "l", "l_x", "l_x_k", "l_x_k_u", "l_x_k_v", "l_x_r", "l_y", "l_y_k", "l_y_k_u", "l_y_k_v",
        "l_y_r",
      ]
    )
    #expect(questionnaire.groups[7].label?.text("en") == "K Y")
    #expect(questionnaire.groups[7].relevant?.expression.text == "${l_y_a} > 1")
    let inner = try #require(questionnaire.questions.first { $0.id == "l_y_k_u_b" })
    #expect(inner.label.text("en") == "B U")
    #expect(inner.relevant?.expression.text == "${l_y_a} > 2")
    let last = try #require(questionnaire.questions.first { $0.id == "l_y_k_v_c" })
    #expect(last.relevant?.expression.text == "${l_y_k_v_b} > 3")
    let again = try #require(questionnaire.questions.last)
    #expect(again.id == "l_y_d")
    #expect(again.label.text("en") == "D Y")
    #expect(questionnaire.groups.last?.isRepeated == true)
    #expect(questionnaire.groups.last?.parent == "l_y")
    #expect(findings.map(\.code) == ["model-loop", "model-loop"])
    #expect(questionnaire.check().filter { $0.severity == .error }.isEmpty)
  }

  @Test func `a reference from outside a loop is told where it stands`() throws {
    let form = """
      | survey |
      | | type | name | label | relevant |
      | | begin loop over l | lo | Lo | |
      | | integer | a | A | |
      | | begin loop over l | k | K | |
      | | integer | b | B | ${a} = 1 |
      | | end loop | | | |
      | | integer | c | C | ${b} = 1 |
      | | end loop | | | |
      | | note | n | N ${a} | |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      | | l | y | Y ${a} |
      | settings |
      | | form_title | instance_name |
      | | F | concat(${a}, 'x') |
      """
    let codes = try xlsFormCodes(form)
    #expect(codes == Array(repeating: "xlsform-loop-reference", count: 4))
    let said = try xlsFormFindings(form)
    #expect(said.contains { $0.contains("survey!D7 (relevant)") && $0.contains("loop 'k'") })
    #expect(said.contains { $0.contains("survey!C9 (label)") && $0.contains("loop 'lo'") })
    // With one choice there is one answer.
    #expect(try xlsFormCodes(form.replacing("| | l | y | Y ${a} |\n", with: "")).isEmpty)
  }

  @Test func `one answer is found from outside`() throws {
    let (questionnaire, _) = try questionnaire(
      """
      | survey |
      | | type | name | label | relevant |
      | | begin loop over l | lo | Lo | |
      | | integer | a | A | |
      | | end loop | | | |
      | | text | n | N ${a} | ${a} > 1 |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      """
    )
    #expect(questionnaire.questions[1].relevant?.expression.text == "${lo_x_a} > 1")
    #expect(questionnaire.questions[1].label.text("en") == "N ${lo_x_a}")
  }

  private func loop(_ choices: [String], setting: String = "") -> String {
    """
    | survey |
    | | type | name | label |
    | | begin loop over l | lo | Lo |
    | | integer | a | A |
    | | end loop | | |
    | | text | t | T |
    | choices |
    | | list_name | name | label |
    | | other | o | O |

    """ + choices.map { "| | l | \($0) | \($0.uppercased()) |\n" }.joined() + setting
  }

  @Test func `lists that cannot be gone through are told`() throws {
    #expect(try xlsFormCodes(loop([])) == ["xlsform-unknown-list"])
    let (questionnaire, findings) = try questionnaire(loop(["none"]))
    #expect(findings.map(\.code) == ["model-empty-loop"])
    #expect(questionnaire.questions.map(\.id) == ["t"])
    #expect(questionnaire.groups.isEmpty)
    #expect(
      try xlsFormCodes(loop(["x", "1", "a b"]))
        == Array(repeating: "xlsform-loop-choice-name", count: 2)
    )
    let twice = "| settings |\n| | allow_choice_duplicates |\n| | yes |\n"
    #expect(try xlsFormCodes(loop(["x", "x"], setting: twice)) == ["xlsform-duplicate-name"])
  }

  @Test func `names become ids of their own in every turn, however they are written`() throws {
    let (questionnaire, findings) = try questionnaire(
      loop(["đỏ", "x-1", "X-1", String(repeating: "dài", count: 40)])
    )
    let ids = questionnaire.questions.map(\.id)
    #expect(ids.prefix(3) == ["lo_do_a", "lo_x_1_a", "lo_x_1_2_a"])
    #expect(Set(ids).count == 5)
    #expect(ids.allSatisfy { Identifier.isValid($0, allowsHyphen: false) }, "\(ids)")
    #expect(findings.map(\.code) == ["model-loop"])
  }

  @Test func `long names tell the choices apart, and stay when one is put before them`() throws {
    let long = "danh_gia_dich_vu_hanh_chinh"
    let choices = ["tiep_nhan_va_tra_ho_so_giay", "tiep_nhan_va_tra_ket_qua"]
    func ids(_ choices: [String]) throws -> [String] {
      let text = loop(choices).replacing("| lo |", with: "| \(long) |")
        .replacing("| a |", with: "| muc_do_hai_long_chung |")
      return try questionnaire(text).0.questions.map(\.id)
    }
    let alone = try ids(choices)
    #expect(Set(alone.map { $0.prefix(60) }).count == alone.count)
    #expect(!alone.contains { $0.hasSuffix("_2") })
    #expect(try ids(["cong"] + choices).filter(alone.contains) == alone)
  }

  @Test func `a loop that would never end is refused`() throws {
    var rows = ""
    for depth in 1...40 { rows += "| | begin loop over l | l\(depth) | L |\n" }
    rows += "| | integer | a | A |\n"
    for _ in 1...40 { rows += "| | end loop | | |\n" }
    let (questionnaire, findings) = try questionnaire(
      """
      | survey |
      | | type | name | label |
      \(rows)| | text | t | T |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      | | l | y | Y |
      """
    )
    #expect(findings.map(\.code) == ["model-loop-too-long"])
    #expect(findings.containsErrors)
    #expect(questionnaire.questions.map(\.id) == ["t"])
  }

  @Test func `percent signs of all kinds are words`() {
    let words = XLSFormLoopWords(XLSForm(), languages: XLSFormLanguageCodes(XLSForm()))
    func filled(_ text: String) -> String? {
      let item = XLSFormItem(type: .question(.text), name: "a", texts: [.label: ["": text]])
      let choice = XLSFormChoice(name: "x", texts: [.label: ["": "50%(name)s"]])
      return words.filled(item, choice).texts[.label]?[""]
    }
    #expect(filled("%") == "%")
    #expect(filled("%%%") == "%%")
    #expect(filled("%(") == "%(")
    #expect(filled("%(name") == "%(name")
    #expect(filled("%(other)s %d %(name)d") == "%(other)s %d %(name)d")
    #expect(filled("%(label)s|%(name)s%%(name)s") == "50%(name)s|x%(name)s")
    #expect(filled("%\u{301}%(name)s\u{301}") == "%\u{301}x\u{301}")
  }

  @Test func `paths lead into the turns`() throws {
    let (questionnaire, _) = try questionnaire(
      """
      | survey |
      | | type | name | label | relevant |
      | | begin loop over l | lo | Lo | |
      | | integer | a | A | |
      | | begin group | g | G | ../a = 0 |
      | | integer | b | B | ../../a = 1 and current()/../../a = 2 |
      | | integer | c | C | ../b = 3 and '../b' = "/data/lo/x/a" |
      | | end group | | | |
      | | end loop | | | |
      | | text | n | N | /data/lo/y/a = 4 and /data/lo/x/g/b = 5 and /data/lo/nobody = 6 |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      | | l | y | Y |
      """
    )
    #expect(questionnaire.groups.last?.relevant?.expression.text == "${lo_y_a} = 0")
    let rules = questionnaire.questions.map { $0.relevant?.expression.text }
    #expect(rules[4] == "${lo_y_a} = 1 and ${lo_y_a} = 2")
    #expect(rules[5] == "${lo_y_b} = 3 and '../b' = \"/data/lo/x/a\"")
    #expect(rules[6] == "${lo_y_a} = 4 and ${lo_x_b} = 5 and /data/lo/nobody = 6")
  }

  @Test func `paths are taken whole or not at all`() {
    func path(_ text: String) -> XLSFormPath? { XLSFormPath(text.unicodeScalars[...]) }
    #expect(path("../a = 1")?.names == ["a"])
    #expect(path("current()/../../g/a")?.ups == 2)
    #expect(path("/data/g/a + 1")?.names == ["g", "a"])
    #expect(path("/data/g/a + 1")?.ups == nil)
    #expect(path("/data/g/a + 1")?.length == 9)
    for text in ["", ".", "..", "../", "/", "/data", "../a[1]", "../a(", "a/b", "../a/", "//a"] {
      #expect(path(text) == nil, "\(text)")
    }
  }

  @Test func `the same fault in every turn is told once`() throws {
    let form = try xlsForm(
      """
      | survey |
      | | type | name | label | relevant |
      | | begin loop over l | lo | Lo | |
      | | integer | a | A | nothing(1) > 0 |
      | | text | b | B | 1 + |
      | | end loop | | | |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      | | l | y | Y |
      """
    )
    let (questionnaire, findings) = questionnaire(form)
    #expect(findings.map(\.code) == ["model-loop", "expression-unexpected-end"])
    let placed = XLSFormConverter(file: "form.md").placed(questionnaire.check(), in: form)
    #expect(placed.filter { $0.severity == .error }.count == 1)
  }
}
