import Foundation
import SurveyModel
import SurveyReport
import SurveyWorkflow
import Testing

/// Counts through the workflow, with a clock that stands still.
@Suite final class CountWorkflowTests {
  private let folder: URL
  private var study: String { folder.appendingPathComponent("thu.thuocdo").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("thuocdo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let form = try write("phieu.yaml", Self.form)
    let plan = try write("ke-hoach.yaml", Self.plan)
    _ = try Self.workflow("2024-01-05").new(
      study,
      questionnaires: [form],
      plan: plan,
      wave: "2024"
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ name: String, _ text: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private static func workflow(
    _ day: String,
    language: InterfaceLanguage = .vietnamese
  ) -> Workflow {
    let days = CalendarDate(iso: day)?.daysSince1970 ?? 0
    let now = Timestamp(milliseconds: Int64(days) * 86_400_000 + 3_600_000)
    return Workflow(language: language, clock: { now }, random: { 7 }, operatorName: "A1")
  }

  private func enter(
    _ name: String,
    _ value: String,
    month: String,
    evidence: String = "BC 12",
    on day: String
  ) throws -> CountAnswer {
    var arguments = CountArguments(name: name)
    arguments.value = value
    arguments.periods[.month] = month
    arguments.evidence = evidence
    return try Self.workflow(day).enterCount(arguments, in: study)
  }

  private func targets(_ day: String) throws -> ReportOutput {
    let workflow = Self.workflow(day)
    let open = try workflow.open(study, forWriting: false)
    defer { try? open.close() }
    return try workflow.targets(
      of: open,
      options: ReportOptions(),
      format: .text,
      look: TextLook(width: 200, isColoured: false)
    )
  }

  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch let error as WorkflowError {
      return error.text(in: .vietnamese)
    } catch {
      return "\(error)"
    }
  }

  @Test func `the clock decides what is missing, running and over`() throws {
    _ = try enter("tin_bai", "1", month: "1/2024", on: "2024-02-01")
    let march = try targets("2024-03-15").text
    #expect(march.contains("Thiếu số liệu: tháng 2 năm 2024."), "\(march)")
    #expect(march.contains("Chưa hết kỳ: tháng 3 – tháng 12 năm 2024."))
    #expect(try targets("2024-03-15").missesTarget == false)
    _ = try enter("tin_bai", "0", month: "2/2024", on: "2024-03-02")
    #expect(try targets("2024-03-15").missesTarget)
    #expect(try targets("2024-03-15").text.contains("Chưa đạt: tháng 2 năm 2024."))
  }

  @Test func `what has not begun cannot be entered, and what runs is a count so far`() throws {
    #expect(
      refusal { _ = try enter("tin_bai", "1", month: "4/2024", on: "2024-03-31") }
        .contains("tháng 4 năm 2024 chưa tới (hôm nay là 31/03/2024)")
    )
    let running = try enter("tin_bai", "0", month: "3/2024", on: "2024-03-15")
    #expect(running.findings.count == 1)
    #expect(running.findings[0].contains("chưa hết nên đây là số tạm tính"))
    #expect(try enter("tin_bai", "0", month: "3/2024", on: "2024-03-31").findings.isEmpty)
  }

  @Test func `a correction keeps the old number, and the same again writes nothing`() throws {
    _ = try enter("tin_bai", "1", month: "1/2024", on: "2024-02-01")
    let same = try enter("tin_bai", "1", month: "1/2024", on: "2024-02-02")
    #expect(same.write(.text, width: 80).contains("không ghi thêm"))
    let corrected = try enter("tin_bai", "3", month: "1/2024", on: "2024-02-03")
    #expect(corrected.write(.text, width: 80).contains("thay cho 1"))
    let history = try Self.workflow("2024-02-04").countHistory(of: "tin_bai", in: study)
    let text = history.write(.text, width: 200)
    #expect(text.contains("đã thay hoặc rút"))
    #expect(text.contains("đang dùng"))
    #expect(text.contains("01/02/2024 08:00"))
  }

  @Test func `a count so far that is entered again when the month is over is its last word`() throws
  {
    _ = try enter("tin_bai", "0", month: "3/2024", on: "2024-03-15")
    let early = try enter("tin_bai", "0", month: "3/2024", on: "2024-03-20")
    #expect(early.write(.text, width: 120).contains("không ghi thêm"))
    #expect(try targets("2024-04-05").text.contains("tháng 3"))
    #expect(try !targets("2024-04-05").missesTarget)
    let late = try enter("tin_bai", "0", month: "3/2024", on: "2024-04-05")
    #expect(late.write(.text, width: 120).contains("nay là số của cả kỳ"))
    #expect(try targets("2024-04-05").missesTarget)
    let again = try enter("tin_bai", "0", month: "3/2024", on: "2024-04-06")
    #expect(again.write(.text, width: 120).contains("không ghi thêm"))
    // And in a file of counts.
    _ = try enter("tin_bai", "0", month: "4/2024", on: "2024-04-15")
    let file = try write("so.csv", "Tên,Giá trị,Kỳ,Căn cứ\ntin_bai,0,4/2024,BC 12\n")
    let imported = try Self.workflow("2024-05-02").importCounts(
      from: file,
      isDryRun: false,
      in: study
    )
    let text = imported.write(.text, width: 120)
    #expect(text.contains("đã ghi 1 số liệu; 1 số tạm tính thành số của cả kỳ"), "\(text)")
  }

  @Test func `less in a quarter than in its months is warned about`() throws {
    _ = try enter("tin_bai", "2", month: "1/2024", on: "2024-02-01")
    var quarter = CountArguments(name: "tin_bai")
    quarter.value = "1"
    quarter.periods[.quarter] = "1/2024"
    quarter.evidence = "BC quý"
    let answer = try Self.workflow("2024-04-05").enterCount(quarter, in: study)
    #expect(
      answer.findings.contains { $0.contains("là 1, còn các số bên trong kỳ đó cộng lại là 2") },
      "\(answer.findings)"
    )
    // The month is looked at, too, when it comes later.
    let month = try enter("tin_bai", "3", month: "2/2024", on: "2024-04-06")
    #expect(
      month.findings.contains { $0.contains("là 1, còn các số bên trong kỳ đó cộng lại là 5") },
      "\(month.findings)"
    )
  }

  @Test func `a day in a column of periods is refused with its repair`() throws {
    let file = try write("so.csv", "Tên,Giá trị,Kỳ,Căn cứ\ntin_bai,1,01/03/2024,BC 12\n")
    let answer = try Self.workflow("2024-05-02").importCounts(
      from: file,
      isDryRun: false,
      in: study
    )
    #expect(answer.hasErrors)
    #expect(
      answer.findings.first?.contains(
        "cột 'Kỳ': ô này là ngày 01/03/2024; ghi kỳ bằng chữ, ví dụ 'tháng 3 năm 2024'"
      ) == true,
      "\(answer.findings)"
    )
    let mixed = try write(
      "hai.csv",
      "Tên,Giá trị,Ngày hoặc kỳ,Căn cứ\ntin_bai,1,01/03/2024,BC 12\n"
    )
    let taken = try Self.workflow("2024-05-02").importCounts(from: mixed, isDryRun: true, in: study)
    #expect(!taken.hasErrors)
  }

  @Test func `a sum over several months is warned about where each month is judged`() throws {
    var quarter = CountArguments(name: "tin_bai")
    quarter.value = "5"
    quarter.periods[.quarter] = "1/2024"
    quarter.evidence = "BC quý"
    let answer = try Self.workflow("2024-05-02").enterCount(quarter, in: study)
    #expect(answer.findings.count == 1)
    #expect(
      answer.findings.first?.contains(
        "quý I năm 2024 dài hơn kỳ mà chỉ tiêu xét (từng tháng)"
      ) == true,
      "\(answer.findings)"
    )
    #expect(answer.findings.first?.contains("ví dụ --month 2024-01") == true)
    #expect(JSONText.write(answer.json).contains("longer-than-judged"))
    let list = try Self.workflow("2024-05-02").countList(in: study).write(.text, width: 120)
    #expect(list.contains("Không tính cho chỉ tiêu nào: tin_bai = 5 (quý I năm 2024)"), "\(list)")
    #expect(try targets("2024-05-02").text.contains("Thiếu số liệu: tháng 1 – tháng 4 năm 2024."))
    // A file is told the same, with its line.
    let file = try write("so.csv", "Tên,Giá trị,Kỳ,Căn cứ\ntin_bai,9,2024,BC 12\n")
    let imported = try Self.workflow("2025-01-05", language: .english).importCounts(
      from: file,
      isDryRun: true,
      in: study
    )
    #expect(!imported.hasErrors)
    #expect(
      imported.findings.contains {
        $0.contains("so.csv:2: ") && $0.contains("judged by (each month)")
          && $0.contains("--month 2024-01")
      },
      "\(imported.findings)"
    )
  }

  @Test(arguments: [40, 60, 80, 100, 120, 200])
  func `the list breaks no name, and says what was promised`(width: Int) throws {
    let other = folder.appendingPathComponent("dai.thuocdo").path
    let form = folder.appendingPathComponent("phieu.yaml").path
    let plan = try write(
      "dai.yaml",
      Self.plan.replacing("done: xong", with: "done: nhiem_vu_tuyen_truyen_hoan_thanh")
        .replacing("of: giao", with: "of: nhiem_vu_tuyen_truyen_duoc_giao")
    )
    let workflow = Self.workflow("2024-05-02")
    _ = try workflow.new(other, questionnaires: [form], plan: plan, wave: "2024")
    let lines = try workflow.countList(in: other).write(.text, width: width)
      .split(separator: "\n").map { String($0) }
    for name in ["nhiem_vu_tuyen_truyen_hoan_thanh", "nhiem_vu_tuyen_truyen_duoc_giao", "tin_bai"] {
      #expect(lines.contains(name), "\(lines)")
    }
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("Mọi việc đều xong. (viec:"), "\(words)")
    #expect(words.contains("Mỗi tháng một tin. (tin:"), "\(words)")
  }

  @Test func `another year is warned about and counts for nothing`() throws {
    let other = try enter("tin_bai", "5", month: "12/2023", on: "2024-02-01")
    #expect(other.findings[0].contains("nằm ngoài năm 2024 của kế hoạch"))
    let list = try Self.workflow("2024-02-01").countList(in: study).write(.text, width: 120)
    #expect(list.contains("Không tính cho chỉ tiêu nào: tin_bai = 5 (tháng 12 năm 2023)"))
    // Counts were entered, so that there are targets to tell, but none of them has any.
    #expect(try targets("2024-02-01").text.contains("chưa có số liệu"))
  }

  @Test func `the template of a running year leaves the day of a share open`() throws {
    let (bytes, open) = try Self.workflow("2024-05-01").countTemplate(of: study)
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.count == 15)
    #expect(open == 14)
    #expect(lines.filter { $0.hasPrefix("tin_bai,") }.count == 12)
    #expect(lines.contains { $0.hasPrefix("xong,Đã làm: Mọi việc đều xong.,,,") })
    let over = try Self.workflow("2025-01-05").countTemplate(of: study).bytes
    #expect(
      String(decoding: over, as: UTF8.self).contains("xong,Đã làm: Mọi việc đều xong.,,2024,")
    )
  }

  @Test func `a study of a plan without counts says so`() throws {
    let form = folder.appendingPathComponent("phieu.yaml").path
    let other = folder.appendingPathComponent("khac.thuocdo").path
    let workflow = Self.workflow("2024-01-05")
    _ = try workflow.new(other, questionnaires: [form], plan: nil, wave: "2024")
    #expect(refusal { _ = try workflow.countList(in: other) }.contains("không có kế hoạch"))
  }

  private static let form = """
    questionnaire: phieu-thu
    version: "1"
    languages: [vi]
    title: {vi: Phiếu thử}
    sections:
      - id: s
        title: {vi: Phiếu}
        questions:
          - {id: ten, type: text, label: {vi: Tên}}

    """

  private static let plan = """
    plan: ke-hoach-thu
    office: {vi: Xã thử, en: A commune}
    period: {year: 2024, report: [quarter, year]}
    targets:
      - id: viec
        promise: {vi: Mọi việc đều xong., en: All is done.}
        count: {done: xong, of: giao}
        at_least: 100%
      - id: tin
        promise: {vi: Mỗi tháng một tin., en: One item a month.}
        count: {done: tin_bai, every: month}
        at_least: 1

    """
}
