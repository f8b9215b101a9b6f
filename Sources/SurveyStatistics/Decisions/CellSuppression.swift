/// Which cells of a table of counts are kept back so that small ones cannot be recovered.
///
/// Cells with a few people, but fewer than the minimum, are hidden (*primary*); further cells are
/// hidden with them (*complementary*) until for each primary cell the counts that fit what is
/// published are at least `protection` apart, and no hidden cell is left with a single one
/// (``SuppressionAudit``). Empty cells tell of nobody and stay.
///
/// The complementary cells are few, inner cells before margins, and small ones first. With up to
/// ten candidates all sets are tried in this order; beyond that each primary cell gets the cheapest
/// change of the table that moves it (Kelly, Golden and Assad 1992), and cells that turn out
/// needless are published again.
public struct CellSuppression: Sendable {
  /// Whether a cell is published.
  public enum Status: Hashable, Sendable {
    case published
    /// Fewer people than the minimum.
    case primary
    /// It would give a primary cell away.
    case complementary
  }

  /// The table.
  public let table: AdditiveTable
  /// How far apart the counts that fit a primary cell have to be.
  public let protection: Int
  /// Each cell's status.
  public let statuses: [Status]
  /// Whether the audit found every hidden cell protected.
  public let isProtected: Bool

  /// The cells that are not published.
  public var hidden: Set<Int> { Set(statuses.indices.filter { statuses[$0] != .published }) }

  private static let exactLimit = 10

  /// Protects the cells of `table` with fewer than `minimum` people, and those `alsoHidden`.
  ///
  /// `protection` is the width that is asked for, `minimum` when nil.
  public init(
    _ table: AdditiveTable,
    minimum: Int,
    protection: Int? = nil,
    alsoHidden: Set<Int> = []
  ) {
    let width = max(1, protection ?? minimum)
    let counts = table.counts
    let primary = Set(
      counts.indices.filter {
        counts[$0] > 0 && counts[$0] < minimum || alsoHidden.contains($0)
      }
    )
    let search = ComplementarySearch(table, primary: primary, protection: width)
    let hidden = search.hidden(exactUpTo: Self.exactLimit)
    self.table = table
    self.protection = width
    statuses = counts.indices.map { cell in
      primary.contains(cell) ? .primary : hidden.contains(cell) ? .complementary : .published
    }
    isProtected = search.protects(hidden)
  }
}
