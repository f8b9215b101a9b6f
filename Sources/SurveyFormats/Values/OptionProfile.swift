import SurveyModel

/// What the numbers mean that stand in the columns for the options of one multiple choice.
package enum OptionNumbers: Hashable, Sendable {
  /// Nothing was found out, or there are none but 0 and 1.
  case open
  /// Each column holds the code of its option where that was chosen.
  case ownCodes
  /// 1 means chosen; a code that stands among ones may mean anything.
  case marks
}

/// Looks at the columns for the options of one multiple choice together.
///
/// A 2 may say "no" (1 yes, 2 no), "chosen as the second", or "option 2 was chosen".
struct OptionProfile {
  /// What the columns hold.
  enum Decision {
    case ranks
    case numbers(OptionNumbers)
    /// 1 and 2 alone, which may mean any of the three; a 2 and its column.
    case unclear(column: Int, FormatFault.Example)
    /// Codes, of which one is 0 and may as well mean "not chosen"; a 0 and its column.
    case openZero(column: Int, FormatFault.Example)
  }

  private var ranks = RankProfile()
  /// The code of the option of each column.
  private let codes: [Int: [UInt8]]
  /// What stands for a missing answer.
  private var missing: MissingCells
  private var highest = 0
  /// Whether a 0 stands in a column that is not the one of an option with the code 0.
  private var hasForeignZero = false
  /// The first 0 that is the code of its option.
  private var ownZero: (column: Int, example: FormatFault.Example)?
  /// Whether such a 0 is all that a row holds beside blanks.
  private var hasLoneZero = false
  /// Whether a number stands in a column that is not its option's code.
  private var hasForeign = false
  /// The first 2.
  private var two: (column: Int, example: FormatFault.Example)?
  private var filledInRow = 0
  private var rowHasBlank = false
  private var rowHasOwnZero = false
  private var hasBlankBeside = false

  init(codes: [Int: String], missing: [String], marks: MissingMarks) {
    self.codes = codes.mapValues { Array($0.utf8) }
    self.missing = MissingCells(codes: missing, marks: marks)
  }

  mutating func observe(_ cell: Span<UInt8>, column: Int, line: Int) {
    let bytes = TextMark.leads(cell) ? cell.extracting(1..<cell.count) : cell
    guard bytes.count > 0 else {
      ranks.observeBlank()
      rowHasBlank = true
      return
    }
    filledInRow += 1
    if missing.contains(bytes) {
      ranks.observeBlank()
      return
    }
    ranks.observe(bytes)
    guard bytes.count <= 4 else { return }
    var number = 0
    for index in bytes.indices {
      guard (0x30...0x39).contains(bytes[index]) else { return }
      number = number * 10 + Int(bytes[index] - 0x30)
    }
    if number == 0 {
      observeZero(bytes, column: column, line: line)
      return
    }
    highest = max(highest, number)
    if number == 2, two == nil {
      two = (column, FormatFault.Example(text: "2", line: line))
    }
    if let code = codes[column], bytes.isEqual(to: code) { return }
    hasForeign = true
  }

  private mutating func observeZero(_ bytes: Span<UInt8>, column: Int, line: Int) {
    guard let code = codes[column], bytes.isEqual(to: code) else {
      hasForeignZero = true
      return
    }
    rowHasOwnZero = true
    if ownZero == nil { ownZero = (column, FormatFault.Example(text: bytes.text, line: line)) }
  }

  mutating func endRow() {
    ranks.endRow()
    if filledInRow > 0, rowHasBlank { hasBlankBeside = true }
    if filledInRow == 1, rowHasBlank, rowHasOwnZero { hasLoneZero = true }
    (filledInRow, rowHasBlank, rowHasOwnZero) = (0, false, false)
  }

  /// What the columns hold; `known` is what was decided about ranks before.
  func decision(known: Bool?) -> Decision {
    if known == true { return .ranks }
    if known == false { return .numbers(highest >= 2 ? .marks : .open) }
    if holdsOwnCodes {
      // What is not chosen has to be seen to be written otherwise than 0.
      if let ownZero, hasForeignZero || !hasBlankBeside {
        return .openZero(column: ownZero.column, ownZero.example)
      }
      return .numbers(.ownCodes)
    }
    guard highest >= 2 else { return .numbers(.open) }
    if highest == 2, !hasForeignZero, ownZero == nil, let two {
      return .unclear(column: two.column, two.example)
    }
    return ranks.holdsRanks ? .ranks : .numbers(.marks)
  }

  /// Whether each column holds nothing but the code of its option.
  ///
  /// 0 and 1 alone are marks, unless a row holds no more than the 0 of the option with that code.
  private var holdsOwnCodes: Bool {
    if hasForeign { return false }
    if highest > 2 { return true }
    if highest == 2 { return hasForeignZero || ownZero != nil || hasBlankBeside }
    return hasLoneZero && !hasForeignZero
  }
}
