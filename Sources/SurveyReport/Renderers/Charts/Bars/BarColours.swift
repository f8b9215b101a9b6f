/// The fills of bars and the marks of points, told apart without colour.
enum BarColours {
  /// The fill and the outline of a bar.
  static func bar(
    _ tone: Report.VerdictBlock.Tone?
  ) -> (fill: Drawing.Fill, outline: Drawing.Colour) {
    switch tone {
    case .met:
      (.plain(Drawing.Colour(value: 0xB9D3B9)), .green)
    case .notMet:
      (.hatched(.rising, marks: .red, background: Drawing.Colour(value: 0xF0DCDA)), .red)
    case .undecided:
      (.hatched(.dots, marks: .amber, background: Drawing.Colour(value: 0xF3E8CF)), .amber)
    case .suppressed, nil:
      (.plain(Drawing.Colour(value: 0xBCCBDC)), .blue)
    }
  }

  /// The mark of a point, and how it is written in a line of text.
  static func point(_ tone: Report.VerdictBlock.Tone?) -> Point {
    switch tone {
    case .met: Point(marker: .circle, isFilled: true, colour: .green, text: "●")
    case .notMet: Point(marker: .square, isFilled: true, colour: .red, text: "■")
    case .undecided: Point(marker: .circle, isFilled: false, colour: .amber, text: "○")
    case .suppressed, nil: Point(marker: .diamond, isFilled: true, colour: .blue, text: "◆")
    }
  }

  struct Point {
    let marker: ChartMarker
    let isFilled: Bool
    let colour: Drawing.Colour
    let text: String
  }
}
