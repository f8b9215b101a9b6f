import Glibc
import SurveyTerminal
import Testing

/// On a pseudo-terminal, so that it runs where there is no other.
@Suite(.serialized) struct TerminalConsoleTests {
  private struct NoTerminal: Error {}

  /// `TIOCSPTLCK` and `TIOCGPTN`, which the Glibc module leaves out.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Opens both ends of a pseudo-terminal, and closes them afterwards.
  private func withTerminal(_ body: (_ master: Int32, _ slave: Int32) throws -> Void) throws {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0 else { throw NoTerminal() }
    defer { close(master) }
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(master, Self.setLock, &locked) == 0, ioctl(master, Self.getNumber, &number) == 0
    else { throw NoTerminal() }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw NoTerminal() }
    defer { close(slave) }
    try body(master, slave)
  }

  private func localModes(_ descriptor: Int32) -> tcflag_t {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    return settings.c_lflag
  }

  private func type(_ text: String, into master: Int32) {
    let bytes = Array(text.utf8)
    #expect(write(master, bytes, bytes.count) == bytes.count)
  }

  @Test func `the terminal gives keys and is put back as it was`() throws {
    try withTerminal { master, slave throws in
      let before = localModes(slave)
      try TerminalConsole.using(input: slave, output: slave) { console throws in
        #expect(console.manner == .keys)
        let during = localModes(slave)
        #expect(during & tcflag_t(ICANON | ECHO | ISIG | IEXTEN) == 0)
        type("ti\u{7F}\u{7F}tí", into: master)
        #expect(try console.read(waiting: nil) == .bytes(Array("ti\u{7F}\u{7F}tí".utf8)))
        type("\u{3}", into: master)
        #expect(try console.read(waiting: nil) == .bytes([3]))
        #expect(try console.read(waiting: 1) == .nothing)
      }
      #expect(localModes(slave) == before)
    }
  }

  @Test func `the terminal is put back after an error`() throws {
    try withTerminal { _, slave throws in
      let before = localModes(slave)
      #expect(throws: NoTerminal.self) {
        try TerminalConsole.using(input: slave, output: slave) { _ throws in throw NoTerminal() }
      }
      #expect(localModes(slave) == before)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a request to end is reported and ends nothing by itself`(_ signal: Int32) throws {
    // Whoever runs the tests in the background hands down that Ctrl-C is to be ignored.
    var usual = sigaction()
    sigaction(signal, &usual, nil)
    try withTerminal { _, slave throws in
      try TerminalConsole.using(input: slave, output: slave) { console throws in
        kill(getpid(), signal)
        #expect(try console.read(waiting: nil) == .interrupted)
        #expect(try console.read(waiting: 1) == .nothing)
      }
    }
  }

  @Test func `the width follows the terminal`() throws {
    try withTerminal { master, slave throws in
      try TerminalConsole.using(input: slave, output: slave) { console throws in
        for columns in [40, 132] {
          var size = winsize(
            ws_row: 24,
            ws_col: UInt16(columns),
            ws_xpixel: 0,
            ws_ypixel: 0
          )
          #expect(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
          #expect(console.columns == columns)
        }
      }
    }
  }

  @Test func `lines are read from a terminal when they are asked for`() throws {
    try withTerminal { _, slave throws in
      let before = localModes(slave)
      TerminalConsole.using(input: slave, output: slave, linesOnly: true) { console in
        #expect(console.manner == .lines(echo: false))
        #expect(localModes(slave) == before)
      }
    }
  }

  @Test func `a pipe gives lines and its end`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    type("4\n", into: ends[1])
    close(ends[1])
    try TerminalConsole.using(input: ends[0], output: ends[0]) { console throws in
      #expect(console.manner == .lines(echo: true))
      #expect(console.columns == 80)
      #expect(try console.read(waiting: nil) == .bytes(Array("4\n".utf8)))
      #expect(try console.read(waiting: nil) == .ended)
      #expect(throws: TerminalError.self) { try console.write("x") }
    }
  }
}
