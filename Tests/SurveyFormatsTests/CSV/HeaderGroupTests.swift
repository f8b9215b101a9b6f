import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Groups of which the questionnaire knows nothing, or which belong to other questions.
@Suite struct HeaderGroupTests {
  private let form: DialectForm

  init() throws { form = try DialectForm() }

  /// A section that asks for importance beside the one for satisfaction, and a multiple choice whose
  /// options are called like rows.
  private static let more = """
      - id: quan_tam
        title: {vi: Mức độ quan tâm, en: Interest}
        matrix: muc-5
        questions:
          - {id: q1, scale: muc-5, label: {vi: An ninh, en: Security}}
          - {id: q2, scale: muc-5, label: {vi: Y tế, en: Health}}
          - {id: q3, scale: muc-5, label: {vi: Loa phát thanh, en: Radio}}
          - {id: q4, scale: muc-5, label: {vi: "Báo, đài", en: Papers}}

    """

  private func guesses(_ text: String, _ form: DialectForm) throws -> [ReadingFault.Guess] {
    guard case .reading(.guesses(let guesses)) = try form.fault(text) else {
      Issue.record("\(try form.fault(text))")
      return []
    }
    return guesses
  }

  @Test(arguments: [
    ("Mẹ - Ông/Bà bao nhiêu tuổi?", "tuoi", "60"),
    ("Mức độ quan trọng [Thái độ phục vụ]", "a1", "3"),
    ("Lần trước/Thái độ phục vụ", "a1", "3"), ("Kênh thông tin [Thái độ phục vụ]", "a1", "3"),
  ])
  func `words below a group that may change what is asked need consent`(
    header: String,
    question: String,
    cell: String
  ) throws {
    let text = "don_vi,\"\(header)\"\nXã A,\(cell)\n"
    #expect(try guesses(text, form) == [ReadingFault.Guess(header: header, question: question)])
    // The whole header is told: its end is what matters.
    #expect(try form.fault(text).text(in: .vietnamese).contains("'\(header)'"))
    let reading = try form.reading(text)
    try reading.check(form.questionnaire, acceptsGuesses: true)
    #expect(reading.columns(of: form) == ["don_vi", question])
  }

  @Test(arguments: [
    "Xin cho biết mức độ hài lòng của ông/bà về", "Đánh giá", "II. Ý kiến của Ông/Bà",
  ])
  func `a group with all rows of a section is that section under another title`(
    title: String
  ) throws {
    for text in [
      "don_vi,\(title) [Thái độ phục vụ],\(title) [Thời hạn giải quyết]\nXã A,4,5\n",
      "don_vi,\(title),\n,Thái độ phục vụ,Thời hạn giải quyết\nXã A,4,5\n",
    ] {
      let reading = try form.reading(text)
      try reading.check(form.questionnaire)
      #expect(reading.columns(of: form) == ["don_vi", "a1", "a2"])
      #expect(reading.notes.count { $0.code == "H07" } == 2)
      #expect(reading.summary(in: .english).contains { $0.contains("[Thời hạn giải quyết]”") })
    }
  }

  @Test func `rows for importance, in two groups, or of one question only need consent`() throws {
    let rows = ["Thái độ phục vụ", "Thời hạn giải quyết"]
    for titles in [["Tầm quan trọng", "Tầm quan trọng"], ["Nhóm một", "Nhóm hai"]] {
      let header = zip(titles, rows).map { "\($0) [\($1)]" }.joined(separator: ",")
      #expect(try guesses("don_vi,\(header)\nXã A,4,5\n", form).count == 2)
    }
  }

