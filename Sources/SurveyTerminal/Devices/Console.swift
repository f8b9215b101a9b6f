/// Where the interview is shown: a stream of text that is never cleared.
package protocol Screen: AnyObject {
  /// The present width in columns; it may change between two calls.
  var columns: Int { get }
  /// Shows `text`; lines end with a line feed.
  func write(_ text: String) throws
}

/// Where the answers are typed.
package protocol Keyboard: AnyObject {
  /// Whether single keys arrive, or lines.
  var manner: KeyboardManner { get }
  /// Waits for bytes, so many milliseconds or for ever.
  func read(waiting milliseconds: Int?) throws -> KeyboardInput
}

/// How a keyboard delivers what is typed.
package enum KeyboardManner: Hashable, Sendable {
  /// Each key by itself; the line editor shows what is typed.
  case keys
  /// Whole lines.
  ///
  /// With `echo` the line is shown when it has arrived, because nobody else does: standard input
  /// is a file or a pipe.
  case lines(echo: Bool)
}

/// What one wait for the keyboard brought.
package enum KeyboardInput: Hashable, Sendable {
  /// The bytes of one read, in the order typed; an input method sends several at once.
  case bytes([UInt8])
  /// The time is over.
  case nothing
  /// The program was asked to end.
  case interrupted
  /// No more will come.
  case ended
}
