/// Sums that can be added and cleared.
protocol GridSum: Sendable {
  static var zero: Self { get }
  mutating func add(_ other: Self)
}

/// Four sums of whole weights.
protocol WeightLanes: GridSum {
  /// The lanes named by each combination of four bits.
  static var masks: [Self] { get }
  init(repeating weight: UInt64)
  mutating func subtract(_ other: Self)
  func masked(by mask: Self) -> Self
  var numbers: Lanes { get }
}

/// Sums below 2³¹.
struct NarrowLanes: WeightLanes {
  private var lanes: SIMD4<UInt32>

  static var zero: NarrowLanes { NarrowLanes(lanes: .zero) }

  static var masks: [NarrowLanes] {
    (0..<16).map { NarrowLanes(lanes: SIMD4(truncatingIfNeeded: fourMasks($0))) }
  }

  private init(lanes: SIMD4<UInt32>) { self.lanes = lanes }

  @inline(__always)
  init(repeating weight: UInt64) {
    lanes = SIMD4(repeating: UInt32(truncatingIfNeeded: weight))
  }

  @inline(__always)
  mutating func add(_ other: NarrowLanes) { lanes &+= other.lanes }

  @inline(__always)
  mutating func subtract(_ other: NarrowLanes) { lanes &-= other.lanes }

  @inline(__always)
  func masked(by mask: NarrowLanes) -> NarrowLanes { NarrowLanes(lanes: lanes & mask.lanes) }

  @inline(__always)
  var numbers: Lanes { Lanes(SIMD4<Int32>(truncatingIfNeeded: lanes)) }
}

/// Sums below 2⁶².
struct WideLanes: WeightLanes {
  private var lanes: SIMD4<UInt64>

  static var zero: WideLanes { WideLanes(lanes: .zero) }

  static var masks: [WideLanes] {
    (0..<16).map { WideLanes(lanes: fourMasks($0)) }
  }

  private init(lanes: SIMD4<UInt64>) { self.lanes = lanes }

  @inline(__always)
  init(repeating weight: UInt64) { lanes = SIMD4(repeating: weight) }

  @inline(__always)
  mutating func add(_ other: WideLanes) { lanes &+= other.lanes }

  @inline(__always)
  mutating func subtract(_ other: WideLanes) { lanes &-= other.lanes }

  @inline(__always)
  func masked(by mask: WideLanes) -> WideLanes { WideLanes(lanes: lanes & mask.lanes) }

  @inline(__always)
  var numbers: Lanes { Lanes(SIMD4<Int64>(truncatingIfNeeded: lanes)) }
}

/// All bits in the lanes that four bits name.
private func fourMasks(_ bits: Int) -> SIMD4<UInt64> {
  var lanes = SIMD4<UInt64>.zero
  for lane in 0..<4 where bits >> lane & 1 == 1 { lanes[lane] = .max }
  return lanes
}
