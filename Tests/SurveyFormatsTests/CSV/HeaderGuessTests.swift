import SurveyFormats
import SurveyModel
import Tabular
import Testing

@Suite struct HeaderGuessTests {
  private let form: DialectForm

  init() throws { form = try DialectForm() }

  private let sections = "STT,Đơn vị của Ông/Bà,C2.1,C2.2\n1,Xã A,4,5\n2,Xã B,3,2\n"

  @Test func `printed numbers are guessed when one way of counting fits, and need consent`() throws
  {
    let fault = try form.fault(sections)
    #expect(fault.code == "H06")
    #expect(fault.text(in: .vietnamese).contains("'C2.1' → a1"))
    #expect(fault.text(in: .english).contains("--accept-guesses"))
    let reading = try form.reading(sections)
    #expect(reading.columns(of: form) == ["don_vi", "a1", "a2"])
    #expect(reading.map.evidence.suffix(2) == [.guess, .guess])
    try reading.check(form.questionnaire, acceptsGuesses: true)
    #expect(reading.notes.count { $0.code == "H06" } == 2)
  }

  @Test func `a table of nothing but numbers is found by them`() throws {
    let reading = try form.reading(
      "PHIẾU SỐ LIỆU,,,,,,,,\nCâu 1,Câu 2,Câu 3,Câu 4,Câu 5,Câu 6,Câu 7,Câu 8,Câu 9\n"
        + "Xã A,30,x,4,5,y,1 b,,tốt\nXã B,41,x,3,5,y,9,,\n"
    )
    #expect(reading.headerLine == 2)
    #expect(
      reading.columns(of: form)
        == ["don_vi", "tuoi", "ly_do_1", "a1", "a2", "ly_do_2", "kenh", "kenh_khac", "y_kien"]
    )
  }

  @Test func `what has no number on paper is not counted`() throws {
    let fixed = try DialectForm(
      behindFirst: """
              - {id: xa, type: text, read_only: true, label: {vi: Xã, en: Ward}}
              - {id: gap_doi, type: integer, calculation: "${tuoi} * 2", label: {vi: Gấp đôi, en: Double}}

        """
    )
    let reading = try fixed.reading(
      "Câu 1,Câu 2,Câu 3,Câu 4,Câu 5\nXã A,30,x,4,5\nXã B,41,x,3,5\n"
    )
    #expect(reading.columns(of: fixed) == ["don_vi", "tuoi", "ly_do_1", "a1", "a2"])
  }

  @Test func `numbers whose cells do not fit are not guessed`() throws {
    let reading = try form.reading("don_vi,C2.1,C2.2\nXã A,có,không\nXã B,có,có\n")
    #expect(reading.columns(of: form) == ["don_vi"])
    #expect(reading.map.unknown == ["C2.1", "C2.2"])
  }

  @Test func `numbered columns are looked at as an import reads them`() throws {
    let dated = try DialectForm(
      behindFirst: """
              - {id: ngay, type: date, label: {vi: Ngày, en: Day}}
              - {id: he_so, type: decimal, label: {vi: Hệ số, en: Factor}}

        """
    )
    let reading = try dated.reading(
      """
      Câu 1;Câu 2;Câu 3;Câu 4;Câu 5;Câu 6;Câu 7;Câu 8;Câu 9
      1;2;3;4;5;6;7;8;9
      Xã A;01/04/25;1,5;30 tuổi;x;4. Hài lòng;Hài lòng;y;Loa phát thanh, Báo, đài
      Xã B;30/04/25;2,25;41;x;5. Rất hài lòng;KTL;y;Báo, đài
      Tổng cộng;2 phiếu;;71;;9;4;;3

      """
    )
    #expect(
      reading.columns(of: dated)
        == ["don_vi", "ngay", "he_so", "tuoi", "ly_do_1", "a1", "a2", "ly_do_2", "kenh"]
    )
    #expect(reading.map.evidence == Array(repeating: .guess, count: 9))
    #expect(throws: TableFault.self) { try reading.check(dated.questionnaire) }
  }

  @Test func `numbers that are one off are not guessed`() throws {
    let dated = try DialectForm(
      behindFirst: "      - {id: ngay, type: date, label: {vi: Ngày, en: Day}}\n"
    )
    let reading = try dated.reading(
      "Câu 1,Câu 2,Câu 3,Câu 4\nXã A,30,01/04/25,x\nXã B,41,30/04/25,y\n"
    )
    #expect(reading.map.unknown == ["Câu 1", "Câu 2", "Câu 3", "Câu 4"])
    let right = try dated.reading(
      "Câu 1,Câu 2,Câu 3,Câu 4\nXã A,01/04/25,30,x\nXã B,30/04/25,41,y\n"
    )
    #expect(right.columns(of: dated) == ["don_vi", "ngay", "tuoi", "ly_do_1"])
  }

  @Test func `a column named by the id of a question is no guess`() throws {
    let reading = try form.reading("don_vi,A1,A2\nXã A,4,5\n")
    #expect(reading.columns(of: form) == ["don_vi", "a1", "a2"])
    #expect(reading.map.evidence == [.id, .id, .id])
  }

  @Test func `LimeSurvey's own codes of options are guessed by their place`() throws {
    let reading = try form.reading("don_vi,kenh[SQ001],kenh[SQ002]\nXã A,Y,\n")
    #expect(reading.columns(of: form) == ["don_vi", "kenh/1", "kenh/b"])
    #expect(reading.map.evidence == [.id, .guess, .guess])
  }

  @Test func `the same words in as many columns as questions are guessed in order`() throws {
    let reading = try form.reading("don_vi,Lý do,a1,Lý do\nXã A,x,4,y\n")
    #expect(reading.columns(of: form) == ["don_vi", "ly_do_1", "a1", "ly_do_2"])
    #expect(throws: TableFault.self) { try reading.check(form.questionnaire) }
  }
}
