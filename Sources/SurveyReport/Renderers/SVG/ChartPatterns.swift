/// The fills of bars, told apart without colour: plain, hatched, dotted.
enum ChartPatterns {
  static func definitions(id: String) -> SVGNode {
    .element(
      "defs",
      [:],
      [
        pattern(
          id: id + "-not-met",
          background: "#f0dcda",
          mark: .element(
            "path",
            [
              "d": "M-2 8L8 -2M4 10L10 4", "stroke": "#8c1d18", "stroke-width": "1.4",
              "fill": "none",
            ],
            []
          )
        ),
        pattern(
          id: id + "-undecided",
          background: "#f3e8cf",
          mark: .element(
            "circle",
            ["cx": "4", "cy": "4", "r": "1.4", "fill": "#6b4700"],
            []
          )
        ),
      ]
    )
  }

  /// The fill and the outline of a bar.
  static func colours(
    of tone: Report.VerdictBlock.Tone?,
    id: String
  ) -> (fill: String, outline: String) {
    switch tone {
    case .met: ("#b9d3b9", "#1b5e20")
    case .notMet: ("url(#\(id)-not-met)", "#8c1d18")
    case .undecided: ("url(#\(id)-undecided)", "#6b4700")
    case .suppressed, nil: ("#bccbdc", "#1f4e79")
    }
  }

  private static func pattern(id: String, background: String, mark: SVGNode) -> SVGNode {
    .element(
      "pattern",
      ["id": id, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"],
      [
        .element("rect", ["width": "8", "height": "8", "fill": background], []),
        mark,
      ]
    )
  }
}
