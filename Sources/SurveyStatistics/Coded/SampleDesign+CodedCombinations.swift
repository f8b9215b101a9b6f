/// A weighted sum of the means of some items.
package struct ItemCombination: Sendable {
  let items: [Int]
  let coefficients: [Double]

  /// Makes a sum; each item has a coefficient.
  package init(items: [Int], coefficients: [Double]) {
    self.items = items
    self.coefficients = coefficients
  }
}

extension SampleDesign {
  /// Weighted sums of item means, such as an index with all its elements.
  ///
  /// The figures are those of ``linearCombination(of:coefficients:by:)``, for all sums at once and
  /// without a column of numbers for each item.
  ///
  /// - Parameters:
  ///   - combinations: The sums.
  ///   - items: The answers, one row for each row of the design.
  ///   - values: For each item the number of each of the 256 codes; NaN for a missing answer.
  ///   - groups: The breakdown, if any.
  /// - Throws: What ``linearCombination(of:coefficients:by:)`` throws.
  /// - Returns: The statistics of each sum; nil when sums by unit and group would not be few beside
  ///   the rows, or weights were adjusted.
  package func statistics(
    of combinations: [ItemCombination],
    _ items: CodedItems,
    values: [[Double]],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [DomainStatistics]? {
    let count = groups?.count ?? 1
    guard items.rows == rows, canTally(width: count),
      groups.map({ $0.codes.count == rows }) ?? true
    else { return nil }
    let keys = groups?.codes.compact ?? []
    let means = items.packs.flatMap { pack in
      PackedMeans.all(of: pack, values: values, keys: keys, groups: count, weights: weights)
    }
    var tallies = [UnitTally?](repeating: nil, count: items.packs.count)
    var statistics: [DomainStatistics] = []
    for combination in combinations {
      let parts = items.packs.indices.compactMap { index in
        combination.part(of: items.packs[index], values, means, groups: count)
          .map { (pack: index, part: $0) }
      }
      let sums: DomainSums
      if groups == nil, parts.count == 1, let (index, part) = parts.first,
        canTally(width: part.width)
      {
        let tally = tallies[index] ?? UnitTally(part.codes, width: part.width, design: self)
        tallies[index] = tally
        let influence = zip(part.contributions, part.isAnswered).map { $1 == 0 ? .nan : $0 }
        sums = tally.sums(influence, centre: 0)
      } else {
        let cells = InfluenceCells(parts.map(\.part), keys, groups: count, design: self)
        sums = DomainSums(cells, groups: count, centre: 0)
      }
      let values = (0..<count).map { combination.value(means, group: $0) }
      statistics.append(try self.statistics(values: values, influence: sums))
    }
    return statistics
  }
}

/// The mean of one item in each group.
struct PackedMeans {
  /// What was subtracted from the numbers, so that means of equal numbers are exact.
  let centre: Double
  /// Σw of those who answered.
  let sizes: [Double]
  /// The mean of number - centre; meaningful where the size is positive.
  let means: [Double]

  /// The means of the items of a pack.
  static func all(
    of pack: CodedItems.Pack,
    values: [[Double]],
    keys: [Int32],
    groups: Int,
    weights: [Double]
  ) -> [PackedMeans] {
    let tally = WeightTally(
      keys: keys,
      count: groups,
      codes: pack.codes,
      width: pack.width,
      weights: weights
    )
    return pack.items.map { item in
      let numbers = pack.values(of: item, values[item])
      let known = numbers.indices.filter { !numbers[$0].isNaN }
      let centre = known.first.map { numbers[$0] } ?? 0
      let moments = (0..<groups).map { group in
        let weights = tally.weights(of: group)
        var (size, product) = (0.0, 0.0)
        for code in known {
          let weight = weights[weights.startIndex + code]
          size += weight
          product += weight * (numbers[code] - centre)
        }
        return (size: size, product: product)
      }
      return PackedMeans(
        centre: centre,
        sizes: moments.map(\.size),
        means: moments.map { $0.product / $0.size }
      )
    }
  }
}

extension ItemCombination {
  /// The value in a group; nil when an item has no answers there.
  func value(_ means: [PackedMeans], group: Int) -> Double? {
    guard !items.isEmpty else { return nil }
    var value = 0.0
    for (item, coefficient) in zip(items, coefficients) {
      guard means[item].sizes[group] > 0 else { return nil }
      value += coefficient * (means[item].centre + means[item].means[group])
    }
    return value
  }

  /// What the bytes of a pack contribute to the influence of a row; nil when none of the items is
  /// in it.
  func part(
    of pack: CodedItems.Pack,
    _ values: [[Double]],
    _ means: [PackedMeans],
    groups: Int
  ) -> InfluenceCells.Part? {
    let own = zip(items, coefficients).filter { pack.items.contains($0.0) }
    guard !own.isEmpty else { return nil }
    var contributions = [Double](repeating: 0, count: groups * pack.width)
    var isAnswered = [UInt8](repeating: 0, count: pack.width)
    for (item, coefficient) in own {
      let numbers = pack.values(of: item, values[item])
      for code in numbers.indices where !numbers[code].isNaN { isAnswered[code] = 1 }
      for group in 0..<groups where means[item].sizes[group] > 0 {
        let (centre, mean) = (means[item].centre, means[item].means[group])
        for code in numbers.indices where !numbers[code].isNaN {
          contributions[group * pack.width + code] +=
            coefficient * (numbers[code] - centre - mean) / means[item].sizes[group]
        }
      }
    }
    return InfluenceCells.Part(
      codes: pack.codes,
      width: pack.width,
      contributions: contributions,
      isAnswered: isAnswered
    )
  }
}
