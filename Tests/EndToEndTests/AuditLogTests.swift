import Foundation
import Testing

/// Paradata over a pipe.
@Suite struct AuditLogTests {
  private func interview(_ options: [String], in study: SmallStudy, lines: [String]) throws {
    let outcome = try Program.run(
      ["interview", SmallStudy.name, "--plain", "--operator", "A1"] + options,
      in: study.folder,
      input: lines.joined(separator: "\n") + "\n"
    )
    try #require(outcome.ended(0), outcome.summary)
  }

  private let form = ["1", "Tổ A", "17", "45", "2", "", "0"]

  @Test func `the course of an interview has the columns of ODK`() throws {
    let study = try SmallStudy()
    try interview(["--audit"], in: study, lines: form)
    let log = try study.run("audit-log", SmallStudy.name, "--interview", "1")
    #expect(log.ended(0), log.summary)
    let lines = log.output.split(whereSeparator: \.isNewline)
    #expect(lines[0] == "event,node,start,end,old-value,new-value,user,change-reason")
    let events = lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(events.allSatisfy { $0.count == 8 })
    #expect(
      events.map { "\($0[0]) \($0[1])" } == [
        "form start ", "question /data/don_vi", "constraint error /data/tuoi",
        "question /data/tuoi", "question /data/muc", "end screen ", "form save ", "form finalize ",
      ]
    )
    #expect(events.map { String($0[5]) } == ["", "Tổ A", "", "45", "2", "", "", ""])
    #expect(events.allSatisfy { $0[6] == "A1" })
    // A question is told when it is left, after the refusals that happened meanwhile.
    let moments = try events.map { event in
      let start = try #require(Int64(event[2]))
      return (start: start, end: Int64(event[3]) ?? start)
    }
    #expect(moments.allSatisfy { $0.start <= $0.end })
    #expect(moments.map(\.end) == moments.map(\.end).sorted())
    let all = try study.run("audit-log", SmallStudy.name)
    #expect(all.output.hasPrefix("instance ID,event,node,"))
    #expect(try study.run("audit-log", SmallStudy.name, "--interview", "x").ended(2))
    #expect(try study.run("audit-log", SmallStudy.name, "--interview", "99").ended(2))
  }

  @Test func `nothing is kept unless it is asked for`() throws {
    let study = try SmallStudy()
    try interview([], in: study, lines: form)
    let log = try study.run("audit-log", SmallStudy.name)
    #expect(log.output.split(whereSeparator: \.isNewline).count == 1)
    let one = try study.run("audit-log", SmallStudy.name, "--interview", "1")
    #expect(one.ended(0), one.summary)
    #expect(one.output.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test func `a note and the language stay with the form when it is resumed`() throws {
    let study = try SmallStudy()
    try interview(["--audit"], in: study, lines: ["1", "Tổ A", "*", "1", "ở nhờ", "**"])
    let resumed = try study.run(
      "interview",
      SmallStudy.name,
      "--plain",
      "--audit",
      input: "1\n45\n2\n\n0\n"
    )
    #expect(resumed.ended(0), resumed.summary)
    #expect(resumed.output.contains("Age"), resumed.summary)
    #expect(resumed.output.contains("Ghi chú, Age: ở nhờ"))
    let why = try study.run("why", SmallStudy.name, "tuoi=45")
    #expect(why.output.contains("ở nhờ"), why.summary)
    let log = try study.run("audit-log", SmallStudy.name, "--interview", "1")
    #expect(log.output.contains("form exit"))
    #expect(log.output.contains("form resume"))
  }
}
