import Foundation
import Testing

/// One estimate of `estimate --format json`.
struct Figure: Decodable {
  let statistic: String
  let variable: String
  let domain: [String: String]
  let estimate: Double?
  let n: Int

  /// How many of the `n` have the property, when the estimate is a whole count of them.
  var count: Int? {
    guard let estimate else { return nil }
    let product = estimate * Double(n)
    return abs(product - product.rounded()) <= 1e-9 * max(1, product) ? Int(product.rounded()) : nil
  }

  static func all(in json: Data) throws -> [Figure] {
    struct Answer: Decodable { let estimates: [Figure] }
    return try JSONDecoder().decode(Answer.self, from: json).estimates
  }
}

/// The same numbers from the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
