import SurveyFormats
import SurveyModel
import Tabular
import Testing

@Suite struct TableReadingTests {
  private let form: DialectForm

  init() throws { form = try DialectForm() }

  private func request(_ change: (inout TableRequest) -> Void) -> TableRequest {
    var request = TableRequest()
    change(&request)
    return request
  }

  // MARK: Delimiters

  @Test func `commas in the words do not win over semicolons, and the runner-up is told`() throws {
    let reading = try form.reading(
      "Đơn vị của Ông/Bà;Thái độ phục vụ;Báo, đài, khác\nXã A, xã B;Hài lòng;x, y\n"
    )
    #expect(reading.form == .text(.utf8, .semicolon))
    #expect(reading.map.recognised == 2)
    let runnerUp = try #require(reading.runnerUp)
    #expect(runnerUp.form.delimiter != .semicolon)
    #expect(runnerUp.recognised == 0)
    #expect(
      reading.recognition(in: .vietnamese).hasPrefix("2/3 cột là câu hỏi; cách đọc kế tiếp: UTF-8")
    )
  }

  @Test func `the line sep= is believed`() throws {
    let reading = try form.reading("sep=;\ndon_vi;tuoi\nXã A;30\n")
    #expect(reading.form.delimiter == .semicolon)
    #expect(reading.map.header == ["don_vi", "tuoi"])
    #expect(reading.headerLine == 2)
  }

  @Test func `a flag wins over what is found`() throws {
    let text = "don_vi;tuoi\nXã A;30\n"
    let reading = try form.reading(text, request { $0.delimiter = .comma })
    #expect(reading.form.delimiter == .comma)
    #expect(reading.map.recognised == 0)
  }

  @Test func `one column with a delimiter inside is an error`() throws {
    let fault = try form.fault("don_vi\n\"Xã A;30\"\n\"Xã B;31\"\n")
    #expect(fault == .reading(.oneColumn([.semicolon])))
    #expect(fault.code == "T03")
    #expect(fault.text(in: .vietnamese).contains("--delimiter"))
    #expect(fault.text(in: .english).contains("--delimiter"))
  }

  @Test func `one column without any delimiter is a table`() throws {
    let reading = try form.reading("don_vi\nXã A\nXã B\n")
    #expect(reading.map.header == ["don_vi"])
  }

  // MARK: Header row

  private let official = """
    ỦY BAN NHÂN DÂN XÃ A,,,
    BẢNG TỔNG HỢP PHIẾU KHẢO SÁT,,,
    ,,,
    STT,Đơn vị của Ông/Bà,Ông/Bà bao nhiêu tuổi?,Thái độ phục vụ
    1,Xã A,30,Hài lòng
    2,Xã B,31,Rất hài lòng
    Tổng cộng,2,,
    ,,,"Xã A, ngày 5 tháng 9 năm 2026"
    ,,,Người lập biểu
    ,,,(ký tên)

    """

  @Test func `title lines above the header are passed over and told with their text`() throws {
    let reading = try form.reading(official)
    #expect(reading.headerLine == 4)
    #expect(reading.recordsAboveData == 4)
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1"])
    #expect(reading.notes.contains(.titleLine(line: 1, text: "ỦY BAN NHÂN DÂN XÃ A")))
    #expect(reading.notes.contains(.titleLine(line: 2, text: "BẢNG TỔNG HỢP PHIẾU KHẢO SÁT")))
    #expect(reading.metas[.rowNumber] == ["STT"])
    let told = reading.summary(in: .vietnamese)
    #expect(told.first?.contains("1 “ỦY BAN NHÂN DÂN XÃ A”") == true)
    #expect(told.first?.hasSuffix("[T08]") == true)
  }

  @Test func `totals and signatures below are no interviews`() throws {
    var table = try InterviewTable(.text(official), questionnaire: form.questionnaire)
    let plan = try InterviewPlan(form.questionnaire)
    var rows = table.rows(for: plan, moment: FormMoment(now: Timestamp(milliseconds: 0)))
    var lines: [Int] = []
    while let row = try rows.next(&table) { lines.append(row.line) }
    #expect(lines == [5, 6])
    #expect(rows.footers.map(\.line) == [7, 8, 9, 10])
    #expect(rows.footers.first?.text == "Tổng cộng | 2")
    #expect(rows.footers.summary(in: .vietnamese)?.hasSuffix("[T09]") == true)
  }

  @Test func `a header row can be said`() throws {
    let text = "don_vi,tuoi,a1\nXã A,30,4\nĐơn vị của Ông/Bà,Age,Time\nXã B,31,5\n"
    let reading = try form.reading(text, request { $0.headerRow = 3 })
    #expect(reading.headerLine == 3)
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a2"])
    let fault = try form.fault(text, request { $0.headerRow = 9 })
    #expect(fault == .reading(.noHeaderRow(9)))
    #expect(fault.code == "H09")
  }

  @Test func `two different headers that mean as much are a question to the user`() throws {
    let text = "don_vi,tuoi,a1\nXã A,30,4\nĐơn vị của Ông/Bà,Age,Time\nXã B,31,5\n"
    let fault = try form.fault(text)
    #expect(fault.code == "H09")
    #expect(fault.text(in: .vietnamese).contains("--header-row"))
  }

  @Test func `the header once more further down is passed over`() throws {
    let text = "don_vi,tuoi,a1\nXã A,30,4\ndon_vi,tuoi,a1\nXã B,31,5\n"
    var table = try InterviewTable(.text(text), questionnaire: form.questionnaire)
    let plan = try InterviewPlan(form.questionnaire)
    var rows = table.rows(for: plan, moment: FormMoment(now: Timestamp(milliseconds: 0)))
    var lines: [Int] = []
    while let row = try rows.next(&table) { lines.append(row.line) }
    #expect(lines == [2, 4])
    #expect(rows.footers.map(\.kind) == [.repeatedHeader])
  }

  @Test func `the first row of answers is never taken for a part of the header`() throws {
    let reading = try form.reading("don_vi,kenh,,tuoi\nXã A,1,9,20\nXã B,b,9,30\n")
    #expect(reading.recordsAboveData == 1)
    #expect(reading.columns(of: form) == ["don_vi", "kenh", "tuoi"])
  }

  // MARK: Columns

  @Test func `blank columns are told, and columns without a name that hold something`() throws {
    let reading = try form.reading("don_vi,,tuoi,\nXã A,,30,x\n")
    #expect(reading.notes.contains(.blankColumns([1])))
    #expect(reading.notes.contains(.unknownColumn(column: 3, header: "", nearest: nil)))
  }

  @Test func `an unknown column is told with the nearest question`() throws {
    let reading = try form.reading("don_vi,tuổi_,Thái độ phụcvụ của\nXã A,30,4\n")
    let notes = reading.notes.filter { $0.code == "H01" }
    #expect(notes.contains(.unknownColumn(column: 2, header: "Thái độ phụcvụ của", nearest: "a1")))
  }

  @Test func `words of several questions are told with these`() throws {
    let reading = try form.reading("don_vi,Lý do\nXã A,x\n")
    #expect(
      reading.notes.contains(
        .ambiguousColumn(column: 1, header: "Lý do", questions: ["ly_do_1", "ly_do_2"])
      )
    )
  }

  @Test func `a header that was recognised loosely gives way to a sure one`() throws {
    let map = ColumnMap(
      header: ["Ong/Ba bao nhieu tuoi", "tuoi", "don_vi"],
      questionnaire: form.questionnaire
    )
    #expect(form.names(map) == ["", "tuoi", "don_vi"])
    #expect(map.duplicates.isEmpty)
  }

  @Test func `the rejects of an import are read as the importer wrote them`() throws {
    let reading = try form.reading(
      "_dong,_cot,_ma,_ly_do,_gia_tri,don_vi,tuoi\n3,tuoi,V01,x,abc,Xã A,30\n"
    )
    #expect(reading.headerLine == 1)
    #expect(reading.columns(of: form) == ["don_vi", "tuoi"])
  }

  @Test func `the same bytes are read the same way every time`() throws {
    let first = try form.reading(official)
    for _ in 0..<5 { #expect(try form.reading(official) == first) }
  }
}
