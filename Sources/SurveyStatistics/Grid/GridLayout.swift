/// Four items of one sum.
typealias Lanes = SIMD4<Double>

/// Where the sums of a grid of items and groups are kept.
///
/// A *slot* is a group of a breakdown; a *block* is four items that are added together, a
/// *sheet* of items the sixteen that share a cache line.
///
/// Rows are brought together by a *key*, such as their unit, and added to *crossed slots*:
/// breakdowns that are constant within keys need no sums of their own, those that follow from
/// a finer breakdown are sums of its groups, and small ones are crossed with each other, so
/// that a row is added once for several of them. The sums of the crossed groups are added to
/// those of each breakdown when the key is complete.
struct GridLayout: Sendable {
  /// Breakdowns that are crossed with each other.
  struct Crossing: Sendable {
    /// Breakdowns, and by what their groups are multiplied.
    var members: [(breakdown: Int, stride: Int)] = []
    /// The first crossed slot.
    let first: Int
    var count = 1
  }

  let items: Int
  /// The slot of the first group of each breakdown.
  let firstSlot: [Int]
  /// The groups of all breakdowns; one more slot takes all rows of a key.
  let slots: Int
  let crossings: [Crossing]
  /// The crossed groups of all crossings.
  let crossedSlots: Int
  /// For each key the slots of the breakdowns that are constant within it, -1 for none.
  let constantSlots: [[Int32]]
  /// The slots to which crossed slots belong, one after the other.
  private let targets: [Int32]
  private let targetStarts: [Int32]

  /// Lays out sums for rows with these keys.
  ///
  /// Crossing pays as long as many rows of a key are added to each crossed group before its
  /// sums are put together, which is at least after `rowsPerSum`.
  init(items: Int, breakdowns: [Grouping], keys: GridKeys, rowsPerSum: Int = .max) {
    self.items = items
    var first: [Int] = []
    var next = 0
    for breakdown in breakdowns {
      first.append(next)
      next += breakdown.count
    }
    firstSlot = first
    slots = next
    let forms = BreakdownForms(breakdowns, keys)
    constantSlots = forms.constant.map { index, groups in
      groups.map { $0 < 0 ? -1 : Int32(first[index]) + $0 }
    }
    let radix = breakdowns.map(\.radix)
    let limit = max(1, min(keys.meanRows, rowsPerSum) / 5)
    var crossings: [Crossing] = []
    var crossed = 0
    for index in forms.free {
      let open = crossings.last?.count ?? .max
      let (product, overflow) = open.multipliedReportingOverflow(by: radix[index])
      if overflow || product > limit {
        crossings.append(Crossing(first: crossed))
        crossed += radix[index]
      } else {
        crossed += product - open
      }
      let last = crossings.count - 1
      crossings[last].members.append((index, crossings[last].count))
      crossings[last].count *= radix[index]
    }
    if crossings.isEmpty {
      crossings = [Crossing(first: 0)]
      crossed = 1
    }
    self.crossings = crossings
    crossedSlots = crossed
    var targets: [Int32] = []
    var starts: [Int32] = [0]
    for (place, crossing) in crossings.enumerated() {
      for slot in 0..<crossing.count {
        if place == 0, !forms.constant.isEmpty { targets.append(Int32(next)) }
        for (breakdown, stride) in crossing.members {
          let group = slot / stride % radix[breakdown]
          if group < breakdowns[breakdown].count { targets.append(Int32(first[breakdown] + group)) }
          for follower in forms.following where follower.parent == breakdown {
            let own = follower.groupOfParent[group]
            if own >= 0 { targets.append(Int32(first[follower.breakdown]) + own) }
          }
        }
        starts.append(Int32(targets.count))
      }
    }
    (self.targets, targetStarts) = (targets, starts)
  }

  var blocks: Int { (items + 3) / 4 }
  /// Sixteen items each.
  var sheets: Int { (items + 15) / 16 }
  /// One entry for each block and slot.
  var cells: Int { blocks * slots }

  func cell(_ block: Int, _ slot: Int) -> Int { slot * blocks + block }

  /// The places in ``target(_:)`` of a crossed slot.
  func targets(of crossed: Int) -> Range<Int> {
    Int(targetStarts[crossed])..<Int(targetStarts[crossed + 1])
  }

  /// A slot, or ``slots`` for all rows of the key.
  func target(_ place: Int) -> Int { Int(targets[place]) }
}

extension Grouping {
  /// The number of groups, with one for the rows outside all groups.
  var radix: Int { count + (hasOutsiders ? 1 : 0) }
}
