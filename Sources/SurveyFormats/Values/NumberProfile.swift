import SurveyModel
import Tabular

/// How the numbers of a column are written, counted over the whole column.
struct NumberProfile {
  /// Whether the question takes whole numbers only.
  let isWhole: Bool
  /// Cells that are numbers only under one mark.
  private(set) var points = 0
  private(set) var commas = 0
  /// Cells such as `1.234` and `1,234`, which have a meaning under each mark.
  private(set) var ambiguous = 0
  /// Those of them that are whole under one mark only, as `1.234` is under the comma.
  private(set) var wholePoints = 0
  private(set) var wholeCommas = 0
  /// Cells that show their mark by thousands alone, as `1.234.567` does.
  private(set) var groupedPoints = 0
  private(set) var groupedCommas = 0
  private(set) var percents = 0
  /// Cells without a per cent sign that are more than one, or lie between 0 and 1.
  private(set) var aboveOne = 0
  private(set) var shares = 0
  /// Those that are just 1, which beside per cent signs may be 1% or 100%, and the line of the first.
  private(set) var ones = 0
  private(set) var firstOneLine = 0
  private(set) var firstPoint: FormatFault.Example?
  private(set) var firstComma: FormatFault.Example?
  private(set) var firstAmbiguous: FormatFault.Example?
  /// Numbers of a workbook with a fraction: they have a value and show no mark.
  private(set) var fractions = 0

  init(isWhole: Bool = false) { self.isWhole = isWhole }

  mutating func observe(_ bytes: Span<UInt8>, line: Int) {
    switch Self.shape(bytes) {
    case .whole(let worth): count(worth, line)
    case .shown(let mark, let worth):
      count(worth, line)
      count(mark) {
        bytes.text.trimmed
      } line: {
        line
      }
    case .ambiguous(let mark):
      countAmbiguous(
        whole: (bytes.endsInThreeZeros || mark == .comma, bytes.endsInThreeZeros || mark == .point)
      ) {
        .init(text: bytes.text, line: line)
      }
    case .other: observe(bytes.text.composed.trimmed, line: line)
    }
  }

  /// Looks at a number of a workbook: it tells what numbers are worth here, and nothing about marks.
  mutating func observe(number bytes: Span<UInt8>, line: Int) {
    switch Self.shape(bytes) {
    case .whole(let worth): count(worth, line)
    case .shown(_, let worth):
      count(worth, line)
      fractions += 1
    case .ambiguous:
      // From 1.001 to 999.999.
      count(.aboveOne, line)
      fractions += 1
    case .other:
      guard let form = NumberForm(bytes.text), form.unit.isEmpty, let reading = form.point else {
        return
      }
      if form.isPercent { percents += 1 } else { count(reading, line) }
      if reading.fractionCount > 0 { fractions += 1 }
    }
  }

