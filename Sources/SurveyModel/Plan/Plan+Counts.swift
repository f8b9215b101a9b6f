extension Plan {
  /// One use of a count by a target.
  public struct CountUse: Hashable, Sendable {
    /// The target.
    public let target: Target
    /// What the target counts.
    public let aim: AdministrativeTarget
    /// Whether the count is what there was to do, and not what was done.
    public let isWhole: Bool
  }

  /// The targets on counts, in their order.
  public var countTargets: [(target: Target, aim: AdministrativeTarget)] {
    targets.compactMap { target in
      if case .count(let aim) = target.kind { (target, aim) } else { nil }
    }
  }

  /// The counts that the targets and the reports on fieldwork need, in the order in which they are
  /// first named.
  public var countNames: [String] {
    let fieldwork = layout.fieldwork.sorted { $0.key < $1.key }
      .flatMap { counts in
        FieldworkCounts.Outcome.allCases.compactMap { counts.value.names[$0] }
      }
    var names: [String] = []
    for name in countTargets.flatMap(\.aim.names) + fieldwork where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// What the count `name` is needed for.
  public func uses(ofCount name: String) -> [CountUse] {
    countTargets.flatMap { target, aim in
      [(aim.done, false), (aim.of, true)].compactMap { used, isWhole in
        used == name ? CountUse(target: target, aim: aim, isWhole: isWhole) : nil
      }
    }
  }

  /// The longest period by which the count `name` can be told; nothing where any will do.
  ///
  /// A target that is judged month by month is not decided by the sum of a quarter. Reports on
  /// fieldwork and targets on the whole year take every period.
  public func longestPeriod(ofCount name: String) -> ReportPeriod? {
    let isOfFieldwork = layout.fieldwork.values.contains { $0.names.values.contains(name) }
    let kinds = uses(ofCount: name).map { $0.aim.every ?? .year }
    guard !isOfFieldwork, let longest = kinds.max(by: { $0.months < $1.months }) else {
      return nil
    }
    return longest == .year ? nil : longest
  }

  /// The days of its year.
  public var days: ClosedRange<CalendarDate>? { year.flatMap { Period(.year, year: $0)?.days } }
}

extension AdministrativeTarget {
  /// The counts that it needs.
  public var names: [String] { of.map { [done, $0] } ?? [done] }

  /// Whether counts reach the threshold: a share of `all`, or a number.
  ///
  /// The threshold is taken as the decimal that it was written as, to nine digits behind the point,
  /// and the comparison is exact. Nothing is a share of 0.
  public func isReached(by done: Int, of all: Int?) -> Bool {
    if all == 0 { return false }
    let scaled = (atLeast * 1e9).rounded()
    guard scaled.magnitude < 1e18 else { return Double(done) >= atLeast * Double(all ?? 1) }
    return Int128(done) * 1_000_000_000 >= Int128(scaled) * Int128(all ?? 1)
  }
}
