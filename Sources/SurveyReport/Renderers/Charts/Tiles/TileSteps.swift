/// Five steps that the figures of a map are shaded in.
struct TileSteps: Hashable, Sendable {
  /// Where the steps begin, and where the last ends.
  let bounds: [Double]

  static let count = 5

  /// Round steps that cover the figures, one of which begins at the target where that is possible.
  init(values: [Double], target: Double?) {
    let known = values.filter(\.isFinite).map { min(max($0, 0), 1) }
    let low = known.min() ?? 0
    let high = known.max() ?? 1
    for width in [0.01, 0.02, 0.05, 0.1] {
      let origin = target.flatMap { $0.isFinite && (0...1).contains($0) ? $0 : nil } ?? 0
      var start = origin + ((low - origin) / width + 1e-9).rounded(.down) * width
      if start < -1e-9 { start = 0 }
      let beyond = start + width * Double(Self.count) - 1
      if beyond > 1e-9 {
        start -= (beyond / width - 1e-9).rounded(.up) * width
      }
      guard start > -1e-9, start + width * Double(Self.count) >= high - 1e-9 else { continue }
      bounds = (0...Self.count).map { max(start, 0) + Double($0) * width }
      return
    }
    bounds = (0...Self.count).map { Double($0) * 0.2 }
  }

  /// The step of a figure from 0; figures at a bound belong to the step that begins there.
  func step(of value: Double) -> Int {
    let begun = bounds.prefix(Self.count).count { $0 <= value + 1e-9 }
    return max(begun - 1, 0)
  }
}
