import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct NumberLabelTests {
  private let form: ValueForm

  init() throws {
    form = try ValueForm(
      adding: """
              - {id: con, choices: so-con, label: {vi: Số con, en: Children}}

        """
    )
  }

  @Test func `a cell that can be only words makes all numbers words`() throws {
    #expect(
      try form.column("con", ["0", "1", "2", "3 trở lên", "1.0"]) == ["1", "2", "3", "4", "2"]
    )
    #expect(try form.column("con", ["1", "3 trở lên"]) == ["2", "4"])
    let notes = try form.formats("nhan,con\nx,1\nx,0\n").notes
    #expect(notes.map(\.code) == ["V10"])
    #expect(notes[0].text(in: .vietnamese).contains("“1” là lựa chọn “1”"))
    #expect(notes[0].text(in: .english).contains("“1” is the option “1”"))
  }

  @Test func `a cell that can be only a code makes all numbers codes`() throws {
    #expect(try form.column("con", ["1", "2", "3", "4"]) == ["1", "2", "3", "4"])
  }

  @Test func `number and words together need no decision`() throws {
    #expect(try form.column("con", ["2 - 1", "1 - 0"]) == ["2", "1"])
  }

  @Test(arguments: [["1", "2"], ["0", "1", "4"]])
  func `what no cell or cells of both kinds tell is asked`(cells: [String]) throws {
    let fault = try form.fault("con", cells)
    #expect(fault.code == "V10")
    #expect(fault.text(in: .vietnamese).contains("“1” là “0” theo mã, “1” theo chữ"))
    #expect(fault.text(in: .english).contains("“1” is “0” by code, “1” by words"))
  }

  @Test func `what the user says holds`() throws {
    var options = ValueOptions()
    options.numbering = .asDeclared
    #expect(try form.column("con", ["1", "2"], options: options) == ["1", "2"])
    options.numbering = .labels
    #expect(try form.column("con", ["1", "2", "4"], options: options) == ["2", "3", "V04"])
    // Other lists have no such numbers.
    #expect(try form.column("muc", ["1", "5"], options: options) == ["1", "5"])
  }

  @Test func `what was decided before holds for few rows`() throws {
    var options = ValueOptions()
    options.known["con"] = ColumnMemory()
    options.known["con"]?.numbersAreLabels = true
    #expect(try form.column("con", ["1"], options: options) == ["2"])
    options.known["con"]?.numbersAreLabels = false
    #expect(try form.column("con", ["1"], options: options) == ["1"])
  }
}
