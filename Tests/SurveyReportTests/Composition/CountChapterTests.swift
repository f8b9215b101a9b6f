import SurveyModel
import Testing

@testable import SurveyAnalysis
@testable import SurveyReport

@Suite struct CountChapterTests {
  private static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? .epoch }

  private static func count(
    _ name: String,
    _ value: Int,
    _ span: String,
    evidence: String = "Báo cáo 12/BC-UBND",
    place: String? = nil
  ) -> CountEntry {
    let span = CountSpan(span) ?? .day(.epoch)
    let day = span.lastDay.daysSince1970
    return CountEntry(
      id: CountEntry.ID(station: 1, number: 1),
      subject: AdministrativeCount.Subject(name: name, span: span, place: place),
      value: value,
      evidence: evidence,
      by: "A1",
      at: Timestamp(milliseconds: Int64(day) * 86_400_000 + 3_600_000)
    )
  }

  private static func target(_ id: String, _ aim: AdministrativeTarget) -> Target {
    Target(
      id: id,
      promise: SmallStudy.text("Lời hứa \(id).", "Promise \(id)."),
      source: "I.1",
      kind: .count(aim),
      location: SmallStudy.here
    )
  }

  private static func numbered(_ entries: [CountEntry]) -> CountBook {
    CountBook(
      entries.enumerated().map { index, entry in
        CountEntry(
          id: CountEntry.ID(station: 1, number: Int64(index + 1)),
          subject: entry.subject,
          value: entry.value,
          evidence: entry.evidence,
          by: entry.by,
          at: entry.at
        )
      }
    )
  }

  private func assessments(
    _ aims: [AdministrativeTarget],
    _ entries: [CountEntry],
    today: String = "2025-01-10"
  ) -> [TargetAssessment] {
    let context = CountContext(
      book: Self.numbered(entries),
      days: Self.day("2024-01-01")...Self.day("2024-12-31"),
      today: Self.day(today)
    )
    return aims.enumerated().map { index, aim in
      TargetAssessment(Self.target("t\(index)", aim), aim, in: context)
    }
  }

  private func verdicts(
    _ aim: AdministrativeTarget,
    _ entries: [CountEntry],
    today: String = "2025-01-10",
    language: InterfaceLanguage = .vietnamese
  ) -> [Report.VerdictBlock] {
    CountChapter(assessments([aim], entries, today: today), language: language).blocks
      .compactMap { if case .verdict(let verdict) = $0 { verdict } else { nil } }
  }

  private let share = AdministrativeTarget(done: "done", of: "all", atLeast: 1)
  private let monthly = AdministrativeTarget(done: "items", every: .month, atLeast: 1)

  private func pair(_ done: Int, _ all: Int, _ span: String) -> [CountEntry] {
    [Self.count("done", done, span), Self.count("all", all, span)]
  }

  @Test func `a share is told with counts, target, day and evidence`() throws {
    let verdict = try #require(verdicts(share, pair(45, 45, "2024")).first)
    #expect(verdict.word == "Đạt")
    #expect(verdict.tone == .met)
    #expect(verdict.sentence == "Lời hứa t0 (I.1): 45/45 = 100%, chỉ tiêu 100%.")
    #expect(verdict.reasons == ["Căn cứ: Báo cáo 12/BC-UBND (năm 2024)."])
    #expect(verdict.count?.target == "t0")
    #expect(verdict.evidence == nil)
    let english = try #require(verdicts(share, pair(44, 45, "2024"), language: .english).first)
    #expect(english.word == "Not met")
    #expect(english.sentence == "Promise t0 (I.1): 44/45 = 97.78%, target 100%.")
  }

  @Test func `a figure of an earlier day says so`() throws {
    let counts = pair(45, 45, "2024-06-30")
    let met = try #require(verdicts(share, counts).first)
    #expect(met.sentence.contains("45/45 = 100% (tính đến 30/06/2024)"))
    #expect(
      met.reasons.last
        == "Từ sau ngày 30/06/2024 chưa có số liệu 'done' nào; nếu đã thay đổi, hãy nhập số mới."
    )
    let running = try #require(
      verdicts(share, pair(40, 45, "2024-06-30"), today: "2024-07-01").first
    )
    #expect(running.tone == .undecided)
    #expect(running.reasons.last == "Kỳ chưa hết nên chưa thể kết luận là chưa đạt.")
  }

  @Test func `what was done and what there was on two days name both`() throws {
    let counts = [
      Self.count("all", 45, "2024-01-15"), Self.count("done", 40, "2024-06-30"),
    ]
    let vietnamese = try #require(verdicts(share, counts).first)
    #expect(
      vietnamese.sentence.contains(
        "40/45 = 88,89% (số đã làm tính đến 30/06/2024, tổng số tính đến 15/01/2024)"
      )
    )
    let english = try #require(verdicts(share, counts, language: .english).first)
    #expect(english.sentence.contains("(done as of 2024-06-30, of all as of 2024-01-15)"))
  }

  @Test func `a period with less in it than its parts is told with both numbers`() throws {
    let aim = AdministrativeTarget(done: "items", every: .quarter, atLeast: 3)
    let counts = [
      Self.count("items", 2, "2024-01"), Self.count("items", 1, "2024-02"),
      Self.count("items", 2, "2024-Q1"),
    ]
    let verdict = try #require(verdicts(aim, counts).first)
    #expect(verdict.tone == .undecided)
    #expect(
      verdict.reasons.contains {
        $0.hasPrefix(
          "'items' của quý I năm 2024 là 2, còn các số đã nhập bên trong kỳ đó cộng lại là 3"
        )
      },
      "\(verdict.reasons)"
    )
    let english = try #require(verdicts(aim, counts, language: .english).first)
    #expect(
      english.reasons.contains { $0.contains("is 2, and what was entered inside it adds up to 3") }
    )
  }

  @Test func `what falls short is never rounded up to its target`() throws {
    let short = try #require(verdicts(share, pair(99_999, 100_000, "2024")).first)
    #expect(short.sentence.contains("99.999/100.000 = 99,999%"))
    let most = AdministrativeTarget(done: "done", of: "all", atLeast: 0.8)
    let below = try #require(verdicts(most, pair(799_999, 1_000_000, "2024")).first)
    #expect(below.tone == .notMet)
    #expect(below.sentence.contains("= 79,9999%, chỉ tiêu 80%"))
    let exact = try #require(verdicts(most, pair(4, 5, "2024")).first)
    #expect(exact.sentence.contains("4/5 = 80%, chỉ tiêu 80%"))
  }

  @Test func `what is absent is named`() throws {
    let half = try #require(verdicts(share, [Self.count("done", 45, "2024")]).first)
    #expect(half.sentence.contains("chưa tính được"))
    #expect(half.reasons == ["Chưa nhập 'all'. Thiếu số liệu: năm 2024."])
  }

  @Test func `months have a table, and those that are missing or failed are named`() throws {
    let entries = (1...12).filter { $0 != 3 && $0 != 7 }.map { month in
      Self.count("items", month == 9 ? 0 : 2, month < 10 ? "2024-0\(month)" : "2024-\(month)")
    }
    let blocks = CountChapter(assessments([monthly], entries), language: .vietnamese).blocks
    guard case .heading(let heading, 2)? = blocks.first,
      case .note(let note)? = blocks.dropFirst().first,
      case .verdict(let verdict)? = blocks.dropFirst(2).first, case .table(let table)? = blocks.last
    else {
      Issue.record("\(blocks)")
      return
    }
    #expect(heading == "Chỉ tiêu theo số liệu hành chính")
    #expect(note.contains("không có sai số chọn mẫu"))
    #expect(verdict.sentence == "Lời hứa t0 (I.1): đạt 9/12 kỳ, chỉ tiêu 1 mỗi tháng.")
    #expect(verdict.tone == .notMet)
    #expect(
      verdict.reasons == [
        "Chưa đạt: tháng 9 năm 2024.", "Thiếu số liệu: tháng 3, tháng 7 năm 2024.",
      ]
    )
    #expect(table.rows.count == 12)
    #expect(table.rows[0].cells[0] == .text("Tháng 1 năm 2024"))
    #expect(table.rows[0].cells[1] == .count(2))
    #expect(table.rows[2].cells[1] == .empty)
    #expect(table.rows[2].cells[2] == .verdict(word: "Thiếu số liệu", tone: .undecided))
    #expect(table.rows[8].cells[2] == .verdict(word: "Chưa đạt", tone: .notMet))
    #expect(table.rows[8].cells[3] == .text("Báo cáo 12/BC-UBND"))
    let open = try #require(verdicts(monthly, entries.filter { $0.value != 0 }).first)
    #expect(open.reasons == ["Thiếu số liệu: tháng 3, tháng 7, tháng 9 năm 2024."])
    let english = try #require(
      verdicts(monthly, entries.filter { $0.value != 0 }, language: .english).first
    )
    #expect(english.reasons == ["Counts are missing: March, July, September 2024."])
  }

  @Test func `periods that follow each other are told by the first and the last`() throws {
    let entries = ["2024-01", "2024-02", "2024-06", "2024-09"].map { Self.count("items", 1, $0) }
    let open = try #require(verdicts(monthly, entries).first)
    #expect(
      open.reasons == [
        "Thiếu số liệu: tháng 3 – tháng 5, tháng 7, tháng 8, tháng 10 – tháng 12 năm 2024."
      ]
    )
  }

  @Test func `a file of figures has the exact share`() {
    let report = CountReport(
      assessments([share, monthly], pair(44, 45, "2024") + [Self.count("items", 1, "2024-01")]),
      header: ReportHeader(made: Timestamp(milliseconds: 0)),
      language: .vietnamese
    ).report()
    let csv = String(decoding: CSVReportRenderer().render(report), as: UTF8.self)
    #expect(csv.contains("0.9777777777777777"))
    #expect(csv.contains("Thiếu số liệu"))
  }

  @Test func `places have verdicts of their own`() {
    let entries = [
      Self.count("items", 12, "2024", place: "Phường 2"),
      Self.count("items", 0, "2024", place: "Phường 1"),
    ]
    let yearly = AdministrativeTarget(done: "items", every: .year, atLeast: 1)
    let found = verdicts(yearly, entries)
    #expect(
      found.map(\.sentence) == [
        "Lời hứa t0 (I.1) – Phường 1: 0, chỉ tiêu 1 mỗi năm.",
        "Lời hứa t0 (I.1) – Phường 2: 12, chỉ tiêu 1 mỗi năm.",
      ]
    )
    #expect(found.map(\.tone) == [.notMet, .met])
  }

  @Test func `the overview counts every target once`() {
    let others = AdministrativeTarget(done: "none", atLeast: 1)
    let chapter = CountChapter(
      assessments(
        [share, monthly, others],
        pair(1, 1, "2024") + [Self.count("items", 1, "2024-01")]
      ),
      language: .vietnamese
    )
    #expect(
      chapter.overview == [
        .paragraph(
          "Chỉ tiêu theo số liệu hành chính: 1 đạt, 1 chưa đủ căn cứ, 1 chưa có số liệu."
        )
      ]
    )
    #expect(CountChapter(assessments([others], []), language: .english).blocks.isEmpty)
    #expect(CountChapter(assessments([others], []), language: .english).overview.isEmpty)
  }

  @Test func `JSON says that there is no sampling error and names all counts`() throws {
    let report = CountReport(
      assessments([share], pair(45, 45, "2024")),
      header: ReportHeader(
        office: SmallStudy.text("Thị xã", "A town"),
        made: Timestamp(milliseconds: 0)
      ),
      language: .english
    ).report()
    let json = JSONRenderer(pretty: false).render(report)
    #expect(json.contains(#""kind":"administrative-count","samplingError":false"#))
    #expect(json.contains(#""state":"met","done":45,"of":45,"share":1"#))
    #expect(json.contains(#""span":"2024""#))
    #expect(json.contains(#""evidence":"Báo cáo 12/BC-UBND","by":"A1""#))
    let text = TextRenderer(width: 80).render(report)
    #expect(text.contains("have no sampling error"))
    #expect(text.contains("45/45 = 100%"))
  }

  @Test func `a report on a survey tells its counts beside it, and each of them once`() throws {
    let study = SmallStudy()
    let entries = [Self.count("xong", 4, "2024"), Self.count("giao", 4, "2024")]
    let analysis = try StudyAnalysis(
      of: study.data,
      plan: study.plan,
      counts: CountContext(
        book: Self.numbered(entries),
        days: Self.day("2024-01-01")...Self.day("2024-12-31"),
        today: Self.day("2025-01-10")
      )
    )
    let summary = SummaryReport(
      analysis,
      header: ReportHeader(made: Timestamp(milliseconds: 0)),
      suppression: study.plan.suppression,
      language: .vietnamese
    )
    let wanted = "Mọi nhiệm vụ đều hoàn thành: 4/4 = 100%, chỉ tiêu 100%."
    for report in [summary.report(), summary.targetsReport()] {
      let told = report.blocks.count { block in
        if case .verdict(let verdict) = block { verdict.sentence == wanted } else { false }
      }
      #expect(told == 1)
    }
    let first = summary.targetsReport(rest: false)
    #expect(
      !first.blocks.contains {
        if case .verdict(let verdict) = $0 { verdict.count != nil } else { false }
      }
    )
    #expect(
      summary.report().blocks.contains(.paragraph("Chỉ tiêu theo số liệu hành chính: 1 đạt."))
    )
  }
}
