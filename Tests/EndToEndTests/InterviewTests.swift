import Foundation
import Testing

/// Interviews over a pipe, as a script or a screen reader drives them.
@Suite struct InterviewTests {
  @Test(arguments: InterviewScript.all)
  func `a scripted interview is asked, shown and saved`(script: InterviewScript) throws {
    let folder = try script.study()
    let outcome = try Program.run(
      ["interview", InterviewScript.study, "--plain"],
      in: folder,
      input: script.lines.joined(separator: "\n") + "\n\n0\n"
    )
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Đã lưu phiếu 1."))
    #expect(outcome.output.hasSuffix("Đã lưu 1 phiếu.\n"))
    #expect(!outcome.output.contains("\u{1B}"))
    let review = InterviewScript.review(in: outcome.output)
    #expect(review.count == script.questions)
    for expected in script.expected { #expect(review.contains(expected), "\(expected)") }
  }

  @Test func `answers that are typed are answers that are counted`() throws {
    let script = InterviewScript.counter
    let folder = try script.study()
    // The second form keeps unit and counter, so it is asked two questions fewer.
    let second = script.lines.prefix(1) + script.lines.dropFirst(3)
    let outcome = try Program.run(
      ["interview", InterviewScript.study, "--plain"],
      in: folder,
      input: (script.lines + ["", ""] + second + ["", "0"]).joined(separator: "\n") + "\n"
    )
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.hasSuffix("Đã lưu 2 phiếu.\n"))
    let estimate = try Program.run(
      [
        "estimate", InterviewScript.study, "--proportion", "m1=2", "--proportion", "m3=1", "--mean",
        "quay", "--proportion", "m8=0,1,2", "--by", "don_vi", "--format", "json",
      ],
      in: folder
    )
    #expect(estimate.ended(0), estimate.summary)
    let figures = try Figure.all(in: estimate.outputBytes)
    func overall(_ variable: String) -> Figure? {
      figures.first { $0.domain.isEmpty && $0.variable == variable }
    }
    for variable in ["m1=2", "m3=1"] {
      #expect(overall(variable)?.n == 2)
      #expect(overall(variable)?.estimate == 1)
    }
    #expect(overall("quay")?.estimate == 3)
    #expect(overall("m8=0,1,2")?.n == 0)
    #expect(overall("m8=0,1,2")?.estimate == nil)
    #expect(figures.contains { $0.domain == ["don_vi": "Phường Hòa Bình"] })
  }

  @Test func `a refused consent saves nothing`() throws {
    let folder = try InterviewScript.counter.study()
    let outcome = try Program.run(
      ["interview", InterviewScript.study, "--plain"],
      in: folder,
      input: "2\n0\n"
    )
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.hasSuffix("Đã lưu 0 phiếu.\n"))
  }

  @Test func `the end of input sets the form aside`() throws {
    let script = InterviewScript.counter
    let folder = try script.study()
    let outcome = try Program.run(
      ["interview", InterviewScript.study, "--plain"],
      in: folder,
      input: script.lines.prefix(6).joined(separator: "\n") + "\n"
    )
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Phiếu được để dành với 5 câu trả lời đã ghi."))
    #expect(outcome.output.contains("  thuocdo interview \(InterviewScript.study)\n"))
  }

  @Test func `the form speaks the language that is asked for`() throws {
    let folder = try InterviewScript.counter.study()
    let outcome = try Program.run(
      ["interview", InterviewScript.study, "--plain", "--form-language", "en", "--lang", "en"],
      in: folder,
      input: "1\n"
    )
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("One-stop unit"))
    #expect(outcome.output.contains("Question 1/17"))
  }

  /// Every answer is on disk before the next question, so a power cut costs none.
  @Test(arguments: InterviewScript.all, [UInt64](1...5))
  func `a killed interview is resumed with every answer`(
    script: InterviewScript,
    seed: UInt64
  ) throws {
    var random = SeededNumbers(seed: seed)
    let cut = Int.random(in: 2..<script.lines.count, using: &random)
    let folder = try script.study()
    let arguments = ["interview", InterviewScript.study, "--plain"]
    let broken = try Conversation(arguments, in: folder)
    for line in script.lines.prefix(cut) {
      try #require(broken.prompt() != nil, "\(broken.transcript)")
      broken.answer(line)
    }
    // The prompt that follows says that the last answer was taken.
    try #require(broken.prompt() != nil)
    broken.kill()

    let resumed = try Conversation(arguments, in: folder)
    var said = try #require(resumed.prompt())
    if said.contains("1 hoặc Enter = làm tiếp") {
      resumed.answer("1")
      said += try #require(resumed.prompt())
    }
    let given = script.answersGiven(byLines: cut)
    #expect(said.contains("đã có \(given) câu trả lời"), "cut \(cut)\n\(said)")
    // A note, and an answer that waits to be confirmed, are shown again.
    for line in script.lines.dropFirst(script.resumption(after: cut)) {
      resumed.answer(line)
      try #require(resumed.prompt() != nil, "\(resumed.transcript)")
    }
    resumed.answer("")
    try #require(resumed.prompt() != nil, "\(resumed.transcript)")
    resumed.answer("0")
    #expect(resumed.end() == 0)
    #expect(resumed.transcript.hasSuffix("Đã lưu 1 phiếu.\n"))

    let whole = try Program.run(
      arguments,
      in: script.study(),
      input: script.lines.joined(separator: "\n") + "\n\n0\n"
    )
    let review = InterviewScript.review(in: resumed.transcript)
    #expect(review == InterviewScript.review(in: whole.output))
    #expect(review.count == script.questions)
  }
}
