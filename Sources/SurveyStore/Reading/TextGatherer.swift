import SurveyModel

/// Gathers texts, each kept once, without making a string of a text that is known.
struct TextGatherer {
  private(set) var codes: [Int32] = []
  private var texts: [String] = []
  /// The bytes of all texts one after the other, and where each begins.
  private var bytes: [UInt8] = []
  private var starts = [0]
  /// Positions of texts by their hash, −1 where there is none.
  private var slots = [Int32](repeating: -1, count: 64)
  private var last: Int32 = -1

  mutating func resize(to count: Int) { codes.resize(to: count, filler: -1) }

  mutating func set(_ text: UnsafeBufferPointer<UInt8>, at row: Int) {
    // Rows often come in the order of places or days.
    if last < 0 || !isText(Int(last), text) { last = position(of: text) }
    codes[row] = last
  }

  var answers: TextAnswers { TextAnswers(texts: texts, codes: codes) }

  private mutating func position(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let slot = slot(of: text)
    if slots[slot] >= 0 { return slots[slot] }
    let position = Int32(texts.count)
    texts.append(String(decoding: text, as: UTF8.self))
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    slots[slot] = position
    if 2 * texts.count > slots.count { widen() }
    return position
  }

  /// Where the text stands, or would.
  private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(text) & mask
    while slots[slot] >= 0, !isText(Int(slots[slot]), text) { slot = (slot + 1) & mask }
    return slot
  }

  private func isText(_ position: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[position]
    guard starts[position + 1] - start == text.count else { return false }
    for index in 0..<text.count where bytes[start + index] != text[index] { return false }
    return true
  }

  private mutating func widen() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for position in texts.indices {
      let slot = bytes.withUnsafeBufferPointer { all in
        self.slot(of: UnsafeBufferPointer(rebasing: all[starts[position]..<starts[position + 1]]))
      }
      slots[slot] = Int32(position)
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return hasher.finalize()
  }
}
