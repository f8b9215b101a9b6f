import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// A number in a cell of a workbook is its value, whatever stands beside it.
@Suite struct WorkbookNumberTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  private let comma: ValueOptions = {
    var options = ValueOptions()
    options.decimalMark = .comma
    return options
  }()

  private let point: ValueOptions = {
    var options = ValueOptions()
    options.decimalMark = .point
    return options
  }()

  @Test func `text in the same column changes no number`() throws {
    #expect(try form.sheetColumn("so", [1.234, "2,5", "7"]) == ["1.234", "2.5", "7"])
    #expect(try form.sheetColumn("so", ["2,5", 1234.5, "1234,5"]) == ["2.5", "1234.5", "1234.5"])
    #expect(try form.sheetColumn("so", ["2.5", 1.234]) == ["2.5", "1.234"])
    #expect(try form.sheetColumn("so", ["1.234", 1.234, "0,5"]) == ["1234", "1.234", "0.5"])
  }

  @Test func `a one without a format beside per cent is asked about`() throws {
    let cells: [ExcelFile.Cell] = [.number(0.8, format: 0), .number(0.75, format: 0), 1]
    let fault = try #require(throws: TableFault.self) {
      _ = try form.sheetColumn("so", cells, formats: ["0%"])
    }
    #expect(fault.code == "V09")
    #expect(fault.text(in: .english).contains("line 4"))
    #expect(try form.sheetColumn("so", [cells[0], 0.75], formats: ["0%"]) == ["0.8", "0.75"])
  }

  @Test func `other columns and the command change no number`() throws {
    let rows: [[ExcelFile.Cell]] = [
      ["nhan", "so", "so2"], ["x", 1.125, "0,5"], ["x", 2.375, "2,5"],
    ]
    for options in [ValueOptions(), comma, point] {
      let rows = try form.read(ExcelFile(rows: rows), options: options).rows
      let so = try #require(form.plan.index(of: "so"))
      #expect(rows.map { $0.form.answers[so] } == [.decimal(1.125), .decimal(2.375)])
    }
    for options in [ValueOptions(), comma, point] {
      #expect(
        try form.sheetColumn("so", [1.125, 1234, -0.5, 50_000, 0.001], options: options)
          == ["1.125", "1234", "-0.5", "50000", "0.001"]
      )
      #expect(
        try form.sheetColumn("nguyen", [1.234, 50, 50_000], options: options)
          == ["V01", "50", "50000"]
      )
    }
  }

  @Test func `numbers are no evidence for texts`() throws {
    #expect(try form.sheetColumn("so", ["1,5", 2.5, 3.25]) == ["1.5", "2.5", "3.25"])
    #expect(try form.sheetColumn("so", ["1.234", 2.5], options: comma) == ["1234", "2.5"])
    #expect(try form.sheetColumn("so", ["1.234", 2.5], options: point) == ["1.234", "2.5"])
    #expect(try form.sheetColumn("so", ["1,5", 2.5], options: point) == ["V01", "2.5"])
  }

  @Test func `a text that can be read both ways is asked about, whatever the numbers are`() throws {
    for numbers: [ExcelFile.Cell] in [[125], [1.5, 2.25], []] {
      let fault = try #require(throws: TableFault.self) {
        _ = try form.sheetColumn("so", numbers + ["50.000"])
      }
      #expect(fault.code == "V09")
      #expect(fault.text(in: .english).contains("“50.000” is 50 where the point"))
    }
    #expect(try form.sheetColumn("nguyen", ["1.234", 1000]) == ["1234", "1000"])
  }

  @Test func `two marks in texts are refused and counted without the numbers`() throws {
    let fault = try #require(throws: TableFault.self) {
      _ = try form.sheetColumn("so", [1.5, "2,5", 2.25, "3.5"])
    }
    #expect(
      fault.text(in: .english).contains("1 cells have a point (line 5: “3.5”), 1 a comma (line 3")
    )
  }

  @Test func `per cent cells are per cent under any mark, and shares beside shares`() throws {
    let formats = ["0.0%"]
    for options in [ValueOptions(), comma] {
      #expect(
        try form.sheetColumn(
          "so",
          [.number(0.80125, format: 0), 75, "7,5"],
          formats: formats,
          options: options
        ) == ["80.125", "75", "7.5"]
      )
      #expect(
        try form.sheetColumn(
          "so",
          [.number(0.8, format: 0), 0.75, .number(0.125, format: 0)],
          formats: formats,
          options: options
        ) == ["0.8", "0.75", "0.125"]
      )
    }
  }

  @Test func `a merged number stays a number in each of its cells`() throws {
    let file = ExcelFile(
      rows: [["nhan", "so"], ["x", 1.234], ["y", ""], ["z", "2,5"]],
      merges: ["B2:B3"]
    )
    let so = try #require(form.plan.index(of: "so"))
    #expect(
      try form.read(file, options: ValueOptions()).rows.map { $0.form.answers[so] }
        == [.decimal(1.234), .decimal(1.234), .decimal(2.5)]
    )
  }

  @Test func `only questions that take numbers have their cells written with a comma`() throws {
    let file = ExcelFile(
      rows: [
        ["nhan", "so", "chu", "ngay"], [1.5, "0,5", 2.75, .number(45928, format: 0)],
        ["x", 1.5, "y", "z"],
      ],
      formats: ["dd/mm/yyyy"]
    )
    let rows = try form.read(file, options: comma).rows
    #expect(
      rows.map { $0.record.texts } == [
        ["1.5", "0,5", "2.75", "2025-09-28"], ["x", "1,5", "y", "z"],
      ]
    )
  }

  @Test func `rows that are sent back are read as they were`() throws {
    let cells: [[ExcelFile.Cell]] = [
      ["nhan", "so", "so2", "nguyen"], ["x", 1.234, 1.125, 1], ["y", "2,5", 2.375, "a"],
      ["z", 12.5, 3, "b"],
    ]
    let first = try form.read(ExcelFile(rows: cells), options: ValueOptions())
    #expect(first.rows.map { $0.record.texts }.last == ["z", "12,5", "3", "b"])
    let saved = try #require(first.map)
    var options = ValueOptions()
    options.take(saved)
    let text = "nhan;so;so2;nguyen\nx;1,234;1.125;1\ny;2,5;2.375;2\n"
    let so = try #require(form.plan.index(of: "so"))
    let so2 = try #require(form.plan.index(of: "so2"))
    let again = try form.rows(text, options: options).rows
    #expect(again.map { $0.form.answers[so] } == [.decimal(1.234), .decimal(2.5)])
    #expect(again.map { $0.form.answers[so2] } == [.decimal(1.125), .decimal(2.375)])
  }
}