  /// Looks at a cell of one to eight bytes, the first in the lowest of `word`; false leaves it.
  @inline(__always)
  mutating func observe(word: UInt64, count: Int, line: Int) -> Bool {
    // What is no digit, a bit to a byte; the bytes behind the cell are made digits.
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let filled = count < 8 ? word | zeros &<< UInt64(8 &* count) : word
    let values = filled ^ zeros
    let others =
      ((values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | values) & 0x8080_8080_8080_8080
    let first = word & 0xFF
    if others == 0 {
      guard count == 1 || first != 0x30 else { return false }
      if count > 1 || first > 0x31 { aboveOne += 1 } else if first == 0x31 { countOne(line) }
      return true
    }
    guard others & (others &- 1) == 0 else { return false }
    let place = others.trailingZeroBitCount / 8
    // A point that is shown is as frequent as digits alone.
    guard word &>> UInt64(8 &* place) & 0xFF == 0x2E, place > 0, points > 0 else { return false }
    let behind = count &- place &- 1
    // Numbers near one are looked at closely.
    guard behind > 0, behind != 3 || place > 3, first > 0x31 || first == 0x31 && place > 1 else {
      return false
    }
    aboveOne += 1
    points += 1
    return true
  }

  private mutating func count(_ worth: Worth, _ line: Int) {
    switch worth {
    case .aboveOne: aboveOne += 1
    case .share: shares += 1
    case .one: countOne(line)
    case .zero: break
    }
  }

  private mutating func countOne(_ line: Int) {
    if ones == 0 { firstOneLine = line }
    ones += 1
  }

  private mutating func count(_ reading: NumberForm.Reading, _ line: Int) {
    let value = reading.value
    count(value > 1 ? .aboveOne : !reading.isWhole ? .share : value == 1 ? .one : .zero, line)
  }

  private mutating func count(
    _ mark: DecimalMark,
    _ text: () -> String,
    line: () -> Int
  ) {
    switch mark {
    case .point:
      points += 1
      if firstPoint == nil { firstPoint = .init(text: text(), line: line()) }
    case .comma:
      commas += 1
      if firstComma == nil { firstComma = .init(text: text(), line: line()) }
    }
  }

  private mutating func countAmbiguous(
    whole: (point: Bool, comma: Bool),
    _ example: () -> FormatFault.Example
  ) {
    ambiguous += 1
    if whole.point != whole.comma {
      if whole.point { wholePoints += 1 } else { wholeCommas += 1 }
    }
    if firstAmbiguous == nil { firstAmbiguous = example() }
  }

  private mutating func observe(_ guarded: String, line: Int) {
    let text = FormulaGuard.removed(from: guarded) ?? TextMark.removed(from: guarded) ?? guarded
    guard let form = NumberForm(text), NumberCells.isHarmless(form.unit) else { return }
    if form.isPercent {
      percents += 1
    } else if !form.isAmbiguous, let reading = form.point ?? form.comma {
      count(reading, line)
    }
    if let mark = form.shownMark {
      count(mark) {
        text
      } line: {
        line
      }
      if form.reading(mark)?.fractionCount == 0 {
        if mark == .point { groupedPoints += 1 } else { groupedCommas += 1 }
      }
    } else if let point = form.point, let comma = form.comma, point != comma {
      countAmbiguous(whole: (point.isWhole, comma.isWhole)) { .init(text: text, line: line) }
    }
  }

  /// What a number can be among shares.
  private enum Worth {
    case aboveOne
    case share
    /// `1`, `1.0`: all of something as well as a count.
    case one
    case zero
  }

  private enum Shape {
    case whole(Worth)
    case shown(DecimalMark, Worth)
    /// With the mark that stands in it.
    case ambiguous(DecimalMark)
    case other
  }

  /// Digits with at most one mark between them are by far the most; nothing is allocated for them.
  private static func shape(_ bytes: Span<UInt8>) -> Shape {
    guard bytes.count > 0, bytes.count <= 18 else { return .other }
    var place = -1
    for index in bytes.indices {
      switch bytes[index] {
      case 0x30...0x39: continue
      case 0x2C, 0x2E:
        if place >= 0 { return .other }
        place = index
      default: return .other
      }
    }
    let leadsWithZero = bytes[0] == 0x30
    if place < 0 { return .whole(worth(of: bytes, whole: bytes.count)) }
    let behind = bytes.count - place - 1
    guard place > 0, behind > 0 else { return .other }
    let mark: DecimalMark = bytes[place] == 0x2E ? .point : .comma
    if behind == 3, place <= 3, !leadsWithZero { return .ambiguous(mark) }
    return .shown(mark, worth(of: bytes, whole: place))
  }

  /// What digits are worth of which the first `count` stand before the mark.
  private static func worth(of bytes: Span<UInt8>, whole count: Int) -> Worth {
    var first = 0
    while first < count - 1, bytes[first] == 0x30 { first += 1 }
    if first < count - 1 || bytes[first] > 0x31 { return .aboveOne }
    var place = count + 1
    while place < bytes.count, bytes[place] == 0x30 { place += 1 }
    if place >= bytes.count { return bytes[first] == 0x31 ? .one : .zero }
    return bytes[first] == 0x31 ? .aboveOne : .share
  }
}

extension Span<UInt8> {
  /// Whether nothing but zeros stands in the last three places.
  fileprivate var endsInThreeZeros: Bool {
    count >= 3 && self[count - 1] == 0x30 && self[count - 2] == 0x30 && self[count - 3] == 0x30
  }

  /// The bytes as text.
  var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}
