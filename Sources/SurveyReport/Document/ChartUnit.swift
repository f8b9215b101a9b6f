/// What the figures of a chart, which are drawn on 0...1, are told in.
package enum ChartUnit: String, Hashable, Sendable {
  /// Shares: 0.8073 is told as "80,73%".
  case share
  /// An index or another number of 0...100: 0.8073 is told as "80,73".
  case index
}
