import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Headers that could be meant otherwise than they look.
@Suite struct HeaderDoubtTests {
  private let form: DialectForm

  init() throws { form = try DialectForm() }

  private let data = "\nXã A,30,4\nXã B,41,5\n"

  // MARK: Ends of paths

  @Test(arguments: ["me-tuoi", "Con.tuoi", "ho/tuoi", "ho[1]/tuoi", "hai_long/me/tuoi"])
  func `the end of a path with unknown groups needs consent`(header: String) throws {
    let text = "don_vi,\(header),a1\(data)"
    let fault = try form.fault(text)
    #expect(fault.code == "H06")
    #expect(fault.text(in: .vietnamese).contains("'\(header)' → tuoi"))
    #expect(fault.text(in: .english).contains("'\(header)' → tuoi"))
    let reading = try form.reading(text)
    try reading.check(form.questionnaire, acceptsGuesses: true)
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1"])
  }

  @Test(arguments: [
    "don_vi,chung-tuoi,hai_long/a1", "don_vi,data/chung/tuoi,data-hai_long-a1",
    "chung.don_vi,Chung.tuoi,a1", "g1/don_vi,g1/tuoi,g1/a1", "g1[1]-don_vi,g1[1]-tuoi,g1[1]-a1",
    "phieu-thu/don_vi,phieu-thu/tuoi,phieu-thu/a1",
  ])
  func `groups of the form, or one group around all answers, are believed`(header: String) throws {
    let reading = try form.reading(header + data)
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1"])
  }

  @Test(arguments: ["KEY", "_uuid", "meta/instanceID", "FormVersion"])
  func `in the export of a server they are told, and taken`(column: String) throws {
    let reading = try form.reading("don_vi,g1-tuoi,g2/a1,\(column)\nXã A,30,4,x\n")
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1"])
    #expect(reading.notes.count { $0.code == "H07" } == 2)
  }

  @Test func `the id itself wins over the end of a path`() throws {
    let reading = try form.reading("don_vi,me-tuoi,tuoi\nXã A,60,30\n")
    try reading.check(form.questionnaire)
    #expect(form.names(reading.map) == ["don_vi", "", "tuoi"])
  }

  // MARK: Remarks in brackets

  @Test(arguments: [
    "Ông/Bà bao nhiêu tuổi? (năm)", "Ông/Bà bao nhiêu tuổi (năm):", "tuoi (số năm)",
    "Age [years]", "Câu 2. Ông/Bà bao nhiêu tuổi (bắt buộc) *",
  ])
  func `a unit behind the words does not hide the question`(header: String) throws {
    let reading = try form.reading("don_vi,\(header),a1\(data)")
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1"])
    #expect(reading.notes.map(\.code) == ["H07"])
  }

  @Test(arguments: ["Age (mother)", "tuoi (năm 2020)", "tuoi (tháng)"])
  func `a remark that may change what is asked needs consent`(header: String) throws {
    let fault = try form.fault("don_vi,\(header),a1\(data)")
    #expect(fault.code == "H06")
  }

  private let long = "Ông/Bà có nhận xét gì thêm về cách tiếp nhận và trả kết quả hồ sơ không?"

  @Test(arguments: [" (người nhà)", " Của cơ quan khác", " - Lần trước"])
  func `a long question that goes on needs consent`(more: String) throws {
    let fault = try form.fault("don_vi,\(long)\(more)\nXã A,tốt\n")
    #expect(fault == .reading(.guesses([.init(header: long + more, question: "y_kien")])))
  }

