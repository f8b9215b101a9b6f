import Foundation
import Testing

/// Rows that a server rejected, that were made to try a form, or that were broken off.
@Suite struct DoubtfulRowsTests {
  private let trial: LedgerTrial

  init() throws { trial = try LedgerTrial(hasKey: false) }

  private static let central = """
    don_vi,tuoi,muc,KEY,ReviewState
    A,20,1,uuid:11111111111111111111,approved
    B,21,2,uuid:11111111111111111112,rejected
    C,22,1,uuid:11111111111111111113,hasIssues
    D,23,1,uuid:11111111111111111114,

    """

  @Test func `a rejected submission stops the file until somebody says what becomes of it`() throws
  {
    try trial.folder.write("a.csv", Self.central)
    let stopped = try trial.run("import", "k.thuocdo", "a.csv")
    #expect(stopped.ended(2), stopped.summary)
    #expect(
      stopped.errors.contains(
        "1 dòng ghi “rejected” ở cột “ReviewState” (bị từ chối, đầu tiên: dòng 3)"
      ),
      stopped.summary
    )
    #expect(stopped.errors.contains("--status leave"), stopped.summary)
    #expect(stopped.errors.contains("[S01]"), stopped.summary)
    #expect(try trial.ages().n == 0)
    let english = try trial.run("import", "k.thuocdo", "a.csv", "--dry-run", language: "en")
    #expect(english.ended(2), english.summary)
    #expect(
      english.errors.contains("1 row has “rejected” in “ReviewState” (rejected, first: line 3)")
    )
  }

  @Test func `such rows are left out or taken as was said, and the summary tells them`() throws {
    try trial.folder.write("a.csv", Self.central)
    let left = try trial.run("import", "k.thuocdo", "a.csv", "--status", "leave", language: "en")
    #expect(left.ended(0), left.summary)
    #expect(left.output.contains("3 interviews taken"), left.summary)
    #expect(left.output.contains("first: line 3): left out (--status leave). [S01]"), left.summary)
    #expect(try trial.ages().n == 3)
    // What is not said is as it was.
    let again = try trial.run("import", "k.thuocdo", "a.csv")
    #expect(again.ended(0), again.summary)
    let taken = try trial.takeOne("a.csv", "--status", "take", status: 0)
    #expect(taken.counts == [1, 3, 0, 0, 0, 0, 0, 0])
    #expect(try trial.ages().n == 4)
  }

  @Test func `an interview that was rejected after it came in is told`() throws {
    try trial.folder.write("a.csv", Self.central.replacing("rejected", with: "approved"))
    #expect(try trial.takeOne("a.csv", status: 0).new == 4)
    try trial.folder.write("b.csv", Self.central)
    let left = try trial.run("import", "k.thuocdo", "b.csv", "--status", "leave")
    #expect(left.ended(1), left.summary)
    #expect(left.output.contains("1 trong số đó đã có trong nghiên cứu"), left.summary)
    #expect(try trial.ages().n == 4)
  }

  /// Files of other systems, with the column and the cell that raise a doubt.
  private static let systems = [
    (
      "don_vi,tuoi,muc,_uuid,_validation_status\n"
        + "A,20,1,11111111111111111111,Approved\nB,21,1,11111111111111111112,Not Approved\n",
      "“Not Approved” ở cột “_validation_status” (bị từ chối, đầu tiên: dòng 3)"
    ),
    (
      "don_vi,tuoi,muc,_uuid,_validation_status\n"
        + "A,20,1,11111111111111111111,validation_status_not_approved\n",
      "“validation_status_not_approved” ở cột “_validation_status” (bị từ chối"
    ),
    (
      "interview__id,don_vi,tuoi,muc,interview__status\n"
        + "abcdefabcdefabcdefab1,A,20,1,130\nabcdefabcdefabcdefab2,B,21,1,65\n",
      "“65” ở cột “interview__status” (bị từ chối, đầu tiên: dòng 3)"
    ),
    (
      "Status,Progress,Finished,ResponseId,don_vi,tuoi,muc\n"
        + "IP Address,100,True,R_11111111111111111,A,20,1\n"
        + "Survey Preview,100,True,R_11111111111111112,B,21,1\n",
      "“Survey Preview” ở cột “Status” (làm thử, đầu tiên: dòng 3)"
    ),
    (
      "Status,Progress,Finished,ResponseId,don_vi,tuoi,muc\n0,12,0,R_11111111111111112,B,21,\n",
      "“0” ở cột “Finished” (chưa xong, đầu tiên: dòng 2)"
    ),
    (
      "id,submitdate,lastpage,don_vi,tuoi,muc\n1,2026-10-01 10:00:00,5,A,20,1\n2,,1,B,21,\n,,,,,\n",
      "1 dòng để trống cột “submitdate” (chưa xong, đầu tiên: dòng 3)"
    ),
    (
      "record_id,don_vi,tuoi,muc,phieu_complete\n1,A,20,1,2\n2,B,21,,0\n",
      "“0” ở cột “phieu_complete” (chưa xong, đầu tiên: dòng 3)"
    ),
    (
      "study_id,don_vi,tuoi,muc,phieu_complete\n1,A,20,1,2\n2,B,21,,0\n",
      "“0” ở cột “phieu_complete” (chưa xong, đầu tiên: dòng 3)"
    ),
    (
      "ma,redcap_event_name,don_vi,tuoi,muc,phieu_complete,x\n1,a,A,20,1,2,\n2,a,B,21,,0,\n",
      "“0” ở cột “phieu_complete” (chưa xong, đầu tiên: dòng 3)"
    ),
    (
      "Record ID,Nơi ở,Tuổi,Mức hài lòng,Complete?\n1,A,20,1,Complete\n2,B,21,,Incomplete\n",
      "“Incomplete” ở cột “Complete?” (chưa xong, đầu tiên: dòng 3)"
    ),
    (
      central("missing encrypted form data"),
      "“missing encrypted form data” ở cột “Status” (chưa xong, đầu tiên: dòng 3)"
    ),
    (central("not decrypted"), "“not decrypted” ở cột “Status” (chưa xong, đầu tiên: dòng 3)"),
    (central("notDecrypted"), "“notDecrypted” ở cột “Status” (chưa xong, đầu tiên: dòng 3)"),
    (
      "id. Response ID,submitdate. Date submitted,lastpage. Last page,don_vi,tuoi,muc\n"
        + "1,2026-10-01 10:00:00,5,A,20,1\n2,,1,B,21,\n",
      "1 dòng để trống cột “submitdate. Date submitted” (chưa xong, đầu tiên: dòng 3)"
    ),
    (
      "Mã câu trả lời,Ngày gửi,Trang sau cùng,don_vi,tuoi,muc\n"
        + "1,2026-10-01 10:00:00,5,A,20,1\n2,,1,B,21,\n",
      "1 dòng để trống cột “Ngày gửi” (chưa xong, đầu tiên: dòng 3)"
    ),
    (
      "Response ID,Response Type,don_vi,tuoi,muc\n"
        + "R_11111111111111111,IP Address,A,20,1\nR_11111111111111112,Survey Preview,B,21,1\n",
      "“Survey Preview” ở cột “Response Type” (làm thử, đầu tiên: dòng 3)"
    ),
    (
      "Finished,Recorded Date,Response ID,don_vi,tuoi,muc\n"
        + "True,2026-10-01,R_11111111111111111,A,20,1\nFalse,2026-10-01,R_11111111111111112,B,21,\n",
      "“False” ở cột “Finished” (chưa xong, đầu tiên: dòng 3)"
    ),
  ]

  /// A submission to ODK Central that has no answers, because nobody could read them.
  private static func central(_ status: String) -> String {
    "SubmissionDate,don_vi,tuoi,muc,KEY,Status,ReviewState\n"
      + "2026-10-01T00:00:00.000Z,A,20,1,uuid:11111111111111111111,,\n"
      + "2026-10-01T00:00:00.000Z,B,,,uuid:11111111111111111112,\(status),\n"
  }

  @Test(arguments: systems.indices)
  func `each system has its own words for it`(place: Int) throws {
    let (text, told) = Self.systems[place]
    try trial.folder.write("a.csv", text)
    let stopped = try trial.run("import", "k.thuocdo", "a.csv")
    #expect(stopped.ended(2), stopped.summary)
    #expect(stopped.errors.contains(told), stopped.summary)
    let taken = try trial.run("import", "k.thuocdo", "a.csv", "--status", "take")
    #expect(taken.ended(0), taken.summary)
    #expect(taken.output.contains("vẫn nhận (--status take). [S01]"), taken.summary)
  }

  /// Rows that count at their servers, and columns of no server.
  @Test(arguments: [
    "don_vi,tuoi,muc,Status\nA,20,1,1\nB,21,1,2\n",
    "don_vi,tuoi,muc,Finished\nA,20,1,0\nB,21,1,1\n",
    "don_vi,tuoi,muc,Ngày gửi\nA,20,1,\nB,21,1,01/10/2026\n",
    "don_vi,tuoi,muc,a_complete,b_complete\nA,20,1,2,0\n",
    "id,submitdate,lastpage,don_vi,tuoi,muc\n1,1980-01-01 00:00:00,5,A,20,1\n",
    "don_vi,tuoi,muc,_uuid,_validation_status\nA,20,1,11111111111111111111,On Hold\n",
    "Response ID,don_vi,tuoi,muc,Status\n1000,A,20,1,1\n1001,B,21,1,2\n",
    "Response ID,don_vi,tuoi,muc,Finished\n1000,A,20,1,0\n1001,B,21,1,1\n",
    "study_id,don_vi,tuoi,treatment_complete,muc\n1000,A,20,0,1\n1001,B,21,1,1\n",
    "don_vi,tuoi,muc,Complete?\nA,20,1,Incomplete\nB,21,1,Complete\n",
    "record_id,don_vi,tuoi,muc,Complete?,Complete?\n1,A,20,1,Complete,Incomplete\n",
  ])
  func `a good file is not stopped`(text: String) throws {
    try trial.folder.write("a.csv", text)
    let taken = try trial.run("import", "k.thuocdo", "a.csv")
    #expect(taken.ended(0), taken.summary)
    #expect(!taken.output.contains("S01"), taken.summary)
  }

  @Test func `many rows are left out among many as one by one`() throws {
    let rows = (0..<3000).map { number in
      "Xã \(number),\(20 + number % 70),1,\(number % 100 == 7 ? "rejected" : "approved")\n"
    }
    try trial.folder.write("a.csv", "don_vi,tuoi,muc,ReviewState\n" + rows.joined())
    #expect(try trial.takeOne("a.csv", "--status", "leave", status: 0).new == 2970)
  }

  /// Rows without an answer, of which their server says that they do not count; some systems are read
  /// row by row, since blank cells say something.
  @Test(arguments: [
    ("interview__id,don_vi,tuoi,muc,interview__status", "100", "60"),
    ("id,submitdate,tuoi,muc,lastpage", "2026-10-01 10:00:00", ""),
  ])
  func `a row without an answer counts once`(header: String, whole: String, doubt: String) throws {
    try trial.folder.write("phieu.yaml", Self.optional)
    let made = try trial.run("new", "o.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "2026")
    try #require(made.ended(0), made.summary)
    let isBlank = doubt.isEmpty
    func row(_ number: Int, _ answers: String, _ state: String) -> String {
      isBlank ? "\(number),\(state),\(answers),1\n" : "\(number),,\(answers),\(state)\n"
    }
    let rows = (0..<600).map { number in
      switch number % 100 {
      case 7: row(number, "21,", doubt)
      case 8, 9: row(number, ",", doubt)
      case 10: row(number, ",", isBlank ? doubt : whole)
      default: row(number, "\(20 + number % 70),1", whole)
      }
    }
    // The first row too may be one.
    let text = header + "\n" + row(1000, ",", doubt) + rows.joined()
    try trial.folder.write("a.csv", text)
    let blank = 1 + (isBlank ? 18 : 12)
    let asked = try trial.run("import", "o.thuocdo", "a.csv", language: "en")
    #expect(asked.ended(2), asked.summary)
    #expect(asked.errors.contains("\(blank + 6) rows have"), asked.summary)
    for answer in ["leave", "take"] {
      let outcome = try trial.run(
        "import",
        "o.thuocdo",
        "a.csv",
        "--dry-run",
        "--status",
        answer,
        extra: ["--format", "json"]
      )
      let found = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports[0]
      let isLeft = answer == "leave"
      let passed = found.notes.filter { $0.code == "T09" }.reduce(0) { $0 + $1.count }
      let told = found.notes.filter { $0.code == "S01" }.map(\.count)
      #expect(found.rejected == 0, outcome.summary)
      #expect(found.left_out == (isLeft ? blank + 6 : 0), outcome.summary)
      #expect(found.statuses.map(\.rows) == [isLeft ? blank + 6 : 6], outcome.summary)
      #expect(told == found.statuses.map(\.rows), outcome.summary)
      #expect(found.rows == found.new + found.left_out, outcome.summary)
      #expect(found.rows + passed == 601, outcome.summary)
    }
  }

  /// A form that nobody has to answer.
  private static let optional = SmallStudy.questionnaire.replacing("required: true, ", with: "")

  @Test func `a saved map holds the decision`() throws {
    try trial.folder.write("a.csv", Self.central)
    try trial.folder.write(
      "m.yaml",
      "map: phieu-thu\nstatus: leave\ncolumns:\n  - {header: \"don_vi\", question: don_vi}\n"
    )
    #expect(try trial.takeOne("a.csv", "--map", "m.yaml", status: 0).new == 3)
  }
}
