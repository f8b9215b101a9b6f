import SurveyModel

/// What came from the keyboard when a line was asked for.
package enum TypedLine: Hashable, Sendable {
  /// A line, composed and without white space at its ends.
  ///
  /// `ended` is how it was finished; `isCut` says that it was longer than a line may be.
  case line(String, ended: LineEnd, isCut: Bool)
  /// The form has to be set aside: Ctrl-C, a signal, or the end of input.
  case stopped
}

/// How a line was finished.
package enum LineEnd: Hashable, Sendable {
  case byEnter
  /// The text was complete by itself, as a code is.
  case byItself
}

/// Reads lines from a keyboard and shows them while they are typed.
///
/// Keys that arrive behind the end of a line are kept for the next one, so that typing ahead and
/// pasting work.
package final class LineReader {
  private let screen: any Screen
  private let keyboard: any Keyboard
  private var decoder = KeyDecoder()
  private var waiting: [Key] = []
  private var position = 0
  private var hasEnded = false

  /// Counts what is typed.
  let meter: TypingMeter
  /// How the line before was finished.
  private(set) var lastEnd = LineEnd.byEnter

  /// How long the bytes of one escape sequence may be apart.
  private static let sequencePause = 30

  /// Reads from `keyboard`, shows on `screen`.
  package init(
    screen: any Screen,
    keyboard: any Keyboard,
    meter: TypingMeter = TypingMeter()
  ) {
    self.screen = screen
    self.keyboard = keyboard
    self.meter = meter
  }

  /// Whether single keys arrive, so that a text can be edited or be complete without Enter.
  package var readsKeys: Bool { keyboard.manner == .keys }

  /// Reads one line behind `prompt`.
  ///
  /// Where single keys arrive, the line begins with `initial`, which can be edited, and needs no
  /// Enter when it `isComplete`.
  package func read(
    prompt: String,
    initial: String = "",
    isComplete: (String) -> Bool = { _ in false }
  ) throws -> TypedLine {
    let showsKeys = readsKeys
    var editor = LineEditor(showsKeys ? initial : "")
    var view = LineView()
    let columns = max(8, screen.columns - ColumnWidth.of(prompt) - 1)
    try screen.write(prompt)
    func show() throws {
      guard showsKeys else { return }
      let next = LineView(editor, columns: columns)
      let change = view.change(to: next)
      if !change.isEmpty { try screen.write(change) }
      view = next
    }
    func finish(_ end: LineEnd) throws -> TypedLine {
      try show()
      try close(editor, view)
      lastEnd = end
      return .line(editor.finished, ended: end, isCut: editor.isOverfull)
    }
    while true {
      while let key = nextKey() {
        switch key {
        case .enter: return try finish(.byEnter)
        case .interrupt: return try stop()
        case .endOfInput where editor.isEmpty: return try stop()
        case .scalar(" ") where editor.isEmpty: continue
        default: editor.apply(key)
        }
        if showsKeys, case .scalar = key, isComplete(editor.text) { return try finish(.byItself) }
      }
      try show()
      if hasEnded { return try showsKeys || editor.isEmpty ? stop() : finish(.byEnter) }
      guard try receive() else { return try stop() }
    }
  }

  private func nextKey() -> Key? {
    guard position < waiting.count else {
      waiting = []
      position = 0
      return nil
    }
    position += 1
    meter.counts.keystrokes += 1
    return waiting[position - 1]
  }

  /// Waits for keys; `false` when the program is asked to end.
  private func receive() throws -> Bool {
    let pause = decoder.isInsideSequence ? Self.sequencePause : nil
    switch try keyboard.read(waiting: pause) {
    case .bytes(let bytes):
      meter.typed()
      waiting += decoder.decode(bytes)
    case .nothing: decoder.abandonSequence()
    case .interrupted: return false
    case .ended: hasEnded = true
    }
    return true
  }

  private func close(_ editor: LineEditor, _ view: LineView) throws {
    switch keyboard.manner {
    case .keys:
      try screen.write((view.isWhole ? view.moveToEnd : view.moveToStart + editor.text) + "\n")
    case .lines(let echo):
      if echo { try screen.write(TextWrapping.withoutControls(editor.text) + "\n") }
    }
  }

  private func stop() throws -> TypedLine {
    waiting = []
    position = 0
    try screen.write("\n")
    return .stopped
  }
}
