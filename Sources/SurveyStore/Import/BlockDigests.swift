package import SurveyModel

/// Finds the digests of rows whose answers come as numbers, without writing them.
package final class BlockDigests {
  /// The words of one answer; more than two stand among the long ones.
  private struct Entry {
    var words: (UInt64, UInt64) = (0, 0)
    var count = 0
    var long = 0..<0
  }

  private var entries: [Entry] = []
  private var words: [UInt64] = []

  /// Knows no answers yet.
  package init() {}

  /// Learns the answer that is known as `number`.
  package func learn(_ answer: Answer, as number: Int32) {
    guard number >= 0 else { return }
    while entries.count <= Int(number) { entries.append(Entry()) }
    let own = RowDigest.words(of: answer)
    var entry = Entry(count: own.count)
    if own.count > 2 {
      entry.long = words.count..<words.count + own.count
      words += own
    } else {
      entry.words = (own.first ?? 0, own.count > 1 ? own[1] : 0)
    }
    entries[Int(number)] = entry
  }

  /// The digest of a row of `block`; none where an answer is not known.
  package func digest(row: Int, of block: borrowing AnswerBlock) -> UInt64? {
    var digest = RowDigest()
    let codes = block.codes.span
    let values = block.values.span
    let places = block.places.span
    let known = entries
    let entries = known.span
    for question in places.indices {
      let code = codes[question &* block.stride &+ row]
      if code >= 0 {
        guard Int(code) < entries.count else { return nil }
        let entry = entries[Int(code)]
        switch entry.count {
        case 1: digest.mix(entry.words.0)
        case 2:
          digest.mix(entry.words.0)
          digest.mix(entry.words.1)
        default: for index in entry.long { digest.mix(words[index]) }
        }
        continue
      }
      guard let kind = PlainValue(rawValue: code), places[question] >= 0 else { return nil }
      let value = values[places[question] &+ row]
      switch kind {
      case .integer:
        digest.mix(1)
        digest.mix(value)
      case .decimal:
        digest.mix(2)
        digest.mix(value)
      case .text:
        let length = Int(truncatingIfNeeded: value & 0xffff_ffff)
        let start = Int(truncatingIfNeeded: value >> 32)
        digest.add(text: block.texts.span.extracting(start..<start + length))
      }
    }
    return digest.value
  }
}
