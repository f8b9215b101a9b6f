import SurveyModel

/// Tells cells that stand for a missing answer by their bytes; each text is looked at once.
struct MissingCells {
  private let codes: [[UInt8]]
  private let marks: MissingMarks
  private var known: [[UInt8]: Bool] = [:]

  /// `codes` are those of the question, `marks` those of the file.
  init(codes: [String], marks: MissingMarks) {
    self.codes = codes.map { Array($0.utf8) }
    self.marks = marks
  }

  mutating func contains(_ bytes: Span<UInt8>) -> Bool {
    // Nearly all cells are 0 or 1.
    if bytes.count == 1, bytes[0] == 0x30 || bytes[0] == 0x31 { return false }
    if codes.contains(where: { bytes.isEqual(to: $0) }) { return true }
    // No mark of a program is a single digit, and none is a text of this length.
    if bytes.count == 1, (0x32...0x39).contains(bytes[0]), !marks.isDeclared { return false }
    if bytes.count > 60 { return false }
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    for index in bytes.indices { key.append(bytes[index]) }
    if let found = known[key] { return found }
    let text = bytes.text.composed.trimmed
    let isMissing =
      !OptionCells.isMark(text) && (marks.reason(text) ?? marks.reasonOfForbidden(text)) != nil
    if known.count < 512 { known[key] = isMissing }
    return isMissing
  }
}

extension Span<UInt8> {
  /// Whether these are the same bytes.
  func isEqual(to code: [UInt8]) -> Bool {
    guard code.count == count else { return false }
    for index in indices where code[index] != self[index] { return false }
    return true
  }
}
