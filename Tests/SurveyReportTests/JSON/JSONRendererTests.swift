import Foundation
import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct JSONRendererTests {
  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func `a report is read back with its blocks in order`() throws {
    let report = SampleReport.make(.vietnamese)
    for pretty in [true, false] {
      let root = try object(JSONRenderer(pretty: pretty).render(report))
      #expect(root["format"] as? String == "thuocdo-report-1")
      #expect(root["language"] as? String == "vi")
      #expect(root["title"] as? String == report.title)
      let blocks = try #require(root["blocks"] as? [[String: Any]])
      let types = blocks.compactMap { $0["type"] as? String }
      let expected = [
        "heading", "paragraph", "verdict", "verdict", "heading", "table", "note", "heading",
        "chart", "verdict", "verdict", "heading", "table",
      ]
      #expect(types == expected)
    }
  }

  @Test func `every cell has its type and its raw value`() {
    let cells: [(Table.Cell, String)] = [
      (.text("a\"b"), #"{"type":"text","value":"a\"b"}"#),
      (.count(36_525), #"{"type":"count","value":36525}"#),
      (.share(0.82665), #"{"type":"share","value":0.82665}"#),
      (.number(2.675, decimals: 2), #"{"type":"number","value":2.675,"decimals":2}"#),
      (.shareInterval(0.25...0.5), #"{"type":"share-interval","value":[0.25,0.5]}"#),
      (
        .numberInterval(-1...2, decimals: 1),
        #"{"type":"number-interval","value":[-1,2],"decimals":1}"#
      ),
      (.verdict(word: "Đạt", tone: .met), #"{"type":"verdict","value":"met","word":"Đạt"}"#),
      (.suppressed, #"{"type":"suppressed","value":null,"symbol":"[c]"}"#),
      (.withheld(.unreliable), #"{"type":"suppressed","value":null,"symbol":"[u]"}"#),
      (.empty, #"{"type":"empty","value":null}"#),
    ]
    for (cell, text) in cells {
      let table = Table(caption: "c", columns: [Table.Column("x")], rows: [Table.Row([cell])])
      let report = Report(language: .english, title: "", subtitle: [], blocks: [.table(table)])
      let json = JSONRenderer(pretty: false).render(report)
      #expect(json.contains(#""cells":["# + text + "]"))
    }
  }

  @Test func `a bar that is kept back has no value`() throws {
    let root = try object(JSONRenderer().render(SampleReport.make(.english)))
    let blocks = try #require(root["blocks"] as? [[String: Any]])
    let chart = try #require(blocks.first { $0["type"] as? String == "chart" })
    let bars = try #require(chart["bars"] as? [[String: Any]])
    #expect(bars.count == 5)
    #expect(bars.last?["value"] is NSNull)
    #expect(bars.last?["verdict"] as? String == "suppressed")
    #expect(bars.first?["value"] as? Double == 0.82665)
    #expect(chart["target"] as? Double == 0.8)
  }
}
