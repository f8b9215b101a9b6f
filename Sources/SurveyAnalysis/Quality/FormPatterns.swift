/// Which forms have the same answers to everything, found by a hash of the row.
struct FormPatterns: Sendable {
  /// The rows of each pattern that comes more than once, the first one first.
  let repeated: [[Int]]
  /// The pattern in ``repeated`` of each row; −1 where it comes once.
  private let patterns: [Int32]

  /// Compares the rows in their `order`.
  init(_ codes: AnswerCodes, _ order: [Int]) {
    var patterns = Array(repeating: Int32(-1), count: codes.count)
    var repeated: [[Int]] = []
    // The first row of each hash; the rest of a hash that two patterns share is next to it.
    var first: [UInt64: Int] = Dictionary(minimumCapacity: order.count)
    for row in order {
      var hash = Self.hash(row, codes)
      while true {
        guard let other = first[hash] else {
          first[hash] = row
          break
        }
        guard Self.areEqual(other, row, codes) else {
          hash &+= 0x9E37_79B9_7F4A_7C15
          continue
        }
        if patterns[other] < 0 {
          patterns[other] = Int32(repeated.count)
          repeated.append([other])
        }
        patterns[row] = patterns[other]
        repeated[Int(patterns[row])].append(row)
        break
      }
    }
    self.patterns = patterns
    self.repeated = repeated
  }

  /// How many forms have the answers of this one, itself counted.
  func copies(of row: Int) -> Int {
    patterns[row] < 0 ? 1 : repeated[Int(patterns[row])].count
  }

  private static func hash(_ row: Int, _ codes: AnswerCodes) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in row * codes.stride..<(row + 1) * codes.stride {
      hash = (hash ^ codes.words[word]) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return hash
  }

  private static func areEqual(_ first: Int, _ second: Int, _ codes: AnswerCodes) -> Bool {
    (0..<codes.stride).allSatisfy {
      codes.words[first * codes.stride + $0] == codes.words[second * codes.stride + $0]
    }
  }
}