  @Test(arguments: ["Thông tin người trả lời", "PHẦN A. THÔNG TIN CHUNG", "I. Thông tin cá nhân"])
  func `the title of whoever answers is believed`(title: String) throws {
    let reading = try form.reading(
      "\(title),,Góp ý\nÔng/Bà bao nhiêu tuổi?,Đơn vị của Ông/Bà,y_kien\n30,Xã A,x\n"
    )
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["tuoi", "don_vi", "y_kien"])
  }

  @Test func `options of a multiple choice that was reworded are no rows of a section`() throws {
    let form = try DialectForm(behindSections: Self.more)
    let stem = "Nghe tin tức từ đâu"
    let found = try guesses(
      "don_vi,\(stem) [Loa phát thanh],\"\(stem) [Báo, đài]\",\(stem) [An ninh],\(stem) [Y tế]\n"
        + "Xã A,1,,1,1\n",
      form
    )
    #expect(found.map(\.question) == ["q3", "q4", "q1", "q2"])
  }

  @Test func `a section that asks for something else keeps its rows`() throws {
    let form = try DialectForm(behindSections: Self.more)
    let found = try guesses("don_vi,Mức độ quan tâm [Thái độ phục vụ]\nXã A,4\n", form)
    #expect(found.map(\.question) == ["a1"])
    let reading = try form.reading("don_vi,Mức độ quan tâm [An ninh]\nXã A,4\n")
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["don_vi", "q1"])
  }

  // MARK: Sections by id

  @Test(arguments: [
    "hai_long[a1],hai_long[a2]", "hai_long_a1,hai_long_a2", "hai_long__a1,hai_long__a2",
    "Mức độ hài lòng [a1],Mức độ hài lòng [a2]",
    "hai_long[a1]. Mức độ hài lòng [Thái độ phục vụ],hai_long[a2]. Ý kiến [Thời hạn giải quyết]",
  ])
  func `rows of a section are known by its id and theirs`(header: String) throws {
    let reading = try form.reading("don_vi,\(header)\nXã A,4,5\n")
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["don_vi", "a1", "a2"])
  }

  @Test func `LimeSurvey's code and text of options and of its own columns`() throws {
    let reading = try form.reading(
      "id. Response ID,submitdate. Date submitted,don_vi. Đơn vị của Ông/Bà,"
        + "kenh[1]. Ông/Bà biết tin qua kênh nào? [Loa phát thanh],"
        + "\"kenh[b]. Nghe ở đâu [Báo, đài]\"\n1,2026-09-01 08:00:00,Xã A,Y,\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "kenh/1", "kenh/b"])
    #expect(reading.map.column(of: .recordKey) == 0)
    #expect(reading.map.column(of: .submissionTime) == 1)
    // Words of another option decide against the code.
    let other = try form.reading("don_vi,kenh[1]. Nghe ở đâu [Không kênh nào]\nXã A,Y\n")
    #expect(other.columns(of: form) == ["don_vi"])
  }

  @Test func `REDCap's labels name the option in round brackets`() throws {
    let reading = try form.reading(
      "Record ID,don_vi,Ông/Bà biết tin qua kênh nào? (choice=Loa phát thanh),"
        + "\"Ông/Bà biết tin qua kênh nào? (choice=Báo, đài)\"\n1,Xã A,Checked,Unchecked\n"
    )
    try reading.check(form.questionnaire)
    #expect(reading.columns(of: form) == ["don_vi", "kenh/1", "kenh/b"])
  }

  // MARK: What would be lost

  @Test(arguments: [
    ("Lý do", "ly_do_1, ly_do_2"), ("hai_long[a9]", "hai_long"),
    ("Mức độ hài lòng - Vệ sinh", "hai_long"), ("kenh/98", "kenh"), ("kenh__98", "kenh"),
    ("kenh_98", "kenh"), ("kenh_tin/kenh.98", "kenh"), ("kenh[x]", "kenh"),
    ("Ông/Bà biết tin qua kênh nào? [Ti vi]", "kenh"),
  ])
  func `a column that may belong to the form is not left out`(
    header: String,
    question: String
  ) throws {
    let fault = try form.fault("don_vi,kenh/1,\(header)\nXã A,0,1\n")
    #expect(
      fault == .reading(.nearColumns([ReadingFault.Guess(header: header, question: question)]))
    )
    try form.reading("don_vi,kenh/1,\(header)\nXã A,0,\n").check(form.questionnaire)
  }

  @Test(arguments: ["kenh/98", "Ông/Bà biết tin qua kênh nào? [Ti vi]"])
  func `an option that nobody chose is not missed`(header: String) throws {
    try form.reading("don_vi,kenh/1,\(header)\nXã A,0,0\nXã B,1,False\n").check(form.questionnaire)
    // With all options in one cell the others repeat it.
    try form.reading("don_vi,kenh,\(header)\nXã A,1,1\n").check(form.questionnaire)
  }

  @Test(arguments: ["chung-tinh_toan", "kenh_ghi_chu", "kenh[1comment]"])
  func `calculations and comments are left aside`(header: String) throws {
    try form.reading("don_vi,kenh/1,\(header)\nXã A,0,7\n").check(form.questionnaire)
  }
}
