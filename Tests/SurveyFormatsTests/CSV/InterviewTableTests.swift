import SurveyFormats
import SurveyModel
import Tabular
import Testing

@Suite struct InterviewTableTests {
  private let form: TestForm

  init() throws { form = try TestForm() }

  @Test(arguments: [CSVDelimiter.comma, .semicolon, .tab])
  func `the delimiter is the one by which questions are recognised`(delimiter: CSVDelimiter) throws
  {
    let mark = delimiter.rawValue
    let text = ["don_vi", "tuoi", "muc"].joined(separator: mark) + "\nA\(mark)20\(mark)1\n"
    let table = try form.table(text)
    #expect(table.delimiter == delimiter)
    #expect(table.map.recognised == 3)
  }

  @Test func `commas inside unquoted questions do not win over semicolons`() throws {
    let table = try form.table(
      """
      Ông/Bà ở xã, phường, đặc khu nào?;Năm nay, Ông/Bà bao nhiêu tuổi?;Nhìn chung, mức hài lòng
      A, B, C;20;1
      D, E, F;30;2

      """
    )
    #expect(table.delimiter == .semicolon)
    #expect(table.map.recognised == 3)
  }

  @Test(arguments: [CSVDelimiter.comma, .semicolon, .tab])
  func `a header full of commas inside quotes is read`(delimiter: CSVDelimiter) throws {
    let cells = [
      "Ông/Bà ở xã, phường, đặc khu nào?", "Năm nay, Ông/Bà bao nhiêu tuổi?",
      "Nhìn chung, mức hài lòng",
    ]
    let header = cells.map { "\"\($0)\"" }.joined(separator: delimiter.rawValue)
    let text =
      "\u{FEFF}\(header)\r\n" + ["\"x, y\"", "20", "1"].joined(separator: delimiter.rawValue)
    var table = try form.table(text)
    #expect(table.delimiter == delimiter)
    #expect(table.map.recognised == 3)
    var record = CSVRecord()
    #expect(try table.read(into: &record))
    #expect(record.texts == ["x, y", "20", "1"])
  }

  @Test func `a header that means nothing is said with what it has`() throws {
    let fault = try form.fault("foo,bar\n1,2\n")
    #expect(fault.code == "H01")
    #expect(
      fault.text(in: .vietnamese)
        == "dòng 1: không có cột nào là câu hỏi của phiếu 'phieu-thu' (tệp có: 'foo', 'bar'); đặt tên cột theo mã câu hỏi hoặc nguyên văn câu hỏi, hoặc ghi bản đồ cột bằng --save-map, sửa rồi dùng bằng --map"
    )
    #expect(
      fault.text(in: .english)
        == "line 1: no column is a question of 'phieu-thu' (the file has: 'foo', 'bar'); name the columns by the ids or the words of the questions, or write a map with --save-map, edit it and use it with --map"
    )
  }

  @Test func `a fault of the header names its line and shows it, not the rows below`() throws {
    let text = "XÃ A,\n,\nPhiếu,Năm\nP1,2\nP2,3\n"
    #expect(
      try form.fault(text).text(in: .english).hasPrefix(
        "line 3: no column is a question of 'phieu-thu' (the file has: 'Phiếu', 'Năm')"
      )
    )
    let twice = try form.fault("XÃ A,,\ndon_vi,tuoi,Tuoi\nA,20,20\n")
    #expect(twice == .duplicateColumn("tuoi", first: 2, second: 3, line: 2))
    let missing = try form.fault("XÃ A,\ntuoi,muc\n20,1\n")
    #expect(missing == .missingColumns(["don_vi"], line: 2))
  }

  @Test func `a required question needs a column`() throws {
    let fault = try form.fault("tuoi,muc\n20,1\n")
    #expect(fault == .missingColumns(["don_vi"], line: 1))
    #expect(fault.code == "H02")
    #expect(
      fault.text(in: .vietnamese) == "dòng 1: thiếu cột bắt buộc 'don_vi'; thêm cột vào tệp"
    )
    #expect(
      fault.text(in: .english)
        == "line 1: required columns are absent: 'don_vi'; add them to the file"
    )
  }

  @Test func `columns for the options of a question that takes one are told as such`() throws {
    let fault = try form.fault("don_vi,tuoi,muc,muc,muc\nA,20,x,,\nB,21,,x,\n")
    #expect(fault == .columnsOfOneChoice("muc", 3...5))
    #expect(fault.code == "H03")
    #expect(
      fault.text(in: .vietnamese)
        == "tiêu đề: cột 3 đến cột 5 cùng là câu 'muc', là câu chỉ chọn một; nếu mỗi cột là một lựa chọn (đánh dấu x), ghi chữ của lựa chọn ở dòng dưới tiêu đề, hoặc đặt tiêu đề dạng 'muc [lựa chọn]'; nếu không thì chỉ giữ một cột"
    )
    #expect(
      fault.text(in: .english)
        == "header: columns 3 to 5 are all question 'muc', which takes one option; where each is a column for one option (marked with x), write the words of the option in the row below the header, or head it 'muc [option]', else keep one of them"
    )
  }

  @Test func `the same header twice is refused`() throws {
    let fault = try form.fault("don_vi,tuoi,Tuoi\nA,20,20\n")
    #expect(fault == .duplicateColumn("tuoi", first: 2, second: 3, line: 1))
    #expect(fault.code == "H03")
    #expect(
      fault.text(in: .vietnamese)
        == "dòng 1: cột 2 và cột 3 cùng là câu 'tuoi'; bỏ hoặc đổi tên một cột"
    )
    #expect(
      fault.text(in: .english)
        == "line 1: columns 2 and 3 are both question 'tuoi'; remove or rename one"
    )
  }

  @Test func `two headers for one question are refused by their names`() throws {
    let fault = try form.fault("don_vi,tuoi,Age\nA,20,20\n")
    #expect(fault.code == "H05")
    #expect(
      fault.text(in: .vietnamese)
        == "tiêu đề: cột 2 'tuoi' và cột 3 'Age' cùng là câu 'tuoi'; bỏ một cột, hoặc chỉ rõ bằng --map"
    )
    #expect(
      fault.text(in: .english)
        == "header: column 2 'tuoi' and column 3 'Age' are both question 'tuoi'; remove one, or say with --map"
    )
  }

  @Test func `an empty file is no table`() throws {
    #expect(try form.fault("") == .tabular(.emptyFile))
    #expect(try form.fault("\n\n\n") == .tabular(.emptyFile))
  }

  @Test func `a header without rows is a table without rows`() throws {
    #expect(try form.rows("don_vi,tuoi\n").isEmpty)
  }
}
