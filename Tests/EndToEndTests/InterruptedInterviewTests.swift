import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Interviews that are killed at any moment lose nothing that was taken.
@Suite(.serialized)
struct InterruptedInterviewTests {
  /// Everything is typed at once; the moment is drawn by what is on the disk.
  @Test(arguments: [UInt64](1...5))
  func `what was answered before the kill is there after it`(seed: UInt64) throws {
    let script = InterviewScript.counter
    let folder = try script.study()
    var random = SeededNumbers(seed: seed)
    let arguments = ["interview", InterviewScript.study, "--plain"]
    let process = try Program.process(arguments, in: folder, language: "vi")
    try folder.write("typed", script.lines.joined(separator: "\n") + "\n")
    try folder.write("said", "")
    let typed = try FileHandle(forReadingFrom: folder.url.appendingPathComponent("typed"))
    let said = try FileHandle(forWritingTo: folder.url.appendingPathComponent("said"))
    process.standardInput = typed
    process.standardOutput = said
    process.standardError = FileHandle.nullDevice
    let goal = UInt64.random(in: 0...900_000, using: &random)
    let further = Int.random(in: 0...2_000, using: &random)
    try process.run()
    let log = folder.url.appendingPathComponent("\(InterviewScript.study)-wal").path
    while process.isRunning, Self.size(of: log) < goal { sched_yield() }
    for _ in 0..<further { sched_yield() }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()

    let output = try String(contentsOf: folder.url.appendingPathComponent("said"), encoding: .utf8)
    // Each prompt says that the line before it was taken.
    let prompts = output.components(separatedBy: "\n> ").count - 1
    let sure = script.answersGiven(byLines: max(0, prompts - 1))
    let most = script.answersGiven(byLines: min(script.lines.count, prompts))
    let resumed = try Program.run(arguments, in: folder, input: "1\n")
    #expect(resumed.ended(0), resumed.summary)
    let found = resumed.output.firstMatch(of: /đã có ([0-9]+) câu trả lời/)
    let kept = found.flatMap { Int($0.1) } ?? 0
    #expect((sure...most).contains(kept), "\(prompts) prompts, \(kept) kept")
  }

  private static func size(of path: String) -> UInt64 {
    var information = stat()
    return stat(path, &information) == 0 ? UInt64(information.st_size) : 0
  }
}
