import Glibc

/// The screen and the keyboard of the process.
///
/// On a terminal single keys are read; otherwise, or when lines are asked for, the same interview
/// runs over lines of text, so that it can be scripted, logged and read aloud.
package final class TerminalConsole: Screen, Keyboard {
  /// How keys arrive.
  package let manner: KeyboardManner

  private let input: Int32
  private let output: Int32
  private let gate: InterruptGate
  private let rawMode: RawMode

  private init(input: Int32, output: Int32, linesOnly: Bool) {
    self.input = input
    self.output = output
    gate = InterruptGate()
    let isTerminal = isatty(input) == 1
    let wantsKeys = !linesOnly && isTerminal && isatty(output) == 1
    rawMode = RawMode(descriptor: wantsKeys ? input : -1)
    manner = rawMode.isActive ? .keys : .lines(echo: !isTerminal)
  }

  /// Takes the terminal for as long as `body` runs and gives it back as it was.
  ///
  /// With `linesOnly` lines are read even from a terminal.
  package static func using<Result>(
    input: Int32 = 0,
    output: Int32 = 1,
    linesOnly: Bool = false,
    _ body: (TerminalConsole) throws -> Result
  ) rethrows -> Result {
    let console = TerminalConsole(input: input, output: output, linesOnly: linesOnly)
    return try withExtendedLifetime(console) { try body(console) }
  }

  /// The width that the terminal says it has, 80 when it does not say.
  package var columns: Int {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all of `text`.
  package func write(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        var slot = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&slot, 1, 1000)
      } else if errno != EINTR {
        throw TerminalError.cannotWrite(code: errno)
      }
    }
  }

  /// Reads what is there, or waits for it.
  package func read(waiting milliseconds: Int?) throws -> KeyboardInput {
    switch gate.wait(for: input, milliseconds: milliseconds) {
    case .timeout: return .nothing
    case .interrupted: return .interrupted
    case .failed(let code): throw TerminalError.cannotRead(code: code)
    case .readable: break
    }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { Glibc.read(input, $0.baseAddress, $0.count) }
    if count > 0 { return .bytes(Array(buffer.prefix(count))) }
    if count == 0 { return .ended }
    switch errno {
    case EINTR, EAGAIN: return .nothing
    case EIO: return .ended
    default: throw TerminalError.cannotRead(code: errno)
    }
  }
}
