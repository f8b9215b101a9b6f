import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct ChoiceColumnTests {
  private let form: ValueForm

  init() throws { form = try ValueForm(adding: ValueForm.moreQuestions) }

  private func declaring(
    _ text: String,
    _ isUnderstood: Bool,
    in options: ValueOptions
  ) throws -> ValueOptions {
    var options = options
    let result = options.missing.declare(text)
    #expect(result == isUnderstood, "\(text)")
    return options
  }

  @Test(arguments: [
    "4", "Hài lòng", "HÀI LÒNG", "Satisfied", "4 - Hài lòng", "4. Hài lòng", "4) Hài lòng",
    "4: Hài lòng", "4 – Hài lòng", "4 Hài lòng", "[4] Hài lòng", "(4) Hài lòng", "Hài lòng (4)",
    "Hài lòng [4]", "04 - Hài lòng", "4 - Satisfied", "Hài lòng.", "“Hài lòng”", "- Hài lòng",
    "Ha\u{300}i lo\u{300}ng", "4 - hai long", "hai long", "Hai lòng", "4.0", "4,0", "４", "04",
  ])
  func `one option in many clothes`(cell: String) throws {
    #expect(try form.column("muc", [cell]) == ["4"], "\(cell)")
  }

  @Test(arguments: ["4.", "4)", "(4)", "[4]", "'4", "04."])
  func `a code as a list prints it is that code`(cell: String) throws {
    #expect(try form.column("muc", [cell]) == ["4"], "\(cell)")
    #expect(try form.column("muc", ["(98)", "5 - Hài lòng"])[0] == "?do-not-know")
  }

  @Test func `printed codes count from the other end as numbers alone do`() throws {
    let cells = ["1 - Rất hài lòng", "5 - Rất không hài lòng", "2.", "(1)"]
    let plain = ["1 - Rất hài lòng", "5 - Rất không hài lòng", "2", "1"]
    #expect(try form.column("muc", cells) == form.column("muc", plain))
    #expect(throws: TableFault.self) { _ = try form.column("muc", [cells[0], "2"]) }
    #expect(throws: TableFault.self) { _ = try form.column("muc", [cells[0], "(2)"]) }
    var options = ValueOptions()
    options.numbering = .mirrored
    #expect(try form.column("muc", cells, options: options) == ["5", "1", "4", "5"])
  }

  @Test(arguments: ["a.", "b)", "(c)", "a)"])
  func `letters of a list are its codes`(cell: String) throws {
    let code = cell.filter(\.isLetter)
    #expect(try form.column("kenh", [cell]) == ["[\(code)]"], "\(cell)")
  }

  @Test(arguments: ["(4", "4]", "((4))", "4..", "(9)", "4.)", "4 ("])
  func `other signs around a code are sent back`(cell: String) throws {
    #expect(try form.column("muc", [cell]) == ["V04"], "\(cell)")
  }

  @Test func `the apostrophe by which a spreadsheet marks text is dropped from numbers`() throws {
    #expect(try form.column("so", ["'25", "'2,5", "x"]) == ["25", "2.5", "V01"])
    #expect(
      try form.column("ngay", ["'28/09/2025", "'03/04/2026"]) == ["2025-09-28", "2026-04-03"]
    )
    #expect(
      try form.column("ngay", ["'09/28/2025", "'03/04/2026"]) == ["2025-09-28", "2026-03-04"]
    )
    #expect(try form.column("chu", ["'25"]) == ["'25"])
    let tally = try form.rows("nhan,so\nx,'25\nx,'26\n").tally
    #expect(tally.entries.map(\.note) == [.textMark])
    #expect(tally.entries[0].count == 2)
    #expect(tally.entries[0].text(in: .english).hasSuffix("[X01]"))
    let options = try form.rows("nhan,kenh__a,kenh__b\nx,'1,'0\n").rows
    let index = try #require(form.plan.index(of: "kenh"))
    #expect(ValueForm.text(options[0].form.answers[index]) == "[a]")
  }

  @Test(arguments: [
    "Hái lòng", "Hài lòg", "6", "4 - Rất hài", "hàilòng", "Không", "4 5", "4/5", "0", "4.5",
  ])
  func `a slip is named with what is nearest and never taken`(cell: String) throws {
    #expect(try form.column("muc", [cell]) == ["V04"], "\(cell)")
  }

  @Test func `what is taken without marks is counted with an example`() throws {
    let tally = try form.rows("nhan,muc\nx,Hai long\nx,hai long\nx,4\n").tally
    #expect(tally.entries.map(\.note) == [.withoutMarks(label: "Hài lòng")])
    #expect(tally.entries[0].count == 2)
    #expect(
      tally.entries[0].text(in: .vietnamese)
        == "2 ô khớp lựa chọn “Hài lòng” khi bỏ dấu; đầu tiên ở dòng 2, cột “muc”: “Hai long”. [V05]"
    )
    #expect(
      tally.entries[0].text(in: .english)
        == "2 cells matched option “Hài lòng” without its marks; first in line 2, column “muc”: “Hai long”. [V05]"
    )
  }

  @Test func `cells of rows that are sent back are not counted as taken`() throws {
    let tally = try form.rows("nhan,muc,tuoi\nx,Hai long,17\nx,hai long,30\n").tally
    #expect(tally.entries.map(\.count) == [1])
    #expect(tally.entries.map(\.line) == [3])
  }

  @Test func `codes in other clothes are taken and counted`() throws {
    #expect(try form.column("lan", ["1", "01", "2", "1.0"]) == ["01", "01", "02", "01"])
    let tally = try form.rows("nhan,lan\nx,1\n").tally
    #expect(tally.entries.map(\.note) == [.codeForm("1", code: "01")])
    #expect(tally.entries[0].text(in: .vietnamese).hasSuffix("[V07]"))
  }

  @Test(arguments: ["02-Jan", "2-thg 1", "Jan-02", "1-Feb"])
  func `a code that became a day is named`(cell: String) throws {
    #expect(try form.column("nhom", [cell]) == ["V07"])
    let row = try form.rows("nhan,nhom\nx,\(cell)\n").rows[0]
    #expect(row.faults[0].rejection.text(in: .vietnamese).hasSuffix("; có lẽ là “1-2”."))
  }

  @Test func `a number that says other than the words is refused with both readings`() throws {
    #expect(
      try form.column("muc", ["1 - Rất không hài lòng", "5 - Hài lòng"]) == ["1", "V10"]
    )
    let row = try form.rows("nhan,muc\nx,5 - Hài lòng\n").rows[0]
    #expect(
      row.faults[0].rejection.text(in: .vietnamese)
        == "“5 - Hài lòng”: theo mã là “Rất hài lòng”, theo chữ là “Hài lòng”; xin chỉ giữ một."
    )
    #expect(
      row.faults[0].rejection.text(in: .english)
        == "“5 - Hài lòng”: by its code it is “Rất hài lòng”, by its words “Hài lòng”; please keep one."
    )
  }

  @Test func `a scale printed from 5 to 1 is read by its words`() throws {
    let cells = ["5 - Rất không hài lòng", "1 - Rất hài lòng", "3 - Bình thường", "Hài lòng"]
    #expect(try form.column("muc", cells) == ["1", "5", "3", "4"])
    #expect(
      try form.column("muc", cells + ["5", "2", "3"]) == ["1", "5", "3", "4", "1", "4", "3"]
    )
    let notes = try form.formats("nhan,muc\n" + cells.map { "x,\($0)\n" }.joined()).notes
    #expect(
      notes.map { $0.text(in: .vietnamese) } == [
        "Cột “muc”: thang in ngược với phiếu (“5” là “Rất không hài lòng”), đã đọc theo chữ. [V10]"
      ]
    )
  }

  @Test func `numbers alone follow the words of their own column`() throws {
    let text = "nhan,muc\nx,5 - Rất không hài lòng\nx,2 - Hài lòng\nx,5\n"
    let (rows, tally) = try form.rows(text)
    let index = try #require(form.plan.index(of: "muc"))
    #expect(rows.map { $0.form.answers[index] } == [.choice("1"), .choice("4"), .choice("1")])
    #expect(
      tally.entries.contains { $0.note == .mirrored(printed: "5", label: "Rất không hài lòng") }
    )
  }

  @Test(arguments: [["5", "1"], ["5 - Rất không hài lòng", "1"], ["3 - Bình thường", "4"]])
  func `numbers alone are asked about where only another column turns the scale`(
    cells: [String]
  ) throws {
    let text =
      "nhan,muc,muc2\nx,5 - Rất không hài lòng,\(cells[0])\nx,1 - Rất hài lòng,\(cells[1])\n"
    let fault = try #require(throws: TableFault.self) { _ = try form.formats(text) }
    #expect(fault.code == "V10")
    for language in InterfaceLanguage.allCases {
      #expect(fault.text(in: language).contains("muc2"))
      #expect(fault.text(in: language).contains("--scale-codes"))
    }
    let index = try #require(form.plan.index(of: "muc2"))
    var options = ValueOptions()
    options.known["muc2"] = ColumnMemory()
    options.known["muc2"]?.isMirrored = false
    let last = try form.rows(text, options: options).rows[1].form.answers[index]
    #expect(last == .choice(cells[1]))
    options.known["muc2"]?.isMirrored = true
    let turned = try form.rows(text, options: options).rows[1].form.answers[index]
    #expect(turned == .choice("\(6 - (Int(cells[1]) ?? 0))"))
  }

  @Test(arguments: ["Hài lòng", "4 - Không hài lòng", "3"])
  func `words that each column shows only one of are read together`(cell: String) throws {
    let text =
      "nhan,muc,muc2\nx,5 - Rất không hài lòng,1 - Rất hài lòng\nx,3 - Bình thường,\(cell)\n"
    let rows = try form.rows(text).rows
    let index = try #require(form.plan.index(of: "muc2"))
    let codes = ["Hài lòng": "4", "4 - Không hài lòng": "2", "3": "3"]
    #expect(rows.map { $0.form.answers[index] } == [.choice("5"), .choice(codes[cell] ?? "")])
  }

  @Test func `a column that showed only the middle of a scale is read as before`() throws {
    let text =
      "nhan,muc,muc2\nx,5 - Rất không hài lòng,3 - Bình thường\nx,1 - Rất hài lòng,3 - Bình thường\n"
    let before = try form.formats(text)
    #expect(before.columns.map(\.numbering) == [.asDeclared, .mirrored, .asDeclared])
    var options = ValueOptions()
    for (header, format) in zip(["nhan", "muc", "muc2"], before.columns).dropFirst() {
      options.known[header] = ColumnMemory()
      options.known[header]?.isMirrored = format.numbering == .mirrored
    }
    #expect(try form.formats(text, options: options) == before)
  }

  @Test func `a column of which a map says what it contradicts is refused by itself`() throws {
    let text =
      "nhan,muc,muc2\nx,5 - Rất hài lòng,5 - Rất không hài lòng\nx,4 - Hài lòng,1 - Rất hài lòng\n"
    var options = ValueOptions()
    options.known["muc"] = ColumnMemory()
    options.known["muc"]?.isMirrored = true
    let fault = try #require(throws: TableFault.self) {
      _ = try form.formats(text, options: options)
    }
    #expect(fault.text(in: .english).contains("the map says that the scale is printed"))
  }

  @Test func `numbers alone are refused where the words do not decide`() throws {
    let fault = try form.fault("muc", ["4", "5 - Rất không hài lòng", "2"])
    #expect(fault.code == "V10")
    #expect(
      fault.text(in: .vietnamese)
        == "cột 'muc': dòng 3 ghi “5 - Rất không hài lòng”, nhưng trong phiếu số ấy là “Rất hài lòng” (“Rất không hài lòng” mang số khác); 2 ô chỉ có số (dòng 2: “4”) nên không rõ nghĩa; ghi bằng chữ, hoặc dùng --scale-codes"
    )
    #expect(fault.text(in: .english).hasSuffix("write words, or use --scale-codes"))
    var options = ValueOptions()
    options.numbering = .asDeclared
    let cells = ["4", "5 - Rất không hài lòng"]
    #expect(try form.column("muc", cells, options: options) == ["4", "V10"])
    options.numbering = .mirrored
    #expect(try form.column("muc", cells, options: options) == ["2", "1"])
  }

  @Test func `what the user says about scales leaves plain lists alone`() throws {
    var options = ValueOptions()
    options.numbering = .mirrored
    #expect(try form.column("muc", ["4", "5"], options: options) == ["2", "1"])
    #expect(try form.column("biet", ["1", "2"], options: options) == ["1", "2"])
    #expect(try form.formats("nhan,biet\nx,1\n", options: options).notes.isEmpty)
    // A list that itself shows the other end is meant too.
    #expect(try form.column("biet", ["2 - Biết", "1"], options: options) == ["1", "2"])
  }

  @Test func `a plain list with the name of a scale is another list`() throws {
    let text = "nhan,muc,muc3\nx,5 - Rất không hài lòng,1\nx,1 - Rất hài lòng,2\n"
    let index = try #require(form.plan.index(of: "muc3"))
    let rows = try form.rows(text).rows
    #expect(rows.map { $0.form.answers[index] } == [.choice("1"), .choice("2")])
  }

  @Test func `a column that agrees with the questionnaire stands by itself`() throws {
    let text = "nhan,muc,muc2\nx,5 - Rất không hài lòng,5 - Rất hài lòng\nx,1 - Rất hài lòng,4\n"
    let (rows, _) = try form.rows(text)
    #expect(rows.map(\.places) == [["V10@muc"], ["V10@muc"]])
    let index = try #require(form.plan.index(of: "muc2"))
    #expect(rows[1].form.answers[index] == .choice("4"))
  }

  @Test func `marks for a missing answer carry their reason`() throws {
    #expect(
      try form.column("muc", ["NA", "n/a", "-", ".", "null", "##N/A##", "-999999999", ""])
        == Array(repeating: "?no-answer", count: 8)
    )
    #expect(
      try form.column("muc", ["KTL", "Không trả lời", "Từ chối"])
        == Array(repeating: "?refused", count: 3)
    )
    #expect(
      try form.column(
        "muc",
        ["KB", "Không biết", "khong biet", "98", "98 - Không biết", "Không có ý kiến"]
      )
        == Array(repeating: "?do-not-know", count: 6)
    )
    #expect(
      try form.column("muc", ["KAD", "Không áp dụng", "{question_not_shown}"])
        == Array(repeating: "?not-applicable", count: 3)
    )
    #expect(try form.column("muc", ["#N/A"]) == ["V07"])
  }

  @Test(arguments: ["noi", "luot", "phi", "hom", "gop"])
  func `a missing code is known by its code, its words, or both`(id: String) throws {
    let cells = ["98", "Không biết", "98 - Không biết", "98. khong biet", "Don't know (98)"]
    #expect(try form.column(id, cells) == Array(repeating: "?do-not-know", count: 5))
  }

  @Test func `a missing code in other clothes is no option`() throws {
    #expect(try form.column("noi", ["098", "98.0"]) == ["?do-not-know", "?do-not-know"])
    #expect(
      try form.column("luot", ["98.0", "098", "97"]) == ["?do-not-know", "?do-not-know", "97"]
    )
    #expect(try form.column("phi", ["98,0", "1,5"]) == ["?do-not-know", "1.5"])
  }

  @Test func `words behind another number are no missing code`() throws {
    #expect(try form.column("gop", ["97 - Không biết"]) == ["97 - Không biết"])
    #expect(try form.column("luot", ["97 - Không biết"]) == ["V01"])
  }

  @Test func `an option goes before a mark of the same words`() throws {
    #expect(try form.column("biet", ["Không biết", "KB"]) == ["2", "?do-not-know"])
    var options = ValueOptions()
    options = try declaring("2=refused", true, in: options)
    #expect(try form.column("biet", ["2"], options: options) == ["2"])
  }

  @Test func `marks can be declared and taken back`() throws {
    var options = ValueOptions()
    options = try declaring("99=refused", true, in: options)
    options = try declaring("bỏ qua = not-reached", true, in: options)
    options = try declaring("-=answer", true, in: options)
    options = try declaring("99=nonsense", false, in: options)
    options = try declaring("99", false, in: options)
    options = try declaring("=refused", false, in: options)
    #expect(
      try form.column("muc", ["99", "Bỏ qua", "-"], options: options)
        == ["?refused", "?not-reached", "V04"]
    )
    #expect(try form.column("chu", ["99", "-"], options: options) == ["?refused", "-"])
  }

  @Test func `words of an open question are an answer, signs of programs are not`() throws {
    #expect(
      try form.column("chu", ["Không biết", "Không có ý kiến", "na", "NA", "-", "##N/A##", "KTL"])
        == [
          "Không biết", "Không có ý kiến", "na", "?no-answer", "?no-answer", "?no-answer",
          "?refused",
        ]
    )
  }
}
