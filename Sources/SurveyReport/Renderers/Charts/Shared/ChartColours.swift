extension Drawing.Colour {
  /// The line of an axis.
  static let rule = Drawing.Colour(value: 0x595959)
  /// A line that only leads the eye.
  static let grid = Drawing.Colour(value: 0xD0D0D0)
  static let blue = Drawing.Colour(value: 0x1F4E79)
  static let green = Drawing.Colour(value: 0x1B5E20)
  static let red = Drawing.Colour(value: 0x8C1D18)
  static let amber = Drawing.Colour(value: 0x6B4700)
  static let violet = Drawing.Colour(value: 0x5B2A73)
}

/// An area with the colour of the text that is written on it.
struct ChartShade: Hashable, Sendable {
  let fill: Drawing.Fill
  let text: Drawing.Colour

  /// Five shades of one colour from light to dark, also in grey.
  static let steps: [ChartShade] = [
    ChartShade(fill: .plain(Drawing.Colour(value: 0xE3ECF6)), text: .black),
    ChartShade(fill: .plain(Drawing.Colour(value: 0xBBD3EA)), text: .black),
    ChartShade(fill: .plain(Drawing.Colour(value: 0x86AED4)), text: .black),
    ChartShade(fill: .plain(Drawing.Colour(value: 0x3A6A9C)), text: .white),
    ChartShade(fill: .plain(Drawing.Colour(value: 0x1A3A5E)), text: .white),
  ]

  /// Grey without a mark.
  static let neutral = ChartShade(fill: .plain(Drawing.Colour(value: 0xEFEFEF)), text: .black)

  /// White with marks; text on it needs a plate.
  static func hatched(_ hatch: Drawing.Hatch) -> ChartShade {
    ChartShade(
      fill: .hatched(hatch, marks: .red, background: Drawing.Colour(value: 0xFBF1F0)),
      text: .black
    )
  }
}
