import SurveyModel
import Testing

@Suite struct AnswerReaderTests {
  private static let levels = ChoiceList(
    id: "levels",
    choices: [
      Choice(code: "1", label: Form.words("Không hài lòng", "Dissatisfied")),
      Choice(code: "3", label: Form.words("Bình thường", "Neither")),
      Choice(code: "4", label: Form.words("Hài lòng", "Satisfied")),
      Choice(code: "05", label: Form.words("Khoẻ như thuỷ thần", "Very")),
    ]
  )
  private static let channels = ChoiceList(
    id: "channels",
    choices: [
      Choice(code: "a", label: Form.words("Báo, đài", "Press")),
      Choice(code: "b", label: Form.words("Loa phường", "Loudspeakers")),
      Choice(code: "c", label: Form.words("Báo, đài, mạng", "All media")),
      Choice(code: "0", label: Form.words("Không biết gì", "None"), isExclusive: true),
    ]
  )
  private static let missing = [
    MissingCode(code: "98", reason: .doNotKnow, label: Form.words("Không biết", "Don't know")),
    MissingCode(code: "-9", reason: .refused, label: Form.words("Từ chối", "Refused")),
  ]

  private func read(_ text: String, _ kind: QuestionKind) throws(AnswerRejection) -> Answer {
    let question = Form.question("q", kind) { $0.missing = Self.missing }
    return try AnswerReader(question).read(text)
  }

  private func rejection(_ text: String, _ kind: QuestionKind) -> AnswerRejection? {
    do throws(AnswerRejection) {
      _ = try read(text, kind)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "4", " 4 ", "\u{FEFF}4", "Hài lòng", "hài lòng", "HÀI LÒNG", "  Hài   lòng ",
    "Ha\u{300}i lo\u{300}ng", "Satisfied", "satisfied", "4 - Hài lòng", "4. Hài lòng",
    "Hài lòng (4)", "4 - SATISFIED", "Hài\u{A0}lòng", "Hài\u{200B} lòng",
  ])
  func `codes and labels of every language are understood`(text: String) throws {
    #expect(try read(text, .selectOne(Self.levels)) == .choice("4"))
  }

  @Test(arguments: ["Khoẻ như thuỷ thần", "Khỏe như thủy thần", "khỏe như thuỷ thần"])
  func `the place of the tone does not matter`(text: String) throws {
    #expect(try read(text, .selectOne(Self.levels)) == .choice("05"))
  }

  @Test(arguments: ["5", "04", "4.0", "Hai long", "hàilòng", "2", "4 Hài lòng", "３"])
  func `what is neither code nor label is refused`(text: String) {
    #expect(rejection(text, .selectOne(Self.levels))?.code == "V04")
  }