  @Test func `what stands behind a long closed question is no answer to it`() throws {
    let stem = "Ông/Bà biết tin qua kênh nào?"
    for more in [" [Cấp xã]", " - Điểm", " - Lần trước", " (người nhà)"] {
      let fault = try form.fault("don_vi,\(stem)\(more)\nXã A,1\n")
      #expect(
        fault == .reading(.nearColumns([.init(header: stem + more, question: "kenh")])),
        "\(more)"
      )
    }
  }

  @Test func `a unit of the form may be left out, other words may not`() throws {
    let form = try DialectForm(
      behindFirst: """
              - {id: cho, type: integer, label: {vi: Thời gian chờ (phút), en: Waiting (minutes)}}
              - {id: tn, type: integer, label: {vi: Thu nhập (triệu đồng), en: Income (million)}}
              - {id: tang, type: text, label: {vi: Tầng chọn mẫu (khu vực), en: Stratum}}

        """
    )
    let reading = try form.reading("don_vi,Thời gian chờ\nXã A,20\n")
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["don_vi", "cho"])
    #expect(reading.notes.map(\.code) == ["H07"])
    for (header, question) in [
      ("Thu nhập", "tn"), ("Tầng chọn mẫu", "tang"), ("Thời gian chờ (giờ)", "cho"),
      ("Thu nhập (đồng)", "tn"),
    ] {
      let fault = try form.fault("don_vi,\(header)\nXã A,20\n")
      #expect(fault == .reading(.nearColumns([.init(header: header, question: question)])))
    }
  }

  // MARK: Columns left out

  @Test(arguments: [
    ("Thái độ phụcvụ của", "a1"),
    ("Thái độ phục vụ (Hài lòng)", "a1"),
    ("tuoii", "tuoi"),
  ])
  func `data near to a question that the file lacks stop the import`(
    header: String,
    question: String
  ) throws {
    let fault = try form.fault("don_vi,ly_do_1,\(header)\nXã A,x,1\n")
    #expect(fault.code == "H01")
    #expect(
      fault == .reading(.nearColumns([ReadingFault.Guess(header: header, question: question)]))
    )
    #expect(fault.text(in: .vietnamese).contains("--map"))
    #expect(fault.text(in: .english).contains("--map"))
    // Without data there is nothing to lose.
    try form.reading("don_vi,ly_do_1,\(header)\nXã A,x,\n").check(form.questionnaire)
    // Nor where the question has its column.
    try form.reading("don_vi,\(question),\(header)\nXã A,4,1\n").check(form.questionnaire)
  }

  @Test(arguments: ["Ghi chú của cán bộ", "a9", "ly_do_7", "Thời tiết"])
  func `columns that are near to nothing are left aside`(header: String) throws {
    try form.reading("don_vi,tuoi,\(header)\nXã A,30,1\n").check(form.questionnaire)
  }

  @Test func `a map settles a column that would be left out`() throws {
    let (map, _) = YAMLMapFileReader(form.questionnaire).read(
      "map: phieu-thu\ncolumns:\n  - {header: tuoii, ignore: true}\n",
      file: "m.yaml"
    )
    var request = TableRequest()
    request.savedMap = map
    try form.reading("don_vi,tuoii\nXã A,30\n", request).check(form.questionnaire)
  }

  // MARK: Legends

  private func legend(_ legend: String, _ options: ValueOptions = ValueOptions()) throws -> String {
    let form = try ValueForm()
    return try form.rows("nhan;\"Mức (\(legend))\"\nx;1\n", options: options).rows.map { row in
      ValueForm.text(row.form.answers[try #require(form.plan.index(of: "muc"))])
    }.joined()
  }

  @Test(arguments: [
    "1 = Rất hài lòng, 5 = Rất không hài lòng", "5: Rất không hài lòng", "Rất hài lòng = 1",
    "1 - Very satisfied",
  ])
  func `a legend that contradicts the form leaves numbers open`(text: String) throws {
    let fault = try #require(throws: TableFault.self) { _ = try legend(text) }
    #expect(fault.code == "V10")
    #expect(fault.text(in: .vietnamese).contains("--scale-codes"))
    #expect(fault.text(in: .english).contains("--scale-codes"))
    var options = ValueOptions()
    options.numbering = .asDeclared
    #expect(try legend(text, options) == "1")
  }

  @Test func `a legend as the form has it is a remark`() throws {
    #expect(try legend("1 = Rất không hài lòng, 5 = Rất hài lòng") == "1")
    let fault = try #require(throws: TableFault.self) { _ = try legend("thang điểm 5") }
    #expect(fault.code == "H01")
  }

  // MARK: LimeSurvey

  @Test func `a count from zero is no place`() throws {
    for group in ["kenh", "hai_long"] {
      let text = "don_vi,\(group)[SQ000],\(group)[SQ001],tuoi\nXã A,Y,,30\n"
      #expect(try form.reading(text).columns(of: form) == ["don_vi", "tuoi"])
      // Nor is it left out without a word.
      let fault = try form.fault(text)
      #expect(
        fault
          == .reading(
            .nearColumns([ReadingFault.Guess(header: "\(group)[SQ000]", question: group)])
          )
      )
    }
  }

  @Test func `words of another answer give way to the option called other`() throws {
    let values = try ValueForm()
    let map = ColumnMap(
      header: ["kenh[d]", "kenh[other]", "kenh[a]"],
      questionnaire: values.plan.questionnaire
    )
    #expect(map.duplicates.isEmpty)
    #expect(map.meanings[1] == .unknown)
    let twice = try form.fault("don_vi,kenh/1,kenh__1\nXã A,1,0\n")
    #expect(twice.text(in: .vietnamese).contains("'kenh__1'"))
  }

  @Test func `a fault in a column for one option names the column`() throws {
    let values = try ValueForm()
    let row = try #require(try values.rows("nhan,kenh_a,kenh_b\nx,1,có lẽ\n").rows.first)
    #expect(row.description(in: .vietnamese).contains("'kenh_b'"))
  }
}
