/// Numbers that stand for all numbers to rules that compare with some bounds.
enum BoundaryNumbers {
  /// What is tried when a rule computes with the number.
  private static let pool = [0, 1, 2, 3, 4, 5, 7, 10, 12, 15, 18, 20, 25, 30, 40, 60, 80, 100, 365]

  /// Whole numbers: each bound, its neighbours, and so one of each gap.
  static func whole(around bounds: [Double], isGeneral: Bool) -> [Int] {
    var numbers: Set<Int> = []
    for bound in bounds where bound.isFinite && bound.magnitude < 0x1p50 {
      for edge in [bound.rounded(.down), bound.rounded(.up)] {
        guard let whole = Int(exactly: edge) else { continue }
        numbers.formUnion([whole - 1, whole, whole + 1])
      }
    }
    if isGeneral { numbers.formUnion(pool) }
    return numbers.isEmpty ? [1] : numbers.sorted()
  }

  /// Numbers with a fraction: each bound, one between each two, one beyond each end.
  static func real(around bounds: [Double], isGeneral: Bool) -> [Double] {
    let known = Set(bounds.filter { $0.isFinite && $0.magnitude < 0x1p50 }).sorted()
    guard let first = known.first, let last = known.last else {
      return isGeneral ? pool.map { Double($0) } : [1]
    }
    let between = zip(known, known.dropFirst()).map { ($0 + $1) / 2 }
    let numbers = Set(known + between + [first - 1, last + 1])
    return (isGeneral ? numbers.union(pool.map { Double($0) }) : numbers).sorted()
  }

  /// The numbers of a range: all of them, or of a long one its ends and those around bounds.
  static func steps(
    of range: NumberRange,
    around bounds: [Double]
  ) -> (numbers: [Double], isAll: Bool) {
    guard range.isSound else { return ([range.start], true) }
    let count = ((range.end - range.start) / range.step).magnitude.rounded(.down)
    let step = range.end >= range.start ? range.step.magnitude : -range.step.magnitude
    func number(_ place: Double) -> Double { range.start + place * step }
    if count <= 30 { return (stride(from: 0, through: count, by: 1).map(number), true) }
    var places: Set<Double> = [0, 1, count - 1, count]
    for bound in bounds where bound.isFinite {
      let place = ((bound - range.start) / step).rounded(.down)
      for near in [place - 1, place, place + 1, place + 2] where near >= 0 && near <= count {
        places.insert(near)
      }
    }
    return (places.sorted().map(number), false)
  }
}

extension ExpressionValue {
  /// The number at which a comparison with the value changes; truth changes at zero.
  var boundary: Double { isTruth ? 0 : asNumber }

  /// Whether it is true or false.
  var isTruth: Bool { if case .boolean = self { true } else { false } }
}
