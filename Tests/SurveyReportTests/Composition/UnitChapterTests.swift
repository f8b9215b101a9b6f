import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyReport

@Suite("Units: the chapter of a report")
struct UnitChapterTests {
  private static let reform = CalendarDate(year: 2030, month: 1, day: 1) ?? .epoch
  private static let place = SourceLocation(file: "units.csv", line: 1, column: 1)

  private static func unit(_ id: String, _ name: String, isNew: Bool) -> AdministrativeUnit {
    AdministrativeUnit(
      id: id,
      name: name,
      kind: .commune,
      validity: isNew
        ? UnitValidity(from: .day(reform))
        : UnitValidity(to: .day(reform.adding(days: -1) ?? reform)),
      location: place
    )
  }

  private static func step(_ from: String?, _ to: String, confirmed: Bool = true) -> UnitSuccession
  {
    UnitSuccession(
      from: from,
      to: to,
      date: reform,
      extent: from == nil ? nil : .whole,
      isConfirmed: confirmed,
      location: place
    )
  }

  private func carried() throws -> CarriedUnits {
    let register = UnitRegister(
      units: [
        Self.unit("a", "An", isNew: false), Self.unit("b", "Bình", isNew: false),
        Self.unit("m", "Mới", isNew: true), Self.unit("n", "Ninh", isNew: true),
      ],
      successions: [
        Self.step("a", "m"), Self.step("b", "m"), Self.step(nil, "n", confirmed: false),
      ]
    )
    let text = LocalizedText(["vi": "Nơi ở", "en": "Place"])
    let question = Question(id: "noi", kind: .text, label: text, location: Self.place)
    let data = Dataset(
      questionnaire: Questionnaire(
        id: "q",
        version: "1",
        languages: ["vi"],
        title: text,
        sections: [Section(id: "s", title: text, questions: [question])]
      ),
      answers: ["An", "Ninh", "Đâu đó"].map { [.text($0)] }
    )
    let days = [Self.reform.adding(days: -9), Self.reform.adding(days: 9), Self.reform]
    return CarriedUnits(
      try UnitPlaces("noi", in: data, days: days, register: register),
      to: Self.reform
    )
  }

  @Test func `each unit is told with what it was made of, and why it cannot be compared`() throws {
    let table = try carried().table(in: .vietnamese)
    #expect(table.caption == "Đơn vị ngày 01/01/2030 và đơn vị cũ")
    #expect(
      table.rows.map(\.cells) == [
        [
          .text("Xã Mới"), .text("xã An; xã Bình"), .text("so sánh được"),
          .text("trước đây không có phiếu nào của xã Bình"),
        ],
        [
          .text("Xã Ninh"), .empty, .text("không so sánh được"),
          .text("chưa biết đủ xã Ninh được lập từ những đơn vị nào"),
        ],
      ]
    )
    let english = try carried().table(in: .english)
    #expect(english.rows.map { $0.cells[2] } == [.text("comparable"), .text("not comparable")])
    #expect(english.columns.count == 4)
  }

  @Test func `interviews that are counted nowhere are told`() throws {
    let notes = try carried().notes(in: .vietnamese)
    #expect(
      notes == [
        "Có 1 phiếu không xếp vào đơn vị nào và không có trong bảng theo đơn vị: danh mục không có “Đâu đó”."
      ]
    )
  }

  /// Former units of which `small` has two interviews and another one is its cover.
  private func former(_ small: String, in data: Dataset) throws -> GroupVariable {
    var question = Question(
      id: "former",
      kind: .selectOne(
        ChoiceList(
          id: "former",
          choices: [small, "c", "d"].map { Choice(code: $0, label: LocalizedText(["vi": $0])) }
        )
      ),
      label: LocalizedText(["vi": "Đơn vị cũ"]),
      location: SmallStudy.here
    )
    question.isAsked = false
    let codes = (0..<data.count).map { Int32($0 < 2 ? 0 : $0 < 50 ? 1 : 2) }
    let column = Dataset.Column(values: .choice(ChoicePositions(codes)), missing: [:])
    return try #require(GroupVariable("former", in: data.adding([(question, column)])))
  }

  @Test func `a merged unit is held back when one of its former units is`() throws {
    let study = SmallStudy()
    func estimate(_ n: Int) -> Estimate {
      Estimate(
        value: 0.5,
        standardError: 0.02,
        degreesOfFreedom: 40,
        sampleSize: n,
        weightedSize: Double(n)
      )
    }
    let register = UnitRegister(
      units: [
        Self.unit("a", "An", isNew: false), Self.unit("b", "Bình", isNew: false),
        Self.unit("m", "Mới", isNew: true),
      ],
      successions: [Self.step("a", "m"), Self.step("b", "m")]
    )
    func rows(_ small: Int, keptBack: String? = nil) throws -> [[Table.Cell]] {
      let result = MergedResult(
        Self.unit("m", "Mới", isNew: true),
        before: Self.reform.adding(days: -1) ?? Self.reform,
        rule: .plainMean,
        register: register,
        estimates: ["a": estimate(400), "b": estimate(small)]
      )
      var header = ReportHeader(made: Timestamp(milliseconds: 0))
      header.units = UnitChapter(
        try carried(),
        mergers: [
          .init(
            indicator: "i",
            label: LocalizedText(["vi": "Hài lòng"]),
            unit: .share,
            result: result,
            question: keptBack.map { _ in "former" }
          )
        ],
        rule: .plainMean,
        digest: "abc"
      )
      let report = SummaryReport(
        try StudyAnalysis(
          of: study.data,
          plan: nil,
          beside: keptBack.map { [try former($0, in: study.data)] } ?? []
        ),
        header: header,
        suppression: Plan.Suppression(),
        language: .vietnamese
      ).report()
      var notes: [String] = []
      var found: [[Table.Cell]] = []
      for block in report.blocks {
        if case .table(let table) = block, table.caption.hasPrefix("Đơn vị sáp nhập") {
          found = table.rows.map(\.cells)
        }
        if case .note(let note) = block { notes.append(note) }
      }
      #expect(notes.contains { $0.contains("plain-mean") })
      #expect(notes.contains { $0.contains("SHA-256 abc") })
      return found
    }
    let shown = try rows(300)
    #expect(shown.count == 4)
    #expect(shown[1][1] == .share(0.5))
    #expect(shown[2][4] == .number(0.5, decimals: 4))
    // A former unit that is hidden elsewhere is hidden here, and so is what it became part of.
    let elsewhere = try rows(300, keptBack: "b")
    #expect(elsewhere[1][1] == .suppressed && elsewhere[3][1] == .suppressed)
    #expect(elsewhere[2][4] == .empty)
    let hidden = try rows(3)
    for row in hidden.dropFirst() {
      #expect(row[1] == .suppressed)
      #expect(row[3] == .suppressed)
      #expect(row[4] == .empty)
    }
  }
}
