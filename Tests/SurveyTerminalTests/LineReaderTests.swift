import SurveyTerminal
import Testing

@Suite struct LineReaderTests {
  private func read(
    _ bursts: [String],
    columns: Int = 80,
    initial: String = ""
  ) throws -> (line: TypedLine, screen: String) {
    let console = ScriptedConsole(typing: bursts, columns: columns)
    let reader = LineReader(screen: console, keyboard: console)
    return (try reader.read(prompt: "> ", initial: initial), console.transcript)
  }

  @Test func `a line can be edited in the middle`() throws {
    let (line, screen) = try read(["Vnh", "\u{1B}[D\u{1B}[D", "ĩ", "\u{5}", "!", "\r"])
    #expect(line == .line("Vĩnh!", ended: .byEnter, isCut: false))
    #expect(screen == "> Vĩnh!\n\n")
  }

  @Test func `deleting takes wide and joined characters whole`() throws {
    let (line, screen) = try read(["中文👩‍⚕️", "\u{7F}", "\u{7F}", "a", "\r"])
    #expect(line == .line("中a", ended: .byEnter, isCut: false))
    #expect(screen == "> 中a\n\n")
  }

  @Test func `a line wider than the screen scrolls and is shown whole at its end`() throws {
    let text = "Sóc Trăng, Vĩnh Châu, Móng Cái, Vĩnh Long, Ngã Năm"
    let (line, screen) = try read(text.map(String.init) + ["\u{1}", "* ", "\r"], columns: 24)
    #expect(line == .line("* " + text, ended: .byEnter, isCut: false))
    #expect(screen == "> * \(text)\n\n")
  }

  @Test func `what was typed before can be edited`() throws {
    let (line, _) = try read(["\u{7F}ợ", "\r"], initial: "chơ")
    #expect(line == .line("chợ", ended: .byEnter, isCut: false))
    #expect(
      try read(["\u{15}x\r"], initial: "chơ").line == .line("x", ended: .byEnter, isCut: false)
    )
  }

  @Test func `the end of input stops, but a last line without an end counts in a pipe`() throws {
    #expect(try read(["abc"]).line == .stopped)
    #expect(try read(["\u{4}"]).line == .stopped)
    #expect(try read(["ab\u{4}c\r"]).line == .line("abc", ended: .byEnter, isCut: false))
    let console = ScriptedConsole(typing: ["abc"], manner: .lines(echo: false))
    let reader = LineReader(screen: console, keyboard: console)
    #expect(try reader.read(prompt: "> ") == .line("abc", ended: .byEnter, isCut: false))
    #expect(try reader.read(prompt: "> ") == .stopped)
  }
}
