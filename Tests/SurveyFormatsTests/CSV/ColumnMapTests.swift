import SurveyFormats
import SurveyModel
import Testing

@Suite struct ColumnMapTests {
  private let form: TestForm

  init() throws { form = try TestForm() }

  @Test func `ids are recognised in any case and with spaces around them`() throws {
    let map = form.map("DON_VI", " Tuoi ", "mUc")
    #expect(
      map.meanings == [
        try form.question("don_vi"), try form.question("tuoi"), try form.question("muc"),
      ]
    )
    #expect(map.evidence == [.id, .id, .id])
    #expect(map.recognised == 3)
  }

  @Test func `labels are recognised in every language of the form`() throws {
    let map = form.map("Ông/Bà ở xã, phường, đặc khu nào?", "AGE", "satisfaction")
    #expect(
      map.meanings == [
        try form.question("don_vi"), try form.question("tuoi"), try form.question("muc"),
      ]
    )
    #expect(map.evidence == [.label, .label, .label])
  }

  @Test func `letters and marks apart are the same label`() throws {
    let apart = "\u{110}a\u{303} \u{111}e\u{302}\u{301}n c\u{1A1} quan"
    #expect(Array(apart.unicodeScalars) != Array("Đã đến cơ quan".unicodeScalars))
    #expect(form.map(apart).meanings == [try form.question("da_den")])
  }

  @Test(arguments: [
    "Hoà giải ở thuỷ lợi xã", "Hòa giải ở thủy lợi xã", "HÒA GIẢI Ở THUỶ LỢI XÃ",
    "  Hòa   giải ở\tthủy lợi xã ",
  ])
  func `the tone may stand on either vowel`(header: String) throws {
    #expect(form.map(header).meanings == [try form.question("hoa")])
  }

  @Test func `words without accents are recognised and said to be`() throws {
    let map = form.map("Hoa giai o thuy loi xa", "DA DEN CO QUAN")
    #expect(map.meanings == [try form.question("hoa"), try form.question("da_den")])
    #expect(map.evidence == [.unaccented, .unaccented])
  }

  @Test(arguments: ["Hoá giải ở thuỷ lợi xã", "Đã đẹn cơ quan"])
  func `other marks are other words`(header: String) {
    #expect(form.map(header).meanings == [.unknown])
    #expect(form.map(header).unknown == [header])
  }

  @Test func `a label of two questions means neither`() throws {
    let map = form.map("Lý do", "Second reason", "ly_do_1")
    #expect(map.meanings == [.unknown, try form.question("ly_do_2"), try form.question("ly_do_1")])
    #expect(map.duplicates.isEmpty)
  }

  @Test func `two columns for one question are a duplicate`() throws {
    let map = form.map("tuoi", "muc", "Age")
    try #require(map.duplicates.count == 1)
    #expect(map.duplicates[0].first == 0)
    #expect(map.duplicates[0].second == 2)
  }

  @Test func `options have columns of their own`() throws {
    let map = form.map("kenh__1", "KENH/B", "kenh__9", "kenh__7")
    #expect(
      map.meanings
        == [
          try form.option("kenh", 0), try form.option("kenh", 1), try form.option("kenh", 2),
          .unknown,
        ]
    )
    #expect(map.questions == [try #require(form.questionnaire.index(of: "kenh"))])
    #expect(map.recognised == 3)
  }

  @Test func `options without a column are named where others have one`() {
    let questionnaire = form.plan.questionnaire
    #expect(form.map("kenh__1", "kenh__b").absentOptions(of: questionnaire) == ["kenh__9"])
    #expect(form.map("tuoi").absentOptions(of: questionnaire).isEmpty)
    #expect(form.map("kenh", "kenh__1").absentOptions(of: questionnaire).isEmpty)
  }

  @Test func `the same option under both spellings is a duplicate`() {
    #expect(form.map("kenh__1", "kenh/1").duplicates.count == 1)
  }

  @Test func `the importer's own columns are neither questions nor unknown`() {
    let map = ColumnMap(
      header: ColumnMap.bookkeepingHeaders + ["tuoi"],
      questionnaire: form.questionnaire
    )
    #expect(map.meanings.prefix(5).allSatisfy { $0 == .bookkeeping })
    #expect(map.recognised == 1)
    #expect(map.unknown.isEmpty)
  }

  @Test func `notes have no column`() {
    #expect(form.map("loi_chao", "Xin cảm ơn").meanings == [.unknown, .unknown])
  }
}
