/// How the lines of a trend are told apart: by mark, by dashes and by colour.
struct TrendStyle {
  let marker: ChartMarker
  let isFilled: Bool
  let stroke: Drawing.Stroke

  init(line: Int) {
    let colours: [Drawing.Colour] = [.blue, .red, .green, .violet]
    let markers = ChartMarker.allCases
    marker = markers[line % markers.count]
    isFilled = (line / markers.count).isMultiple(of: 2)
    stroke = Drawing.Stroke(
      colour: colours[line % colours.count],
      width: 2,
      isDashed: !line.isMultiple(of: 2)
    )
  }
}
