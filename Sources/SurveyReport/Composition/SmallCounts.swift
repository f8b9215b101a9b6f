import SurveyModel

/// Keeps figures over too few people out of tables that are not broken down into groups.
///
/// A figure that a group table holds back must not stand in the table of its question.
struct SmallCounts {
  private let rule: Plan.Suppression

  init(_ rule: Plan.Suppression) { self.rule = rule }

  /// Whether somebody stands behind a figure, but too few to show it.
  func hides(_ count: Int) -> Bool { count > 0 && count < rule.below }

  /// `cells` as they are, or kept back when they speak of too few people.
  func guarded(_ count: Int, _ cells: [Table.Cell]) -> [Table.Cell] {
    kept(back: hides(count), cells)
  }

  /// `cells` as they are, or kept back.
  func kept(back isKeptBack: Bool, _ cells: [Table.Cell]) -> [Table.Cell] {
    isKeptBack ? cells.map { $0 == .empty ? .empty : .suppressed } : cells
  }
}
