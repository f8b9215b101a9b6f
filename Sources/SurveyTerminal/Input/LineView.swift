import SurveyModel

/// The part of a line that is on the screen, and how to get from one to the next.
///
/// Only backspaces and text are written: no escape sequences, so that any terminal will do. A line
/// that is wider than its place is shown around the cursor, with `‹` where its beginning is cut.
struct LineView: Hashable {
  private var characters: [Character] = []
  /// The number of characters before the cursor.
  private var cursor = 0
  /// Whether all of the line can be seen.
  private(set) var isWhole = true

  /// An empty line.
  init() {}

  /// What is to be seen of `line` in so many columns.
  init(_ line: LineEditor, columns: Int) {
    let before = Array(line.before)
    var used = 0
    var start = before.count
    while start > 0 {
      let width = ColumnWidth.of(before[start - 1])
      if used + width > columns { break }
      used += width
      start -= 1
    }
    if start > 0 {
      while start < before.count, used + 1 > columns {
        used -= ColumnWidth.of(before[start])
        start += 1
      }
      characters.append("‹")
      used += 1
    }
    characters += before[start...]
    cursor = characters.count
    isWhole = start == 0
    for character in line.after {
      used += ColumnWidth.of(character)
      if used > columns {
        isWhole = false
        break
      }
      characters.append(character)
    }
  }

  /// What has to be written so that `next` stands where this view stands.
  func change(to next: LineView) -> String {
    let common = zip(characters, next.characters).prefix { Self.looksSame($0, $1) }.count
    var output = move(from: cursor, to: common)
    output += next.characters[common...].map(String.init).joined()
    let excess = width(to: characters.count) - next.width(to: next.characters.count)
    if excess > 0 {
      output += String(repeating: " ", count: excess) + String(repeating: "\u{8}", count: excess)
    }
    return output + next.move(from: next.characters.count, to: next.cursor)
  }

  /// Puts the cursor behind the last character.
  var moveToEnd: String { move(from: cursor, to: characters.count) }

  /// Puts the cursor before the first character.
  var moveToStart: String { move(from: cursor, to: 0) }

  private static func looksSame(_ one: Character, _ other: Character) -> Bool {
    one.unicodeScalars.elementsEqual(other.unicodeScalars)
  }

  private func move(from: Int, to: Int) -> String {
    if from <= to { return characters[from..<to].map(String.init).joined() }
    let columns = characters[to..<from].reduce(0) { $0 + ColumnWidth.of($1) }
    return String(repeating: "\u{8}", count: columns)
  }

  private func width(to end: Int) -> Int {
    characters[..<end].reduce(0) { $0 + ColumnWidth.of($1) }
  }
}
