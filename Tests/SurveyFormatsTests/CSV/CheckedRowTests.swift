import SurveyFormats
import SurveyModel
import Tabular
import Testing

@Suite struct CheckedRowTests {
  private let form: TestForm

  init() throws { form = try TestForm() }

  @Test func `a good row has no fault and one answer for each question`() throws {
    let row = try form.row("don_vi,tuoi,muc", "A,20,2")
    #expect(row.faults.isEmpty)
    #expect(row.description(in: .vietnamese).isEmpty)
    #expect(row.form.answers.count == form.questionnaire.questions.count)
    #expect(try form.answer("tuoi", in: row) == .integer(20))
    #expect(try form.answer("da_den", in: row) == .missing(.notCollected))
  }

  @Test func `a ragged row is sent back with its width`() throws {
    let rows = try form.rows("don_vi,tuoi,muc\nA,20\nB,20,1,5\nC,20,1\n")
    #expect(rows.map(\.places) == [["T07@"], ["T07@"], []])
    #expect(
      rows[0].description(in: .vietnamese)
        == "dòng 2: Dòng có 2 ô nhưng tiêu đề có 3 cột; xin thêm hoặc bớt dấu phân cách. [T07]"
    )
    #expect(
      rows[1].description(in: .english)
        == "line 3: The row has 4 cells but the header has 3 columns; please add or remove delimiters. [T07]"
    )
  }

  @Test func `lines are counted through cells with line breaks`() throws {
    let rows = try form.rows("don_vi,tuoi\r\n\"A\nB\r\nC\",20\r\n\r\nD,x\r\n\"E\n\",17\nF,18\n")
    #expect(rows.map(\.line) == [2, 6, 7, 9])
    #expect(rows.map(\.places) == [[], ["V01@tuoi"], ["R02@tuoi"], []])
    #expect(
      try form.answer("don_vi", in: rows[0]).text.split(whereSeparator: \.isNewline).count == 3
    )
  }

  @Test func `rows of empty cells are passed over`() throws {
    #expect(try form.rows("don_vi,tuoi\n,\n\nA,20\n,\n").map(\.line) == [4])
  }

  @Test func `a hard rule sends the row back in the form's own words`() throws {
    let row = try form.row("don_vi,tuoi", "A,17")
    #expect(row.places == ["R02@tuoi"])
    #expect(row.faults.first?.column == 1)
    #expect(row.description(in: .vietnamese) == "dòng 2, 'tuoi': Từ 18 tuổi. [R02]")
    #expect(row.description(in: .english) == "line 2, 'tuoi': 18 or older. [R02]")
  }

  @Test func `an unusual answer is taken and noted`() throws {
    let row = try form.row("don_vi,tuoi", "A,96")
    #expect(row.faults.isEmpty)
    #expect(row.form.warnings == [try #require(form.questionnaire.index(of: "tuoi"))])
  }

  @Test func `a required cell that is blank sends the row back`() throws {
    #expect(try form.row("don_vi,tuoi", " ,20").places == ["R01@don_vi"])
  }

  @Test func `an answer to a skipped question sends the row back`() throws {
    #expect(try form.row("don_vi,da_den,so_lan", "A,2,3").places == ["V08@so_lan"])
    #expect(try form.row("don_vi,da_den,so_lan", "A,1,3").places.isEmpty)
    let skipped = try form.row("don_vi,da_den,so_lan", "A,2,")
    #expect(skipped.places.isEmpty)
    #expect(try form.answer("so_lan", in: skipped) == .missing(.notApplicable))
  }

  @Test func `calculations are computed and must agree with the file`() throws {
    let header = "don_vi,da_den,so_lan,gap_doi"
    #expect(try form.answer("gap_doi", in: form.row(header, "A,1,3,")) == .decimal(6))
    #expect(try form.row(header, "A,1,3,6").places.isEmpty)
    #expect(try form.row(header, "A,1,3,6.0").places.isEmpty)
    #expect(try form.row(header, "A,1,3,7").places == ["R04@gap_doi"])
  }

  @Test func `all faults of a row are found and the first is shown`() throws {
    let row = try form.row("don_vi,tuoi,muc,kenh", "A,17,7,1 9")
    #expect(row.places == ["V04@muc", "V06@kenh", "R02@tuoi"])
    #expect(row.description(in: .vietnamese).hasSuffix("[V04] (và 2 lỗi nữa)"))
    #expect(row.description(in: .english).hasSuffix("[V04] (and 2 more)"))
  }

  @Test func `an unreadable cell is one fault, not also a blank one`() throws {
    let row = try form.row("don_vi,da_den,so_lan", "A,1,abc")
    #expect(row.places == ["V01@so_lan"])
  }
}
