import SurveyModel
import SurveyTerminal

/// A screen and a keyboard without a terminal: what is typed is a script, what is seen is text.
///
/// Backspaces move as a terminal moves them, so that a wrong redraw is seen in the transcript.
final class ScriptedConsole: Screen, Keyboard {
  let manner: KeyboardManner
  let columns: Int
  private var script: [KeyboardInput]
  private var position = 0
  private var lines: [String] = []
  private var cells: [String] = []
  private var cursor = 0
  /// How often the keyboard was asked.
  private(set) var reads = 0
  /// How often the bell was rung.
  private(set) var beeps = 0
  /// Whether the keys come as fast as those of a scanner.
  var isScanner = false

  init(_ script: [KeyboardInput], manner: KeyboardManner = .keys, columns: Int = 80) {
    self.script = script
    self.manner = manner
    self.columns = columns
  }

  /// Each text is one read.
  convenience init(typing bursts: [String], manner: KeyboardManner = .keys, columns: Int = 80) {
    self.init(bursts.map { .bytes(Array($0.utf8)) }, manner: manner, columns: columns)
  }

  /// What a reader of the screen has seen.
  var transcript: String { (lines + [present]).joined(separator: "\n") + "\n" }

  private var present: String {
    var text = cells.joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  func read(waiting milliseconds: Int?) throws -> KeyboardInput {
    // A hand is slower than a scanner.
    if milliseconds == LineReader.scanPause, !isScanner { return .nothing }
    reads += 1
    guard position < script.count else { return .ended }
    position += 1
    return script[position - 1]
  }

  func write(_ text: String) throws {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        lines.append(present)
        cells = []
        cursor = 0
      case "\u{7}":
        beeps += 1
      case "\u{8}":
        cursor = max(0, cursor - 1)
      default:
        place(scalar)
      }
    }
  }

  private func place(_ scalar: Unicode.Scalar) {
    let width = scalar == "\u{1B}" ? 1 : ColumnWidth.of(scalar)
    guard width > 0 else {
      var base = min(cursor, cells.count) - 1
      while base > 0, cells[base].isEmpty { base -= 1 }
      if base >= 0 { cells[base].unicodeScalars.append(scalar) }
      return
    }
    for offset in 0..<width {
      let cell = offset == 0 ? String(scalar) : ""
      if cursor < cells.count { cells[cursor] = cell } else { cells.append(cell) }
      cursor += 1
    }
  }
}
