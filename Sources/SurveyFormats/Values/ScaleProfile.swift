import SurveyModel

/// What the cells of a closed column show about the numbers of its options.
struct ScaleProfile {
  /// Cells with number and words that agree with the questionnaire, that stand at the other end of
  /// the list, and that do neither.
  private(set) var straight = 0
  private(set) var mirrored: Set<Int> = []
  private(set) var odd = 0
  /// Cells with a number alone.
  private(set) var bare = 0
  /// Whether one of them is not the middle of the list, which is the same from both ends.
  private(set) var hasBareEnd = false
  private(set) var firstBare: FormatFault.Example?
  private(set) var firstMirrored: (example: FormatFault.Example, printed: Int, label: Int)?
  private(set) var firstStraight: FormatFault.Example?
  /// Different cells that are the code of one option and the words of another, only words, only a code.
  private(set) var doubles = 0
  private(set) var onlyLabels = 0
  private(set) var onlyCodes = 0
  private(set) var firstDouble: (example: FormatFault.Example, code: Int, label: Int)?

  private let book: ChoiceBook
  /// Spellings that were looked at, by the hash of their bytes; one place for each last byte group.
  private var recent = [UInt64](repeating: 0, count: 64)
  private var known: Set<UInt64> = []
  private var bareKnown: Set<UInt64> = []

  init(_ book: ChoiceBook) { self.book = book }

  mutating func observe(_ bytes: Span<UInt8>, line: Int, times: Int = 1) {
    if bytes.count == 0 { return }
    let hash = bytes.hash
    let place = Int(truncatingIfNeeded: hash >> 58)
    if recent[place] == hash {
      if bytes.count <= 2, bareKnown.contains(hash) { bare += times }
      return
    }
    recent[place] = hash
    if known.contains(hash) {
      if bareKnown.contains(hash) { bare += times }
      return
    }
    guard known.count < 4096 else { return }
    known.insert(hash)
    look(at: bytes.text.composed.trimmed, hash, line: line, times: times)
  }

  private mutating func look(at marked: String, _ hash: UInt64, line: Int, times: Int) {
    let text = TextMark.removed(from: marked) ?? marked
    if book.hasNumberLabels { compare(text, line) }
    let code = book.entry(code: text) ?? book.entry(codeLike: text)
    if let index = code ?? book.entry(codePrinted: text) {
      guard index < book.choiceCount else { return }
      if book.mirrored(index) != index { hasBareEnd = true }
      bareKnown.insert(hash)
      bare += times
      if firstBare == nil { firstBare = .init(text: text, line: line) }
      return
    }
    guard book.entry(label: text) == nil, let printed = book.printed(text),
      let byCode = printed.byCode, byCode < book.choiceCount, printed.byLabel < book.choiceCount
    else { return }
    let byLabel = printed.byLabel
    let isMirror = book.mirrored(byCode) == byLabel
    switch (byCode == byLabel, isMirror) {
    case (true, true): break  // the middle of the scale
    case (true, false):
      straight += 1
      if firstStraight == nil { firstStraight = .init(text: text, line: line) }
    case (false, true):
      mirrored.insert(byCode)
      if firstMirrored == nil {
        firstMirrored = (.init(text: text, line: line), byCode, byLabel)
      }
    case (false, false): odd += 1
    }
  }

  /// Sees whether a cell can be a code, words, or either of two options.
  private mutating func compare(_ text: String, _ line: Int) {
    let options = 0..<book.choiceCount
    let code = (book.entry(code: text) ?? book.entry(codeLike: text)).flatMap {
      options.contains($0) ? $0 : nil
    }
    let label = book.entry(labelLike: text).flatMap { options.contains($0) ? $0 : nil }
    switch (code, label) {
    case (let code?, let label?) where code != label:
      doubles += 1
      if firstDouble == nil { firstDouble = (.init(text: text, line: line), code, label) }
    case (.some, nil): onlyCodes += 1
    case (nil, .some): onlyLabels += 1
    default: break
    }
  }
}

extension Span<UInt8> {
  /// A number for the bytes; two texts in one column of a survey never share it by accident.
  fileprivate var hash: UInt64 {
    var state = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    var word: UInt64 = 0
    var filled = 0
    for index in indices {
      word = word << 8 | UInt64(self[index])
      filled += 1
      if filled == 8 {
        state = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
        state ^= state >> 32
        word = 0
        filled = 0
      }
    }
    state = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
    state ^= state >> 29
    state = state &* 0x9E37_79B9_7F4A_7C15
    return state | 1
  }
}
