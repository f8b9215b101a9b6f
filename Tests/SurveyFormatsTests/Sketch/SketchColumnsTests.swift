import SurveyModel
import Testing

@testable import SurveyFormats

struct SketchColumnsTests {
  private func column(
    _ header: String,
    _ cells: [String],
    at position: Int = 0,
    group: String? = nil,
    part: String? = nil
  ) -> ColumnProfile {
    var profile = ColumnProfile(position: position, header: header, group: group, part: part)
    for cell in cells { profile.add(cell) }
    return profile
  }

  // MARK: Cells

  @Test func `cells have the shape of numbers, days, codes or words`() {
    #expect(CellShape("12") == .integer)
    #expect(CellShape("-3") == .integer)
    #expect(CellShape("007") == .digits)
    #expect(CellShape("12345678901234567890") == .digits)
    #expect(CellShape("4,5") == .decimal)
    #expect(CellShape("28/09/2025 8:05:11") == .date)
    #expect(CellShape("2018-01-01T00:00:00.000Z") == .date)
    #expect(CellShape("9/28/14 18:37") == .date)
    #expect(CellShape("40/40/2025") == .words)
    #expect(CellShape("1.2.3.4") == .words)
    #expect(CellShape("18 - 29") == .words)
  }

  @Test func `options behind each other are found although they hold commas`() throws {
    let cells = [
      "Trực tiếp, tại quầy", "Bưu chính", "Trực tiếp, tại quầy, Bưu chính",
      "Bưu chính, Trực tuyến", "Trực tuyến", "Trực tiếp, tại quầy, Trực tuyến", "Trực tuyến",
      "Bưu chính", "Trực tiếp, tại quầy, Bưu chính, Trực tuyến",
    ]
    let joined = try #require(
      JoinedCells.find(in: column("Kênh", cells), aside: [], isMultiple: false)
    )
    #expect(joined.separator == ",")
    #expect(joined.options == ["Bưu chính", "Trực tiếp, tại quầy", "Trực tuyến"])
  }

  @Test func `single answers with commas are no lists`() {
    let cells = (0..<10).flatMap { _ in
      ["No, not at all rude", "Yes, somewhat rude", "Yes, very rude"]
    }
    #expect(JoinedCells.find(in: column("Rude?", cells), aside: [], isMultiple: false) == nil)
    let free = ["chờ lâu, nóng", "cán bộ tốt, nhanh", "không có gì", "ghế ít, nóng", "ổn"]
    #expect(JoinedCells.find(in: column("Góp ý", free), aside: [], isMultiple: false) == nil)
  }

  // MARK: Columns of options

  @Test func `options in columns are put together with the column that holds all`() throws {
    let columns = [
      column("g/kenh", ["a b", "b", ""], at: 0), column("g/kenh/a", ["1", "0", ""], at: 1),
      column("g/kenh/b", ["1", "1", ""], at: 2), column("g/tuoi", ["31", "40", "27"], at: 3),
    ]
    let groups = OptionColumns.find(in: columns, all: columns)
    try #require(groups.count == 1)
    #expect(groups[0].joined == 0)
    #expect(groups[0].members.map(\.code) == ["a", "b"])
  }

  @Test func `yes and no in the columns of one group are no options`() {
    let columns = ["g/a", "g/b", "g/c"].enumerated().map {
      column($1, ["1", "0", "1"], at: $0)
    }
    #expect(OptionColumns.find(in: columns, all: columns).isEmpty)
  }

  @Test(arguments: [["", "1", "0"], ["##N/A##", "1", "0"], ["n/a", "True", "False"]])
  func `options in columns without one that holds all are put together`(cells: [String]) throws {
    for separator in ["/", "__"] {
      let columns = (0..<3).map { column("g/kenh\(separator)\($0 + 1)", cells, at: $0) }
      let groups = OptionColumns.find(in: columns, all: columns)
      try #require(groups.count == 1, "\(separator)")
      #expect(groups[0].joined == nil)
      #expect(groups[0].members.map(\.code) == ["1", "2", "3"])
    }
    let words = ["bao", "tv"].enumerated().map {
      column("g/kenh/\($1)", ["True", "False", ""], at: $0)
    }
    #expect(OptionColumns.find(in: words, all: words).map(\.stem) == ["g/kenh"])
  }

  @Test func `codes keep the zeros in front`() {
    let proposal = ChoiceProposal(
      options: ["00123", "001", "12"].map { .init(code: nil, label: $0) }
    )
    let codes = proposal.finished(language: "vi").choices.map(\.code)
    #expect(codes.sorted() == ["001", "00123", "12"])
  }

  @Test func `days of birth and names of officers are personal, ratings of them are not`() {
    let drafter = ColumnDrafter(codebook: Codebook())
    func isPersonal(_ header: String, _ cells: [String]) -> Bool {
      guard case .question(let draft) = drafter.item(column(header, cells)) else { return false }
      return draft.reasons == [.personal]
    }
    let names = (0..<12).map { ["Người Mẫu Một", "Người Mẫu Hai"][$0 % 2] }
    let levels = (0..<12).map { ["Hài lòng", "Bình thường"][$0 % 2] }
    #expect(isPersonal("Ngày sinh", ["4/8/1998", "14/10/1998", "1/11/1984"]))
    #expect(!isPersonal("Ngày nộp hồ sơ", ["4/8/2025", "14/10/2025", "1/11/2025"]))
    #expect(!isPersonal("Năm sinh", ["1998", "1984", "1970"]))
    #expect(isPersonal("Người tiếp nhận", names))
    #expect(isPersonal("Tên cán bộ", names))
    #expect(!isPersonal("Người tiếp nhận", levels))
    #expect(!isPersonal("Thái độ phục vụ của người tiếp nhận hồ sơ", levels))
    #expect(!isPersonal("Tên xã", names))
  }

  @Test func `columns that repeat their own option are one question`() throws {
    let columns = [
      column("Ăn gì? - Cơm", ["Cơm", "", "Cơm"], at: 0),
      column("Ăn gì? - Phở", ["", "Phở", "Phở"], at: 1),
      column("Ăn gì? - Khác", ["", "bún", "mì"], at: 2),
    ]
    let groups = OptionColumns.find(in: columns, all: columns)
    try #require(groups.count == 1)
    #expect(groups[0].stem == "Ăn gì?")
    #expect(groups[0].members.map(\.label) == ["Cơm", "Phở"])
  }

  // MARK: Headers

  @Test func `title lines are passed and a second row of parts is joined`() throws {
    let titled = try #require(
      HeaderGuess([
        ["ỦY BAN NHÂN DÂN", "", ""], ["", "", ""], ["Tuổi", "Giới tính", "Xã"], ["31", "Nam", "A"],
      ])
    )
    #expect(titled.first == 2 && titled.end == 3)
    let two = try #require(
      HeaderGuess([
        ["Ngày", "Hài lòng", "", "Tuổi"], ["", "Chờ đợi", "Thái độ", ""],
        ["1/9/2025", "Tốt", "Kém", "31"], ["2/9/2025", "Kém", "Tốt", "40"],
        ["3/9/2025", "Tốt", "Tốt", "22"],
      ])
    )
    #expect(two.end == 2)
    #expect(
      two.names.map(\.header) == ["Ngày", "Hài lòng [Chờ đợi]", "Hài lòng [Thái độ]", "Tuổi"]
    )
    let plain = try #require(HeaderGuess([["a", "b"], ["1", "2"], ["3", "4"]]))
    #expect(plain.end == 1)
    #expect(HeaderGuess([]) == nil)
  }

  // MARK: Names

  @Test func `ids are ASCII and come from paths, numbers or words`() {
    #expect(QuestionIDs.proposal(for: "HHSize") == "HHSize")
    #expect(QuestionIDs.proposal(for: "nhom/tuoi") == "tuoi")
    #expect(QuestionIDs.proposal(for: "home-address-city") == "city")
    #expect(QuestionIDs.proposal(for: "Câu 5. Ông/Bà bao nhiêu tuổi?") == "c5")
    #expect(QuestionIDs.proposal(for: "C1.1 Thái độ") == "c1_1")
    #expect(QuestionIDs.proposal(for: "Giới tính") == "gioi_tinh")
    #expect(QuestionIDs.proposal(for: "Mức độ hài lòng") == "muc_do_hai_long")
    #expect(QuestionIDs.proposal(for: "Mức độ hài lòng [Thái độ]") == "thai_do")
    #expect(QuestionIDs.proposal(for: "How do you like the office?") == "like_office")
    #expect(QuestionIDs.proposal(for: "2025") == "q2025")
    for header in ["Đường đi", "%", "???", "năm 2025", "ệ"] {
      let id = QuestionIDs.proposal(for: header)
      #expect(id.isEmpty || Identifier.isValid(id, allowsHyphen: false), "\(header): \(id)")
    }
  }

  @Test func `ids differ from each other and from the names of other columns`() {
    let ids = QuestionIDs.unique(
      ["status", "tuoi", "Tuoi"],
      headers: ["children-status", "Tuổi", "tuổi"],
      columns: ["children-status", "Tuổi", "tuổi", "Status"]
    )
    #expect(ids == ["children_status", "tuoi", "tuoi_2"])
  }

  @Test func `words of headers say what may be personal`() {
    #expect(PersonalData.kind(ofHeader: "Số điện thoại liên hệ") == .phone)
    #expect(PersonalData.kind(ofHeader: "Họ và tên chủ hộ") == .name)
    #expect(PersonalData.kind(ofHeader: "location-Latitude") == .place)
    #expect(PersonalData.kind(ofHeader: "PChildName") == .name)
    #expect(PersonalData.kind(ofHeader: "Mức độ hài lòng") == nil)
    #expect(PersonalData.isPhone("0912 345 678"))
    #expect(!PersonalData.isPhone("2025"))
    #expect(PersonalData.isMail("a.b@c.vn"))
    #expect(!PersonalData.isMail("a@b"))
  }

  @Test func `numbers far above the codes are missing codes`() {
    func missing(_ values: [Int]) -> [Int] { MissingWords.numbers(among: values).map(\.number) }
    #expect(missing([1, 2, 3, 4, 5, 9]) == [9])
    #expect(missing([0, 1, 888]) == [888])
    #expect(missing([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) == [])
    #expect(missing([100, 200, 999]) == [])
    #expect(missing([18, 45, 99]) == [])
  }

  // MARK: Codebooks

  @Test func `structures and labels are told by their columns`() {
    var codebook = Codebook()
    let structure = [
      [
        "questionName", "variableName", "questionType", "subType", "questionText", "choiceValue",
        "choiceText",
      ],
      ["q", "q_1", "Closed", "Multiple", "Chọn gì?", "1", "Một"],
      ["t", "t", "Open", "String", "Nói thêm", "", ""],
    ]
    let headers = ["q_1", "t", "s"]
    let taken = [
      structure, [["s", "1", "Có"], ["s", "2", "Không"]], [["a", "b"], ["1", "2"]],
    ].map {
      codebook.add($0, headers: headers)
    }
    #expect(taken == [true, true, false])
    #expect(codebook["q_1"]?.isOption == true)
    #expect(codebook["q_1"]?.optionLabel == "Một")
    #expect(codebook["t"]?.isOpen == true)
    #expect(codebook["S"]?.labels.map(\.text) == ["Có", "Không"])
  }
}
