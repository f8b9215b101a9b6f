import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onload='x",
    "{{mustache}} {{{title}}} {{>page}} {{% CONTENT_TYPE: TEXT}}",
    "&lt;b&gt; &amp;amp; &#60;",
    "]]></style></svg><!--",
    "\"\u{301}\u{200D} onclick=x <\u{301}script> '\u{20DD} >\u{FE0F} &\u{308}",
    "\u{600}\" \u{600}< onfocus=x",
    "url(javascript:x) expression(1)",
  ]

  /// A report with `text` in every place that data can take.
  static func report(_ text: String) -> Report {
    let tones = Report.VerdictBlock.Tone.all
    return Report(
      language: .vietnamese,
      title: text,
      subtitle: [text],
      blocks: [
        .heading(text, level: -4), .heading(text, level: 99), .paragraph(text), .note(text),
        .verdict(Report.VerdictBlock(word: text, tone: .met, sentence: text)),
        .table(
          Table(
            caption: text,
            columns: [Table.Column(text), Table.Column(text)],
            rows: [Table.Row([.text(text), .verdict(word: text, tone: .notMet)])]
          )
        ),
        .chart(
          .bars(
            BarChart(
              caption: text,
              bars: tones.map { tone in
                BarChart.Bar(label: text, value: 0.5, interval: nil, count: 1, tone: tone)
              },
              target: 0.5
            )
          )
        ),
      ] + charts(text).map(Report.Block.chart)
    )
  }

  private static func charts(_ text: String) -> [Chart] {
    [
      .bars(
        BarChart(
          caption: text,
          bars: [BarChart.Bar(label: text, group: text, value: 0.5, interval: nil, count: 1)],
          target: nil
        )
      ),
      .levels(
        LevelChart(
          caption: text,
          levels: [false, true].map { LevelChart.Level(label: text, isPositive: $0) },
          rows: [LevelChart.Row(label: text, shares: [0.25, 0.75], count: 8)]
        )
      ),
      .trend(
        TrendChart(
          caption: text,
          times: [text, text],
          lines: [
            TrendChart.Line(
              label: text,
              points: [TrendChart.Point(value: 0.5), TrendChart.Point(value: 0.6)]
            )
          ],
          breaks: [TrendChart.Break(before: 1, reason: text)],
          target: 0.5
        )
      ),
      .importance(
        ImportanceMap(
          caption: text,
          performanceTitle: text,
          importanceTitle: text,
          meanPerformance: 3,
          meanImportance: 0.5,
          items: [
            ImportanceMap.Item(
              number: 1,
              label: text,
              importance: 0.6,
              performance: 4,
              quadrant: .keepUp,
              isClear: true
            )
          ]
        )
      ),
      .tiles(
        TileMap(
          caption: text,
          areas: [
            TileMap.Area(title: text, tiles: [TileMap.Tile(label: text, value: 0.5, count: 1)])
          ]
        )
      ),
    ]
  }

  @Test(arguments: texts)
  func `hostile text is shown and nothing more`(text: String) throws {
    let html = try HTMLRenderer().render(Self.report(text))
    let harmless = try HTMLRenderer().render(Self.report("x"))
    let checker = MarkupChecker(html)
    #expect(checker.problem == nil)
    let names = checker.names.filter { $0 != "text" }
    #expect(names == MarkupChecker(harmless).names.filter { $0 != "text" })
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    // Title twice, subtitle, headings, paragraph, note, sentence, word, caption, header cells, cell.
    #expect(checker.texts.filter { $0 == text }.count >= 12)
  }

  @Test func `control characters and direction overrides become visible signs`() throws {
    let html = try HTMLRenderer().render(
      Self.report("a\u{0}b\u{1B}c\u{202E}d\u{2066}e\u{FFFF}f\u{85}g")
    )
    #expect(MarkupChecker(html).texts.contains("a␀b␛c\u{FFFD}d\u{FFFD}e\u{FFFD}f g"))
    let isHarmless = html.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
    }
    #expect(isHarmless)
  }

  @Test func `text of the data stands in isolated runs`() throws {
    let html = try HTMLRenderer().render(Self.report("שלום"))
    #expect(html.contains("<p><bdi>שלום</bdi></p>"))
    #expect(html.contains("<td class=\"leading verdict-cell not-met\"><bdi>✗ שלום</bdi></td>"))
  }

  @Test func `the library's own escaping would let a joined quotation mark through`() {
    #expect(MarkupEscaping.escape("\"\u{301}") == "&quot;\u{301}")
    #expect(MarkupEscaping.escape("<\u{200D}") == "&lt;\u{200D}")
    #expect(MarkupEscaping.escape("\u{600}'") == "\u{600}&#39;")
  }
}
