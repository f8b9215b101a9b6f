import Foundation
import Testing

/// Several programs at work on one study.
@Suite(.serialized)
struct TogetherTests {
  @Test func `a file is imported while an interview waits`() throws {
    let script = InterviewScript.counter
    let folder = try script.study()
    let interview = try Conversation(["interview", InterviewScript.study, "--plain"], in: folder)
    for line in script.lines.prefix(9) {
      try #require(interview.prompt() != nil, "\(interview.transcript)")
      interview.answer(line)
    }
    let rows = "don_vi,ngay,m1\nPhường Một,1/9/2026,2\nPhường Hai,2/9/2026,1\n"
    let imported = try Program.run(
      ["import", InterviewScript.study, "-"],
      in: folder,
      input: rows
    )
    #expect(imported.ended(0), imported.summary)
    for line in script.lines.dropFirst(9) + ["", "0"] {
      try #require(interview.prompt() != nil, "\(interview.transcript)")
      interview.answer(line)
    }
    #expect(interview.end() == 0)
    let estimate = try Program.run(
      ["estimate", InterviewScript.study, "--proportion", "m1=2", "--format", "json"],
      in: folder
    )
    let figure = try #require(try Figure.all(in: estimate.outputBytes).first)
    #expect(figure.n == 3)
    #expect(figure.count == 2)
  }

  @Test func `two terminals on one study lose nothing`() throws {
    let script = InterviewScript.counter
    let folder = try script.study()
    let arguments = ["interview", InterviewScript.study, "--plain"]
    let terminals = [
      try Conversation(arguments, in: folder), try Conversation(arguments, in: folder),
    ]
    for line in script.lines + ["", "0"] {
      for terminal in terminals {
        let said = try #require(terminal.prompt(), "\(terminal.transcript)")
        // A form that somebody fills in is offered to nobody else.
        #expect(!said.contains("làm tiếp"))
        terminal.answer(line)
      }
    }
    for terminal in terminals {
      #expect(terminal.end() == 0)
      #expect(terminal.transcript.hasSuffix("Đã lưu 1 phiếu.\n"))
      #expect(InterviewScript.review(in: terminal.transcript).count == script.questions)
    }
    let estimate = try Program.run(
      ["estimate", InterviewScript.study, "--proportion", "m1=2", "--format", "json"],
      in: folder
    )
    #expect(try Figure.all(in: estimate.outputBytes).first?.n == 2)
  }

  @Test func `imports at the same time are all counted or told to wait`() throws {
    let study = try SmallStudy()
    let sizes = [3_000, 2_000, 1_000]
    var running: [(name: String, process: Process)] = []
    for (number, size) in sizes.enumerated() {
      let name = "tep-\(number).csv"
      let rows = (0..<size).map { "Xã \(number),\(18 + $0 % 60),2\n" }
      try study.folder.write(name, "don_vi,tuoi,muc\n" + rows.joined())
      let process = try Program.process(
        ["import", SmallStudy.name, name],
        in: study.folder,
        language: "vi"
      )
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      running.append((name, process))
    }
    for (name, process) in running {
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect([0, 2].contains(process.terminationStatus))
      guard process.terminationStatus == 2 else { continue }
      let again = try study.run("import", SmallStudy.name, name)
      #expect([0, 2].contains(again.status), again.summary)
    }
    for name in running.map(\.name) {
      let again = try study.run("import", SmallStudy.name, name)
      #expect(again.ended(0), again.summary)
    }
    let all = sizes.reduce(0, +)
    #expect(try study.counts() == (all, all))
  }
}
