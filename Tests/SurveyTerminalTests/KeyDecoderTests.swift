import SurveyTerminal
import Testing

@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.decode(Array(text.utf8))
  }

  @Test func `control bytes are keys and all others are text`() {
    #expect(keys("a\r") == [.scalar("a"), .enter])
    #expect(keys("\u{7F}\u{8}") == [.deleteBackward, .deleteBackward])
    #expect(keys("\u{3}\u{4}\u{15}") == [.interrupt, .endOfInput, .clear])
    #expect(keys("\u{0}\u{2}\u{85}") == [])
  }

  @Test func `a line ends once, however it is ended`() {
    #expect(
      keys("1\r\n2\n3\r") == [
        .scalar("1"), .enter, .scalar("2"), .enter, .scalar("3"), .enter,
      ]
    )
  }

  @Test func `known sequences move and unknown ones vanish`() {
    #expect(
      keys("\u{1B}[D\u{1B}[C\u{1B}[H\u{1B}[4~\u{1B}[3~") == [
        .left, .right, .home, .end, .deleteForward,
      ]
    )
    #expect(keys("\u{1B}[A\u{1B}[1;5P\u{1B}[15~\u{1B}[[A\u{1B}x1") == [.scalar("1")])
    #expect(keys("\u{1B}]11;rgb:0/0/0\u{7}2\u{1B}P1$r\u{1B}\\3") == [.scalar("2"), .scalar("3")])
  }

  @Test func `the keypad in application mode gives digits and commands`() {
    #expect(keys("\u{1B}Oq\u{1B}Ok\u{1B}OM") == [.scalar("1"), .scalar("+"), .enter])
  }

  @Test func `a lone escape ends when nothing follows`() throws {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.isInsideSequence)
    decoder.abandonSequence()
    #expect(decoder.decode([0x5B]) == [.scalar("[")])
    let console = ScriptedConsole([.bytes([0x31, 0x1B]), .nothing, .bytes([0x5B, 0x0D])])
    let line = try LineReader(screen: console, keyboard: console).read(prompt: "> ")
    #expect(line == .line("1[", ended: .byEnter, isCut: false))
  }

  @Test func `bytes that are no UTF-8 are seen`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0xFF, 0x61]) == [.scalar("\u{FFFD}"), .scalar("a")])
    #expect(decoder.decode([0xE1, 0xBA, 0x0D]) == [.scalar("\u{FFFD}"), .enter])
    #expect(decoder.decode([0xE1, 0xBA]) == [])
    #expect(decoder.decode([0xBF]) == [.scalar("ế")])
  }
}
