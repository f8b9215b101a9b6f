/// The fills of bars, told apart without colour: plain, hatched, dotted.
enum BarColours {
  /// The fill and the outline of a bar.
  static func of(
    _ tone: Report.VerdictBlock.Tone?
  ) -> (fill: Drawing.Fill, outline: Drawing.Colour) {
    switch tone {
    case .met:
      (.plain(Drawing.Colour(value: 0xB9D3B9)), Drawing.Colour(value: 0x1B5E20))
    case .notMet:
      (
        .hatched(
          .rising,
          marks: Drawing.Colour(value: 0x8C1D18),
          background: Drawing.Colour(value: 0xF0DCDA)
        ), Drawing.Colour(value: 0x8C1D18)
      )
    case .undecided:
      (
        .hatched(
          .dots,
          marks: Drawing.Colour(value: 0x6B4700),
          background: Drawing.Colour(value: 0xF3E8CF)
        ), Drawing.Colour(value: 0x6B4700)
      )
    case .suppressed, nil:
      (.plain(Drawing.Colour(value: 0xBCCBDC)), Drawing.Colour(value: 0x1F4E79))
    }
  }
}
