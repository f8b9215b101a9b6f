/// A variable of few values: a byte for each row, and the number for which each byte stands.
package struct CodedColumn: Sendable {
  /// The byte of each row.
  let codes: [UInt8]
  /// The number of each of the 256 bytes; NaN for a missing answer.
  let values: [Double]

  /// Makes a variable; bytes beyond `values` are missing answers.
  package init(codes: [UInt8], values: [Double]) {
    self.codes = codes
    self.values =
      Array(values.prefix(256))
      + Array(repeating: .nan, count: max(0, 256 - values.count))
  }

  /// The number of each row.
  package var numbers: [Double] {
    let values = values
    return codes.map { values[Int($0)] }
  }

  /// How many rows have a number.
  package func count(of number: Double) -> Int {
    let isNumber = values.map { $0 == number }
    return codes.reduce(0) { $0 + (isNumber[Int($1)] ? 1 : 0) }
  }

  /// What ``SampleDesign/centre(of:)`` gives for the numbers of the rows.
  var centre: Double { Self.centre(of: values, Self.counts(of: codes)) }

  /// How many rows have each byte.
  static func counts(of codes: [UInt8]) -> [Int] {
    // Equal bytes that follow each other would wait for each other in one table.
    var counts = [Int](repeating: 0, count: 1024)
    let bytes = codes.span
    for row in bytes.indices { counts[(row & 3) &* 256 &+ Int(bytes[row])] &+= 1 }
    return (0..<256).map { counts[$0] + counts[256 + $0] + counts[512 + $0] + counts[768 + $0] }
  }

  /// A value near the numbers of the rows.
  static func centre(of values: [Double], _ counts: [Int]) -> Double {
    let known = zip(values, counts).filter { $0.isFinite && $1 > 0 }
    guard let least = known.map(\.0).min(), let most = known.map(\.0).max() else { return 0 }
    if least >= 0 && most <= 1 { return 0 }
    if least == most { return least }
    let sum = CompensatedSum.of(known.map { $0 * Double($1) })
    return sum / Double(known.reduce(0) { $0 + $1.1 })
  }
}
