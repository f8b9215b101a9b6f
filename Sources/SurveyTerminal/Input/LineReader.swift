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
  /// A scanner typed a whole line where a code was asked for.
  case byScan
}

/// Why no line came.
enum StopCause: Hashable {
  /// Ctrl-C or Ctrl-D.
  case key
  /// Nothing was typed for too long.
  case idle
  /// The program was asked to end.
  case signal
  /// No more will come.
  case end
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

  /// Why the last reading brought no line.
  private(set) var stop: StopCause?
  /// After so many milliseconds without a key reading stops.
  var idleLimit: Int?
  private var wasInterrupted = false

  /// How close the keys of a scanner follow each other, in milliseconds.
  package static let scanPause = 20
  /// Fewer keys in a row are a quick hand.
  private static let shortestScan = 8

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
  /// Enter when it `isComplete`. What is secret is shown as dots.
  package func read(
    prompt: String,
    initial: String = "",
    isSecret: Bool = false,
    isComplete: (String) -> Bool = { _ in false }
  ) throws -> TypedLine {
    let showsKeys = readsKeys
    stop = nil
    var editor = LineEditor(showsKeys ? initial : "")
    var view = LineView()
    let columns = max(8, screen.columns - ColumnWidth.of(prompt) - 1)
    try screen.write(prompt)
    func show() throws {
      guard showsKeys else { return }
      let shown = isSecret ? LineEditor(Self.hidden(editor.text)) : editor
      let next = LineView(shown, columns: columns)
      let change = view.change(to: next)
      if !change.isEmpty { try screen.write(change) }
      view = next
    }
    func finish(_ end: LineEnd) throws -> TypedLine {
      try show()
      try close(isSecret ? Self.hidden(editor.text) : editor.text, view)
      lastEnd = end
      return .line(editor.finished, ended: end, isCut: editor.isOverfull)
    }
    while true {
      while let key = nextKey() {
        switch key {
        case .enter: return try finish(.byEnter)
        case .interrupt: return try end(.key)
        case .endOfInput where editor.isEmpty: return try end(.key)
        case .scalar(" ") where editor.isEmpty: continue
        default: editor.apply(key)
        }
        if showsKeys, case .scalar = key, isComplete(editor.text) {
          guard let rest = try scanned(behind: editor.text) else { return try finish(.byItself) }
          for key in rest { editor.apply(key) }
          return try finish(.byScan)
        }
      }
      try show()
      if hasEnded { return try showsKeys || editor.isEmpty ? end(.end) : finish(.byEnter) }
      if let cause = try receive() { return try end(cause) }
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

  /// The rest of a line that a scanner typed, when the keys behind `beginning` are one: many, close
  /// together, and Enter at their end.
  private func scanned(behind beginning: String) throws -> [Key]? {
    gathering: while !hasEnded, !wasInterrupted {
      switch try keyboard.read(waiting: Self.scanPause) {
      case .bytes(let bytes):
        meter.typed()
        waiting += decoder.decode(bytes)
      case .nothing: break gathering
      case .interrupted: wasInterrupted = true
      case .ended: hasEnded = true
      }
    }
    let rest = waiting[position...]
    guard rest.last == .enter, rest.count + beginning.count > Self.shortestScan else { return nil }
    let keys = Array(rest.dropLast())
    let isText = keys.allSatisfy { key in
      if case .scalar(let scalar) = key { scalar != " " } else { false }
    }
    guard isText else { return nil }
    meter.counts.keystrokes += rest.count
    position = waiting.count
    return keys
  }

  /// Waits for keys; what comes back is why there are none.
  private func receive() throws -> StopCause? {
    if wasInterrupted {
      wasInterrupted = false
      return .signal
    }
    let isInside = decoder.isInsideSequence
    switch try keyboard.read(waiting: isInside ? Self.sequencePause : idleLimit) {
    case .bytes(let bytes):
      meter.typed()
      waiting += decoder.decode(bytes)
    case .nothing:
      decoder.abandonSequence()
      if !isInside, idleLimit != nil { return .idle }
    case .interrupted: return .signal
    case .ended: hasEnded = true
    }
    return nil
  }

  private static func hidden(_ text: String) -> String {
    String(repeating: "•", count: text.count)
  }

  private func close(_ text: String, _ view: LineView) throws {
    switch keyboard.manner {
    case .keys:
      try screen.write((view.isWhole ? view.moveToEnd : view.moveToStart + text) + "\n")
    case .lines(let echo):
      if echo { try screen.write(TextWrapping.withoutControls(text) + "\n") }
    }
  }

  private func end(_ cause: StopCause) throws -> TypedLine {
    stop = cause
    waiting = []
    position = 0
    try screen.write("\n")
    return .stopped
  }
}
