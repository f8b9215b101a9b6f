import Glibc

/// A terminal that delivers single keys for as long as this value lives.
///
/// Keys arrive one by one and unechoed; Ctrl-C is a key like others. Output is untouched. What the
/// terminal was set to before is put back when the value ends, however its scope is left.
struct RawMode: ~Copyable {
  private let descriptor: Int32
  /// What to put back; `nil` when nothing was switched.
  private let before: termios?

  /// Whether single keys arrive.
  var isActive: Bool { before != nil }

  /// Switches the terminal, unless the descriptor is none.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    before = Self.switched(descriptor)
  }

  deinit {
    guard var settings = before else { return }
    // Keys typed ahead of the end are dropped: they were meant for the form, not for the shell.
    tcsetattr(descriptor, TCSAFLUSH, &settings)
  }

  private static func switched(_ descriptor: Int32) -> termios? {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    let before = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | ISTRIP)
    withUnsafeMutableBytes(of: &settings.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    return tcsetattr(descriptor, TCSADRAIN, &settings) == 0 ? before : nil
  }
}
