@testable import SurveyModel
import Testing

/// Tables, paths, encodings and what is computed once.
@Suite struct ExpressionTableTests {
  private static let prices = LookupTable(
    file: "gia.csv",
    columns: ["ma", "ten", "gia", "vung"],
    rows: [
      ["1", "Khai sinh", "8", "a"], ["2", "Chứng thực", "", "b"], ["03", "Hộ khẩu", "5", "a"],
      ["03", "Trùng mã", "9"],
    ]
  )

  private func session(_ rule: String) throws -> InterviewSession {
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Form.words("Q"),
      consent: Form.consent,
      sections: [
        Form.section(
          "s",
          [
            Form.question("k", .text), Form.question("n", .integer),
            Form.question("l", .selectOne(Form.list("Một", "Hai"))),
            Form.question("c", .calculate) { $0.calculation = Form.rule(rule) },
          ]
        )
      ],
      tables: [Self.prices]
    )
    #expect(questionnaire.check().map(\.code) == [])
    return InterviewSession(plan: try InterviewPlan(questionnaire), moment: Form.moment)
  }

  @Test(arguments: [
    ("pulldata('gia', 'ten', 'ma', ${k})", "03", "Hộ khẩu"),
    ("pulldata('gia', 'ten', 'ma', ${k})", "3", ""),
    ("pulldata('gia.csv', 'gia', 'ten', 'Khai sinh') * 2", "", "16"),
    ("instance('gia')/root/item[ma = ${k}]/ten", "2", "Chứng thực"),
    ("instance('gia')/root/item[ma = ${k}]/ten", "9", ""),
    ("instance('gia')/root/item[ma = ${k} and vung = '']/ten", "03", "Trùng mã"),
    ("instance('gia')/root/item[vung = 'a'][2]/ten", "", "Hộ khẩu"),
    ("instance('gia')/root/item[position() = 2]/ten", "", "Chứng thực"),
    ("count(instance('gia')/root/item[vung = 'a'])", "", "2"),
    ("sum(instance('gia')/root/item/gia)", "", "22"),
    ("max(instance('gia')/root/item[vung = 'a']/gia)", "", "8"),
    ("join('|', instance('gia')/root/item[ma = '03']/ten)", "", "Hộ khẩu|Trùng mã"),
    ("count-non-empty(instance('gia')/root/item/gia)", "", "3"),
    ("instance('list')/root/item[name = '2']/label", "", "Hai"),
    ("/data/s/k", "x", "x"), ("../k", "x", "x"), ("current()/../k", "x", "x"), ("./../k", "x", "x"),
    ("concat(/data/k, '-', ../k)", "x", "x-x"),
  ])
  func `tables and paths are looked up`(rule: String, key: String, value: String) throws {
    var session = try session(rule)
    try session.answer("k", key.isEmpty ? .missing(.noAnswer) : .text(key))
    #expect(session["c"]?.text == value)
  }

  @Test(arguments: [
    ("pulldata('gja', 'ten', 'ma', 1)", "expression-unknown-table"),
    ("pulldata('gia', 'tên', 'ma', 1)", "expression-unknown-column"),
    ("pulldata('gia', 'ten', 'm', 1)", "expression-unknown-column"),
    ("pulldata(${k}, 'ten', 'ma', 1)", "expression-argument-is-no-text"),
    ("pulldata('gia', 'ten', 'ma')", "expression-argument-count"),
    ("instance(${k})/root/item/ten", "expression-argument-is-no-text"),
    ("instance('x')/root/item/ten", "expression-unknown-table"),
    ("instance('gia')/root/item[mã = 1]/ten", "expression-bare-name"),
    ("instance('gia')/root/item/tên", "expression-unknown-column"),
    ("instance('gia')/root", "expression-unsupported"),
    ("instance('gia')/root/item/ten/x", "expression-unsupported"),
    ("instance('gia')", "expression-unsupported"), ("/data/khong_co", "expression-unsupported"),
    ("..", "expression-unsupported"), ("../k[1]", "expression-unsupported"),
    ("../*/k", "expression-unsupported"), ("date(true())", "expression-invalid-date"),
  ])
  func `what cannot be looked up is found in the check`(rule: String, code: String) throws {
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Form.words("Q"),
      consent: Form.consent,
      sections: [
        Form.section(
          "s",
          [Form.question("k", .text), Form.question("a") { $0.relevant = Form.rule(rule) }]
        )
      ],
      tables: [Self.prices]
    )
    #expect(questionnaire.check().map(\.code) == [code])
    #expect(throws: ExpressionFault.self) { try InterviewPlan(questionnaire) }
  }

  @Test func `a filter may look into a table`() throws {
    let session = try session("1")
    let plan = session.plan
    #expect(plan.questionnaire.lookupTables.map(\.name) == ["gia", "list"])
  }

  /// RFC 1321, A.5, and NIST's examples for FIPS 180-4.
  @Test(arguments: [
    ("MD5", "", "d41d8cd98f00b204e9800998ecf8427e"),
    ("MD5", "message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    (
      "MD5",
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ), ("SHA-1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "SHA-1", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    (
      "SHA-256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    ),
    (
      "SHA-384", "abc",
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
    ),
    (
      "SHA-512", "abc",
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    ), ("SHA-3", "abc", ""),
  ])
  func `digests are the published ones`(algorithm: String, text: String, digest: String) {
    #expect(ExpressionEncoding.digest(text, algorithm, "hex") == digest)
    #expect(ExpressionEncoding.digest(text, algorithm, "octal") == "")
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("Đồng ý", "xJDhu5NuZyDDvQ=="),
  ])
  func `Base64 goes both ways`(text: String, encoded: String) {
    #expect(ExpressionEncoding.base64(Array(text.utf8)) == encoded)
    #expect(ExpressionEncoding.decodedBase64(encoded) == text)
    #expect(ExpressionEncoding.decodedBase64("a?b") == nil)
    #expect(ExpressionEncoding.decodedBase64("/w==") == nil)
  }

  @Test(arguments: [
    ("checklist(2, -1, true(), 0, 'x')", true), ("checklist(-1, 1, true(), true())", false),
    ("checklist(3, 3, true(), true())", false),
    ("weighted-checklist(5, 8, true(), 3, false(), 9, true(), 4)", true),
    ("weighted-checklist(-1, 6, true(), 3, true(), 4)", false),
  ])
  func `checklists count what is true`(rule: String, isTrue: Bool) throws {
    let session = try session(rule)
    #expect(session["c"]?.text == (isTrue ? "true" : "false"))
  }

  @Test func `what is computed once stays`() throws {
    var session = try session("once(${n} * 10)")
    #expect(session["c"] == .missing(.noAnswer))
    try session.answer("n", .integer(4))
    #expect(session["c"] == .decimal(40))
    session.jump(to: 1)
    try session.answer("n", .integer(7))
    #expect(session["c"] == .decimal(40))
  }

  @Test func `chance differs between interviews and not within one`() throws {
    let one = try session("random()")
    let moment = FormMoment(now: Timestamp(milliseconds: Form.moment.now.milliseconds + 1))
    let other = InterviewSession(plan: one.plan, moment: moment)
    #expect(one["c"] != other["c"])
    var again = one
    try again.answer("n", .integer(1))
    #expect(again["c"] == one["c"])
  }

  @Test func `the form saved before can be read`() throws {
    let plan = try session("concat(${last-saved#k}, '/', ${last-saved#n})").plan
    var moment = Form.moment
    moment.lastSaved = [.text("a"), .integer(3)]
    let session = InterviewSession(plan: plan, moment: moment)
    #expect(session["c"] == .text("a/3"))
  }

  @Test func `words hold answers as people read them`() throws {
    let plan = try session("1").plan
    let answers: [Answer] = [.text("Xã A"), .integer(4), .choice("2"), .missing(.noAnswer)]
    func words(_ text: String) -> String {
      plan.piped(text, answers: answers, lastSaved: [.text("cũ")], language: "vi")
    }
    #expect(words("Ở ${k}, ${ n } người chọn “${l}”?") == "Ở Xã A, 4 người chọn “Hai”?")
    #expect(words("[${c}]") == "[]")
    #expect(words("${last-saved#k} ${last-saved#l}") == "cũ ")
    #expect(words("$5 ${} ${a b} ${k") == "$5 ${} ${a b} ${k")
    #expect(PipedText("${a}${a}$").questions == ["a", "a"])
  }

  @Test func `words with answers to unknown questions are found`() throws {
    let questionnaire = Form.questionnaire([
      Form.section("s ${x}", [Form.question("tuoi")]),
      Form.section(
        "t",
        [
          Form.question("b", .selectOne(Form.list("${tuoi}", "${tuoj}"))) {
            $0.constraintMessage = Form.words("${y}", "${y}")
          }
        ]
      ),
    ])
    let codes = questionnaire.check().map(\.code).filter { $0 == "unknown-piped" }
    #expect(codes.count == 3)
  }
}
