import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite struct MultipleColumnTests {
  private let form: ValueForm

  init() throws { form = try ValueForm(adding: ValueForm.moreQuestions) }

  @Test(arguments: [
    ("a", "[a]"), ("a b", "[a b]"), ("b,a", "[a b]"), ("b; a;", "[a b]"), ("a|b", "[a b]"),
    ("a\nb", "[a b]"), ("Báo, đài", "[a]"), ("Loa phường;Báo, đài;", "[a b]"),
    ("Báo, đài, Loa phường", "[a b]"), ("Báo, đài, mạng, Loa phường", "[b c]"),
    ("Báo, đài, mạng Loa", "[a d]"), ("Loa phường Báo, đài", "[a b]"),
    ("Báo, đài\nLoa phường", "[a b]"), ("Báo, đài | Loa phường", "[a b]"),
    ("a - Báo, đài; b. Loa phường", "[a b]"), ("Press, Loudspeakers", "[a b]"),
    ("bao, dai, loa phuong", "[a b]"), ("z", "[z]"), ("a;a a", "[a]"), ("NA", "?no-answer"),
    ("KTL", "?refused"), (" ; , ", "?no-answer"), ("BÁO, ĐÀI,LOA PHƯỜNG", "[a b]"),
  ])
  func `several options in one cell`(cell: String, answer: String) throws {
    #expect(try form.column("kenh", [cell]) == [answer], "\(cell)")
  }

  @Test(arguments: [
    ("- Báo, đài\n- Loa phường", "[a b]"), ("- Loa phường", "[b]"),
    ("+ Báo, đài\n+ Loa phường", "[a b]"), ("•Báo, đài\n•\tLoa phường", "[a b]"),
    ("* a - Báo, đài\n* Press", "[a]"), ("- bao, dai\n- loa phuong", "[a b]"),
    ("- Không kênh nào", "[z]"), ("-", "?no-answer"), ("- Báo, đài\n- Ti vi", "V06"),
    ("- KTL", "?refused"),
  ])
  func `lines may begin with bullets`(cell: String, answer: String) throws {
    #expect(try form.column("kenh", [cell]) == [answer], "\(cell)")
  }

  @Test func `a bullet with a number is a number, and part of options that begin so`() {
    let bullets = LineBullets(options: ["1", "Nước máy"])
    #expect(bullets.removed(from: "-1") == nil)
    #expect(bullets.removed(from: "- 1\n- 2") == nil)
    #expect(bullets.removed(from: "- 1. Nước máy") == "1. Nước máy")
    #expect(bullets.removed(from: "Nước máy") == nil)
    #expect(LineBullets(options: ["- Nước máy"]).removed(from: "- Nước máy") == nil)
  }

  private static let ranking = """
          - {id: xep, type: rank, choices: kenh-tin, label: {vi: Xếp kênh, en: Ranking}}

    """

  @Test func `a ranking whose options hold commas is read as several options are`() throws {
    let form = try ValueForm(adding: Self.ranking)
    #expect(
      try form.column("xep", ["Báo, đài, Loa phường, mạng Loa, Không kênh nào, Báo, đài, mạng"])
        == ["a b d z c"]
    )
  }

  @Test func `the part that no option covers is named`() throws {
    let cells = ["Báo, đài, Loa phườg", "a; x", "Loa phường;Ti vi;", "z a", "Loa phườg"]
    #expect(try form.column("kenh", cells) == ["V06", "V06", "V06", "V06", "V04"])
    let row = try form.rows("nhan,kenh\nx,\"Báo, đài, Loa phườg\"\n").rows[0]
    #expect(
      row.faults[0].rejection.text(in: .vietnamese)
        == "Phần “loa phườg” không phải là lựa chọn nào (gần nhất: Loa phường)."
    )
    #expect(
      row.faults[0].rejection.text(in: .english)
        == "The part “loa phườg” is none of the options (closest: Loa phường)."
    )
  }

  @Test func `words that two options share name neither of them`() throws {
    #expect(
      try form.column("noi", ["Office", "Office, Post", "Post; Office", "a, Post", "c - Post"])
        == ["V04", "V06", "V06", "[a c]", "[c]"]
    )
    #expect(try form.column("noi", ["Trụ sở xã, Post", "b - Office"]) == ["[a c]", "[b]"])
  }

  @Test func `long hostile lists are read in reasonable time`() throws {
    let many = Array(repeating: "Báo, đài", count: 5000).joined(separator: ", ")
    #expect(try form.column("kenh", [many, many + ", x"]) == ["[a]", "V06"])
  }

  private func options(_ rows: [String]) throws -> [String] {
    let text = "nhan,kenh__a,kenh__b,kenh__c\n" + rows.map { "x,\($0)\n" }.joined()
    let index = try #require(form.plan.index(of: "kenh"))
    return try form.rows(text).rows.map { row in
      row.faults.first?.rejection.code ?? ValueForm.text(row.form.answers[index])
    }
  }

  @Test(arguments: [
    "1,0,1", "True,False,True", "TRUE,FALSE,TRUE", "Y,,Y", "x,,X", "có,không,Có", "Yes,No,yes",
    "checked,unchecked,Checked", "1.0,0.0,1.0", "\"Báo, đài\",,\"báo, đài, mạng\"", "a,,c",
    "Press,,All media", "v,,✓",
  ])
  func `a column for each option`(row: String) throws {
    #expect(try options([row]) == ["[a c]"], "\(row)")
  }

  @Test(arguments: [
    "noi__a,noi__b,noi__98", "noi___a,noi___b,noi___98", "noi/a,noi/b,noi/98",
    "noi[a],noi[b],noi[98]",
    "Nơi đến/Trụ sở xã,Nơi đến/Trụ sở tỉnh,Nơi đến/Không biết",
    "noi_a,noi_b,Places [Don't know]",
  ])
  func `a column for a missing code says why there is no answer`(header: String) throws {
    let text = "nhan,\(header)\nx,1,0,0\nx,0,0,1\nx,0,0,0\nx,,,1\nx,1,,1\nx,,,98\nx,,,\n"
    let index = try #require(form.plan.index(of: "noi"))
    let rows = try form.rows(text).rows
    #expect(
      rows.map { $0.faults.first?.rejection.code ?? ValueForm.text($0.form.answers[index]) }
        == ["[a]", "?do-not-know", "[]", "?do-not-know", "V06", "?do-not-know", "?no-answer"]
    )
    #expect(rows[4].faults[0].rejection.text(in: .vietnamese).contains("“Không biết”"))
  }

  @Test func `a column for a missing code is held against the one of all options`() throws {
    let text = "nhan,noi,noi/a,noi/98\nx,a,1,0\nx,98,0,1\nx,a,1,1\nx,a b,1,\n"
    let index = try #require(form.plan.index(of: "noi"))
    #expect(
      try form.rows(text).rows.map {
        $0.faults.first?.rejection.code ?? ValueForm.text($0.form.answers[index])
      } == ["[a]", "?do-not-know", "V11", "[a b]"]
    )
  }

  @Test func `a map names the column of a missing code`() throws {
    var table = try InterviewTable(
      .text("nhan,noi/a,noi/98\nx,0,1\n"),
      questionnaire: form.plan.questionnaire
    )
    let formats = try table.formats(for: form.plan, options: ValueOptions(), moment: form.moment)
    let text = table.reading.savedMap(of: form.plan.questionnaire, formats: formats).text
    #expect(text.contains("{header: \"noi/98\", question: noi, choice: \"98\""))
    let read = YAMLMapFileReader(form.plan.questionnaire).read(text, file: "map.yaml")
    #expect(read.diagnostics.isEmpty)
    var request = TableRequest()
    request.savedMap = read.map
    let again = try TableReading(
      .text("nhan,noi/a,noi/98\nx,0,1\n"),
      questionnaire: form.plan.questionnaire,
      request: request
    )
    #expect(again.map.meanings == table.map.meanings)
    #expect(again.map.name(of: 2, in: form.plan.questionnaire) == "noi__98")
  }

  @Test func `a blank group is not answered and a denied one is`() throws {
    #expect(
      try options([",,", "0,0,0", "n/a,n/a,n/a", "-999999999,-999999999,-999999999"]) == [
        "?no-answer", "[]", "?no-answer", "?no-answer",
      ]
    )
    #expect(try options(["Y,,"]) == ["[a]"])
  }

  @Test func `a blank column of all options keeps zeros from being an answer`() throws {
    let rows = try form.rows("nhan,kenh,kenh__a,kenh__b\nx,,0,0\nx,a,1,0\n").rows
    let index = try #require(form.plan.index(of: "kenh"))
    #expect(rows.map { ValueForm.text($0.form.answers[index]) } == ["?no-answer", "[a]"])
  }

  @Test func `ranks mean chosen where the whole group holds ranks`() throws {
    #expect(
      try options(["1,2,0", "0,1,0", "2,1,3", ",,"]) == ["[a b]", "[b]", "[a b c]", "?no-answer"]
    )
    #expect(
      try form.formats("nhan,kenh__a,kenh__b\nx,1,2\nx,0,1\n").notes.map(\.code) == ["V06"]
    )
    #expect(try options(["1,0,2", "1,1,0"]) == ["V04", "[a b]"])
  }

  @Test func `a row that was not asked keeps ranks from nobody`() throws {
    let blank = ["##N/A##,##N/A##,##N/A##", "-999999999,-999999999,-999999999", "-,-,-"]
    for row in blank {
      #expect(try options(["1,0,2", row, "0,1,0"]) == ["[a c]", "?no-answer", "[b]"], "\(row)")
    }
    #expect(try numbered(["1,0,2", "9,9,9", "0,1,0"]) == ["[1 3]", "?refused", "[2]"])
    #expect(try options(["1,0,2", "abc,0,1"]) == ["V04", "V04"])
  }

  @Test func `a column for one option refuses what it does not know`() throws {
    #expect(try options(["1,7,0", "1,#REF!,0", "1,có lẽ,0"]) == ["V04", "V07", "V04"])
  }

  // MARK: Not asked

  @Test func `nothing chosen in a question that was not asked is no answer to it`() throws {
    let form = try ValueForm(
      adding: """
              - {id: nguon, type: select_multiple, choices: noi-den, relevant: "${biet} = 1", label: {vi: Nguồn, en: Sources}}

        """
    )
    let index = try #require(form.plan.index(of: "nguon"))
    let text = "nhan,biet,nguon___a,nguon___b\nx,2,0,0\nx,2,0,1\nx,1,0,0\nx,1,0,1\n"
    let rows = try form.rows(text).rows
    #expect(rows.map { $0.faults.map(\.rejection.code) } == [[], ["V08"], [], []])
    #expect(ValueForm.text(rows[0].form.answers[index]) == "?not-applicable")
    #expect(ValueForm.text(rows[2].form.answers[index]) == "[]")
  }

  // MARK: Numbers from 2

  /// A form whose options are numbered.
  private func numbered(_ rows: [String], options: ValueOptions = ValueOptions()) throws -> [String]
  {
    let form = try ValueForm(adding: Self.numberedKind)
    let text = "nhan,so_1,so_2,so_3\n" + rows.map { "x,\($0)\n" }.joined()
    let index = try #require(form.plan.index(of: "so_kenh"))
    return try form.rows(text.replacing("so_", with: "so_kenh_"), options: options).rows.map {
      $0.faults.first?.rejection.code ?? ValueForm.text($0.form.answers[index])
    }
  }

  private static let numberedKind = """
          - {id: so_kenh, type: select_multiple, label: {vi: Số kênh, en: Numbered}, choices: tin-so, missing: [{code: 9, reason: refused, label: {vi: Không trả lời, en: Refused}}]}

    """

  @Test(arguments: [["1,2,1"], ["1,2,2", "2,1,2"], ["1,1,2", "2,2,1", ",,"], ["2,1,"], ["2,2,2"]])
  func `ones and twos alone may mean three things and are refused`(rows: [String]) throws {
    let fault = try #require(throws: TableFault.self) { _ = try numbered(rows) }
    #expect(fault.code == "V06")
    #expect(fault.text(in: .vietnamese).contains("1 = có, 2 = không"))
    #expect(fault.text(in: .english).contains("1 = yes, 2 = no"))
    #expect(throws: TableFault.self) { _ = try options(rows) }
    #expect(throws: TableFault.self) { _ = try numbered(rows + ["9,9,9"]) }
  }

  @Test func `a map says that they are ranks, or that they are not`() throws {
    var options = ValueOptions()
    var memory = ColumnMemory()
    memory.holdsRanks = true
    options.known["so_kenh_1"] = memory
    #expect(try numbered(["1,2,", "2,1,"], options: options) == ["[1 2]", "[1 2]"])
    memory.holdsRanks = false
    options.known["so_kenh_1"] = memory
    #expect(try numbered(["1,2,", "1,1,"], options: options) == ["V04", "[1 2]"])
  }

  @Test func `the codes of the options are taken where each column holds its own`() throws {
    #expect(try numbered(["1,,3", ",2,", "1,2,3"]) == ["[1 3]", "[2]", "[1 2 3]"])
    #expect(try numbered(["0,2,0", "1,0,3"]) == ["[2]", "[1 3]"])
    #expect(try numbered(["1,,", ",2,", "9,9,9"]) == ["[1]", "[2]", "?refused"])
  }

  @Test func `among ones and zeros a code is no mark`() throws {
    #expect(try numbered(["1,1,0", "1,2,0", "0,0,1"]) == ["[1 2]", "V04", "[3]"])
    #expect(try numbered(["1,1,", "1,2,3", ",,1"]) == ["[1 2]", "V04", "[3]"])
  }

  // MARK: An option coded 0

  private func troubles(_ rows: [String], ranks: Bool? = nil) throws -> [String] {
    let form = try ValueForm(adding: Self.zeroKind)
    let text = "nhan,kho__0,kho__1,kho__2,kho__3\n" + rows.map { "x,\($0)\n" }.joined()
    var options = ValueOptions()
    options.known["kho__0"] = ColumnMemory()
    options.known["kho__0"]?.holdsRanks = ranks
    let index = try #require(form.plan.index(of: "kho"))
    return try form.rows(text, options: options).rows.map {
      $0.faults.first?.rejection.code ?? ValueForm.text($0.form.answers[index])
    }
  }

  private static let zeroKind = """
          - {id: kho, type: select_multiple, label: {vi: Khó khăn, en: Troubles}, choices: kho-khan}

    """

  @Test func `0 is chosen where each column holds its own code`() throws {
    #expect(try troubles(["0,,,", ",1,2,", ",,2,3"]) == ["[0]", "[1 2]", "[2 3]"])
    #expect(try troubles(["0,,,", ",,2,"]) == ["[0]", "[2]"])
    #expect(try troubles(["0,,,", ",1,,", ",,,"]) == ["[0]", "[1]", "?no-answer"])
    #expect(try troubles(["0,,,"]) == ["[0]"])
  }

  @Test func `0 is not chosen among zeros and ones`() throws {
    #expect(
      try troubles(["1,0,0,0", "0,1,1,0", "0,0,0,0", ",,,"]) == [
        "[0]", "[1 2]", "[]", "?no-answer",
      ]
    )
    #expect(try troubles(["0,1,1,1"]) == ["[1 2 3]"])
    #expect(try troubles(["0,,,", "0,,1,"]) == ["[]", "[2]"])
    #expect(try troubles(["0,2,1,0", "0,1,0,2"]) == ["[1 2]", "[1 3]"])
    #expect(try troubles(["0,,,"], ranks: false) == ["[]"])
  }

  @Test func `zeros of other options alone mean not chosen beside codes`() throws {
    #expect(try troubles([",1,2,0", ",0,2,3"]) == ["[1 2]", "[2 3]"])
  }

  @Test(arguments: [["0,,,", ",1,2,0", ",0,2,3"], ["0,1,2,3"], ["0,1,2,0"]])
  func `a 0 that may be a code or not chosen is asked about`(rows: [String]) throws {
    let fault = try #require(throws: TableFault.self) { _ = try troubles(rows) }
    #expect(fault.code == "V06")
    #expect(fault.text(in: .vietnamese).contains("có mã 0 (dòng 2: “0”)"))
    #expect(fault.text(in: .english).contains("has the code 0 (line 2: “0”)"))
  }

  // MARK: One column for all, and one for each

  @Test func `a cell of all options and the columns for each have to agree`() throws {
    let rows = try form.rows(
      "nhan,kenh,kenh__a,kenh__b,kenh__c\nx,a b,1,1,0\nx,a b,1,0,0\nx,a,1,1,\nx,a b,,,\nx,a,1,,\nx,NA,0,0,0\nx,KTL,1,0,0\nx,b,0,0,0\nx,\"Báo, đài\",x,,\n"
    ).rows
    let index = try #require(form.plan.index(of: "kenh"))
    let found = rows.map {
      $0.faults.first?.rejection.code ?? ValueForm.text($0.form.answers[index])
    }
    #expect(
      found == ["[a b]", "V11", "V11", "[a b]", "[a]", "?no-answer", "V11", "V11", "[a]"]
    )
    let rejection = try #require(rows[1].faults.first).rejection
    #expect(
      rejection.text(in: .vietnamese)
        == "“a b” ở cột 2 'kenh' và “0” ở cột 4 'kenh__b' trái nhau; xin sửa cho khớp, hoặc bỏ trống một bên."
    )
    #expect(
      rejection.text(in: .english)
        == "“a b” in column 2 'kenh' and “0” in column 4 'kenh__b' contradict each other; please make them agree, or empty one side."
    )
  }

  // MARK: Cells that fit two ways

  @Test func `a cell that fits an option and two others is sent back`() throws {
    let form = try ValueForm(adding: Self.overlapping)
    let cells = [
      "Báo, Đài", "Báo, đài", "BÁO, ĐÀI", "1 3", "1;3", "Báo;Đài", "Báo, đài;Loa", "Báo, Đài, Loa",
      "Báo, đài, Loa", "báo, đài, loa", "Đài, Báo", "bao, dai", "Đài, Loa",
    ]
    #expect(
      try form.column("tin", cells) == [
        "V06", "[2]", "V06", "[1 3]", "[1 3]", "[1 3]", "[2 4]", "[1 3 4]", "[2 4]", "V06", "[1 3]",
        "V06", "[3 4]",
      ]
    )
    let row = try #require(try form.rows("nhan,tin\nx,\"Báo, Đài\"\n").rows.first)
    let rejection = try #require(row.faults.first).rejection
    #expect(
      ["1 “Báo” + 3 “Đài”", "2 “Báo, đài”"].allSatisfy(rejection.text(in: .vietnamese).contains)
    )
    #expect(rejection.text(in: .english).contains("semicolon"))
  }

  private static let overlapping = """
          - {id: tin, type: select_multiple, label: {vi: Tin, en: News}, choices: tin-chung}

    """
}
