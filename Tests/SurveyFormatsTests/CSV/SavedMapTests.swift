import SurveyFormats
import SurveyModel
import Tabular
import Testing

@Suite struct SavedMapTests {
  private let form: DialectForm

  init() throws { form = try DialectForm() }

  private func read(_ text: String) -> (map: SavedMap?, places: [String]) {
    let (map, findings) = YAMLMapFileReader(form.questionnaire).read(text, file: "map.yaml")
    return (map, findings.map { "\($0.code)@\($0.location.line):\($0.location.column)" })
  }

  private func request(_ map: SavedMap) -> TableRequest {
    var request = TableRequest()
    request.take(map)
    return request
  }

  private let text = """
    map: phieu-thu
    delimiter: ";"
    header_row: 2
    decimal: comma
    date_order: day-month
    key: ["Mã số"]
    missing:
      - {text: KTL, reason: refused}
    columns:
      - {header: "Xã", question: don_vi}
      - {header: "K", question: kenh, choice: "1"}
      - {header: "K", question: kenh, choice: b}
      - {header: "Mã số", meta: record-key}
      - {header: "Ghi chú", ignore: true}
      - {header: "tuoi", undecided: true, decimal: point, date_order: month-day, mirrored: true, early_day_numbers: true}
      - {header: "Không có", question: a1}

    """

  @Test func `a map says what columns mean, and the rest is found`() throws {
    let (map, places) = read(text)
    #expect(places.isEmpty)
    let saved = try #require(map)
    #expect(saved.delimiter == .semicolon)
    #expect(saved.decimal == .comma)
    #expect(saved.dates == .dayMonth)
    #expect(saved.key == ["Mã số"])
    #expect(saved.columns[5].known.decimalMark == .point)
    #expect(saved.columns[5].known.dateOrder == .monthDay)
    #expect(saved.columns[5].known.isMirrored == true)
    #expect(saved.missing == [SavedMap.MissingMark(text: "KTL", reason: .refused)])
    let reading = try form.reading(
      "DANH SÁCH;;;;;\nXã;K;K;Mã số;Ghi chú;tuoi\nA;1;0;9;x;30\n",
      request(saved)
    )
    #expect(reading.columns(of: form) == ["don_vi", "kenh/1", "kenh/b", "tuoi"])
    #expect(reading.map.column(of: .recordKey) == 3)
    #expect(reading.map.meanings[4] == .ignored)
    #expect(reading.map.evidence == [.said, .said, .said, .said, .said, .id])
    #expect(reading.notes.contains(.absentColumn("Không có")))
    #expect(reading.headerLine == 2)
  }

  @Test func `a map wins over what a header says by itself`() throws {
    var saved = SavedMap()
    saved.columns = [SavedMap.Column(header: "tuoi_moi", target: .question("tuoi"))]
    let reading = try form.reading("don_vi,tuoi,tuoi_moi\nA,30,31\n", request(saved))
    #expect(form.names(reading.map) == ["don_vi", "", "tuoi"])
    #expect(reading.map.duplicates.isEmpty)
  }

