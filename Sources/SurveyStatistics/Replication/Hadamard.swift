/// Hadamard matrices: signs in rows that are orthogonal to each other.
///
/// Sylvester's doubling, Paley's two constructions from quadratic residues modulo a prime
/// (Paley 1933), and products of matrices made so. Orders that need fields of prime powers
/// or other constructions are passed over for the next one.
struct Hadamard: Sendable {
  /// The number of rows and of columns.
  let order: Int
  /// Whether an entry is +1, row by row; the first row is +1 throughout.
  private let isPlus: [Bool]

  /// The smallest matrix of at least so many rows.
  init(atLeast rows: Int) {
    let order = Self.order(atLeast: rows)
    var signs = Self.build(order)
    for column in 0..<order where !signs[column] {
      for row in 0..<order { signs[row * order + column].toggle() }
    }
    self.order = order
    isPlus = signs
  }

  /// +1 or -1.
  subscript(row: Int, column: Int) -> Int { isPlus[row * order + column] ? 1 : -1 }

  /// The order of the smallest matrix of at least so many rows.
  static func order(atLeast rows: Int) -> Int {
    guard rows > 2 else { return max(1, rows) }
    var order = (rows + 3) / 4 * 4
    // Powers of two can always be made, so that this ends.
    while !canBuild(order) { order += 4 }
    return order
  }

  private static func canBuild(_ order: Int) -> Bool {
    if order <= 2 || order.nonzeroBitCount == 1 { return true }
    if isFirstKind(order) || isSecondKind(order) { return true }
    return factors(order) != nil
  }

  /// Two orders whose product this is.
  private static func factors(_ order: Int) -> (Int, Int)? {
    var first = 2
    while first * first <= order {
      if order % first == 0, first == 2 || first % 4 == 0, (order / first) % 4 == 0,
        canBuild(first), canBuild(order / first)
      {
        return (first, order / first)
      }
      first += 2
    }
    return nil
  }

  /// Whether order - 1 is a prime of the form 4k + 3.
  private static func isFirstKind(_ order: Int) -> Bool { order % 4 == 0 && isPrime(order - 1) }

  /// Whether order/2 - 1 is a prime of the form 4k + 1.
  private static func isSecondKind(_ order: Int) -> Bool {
    order % 4 == 0 && order / 2 % 4 == 2 && isPrime(order / 2 - 1)
  }

  private static func isPrime(_ number: Int) -> Bool {
    guard number > 2, number % 2 == 1 else { return number == 2 }
    var divisor = 3
    while divisor * divisor <= number {
      if number % divisor == 0 { return false }
      divisor += 2
    }
    return true
  }

  private static func build(_ order: Int) -> [Bool] {
    if order <= 1 { return [true] }
    if order == 2 { return [true, true, true, false] }
    if isFirstKind(order) { return paleyFirst(order) }
    if isSecondKind(order) { return paleySecond(order) }
    let (first, second) = factors(order) ?? (2, order / 2)
    return product(build(first), first, build(second), second)
  }

  /// χ(a - b) modulo a prime: 0 for equal ones, otherwise whether a - b is a square.
  private static func residues(_ prime: Int) -> [Bool] {
    var isSquare = [Bool](repeating: false, count: prime)
    for number in 1..<prime { isSquare[number * number % prime] = true }
    return isSquare
  }

  /// I + S, S = [0 1; -1 Q] skew, for a prime q = 4k + 3.
  private static func paleyFirst(_ order: Int) -> [Bool] {
    let prime = order - 1
    let isSquare = residues(prime)
    var signs = [Bool](repeating: true, count: order * order)
    for row in 1..<order {
      signs[row * order] = false
      for column in 1..<order where row != column {
        signs[row * order + column] = isSquare[(row - column + prime) % prime]
      }
    }
    return signs
  }

  /// Each entry of the symmetric [0 1; 1 Q] becomes a block of four, for q = 4k + 1.
  private static func paleySecond(_ order: Int) -> [Bool] {
    let half = order / 2
    let prime = half - 1
    let isSquare = residues(prime)
    var signs = [Bool](repeating: true, count: order * order)
    for row in 0..<half {
      for column in 0..<half {
        let block: [Bool]
        if row == column {
          block = [true, false, false, false]
        } else {
          let isPlus =
            row == 0 || column == 0 || isSquare[(row - column + prime) % prime]
          block = isPlus ? [true, true, true, false] : [false, false, false, true]
        }
        let first = 2 * row * order + 2 * column
        signs[first] = block[0]
        signs[first + 1] = block[1]
        signs[first + order] = block[2]
        signs[first + order + 1] = block[3]
      }
    }
    return signs
  }

  private static func product(
    _ first: [Bool],
    _ size: Int,
    _ second: [Bool],
    _ otherSize: Int
  ) -> [Bool] {
    let order = size * otherSize
    var signs = [Bool](repeating: true, count: order * order)
    for row in 0..<order {
      for column in 0..<order {
        let one = first[row / otherSize * size + column / otherSize]
        let other = second[row % otherSize * otherSize + column % otherSize]
        signs[row * order + column] = one == other
      }
    }
    return signs
  }
}
