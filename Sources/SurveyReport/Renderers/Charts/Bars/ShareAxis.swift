import SurveyModel

/// The scale below the bars and the line of the target.
struct ShareAxis {
  let layout: ChartLayout
  let language: InterfaceLanguage
  /// Where the rows end.
  let bottom: Double

  func shapes() -> [Drawing.Shape] {
    let ticks = layout.ticks.flatMap { tick -> [Drawing.Shape] in
      let x = layout.position(of: Double(tick) / 100)
      let isFirst = tick == layout.ticks.first
      let label = Drawing.Label(
        text: "\(tick)%",
        place: Drawing.Point(x: x, y: bottom + 17),
        size: ChartLayout.smallFontSize,
        anchor: layout.isStacked ? (isFirst ? .start : tick == 100 ? .end : .middle) : .middle,
        colour: .grey
      )
      let top = layout.isStacked ? bottom - 4 : ChartLayout.headHeight
      let line = Drawing.Shape.line(
        [Drawing.Point(x: x, y: top), Drawing.Point(x: x, y: bottom)],
        Drawing.Stroke(colour: isFirst ? Self.rule : Self.grid)
      )
      return [line, .label(label)]
    }
    let base = Drawing.Shape.line(
      [
        Drawing.Point(x: layout.plotStart, y: bottom), Drawing.Point(x: layout.plotEnd, y: bottom),
      ],
      Drawing.Stroke(colour: Self.rule)
    )
    return ticks + [base]
  }

  func targetLabel(_ target: Double) -> Drawing.Shape {
    let share = DecimalText(language: language).shortPercent(target)
    return .label(
      Drawing.Label(
        text: RendererPhrase.target(share).text(in: language),
        place: Drawing.Point(x: layout.position(of: target), y: ChartLayout.headHeight - 11),
        size: ChartLayout.smallFontSize,
        anchor: target > 0.75 && layout.isStacked ? .end : target < 0.2 ? .start : .middle
      )
    )
  }

  func targetLine(_ target: Double, from top: Double, to bottom: Double) -> Drawing.Shape {
    let x = layout.position(of: target)
    return .line(
      [Drawing.Point(x: x, y: top), Drawing.Point(x: x, y: bottom)],
      Drawing.Stroke(width: 1.5, isDashed: true)
    )
  }

  private static let rule = Drawing.Colour(value: 0x595959)
  private static let grid = Drawing.Colour(value: 0xD0D0D0)
}
