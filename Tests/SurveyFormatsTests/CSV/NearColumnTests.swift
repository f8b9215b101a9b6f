import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Columns that are not recognised and may all the same hold the answers to a question.
@Suite struct NearColumnTests {
  private let form: DialectForm

  init() throws {
    form = try DialectForm(
      behindFirst: """
              - {id: nghe, type: integer, label: {vi: Năm làm nghề, en: Years}}
              - {id: phong, scale: muc-5, label: {vi: Cơ sở vật chất, en: Rooms}}

        """
    )
  }

  /// The question to which a column of these cells may belong.
  private func question(_ header: String, _ cells: [String] = ["1", "4"]) throws -> String {
    let rows = cells.map { "Xã A,\($0)\n" }.joined()
    let fault = try form.fault("don_vi,\"\(header)\"\n\(rows)")
    guard case .reading(.nearColumns(let columns)) = fault else { throw fault }
    #expect(columns.map(\.header) == [header])
    return columns.map(\.question).joined()
  }

  /// Whether the file is read with these columns left aside.
  private func isRead(_ text: String) throws -> Bool {
    try form.reading(text).check(form.questionnaire)
    return true
  }

  // MARK: Whole questions that go on

  @Test(arguments: [
    "Cơ sở vật chất 1=Kém 5=Tốt", "Cơ sở vật chất (1: Kém)(5: Tốt)",
    "Cơ sở vật chất [1=Kém][5=Tốt]",
    "Cơ sở vật chất 1. Kém 5. Tốt", "Cơ sở vật chất 1-5", "Cơ sở vật chất 1 đến 5",
    "2. CƠ SỞ VẬT CHẤT 5 mức", "Co so vat chat 1-5", "Rooms from 1 to 5",
  ])
  func `a header that goes on behind a whole question stops the import`(header: String) throws {
    #expect(try question(header) == "phong")
  }

  @Test func `words that go on may name a day, and the longest question decides`() throws {
    #expect(try question("Năm làm nghề tính đến 31/12/2025") == "nghe")
    // Both questions called so lack a column.
    #expect(try question("Lý do vì sao 1-3") == "ly_do_1, ly_do_2")
    let longer = try DialectForm(
      behindFirst: """
              - {id: cho, type: integer, label: {vi: Thời gian, en: Period}}
              - {id: cho_lau, type: integer, label: {vi: Thời gian chờ, en: Waiting}}

        """
    )
    let fault = try longer.fault("don_vi,Thời gian chờ 1-5\nXã A,3\n")
    #expect(
      fault == .reading(.nearColumns([.init(header: "Thời gian chờ 1-5", question: "cho_lau")]))
    )
    try longer.reading("don_vi,cho_lau,Thời gian chờ 1-5\nXã A,3,3\n").check(longer.questionnaire)
  }

  @Test(arguments: [
    "Cơ sở vật chất 2", "Năm làm nghề 2025", "Cơ sở vật chất2", "Năm làm nghềx 1-5",
  ])
  func `a number alone makes another question, and words are whole`(header: String) throws {
    #expect(try isRead("don_vi,\(header)\nXã A,3\n"))
  }

  @Test func `a question with a column of its own loses nothing`() throws {
    #expect(try isRead("don_vi,phong,Cơ sở vật chất 1-5\nXã A,3,3\n"))
    #expect(try isRead("don_vi,Cơ sở vật chất 1-5\nXã A,\n"))
  }

  // MARK: Options under ids

  @Test(arguments: [
    "phong_4", "phong.4", "phong__4", "phong___4", "phong-4", "phong:4", "phong[4]",
    "phong_Hài lòng", "g1/phong_4",
  ])
  func `the id of a single choice with an option behind it stops the import`(
    header: String
  ) throws {
    #expect(try question(header) == "phong")
    #expect(try isRead("don_vi,phong,\(header)\nXã A,4,1\n"))
  }

  @Test(arguments: ["phong_7", "phong_ghi_chu", "nghe_4"])
  func `what is no option behind an id is another column`(header: String) throws {
    #expect(try isRead("don_vi,\(header)\nXã A,1\n"))
  }

  // MARK: Options alone

  private func boxes(_ text: String) throws -> [String] {
    let fault = try form.fault(text)
    guard case .reading(.nearColumns(let columns)) = fault else { throw fault }
    #expect(fault.text(in: .vietnamese).contains("choice:"))
    #expect(fault.text(in: .english).contains("choice:"))
    return columns.map { "\($0.header) → \($0.question)" }
  }

  @Test(arguments: [
    ["x", "", "", "x"], ["1", "0", "0", "1"], ["Có", "Không", "Không", "Có"],
    ["TRUE", "FALSE", "FALSE", "TRUE"], ["b", "", "", "Loa phát thanh"],
  ])
  func `boxes that are headed by options alone stop the import`(cells: [String]) throws {
    let header = "STT,don_vi,\"Báo, đài\",Loa phát thanh,tuoi\n"
    let rows = "1,Xã A,\(cells[0]),\(cells[1]),30\n2,Xã B,\(cells[2]),\(cells[3]),41\n"
    #expect(try boxes(header + rows) == ["Báo, đài → kenh", "Loa phát thanh → kenh"])
    #expect(
      try isRead(header.replacing("tuoi", with: "kenh") + rows.replacing(",30", with: ",1"))
    )
  }

  @Test func `boxes may belong to any question with their scale that lacks a column`() throws {
    let levels = "Không hài lòng,Bình thường,Hài lòng"
    let table = "don_vi,tuoi,\(levels)\nXã A,30,,,x\nXã B,41,x,,\n"
    #expect(
      try boxes(table) == [
        "Không hài lòng → phong, a1, a2", "Hài lòng → phong, a1, a2",
      ]
    )
    let answered = "don_vi,a1,a2,\(levels)\nXã A,3,4,,,x\nXã B,4,4,x,,\n"
    #expect(try boxes(answered) == ["Không hài lòng → phong", "Hài lòng → phong"])
    #expect(try isRead("don_vi,a1,a2,phong,\(levels)\nXã A,3,4,5,,,x\nXã B,4,4,5,x,,\n"))
  }

  @Test(arguments: [
    // Numbers of papers.
    "don_vi,Hài lòng,Bình thường\nXã A,12,3\nXã B,7,1\n",
    // Remarks.
    "don_vi,Hài lòng,Bình thường\nXã A,vì nhanh,\nXã B,,chờ lâu\n",
    // Nothing was marked.
    "don_vi,Hài lòng,Bình thường\nXã A,0,\nXã B,,0\n",
    // One word that an option happens to have.
    "don_vi,Hài lòng,tuoi\nXã A,x,30\nXã B,,41\n",
    // Bare numbers may count anything.
    "don_vi,1,2,3\nXã A,x,,\nXã B,,x,\n",
  ])
  func `columns that hold no marks are no boxes`(text: String) throws {
    #expect(try isRead(text))
  }

  @Test func `a map says to which question boxes belong`() throws {
    let (map, _) = YAMLMapFileReader(form.questionnaire).read(
      """
      map: phieu-thu
      columns:
        - {header: Hài lòng, question: phong, choice: "4"}
        - {header: Bình thường, question: phong, choice: "3"}

      """,
      file: "m.yaml"
    )
    var request = TableRequest()
    request.savedMap = map
    let reading = try form.reading(
      "don_vi,Hài lòng,Bình thường\nXã A,x,\nXã B,,x\n",
      request
    )
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["don_vi", "phong/4", "phong/3"])
  }
}