  @Test func `the closest label is suggested, if there is one`() {
    let codes = ["1", "3", "4", "05"]
    #expect(
      rejection("Hài lòg", .selectOne(Self.levels))
        == .notAChoice(text: "Hài lòg", allowed: codes, closest: "Hài lòng")
    )
    #expect(
      rejection("xyzxyzxyz", .selectOne(Self.levels))
        == .notAChoice(text: "xyzxyzxyz", allowed: codes, closest: nil)
    )
    let long = rejection(String(repeating: "x", count: 5000), .selectOne(Self.levels))
    #expect(
      long == .notAChoice(text: String(repeating: "x", count: 80), allowed: codes, closest: nil)
    )
  }

  @Test func `a label that two options share names neither`() {
    let twins = Form.list("Khác", "khác", "Có")
    #expect(rejection("Khác", .selectOne(twins))?.code == "V04")
    #expect(rejection("2", .selectOne(twins)) == nil)
    #expect(rejection("2 - Khác", .selectOne(twins)) == nil)
  }

  @Test(arguments: [
    QuestionKind.selectOne(levels), .selectMultiple(channels), .integer, .decimal, .text, .date,
  ])
  func `missing codes and their labels are understood everywhere`(kind: QuestionKind) throws {
    #expect(try read("98", kind) == .missing(.doNotKnow))
    #expect(try read("-9", kind) == .missing(.refused))
    #expect(try read("không biết", kind) == .missing(.doNotKnow))
    #expect(try read("DON'T KNOW", kind) == .missing(.doNotKnow))
    #expect(try read("Refused", kind) == .missing(.refused))
    #expect(try read("", kind) == .missing(.noAnswer))
    #expect(try read(" \u{FEFF}\t\u{A0}", kind) == .missing(.noAnswer))
  }

  @Test func `the nearest declaration of a missing code holds`() throws {
    let question = Form.question("q") {
      $0.missing = [
        MissingCode(code: "9", reason: .refused, label: Form.words("Từ chối")),
        MissingCode(code: "9", reason: .doNotKnow, label: Form.words("Không biết")),
      ]
    }
    #expect(try AnswerReader(question).read("9") == .missing(.refused))
  }

  @Test(arguments: [
    ("a", "a"), ("a b", "a b"), ("b,a", "a b"), ("b; a", "a b"), ("a  b\tc", "a b c"),
    ("a;a a", "a"), ("0", "0"), ("Loa phường", "b"), ("Báo, đài", "a"), ("báo, đài, mạng", "c"),
    ("Loa phường; Báo, đài", "a b"), ("Loa phường, Báo, đài", "a b"),
    ("Báo, đài, Loa phường", "a b"), ("Báo, đài, mạng, Loa phường", "b c"),
    ("Báo, đài, Báo, đài, mạng", "a c"), ("a - Báo, đài, b. Loa phường", "a b"),
    ("Press, Loudspeakers", "a b"), (",a,,", "a"), ("b, Press;c", "a b c"),
  ])
  func `several options are read in the order of the list`(text: String, codes: String) throws {
    let expected = Answer.choices(codes.split(separator: " ").map { String($0) })
    #expect(try read(text, .selectMultiple(Self.channels)) == expected)
  }

  @Test func `one wrong option spoils the answer`() {
    let rejected = rejection("a; Loa phườg", .selectMultiple(Self.channels))
    #expect(
      rejected
        == .notAChoice(text: "Loa phườg", allowed: ["a", "b", "c", "0"], closest: "Loa phường")
    )
    #expect(rejection("a x", .selectMultiple(Self.channels))?.code == "V04")
    #expect(rejection("98 a", .selectMultiple(Self.channels))?.code == "V04")
  }

  @Test func `an exclusive option stands alone`() throws {
    #expect(try read("0", .selectMultiple(Self.channels)) == .choices(["0"]))
    #expect(
      rejection("0 a", .selectMultiple(Self.channels))
        == .exclusiveChoice(label: Form.words("Không biết gì", "None"))
    )
  }

  @Test func `separators alone are no answer`() throws {
    #expect(try read(" ; , ", .selectMultiple(Self.channels)) == .missing(.noAnswer))
  }

  @Test(arguments: [
    ("12", 12), ("-5", -5), ("007", 7), ("12,0", 12), ("12.00", 12), (" 3 ", 3), ("-0", 0),
    ("9007199254740993", 9_007_199_254_740_993), ("9223372036854775807", Int.max),
  ])
  func `whole numbers are read exactly`(text: String, number: Int) throws {
    #expect(try read(text, .integer) == .integer(number))
  }

  @Test(arguments: [
    ("2,5", 2.5), ("2.5", 2.5), ("-0,25", -0.25), ("12", 12), ("1.250", 1.25), ("0,10", 0.1),
  ])
  func `a decimal mark is a point or a comma`(text: String, number: Double) throws {
    #expect(try read(text, .decimal) == .decimal(number))
  }

  @Test(arguments: [
    "0x10", "nan", "inf", "1e5", "+5", "１２", "1 000", "1.000.000", "1,5,0", ".5", "5.", "-", "--5",
    "5%", "mười", "1_000", "٣", "½", "−5",
  ])
  func `what no form means is no number`(text: String) {
    #expect(rejection(text, .integer) == .notANumber(text: text))
    #expect(rejection(text, .decimal) == .notANumber(text: text))
  }

  @Test(arguments: [
    "2,5", "2.5", "0.1", "1.000", "12,000", "99999999999999999999", "9007199254740994.0",
  ])
  func `neither fractions nor doubtful thousands are whole numbers`(text: String) {
    #expect(rejection(text, .integer) == .notAWholeNumber(text: text))
  }

  @Test(arguments: [
    "5/3/2026", "05/03/2026", "5-3-2026", "05.03.2026", "2026-03-05", "2026-3-5", "2026/03/05",
    " 5/3/2026 ",
  ])
  func `days are read as people write them`(text: String) throws {
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 5))
    #expect(try read(text, .date) == .date(day))
  }

  @Test func `a day in the future is a matter of constraints`() throws {
    let day = try #require(CalendarDate(year: 2999, month: 12, day: 31))
    #expect(try read("31/12/2999", .date) == .date(day))
    #expect(try read("29/02/2024", .date).text == "2024-02-29")
  }

  @Test(arguments: [
    "31/02/2026", "29/02/2025", "0/1/2026", "1/0/2026", "1/13/2026", "03/2026", "5/3/26",
    "20260305", "5/3/2026/1", "+5/3/2026", "5/ 3/2026", "５/3/2026", "5 tháng 3", "00/00/0000",
    "5//2026",
    "2026-03-05T00:00", "-5/3/2026",
  ])
  func `a day that does not exist is refused and never shifted`(text: String) {
    #expect(rejection(text, .date) == .notADate(text: text))
  }

  @Test func `words are kept as typed, but composed and trimmed`() throws {
    let typed = try read("  Vi\u{303}nh  Châu\u{200B}", .text)
    guard case .text(let text) = typed else {
      Issue.record("\(typed)")
      return
    }
    #expect(Array(text.utf8) == Array("Vĩnh  Châu".utf8))
  }

  @Test func `a note takes nothing`() throws {
    #expect(try read("x", .note) == .missing(.notApplicable))
  }

  @Test func `long hostile lists are read in reasonable time`() throws {
    let text = Array(repeating: "a", count: 50_000).joined(separator: ",")
    #expect(try read(text, .selectMultiple(Self.channels)) == .choices(["a"]))
  }

  @Test func `every rejection has a polite sentence in both languages`() {
    let rejections: [AnswerRejection] = [
      .notAChoice(text: "x", allowed: ["1", "2"], closest: nil),
      .notAChoice(text: "x", allowed: ["1", "2"], closest: "Có"),
      .notANumber(text: "x"), .notAWholeNumber(text: "1,5"), .notADate(text: "31/02/2026"),
      .exclusiveChoice(label: Form.words("Không", "None")), .required(nil), .constraint(nil),
      .doubtful(nil),
    ]
    for rejection in rejections {
      let wordings = InterfaceLanguage.allCases.map { rejection.text(in: $0) }
      #expect(wordings[0] != wordings[1])
      #expect(wordings.allSatisfy { $0.hasSuffix(".") })
    }
    let own = AnswerRejection.required(Form.words("Xin trả lời.", "Please answer."))
    #expect(own.text(in: .vietnamese) == "Xin trả lời.")
    #expect(own.text(in: .english) == "Please answer.")
    #expect(rejections.filter(\.isSoft) == [.doubtful(nil)])
  }

  @Test func `a long list of codes is shown by its ends`() {
    let units = AnswerRejection.notAChoice(
      text: "999",
      allowed: (1...120).map { String($0) },
      closest: nil
    )
    let shown = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …, 120."
    #expect(units.text(in: .vietnamese).hasSuffix(shown))
    #expect(units.text(in: .english).hasSuffix(shown))
  }
}
