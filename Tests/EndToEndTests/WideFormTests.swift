import Foundation
import Testing

/// A form with more columns than one table of the study holds.
@Suite struct WideFormTests {
  private static let questions = 1_000
  private static let rows = 60

  private static let form: String = {
    var text = """
      questionnaire: rong
      version: "1"
      languages: [vi, en]
      title: {vi: Phiếu rộng, en: A wide form}
      consent: {version: "1", text: {vi: Xin phép hỏi., en: May I ask?}}
      sections:
        - id: phieu
          title: {vi: Phiếu, en: Form}
          questions:

      """
    for number in 1...questions {
      let label = "{vi: Câu \(number), en: No. \(number)}"
      text += "      - {id: q\(number), type: integer, label: \(label)}\n"
    }
    return text
  }()

  private static func answer(_ row: Int, _ question: Int) -> Int { row * 7 + question % 13 }

  @Test func `every row that is counted is in the study`() throws {
    let folder = try Folder()
    try folder.write("rong.yaml", Self.form)
    let made = try Program.run(
      ["new", "rong.thuocdo", "--questionnaire", "rong.yaml", "--wave", "2026"],
      in: folder
    )
    try #require(made.ended(0), made.summary)
    var table = (1...Self.questions).map { "q\($0)" }.joined(separator: ",") + "\n"
    for row in 1...Self.rows {
      table +=
        (1...Self.questions).map { String(Self.answer(row, $0)) }.joined(separator: ",") + "\n"
    }
    try folder.write("rong.csv", table)
    let trial = try Program.run(["import", "rong.thuocdo", "rong.csv", "--dry-run"], in: folder)
    #expect(trial.output.contains("Nhận \(Self.rows) phiếu, trả lại 0 dòng."), trial.summary)
    let outcome = try Program.run(["import", "rong.thuocdo", "rong.csv"], in: folder)
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Nhận \(Self.rows) phiếu, trả lại 0 dòng."), outcome.summary)
    let rows = try StudyRows(folder.url.appendingPathComponent("rong.thuocdo").path)
    #expect(rows.rows.count == Self.rows)
    // The first table and the last.
    for question in [1, Self.questions] {
      for row in 1...Self.rows {
        #expect(rows.cell(row - 1, "q\(question)") == String(Self.answer(row, question)))
      }
    }
  }
}
