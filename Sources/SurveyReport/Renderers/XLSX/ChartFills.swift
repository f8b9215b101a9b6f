import Tabular

/// Fills that can be told apart in grey.
enum ChartFills {
  static let plain = WorkbookChart.Fill(colour: 0xBCCBDC, outline: 0x1F4E79)

  static func fill(of tone: Report.VerdictBlock.Tone) -> WorkbookChart.Fill {
    switch tone {
    case .met: WorkbookChart.Fill(colour: 0xB9D3B9, outline: 0x1B5E20)
    case .notMet:
      WorkbookChart.Fill(
        .wideRising,
        colour: 0x8C1D18,
        background: 0xF0DCDA,
        outline: 0x8C1D18
      )
    case .undecided:
      WorkbookChart.Fill(.dots, colour: 0x6B4700, background: 0xF3E8CF, outline: 0x6B4700)
    case .suppressed: plain
    }
  }

  /// Hatched levels are not positive, the worst most densely; plain ones are, the best darkest.
  static func levels(_ levels: [LevelChart.Level]) -> [WorkbookChart.Fill] {
    let hatches: [WorkbookChart.Pattern] = [.wideFalling, .rising, .dots, .horizontal, .grid]
    let plain: [UInt32] = [0xD3E2D3, 0x7FA97F, 0x3F6F3F, 0x1B4A20]
    let positive = levels.filter(\.isPositive).count
    var hatched = 0
    var filled = positive == 1 ? 1 : 0
    return levels.map { level in
      if level.isPositive {
        defer { filled += 1 }
        return WorkbookChart.Fill(colour: plain[min(filled, plain.count - 1)])
      }
      defer { hatched += 1 }
      return WorkbookChart.Fill(
        hatches[hatched % hatches.count],
        colour: hatched == 0 ? 0x8C1D18 : 0x5A5A5A,
        background: hatched == 0 ? 0xF0DCDA : 0xF7F7F7
      )
    }
  }
}
