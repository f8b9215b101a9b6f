/// Which stratum each unit was left out of, one unit at a time or half of two.
///
/// Let D be some units, a_h of them in stratum h. The columns of a jackknife, restricted to
/// the rows of D, span 1, each unit of a stratum that is partly in D, and the differences
/// within a stratum that is in D completely. Balanced half-samples span as much, with
/// n_h = 2. Units that are never left out only know the vector 1. The rank follows without
/// a decomposition, which would cost the cube of the number of units.
struct ReplicatedStrata: Sendable {
  /// The stratum of each unit, -1 for one that is never left out.
  let stratumOfUnit: [Int32]
  /// The units of each stratum.
  let sizes: [Int]

  /// The rank of the weights over some units, all different.
  func rank(of units: some Sequence<Int32>) -> Int {
    var found = [Int](repeating: 0, count: sizes.count)
    var rank = 0
    var hasConstant = false
    for unit in units {
      let stratum = Int(stratumOfUnit[Int(unit)])
      if stratum < 0 {
        hasConstant = true
      } else {
        found[stratum] += 1
        rank += 1
      }
    }
    for (count, size) in zip(found, sizes) where size > 0 && count == size {
      rank -= 1
      hasConstant = true
    }
    return rank + (hasConstant ? 1 : 0)
  }
}
