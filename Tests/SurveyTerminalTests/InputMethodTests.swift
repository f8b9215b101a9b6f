import SurveyModel
import SurveyTerminal
import Testing

/// Byte streams as Vietnamese input methods send them: what was typed is deleted and typed anew.
@Suite struct InputMethodTests {
  struct Stream: CustomTestStringConvertible {
    let name: String
    let typed: String
    let expected: String
    var testDescription: String { name }
  }

  static let streams = [
    Stream(
      name: "Telex, tone at once: tie6ng Vie6t",
      typed: "tie\u{7F}ê\u{7F}ếng Vie\u{7F}êt\u{7F}\u{7F}ệt",
      expected: "tiếng Việt"
    ),
    Stream(
      name: "Telex, tone at the end of the word: tieengs Vieetj",
      typed: "tie\u{7F}êng\u{7F}\u{7F}\u{7F}ếng Vie\u{7F}êt\u{7F}\u{7F}ệt",
      expected: "tiếng Việt"
    ),
    Stream(
      name: "Telex, whole word replaced: ti, tis",
      typed: "ti\u{7F}\u{7F}tí",
      expected: "tí"
    ),
    Stream(
      name: "VNI, by digits: Vi4nh Cha6u",
      typed: "Vi\u{8}ĩnh Cha\u{8}âu",
      expected: "Vĩnh Châu"
    ),
    Stream(
      name: "VNI, digits at the end, deleted with them: Vinh4 Chau6",
      typed: "Vinh4\u{8}\u{8}\u{8}\u{8}ĩnh Chau6\u{8}\u{8}\u{8}âu",
      expected: "Vĩnh Châu"
    ),
    Stream(name: "old style: hof a", typed: "ho\u{7F}òa", expected: "hòa"),
    Stream(name: "new style: hoaf", typed: "hoa\u{7F}\u{7F}oà", expected: "hoà"),
    Stream(
      name: "separate marks (NFD)",
      typed: "tie\u{302}\u{301}ng Vie\u{323}\u{302}t",
      expected: "tiếng Việt"
    ),
    Stream(
      name: "a letter with marks is deleted whole",
      typed: "Vie\u{323}\u{302}\u{7F}ệt",
      expected: "Việt"
    ),
    Stream(
      name: "undone tone: as twice",
      typed: "a\u{7F}á\u{7F}as ddo\u{7F}\u{7F}\u{7F}đ\u{7F}Đường",
      expected: "as Đường"
    ),
    Stream(
      name: "an empty character that the input method deletes again",
      typed: "Sóc Tra\u{202F}\u{7F}\u{7F}ăng",
      expected: "Sóc Trăng"
    ),
  ]

  private func line(_ inputs: [KeyboardInput]) throws -> (line: TypedLine, screen: String) {
    let console = ScriptedConsole(inputs)
    let reader = LineReader(screen: console, keyboard: console)
    return (try reader.read(prompt: "> "), console.transcript)
  }

  @Test(arguments: streams)
  func `a burst arrives whole, split at any byte`(_ stream: Stream) throws {
    let bytes = Array((stream.typed + "\r").utf8)
    let wanted = TypedLine.line(stream.expected, ended: .byEnter, isCut: false)
    for cut in bytes.indices {
      let (line, screen) = try line([.bytes(Array(bytes[..<cut])), .bytes(Array(bytes[cut...]))])
      #expect(line == wanted)
      #expect(utf8(line) == Array(stream.expected.utf8))
      #expect(screen == "> \(stream.expected)\n\n")
    }
  }

  @Test(arguments: streams)
  func `a burst arrives whole, byte by byte`(_ stream: Stream) throws {
    let bytes = Array((stream.typed + "\r").utf8)
    let (line, screen) = try line(bytes.map { .bytes([$0]) })
    #expect(utf8(line) == Array(stream.expected.utf8))
    #expect(screen == "> \(stream.expected)\n\n")
  }

  @Test func `an input method does not hinder codes`() throws {
    let plan = try plan([("a", .selectOne(list(["1", "2"]))), ("b", .text)])
    let console = ScriptedConsole(typing: ["2", "ti\u{7F}\u{7F}tí", "\r"])
    let recorder = ScriptedRecorder(plan)
    try conduct(plan, on: console, into: recorder)
    #expect(recorder.events.contains("a = 2"))
    #expect(recorder.events.contains("b = tí"))
  }

  private func utf8(_ line: TypedLine) -> [UInt8] {
    if case .line(let text, _, _) = line { Array(text.utf8) } else { [] }
  }
}
