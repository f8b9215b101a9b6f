import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct TextColumnTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  @Test(arguments: ["9,12E+08", "9.12E+08", "3.45679E+11", "########", "#N/A", "#VALUE!", "1E+05"])
  func `damage by Excel is named`(cell: String) throws {
    #expect(try form.column("chu", [cell]) == ["V07"])
  }

  @Test(arguments: ["E+08", "số 1E+08 đường A", "#1", "## tốt", "1e5", "A#N/A"])
  func `words that only look like it are words`(cell: String) throws {
    #expect(try form.column("chu", [cell]) == [cell])
  }

  @Test func `a rule says that a zero is lost`() throws {
    #expect(
      try form.column("ma", ["0912345678", "912345678", "91234567", "x"]) == [
        "0912345678", "V07", "V07", "R02",
      ]
    )
    let row = try form.rows("nhan,ma\nx,912345678\n").rows[0]
    #expect(
      row.faults[0].rejection.text(in: .vietnamese)
        == "“912345678” đã mất số 0 ở đầu trong Excel; có lẽ là “0912345678”."
    )
  }

  @Test func `the other cells of the column say that zeros are lost`() throws {
    let ids = ["001099012345", "079199054321", "038304011111", "1099012345", "99012345678"]
    #expect(try form.column("chu", ids) == Array(ids.prefix(3)) + ["V07", "V07"])
    #expect(try form.column("chu", ["912345678", "12"]) == ["912345678", "12"])
  }

  @Test func `a whole column of short telephone numbers is reported and kept`() throws {
    let (rows, tally) = try form.rows("nhan,sdt\nx,912345678\nx,987654321\n")
    #expect(rows.map(\.places) == [[], []])
    #expect(tally.entries.map(\.note) == [.shortNumber])
    #expect(tally.entries[0].count == 2)
  }

  @Test func `the guard against formulas is taken off`() throws {
    #expect(try form.column("chu", ["'=1+1", "'-a", "'tốt'"]) == ["=1+1", "-a", "'tốt'"])
    #expect(try form.rows("nhan,chu\nx,'=1\n").tally.entries.map(\.note.code) == ["X01"])
  }
}