  @Test func `what was chosen is saved and read back as it is`() throws {
    let reading = try form.reading(
      "Đơn vị của Ông/Bà;\"Lạ \"\"x\"\"\\y\";KEY;kenh__b\nA;1;9;1\n"
    )
    let saved = reading.savedMap(of: form.questionnaire)
    let (again, places) = read(saved.text)
    #expect(places.isEmpty, "\(saved.text)")
    #expect(again == saved)
    #expect(
      saved.columns.map(\.target) == [
        .question("don_vi"), .undecided, .meta(.recordKey),
        .option(question: "kenh", choice: "b"),
      ]
    )
    let reused = try form.reading(
      "Đơn vị của Ông/Bà;\"Lạ \"\"x\"\"\\y\";KEY;kenh__b\nA;1;9;1\n",
      request(saved)
    )
    #expect(reused.map.meanings == reading.map.meanings)
  }

  @Test func `questions without a column stand below a map that waits for decisions`() throws {
    let reading = try form.reading("don_vi,Lạ,a1,kenh__b\nA,1,4,1\n")
    let help = reading.openQuestions(of: form.questionnaire)
    #expect(
      help.split(separator: "\n").dropFirst() == [
        #"#   tuoi: "Ông/Bà bao nhiêu tuổi?""#, #"#   ly_do_1: "Lý do""#,
        #"#   a2: "Thời hạn giải quyết""#, #"#   ly_do_2: "Lý do""#,
        #"#   kenh_khac: "Kênh khác, xin ghi rõ""#,
        #"#   y_kien: "Ông/Bà có nhận xét gì thêm về cách tiếp nhận và trả kết quả hồ sơ không?""#,
      ]
    )
    let saved = reading.savedMap(of: form.questionnaire)
    let (again, places) = read(saved.text + help)
    #expect(places.isEmpty)
    #expect(again == saved)
    let whole = try form.reading("don_vi,a1\nA,4\n")
    #expect(whole.openQuestions(of: form.questionnaire) == "")
    let fixed = try DialectForm(
      behindFirst: """
              - {id: xa, type: text, read_only: true, label: {vi: Xã, en: Ward}}
              - {id: gap_doi, type: integer, calculation: "${tuoi} * 2", label: {vi: Gấp đôi, en: Double}}

        """
    )
    let open = try fixed.reading("don_vi,Lạ\nA,1\n").openQuestions(of: fixed.questionnaire)
    #expect(open.contains("#   tuoi:"))
    #expect(!open.contains("#   xa:") && !open.contains("#   gap_doi:"))
  }

  @Test func `the rejects of a table that had a map are read with that map`() throws {
    let saved = try #require(read(text).map)
    let reading = try form.reading(
      "_dong,_cot,_ma,_ly_do,_gia_tri,Xã,K,tuoi\n3,tuoi,V01,x,abc,A,1,30\n",
      request(saved)
    )
    #expect(reading.form.delimiter == .comma)
    #expect(reading.headerLine == 1)
    #expect(reading.columns(of: form) == ["don_vi", "kenh/1", "tuoi"])
  }

  @Test(arguments: [
    ("map: khac\ncolumns: []\n", ["map-other-questionnaire@1:1"]),
    (
      "map: phieu-thu\ncolumns:\n  - {header: x, question: tuoii}\n",
      ["map-unknown-question@3:17"]
    ),
    (
      "map: phieu-thu\ncolumns:\n  - {header: x, question: kenh, choice: z}\n",
      ["map-unknown-choice@3:33"]
    ),
    (
      "map: phieu-thu\ncolumns:\n  - {header: x, question: tuoi, choice: 1}\n",
      ["map-no-options@3:33"]
    ),
    ("map: phieu-thu\ncolumns:\n  - {header: x}\n", ["map-no-target@3:5"]),
    (
      "map: phieu-thu\ncolumns:\n  - {header: x, question: a1, ignore: true}\n",
      ["map-several-targets@3:31"]
    ),
    (
      "map: phieu-thu\ncolumns:\n  - {header: x, question: a1}\n  - {header: y, question: a1}\n",
      ["map-target-twice@4:5"]
    ),
    (
      "map: phieu-thu\ncolumns:\n  - {header: x, meta: start-tim}\n",
      ["unknown-meta-role@3:23"]
    ),
    (
      "map: phieu-thu\nencoding: utf-9\ndelimiter: x\ncolums: []\n",
      ["missing-key@1:1", "unknown-encoding@2:11", "unknown-delimiter@3:12", "unknown-key@4:1"]
    ),
  ])
  func `mistakes are found where they stand`(text: String, places: [String]) {
    #expect(read(text).places == places)
  }

  @Test func `questions that are near are named`() {
    let (_, findings) = YAMLMapFileReader(form.questionnaire).read(
      "map: phieu-thu\ncolumns:\n  - {header: x, question: tuoii}\n",
      file: "map.yaml"
    )
    #expect(findings.first?.text(in: .vietnamese).contains("có phải là 'tuoi'?") == true)
  }
}
