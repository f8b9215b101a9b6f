import Foundation
import Testing

@Suite struct ExaminationTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private static let faulty = """
    questionnaire: phieu-sai
    version: "1"
    languages: [vi, en]
    title: {vi: Phiếu có lỗi, en: A faulty form}
    consent: {version: "1", text: {vi: Xin phép hỏi., en: May I ask?}}
    choices:
      co-khong:
        - {code: 1, label: {vi: Có, en: "Yes"}}
        - {code: 2, label: {vi: Không, en: "No"}}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: da_lam, choices: co-khong, label: {vi: Đã làm chưa?, en: Done?}}
          - id: khi_nao
            type: text
            relevant: "${da_lam} = 'co'"
            label: {vi: Khi nào?, en: When?}
          - id: tuoi
            type: integer
            required: true
            constraint: ". >= 18 and . <= 16"
            label: {vi: Tuổi, en: Age}

    """

  @Test func `what no respondent could do is told with place and code`() throws {
    try folder.write("phieu.yaml", Self.faulty)
    let outcome = try Program.run(["check", "phieu.yaml"], in: folder)
    #expect(outcome.ended(1), outcome.summary)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("phieu.yaml:17:") && $0.hasSuffix("[never-asked]") })
    #expect(lines.contains { $0.hasPrefix("phieu.yaml:22:") && $0.hasSuffix("[blocks-everybody]") })
    #expect(lines.last == "phieu.yaml: khảo sát: đã chứng minh 0 · bác bỏ 4 · chưa xác định 0")
    let off = try Program.run(["check", "phieu.yaml", "--budget", "0"], in: folder)
    #expect(off.ended(0), off.summary)
    #expect(!off.output.contains("khảo sát:"))
    let all = try Program.run(["check", "phieu.yaml", "--claims", "--lang", "en"], in: folder)
    #expect(all.output.contains("- 'khi_nao' is asked\n"), all.summary)
    let wrong = try Program.run(["check", "phieu.yaml", "--budget", "-1"], in: folder)
    #expect(wrong.ended(64), wrong.summary)
  }

  /// Rows of shipped questionnaires and of one with all kinds of rules.
  @Test(arguments: Program.shipped + ["thu"])
  func `test data get exactly the outcome that they say`(form: String) throws {
    let path: String
    if form == "thu" {
      path = try folder.write("thu.yaml", Self.rules)
    } else {
      path =
        Program.checkout.appendingPathComponent("Questionnaires/\(form)/questionnaire.yaml").path
    }
    let made = try Program.run(["check", "--paths", "thu.csv", path], in: folder)
    #expect(made.ended(0), made.summary)
    let rows = try rows(of: "thu.csv")
    let expected = rows.dropFirst().map { $0[1] }
    let accepted = expected.count { $0 == "OK" }
    #expect(accepted > 3)
    #expect(accepted < expected.count)
    #expect(rows.dropFirst().allSatisfy { $0[0].hasPrefix("DỮ LIỆU THỬ: ") })

    let new = try Program.run(["new", "a.thuocdo", "--questionnaire", path], in: folder)
    #expect(new.ended(0), new.summary)
    let outcome = try Program.run(
      ["import", "a.thuocdo", "thu.csv", "--rejects", "loi.csv", "--format", "json"],
      in: folder
    )
    #expect(outcome.ended(accepted == expected.count ? 0 : 1), outcome.summary)
    let summary = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes)
    #expect(summary.imports.first?.new == accepted, outcome.summary)
    #expect(summary.imports.first?.rejected == expected.count - accepted, outcome.summary)

    // Line by line: the code and the column.
    let told = try self.rows(of: "loi.csv").dropFirst().map { "\($0[0]) \($0[2]) \($0[1])" }
    let wanted = expected.enumerated().filter { $0.element != "OK" }
      .map { "\($0.offset + 2) \($0.element)" }
    #expect(Array(told) == wanted)
  }

  @Test func `test data are not written over a file that exists`() throws {
    try folder.write("thu.yaml", Self.rules)
    try folder.write("co.csv", "x")
    let outcome = try Program.run(["check", "--paths", "co.csv", "thu.yaml"], in: folder)
    #expect(outcome.ended(2), outcome.summary)
    #expect(try folder.read("co.csv") == "x")
    let out = try Program.run(["check", "--paths", "-", "thu.yaml"], in: folder)
    #expect(out.ended(0), out.summary)
    #expect(out.output.contains("_muc_dich,_mong_doi,ma,"))
    // A budget that is given is kept to, also one of nothing.
    let none = try Program.run(
      ["check", "--paths", "-", "--budget", "0", "thu.yaml"],
      in: folder,
      language: "vi"
    )
    #expect(none.ended(1), none.summary)
    #expect(none.errors.contains("-: 0 dòng thử"))
    let claims = try Program.run(["check", "--paths", "-", "--claims", "thu.yaml"], in: folder)
    #expect(claims.ended(64), claims.summary)
    let two = try Program.run(["check", "--paths", "-", "thu.yaml", "thu.yaml"], in: folder)
    #expect(two.ended(64), two.summary)
  }

  /// The records of a small CSV file without line ends in cells.
  private func rows(of name: String) throws -> [[String]] {
    try folder.read(name).split(whereSeparator: \.isNewline).map { line in
      var cells: [String] = [""]
      var isQuoted = false
      for character in line where character != "\u{FEFF}" {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  private static let rules = """
    questionnaire: phieu-thu-quy-tac
    version: "1"
    languages: [vi, en]
    key: [ma]
    title: {vi: Phiếu thử, en: Test form}
    consent: {version: "1", text: {vi: Xin phép hỏi., en: May I ask?}}
    choices:
      tinh:
        - {code: a, label: {vi: Tỉnh A, en: Province A}}
        - {code: b, label: {vi: Tỉnh B, en: Province B}}
      xa:
        - {code: x1, label: {vi: Xã một, en: Ward one}, attributes: {tinh: a}}
        - {code: x2, label: {vi: Xã hai, en: Ward two}, attributes: {tinh: a}}
        - {code: x3, label: {vi: Xã ba, en: Ward three}, attributes: {tinh: b}}
      kenh:
        - {code: 1, label: {vi: Loa, en: Loudspeaker}}
        - {code: 2, label: {vi: Mạng, en: Internet}}
        - {code: 3, label: {vi: Họp, en: Meeting}}
        - {code: 9, label: {vi: Không kênh nào, en: None}, exclusive: true}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: ma, type: text, required: true, label: {vi: Mã, en: Code}}
          - {id: tinh, choices: tinh, required: true, label: {vi: Tỉnh, en: Province}}
          - id: xa
            choices: xa
            choice_filter: "tinh = ${tinh}"
            required: true
            label: {vi: Xã, en: Ward}
          - id: tuoi
            type: integer
            required: true
            constraint: ". >= 18 and . <= 120"
            label: {vi: Tuổi, en: Age}
            missing:
              - {code: 999, reason: refused, label: {vi: Không trả lời, en: No answer}}
          - id: kenh
            type: select_multiple
            choices: kenh
            constraint: "count-selected(.) <= 2"
            label: {vi: Kênh, en: Channels}
          - id: diem
            type: decimal
            relevant: "${tuoi} < 60"
            constraint: ". > 0 and . <= 9.5"
            label: {vi: Điểm, en: Mark}
          - id: ngay
            type: date
            constraint: ". <= today() and . >= date('2020-01-01')"
            label: {vi: Ngày, en: Day}
          - id: ma_so
            type: text
            relevant: "selected(${kenh}, '2')"
            required: true
            constraint: "regex(., '[A-Z]{2}[0-9]{3}')"
            label: {vi: Mã số, en: Number}
          - id: y_kien
            type: text
            constraint: "string-length(.) <= 20"
            label: {vi: Ý kiến, en: Remarks}

    """
}
