import SurveyModel
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
    // 1 and 2 without a zero are more likely yes and no.
    #expect(try options(["1,2,1", "2,1,1"]) == ["V04", "V04"])
    #expect(try options(["1,0,2", "1,1,0"]) == ["V04", "[a b]"])
  }

  @Test func `a column for one option refuses what it does not know`() throws {
    #expect(try options(["1,7,0", "1,#REF!,0", "1,có lẽ,0"]) == ["V04", "V07", "V04"])
  }
}
