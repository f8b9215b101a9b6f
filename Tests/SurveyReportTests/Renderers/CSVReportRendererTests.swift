import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

@Suite struct CSVReportRendererTests {
  /// The records of a report by the names of their columns.
  static func records(_ report: Report) throws -> [[String: String]] {
    var reader = try CSVReader(.bytes(CSVReportRenderer().render(report)))
    var record = CSVRecord()
    var rows: [[String]] = []
    while try reader.read(into: &record) { rows.append(record.texts) }
    let names = try #require(rows.first)
    #expect(names == CSVReportRenderer.columns)
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  @Test func `a cell keeps all its digits and how it is shown`() throws {
    let records = try Self.records(SampleReport.make(.vietnamese))
    let share = try #require(records.first { $0["kind"] == "share" })
    #expect(share["report"]?.hasPrefix("Báo cáo kết quả") == true)
    #expect(share["block"] == "table")
    #expect(share["table"] == "1")
    #expect(share["caption"] == "Bảng 1. Mức độ hài lòng theo yếu tố và tiêu chí")
    #expect(share["row"] == "1")
    #expect(share["label"] == "Chỉ số hài lòng chung")
    #expect(share["total"] == "1")
    #expect(share["column"] == "Tỷ lệ hài lòng")
    #expect(share["value"] == "0.82665")
    #expect(share["text"] == "82,67%")
    let interval = try #require(records.first { $0["kind"] == "number-interval" })
    #expect(interval["lower"] == "-0.125")
    #expect(interval["upper"] == "2.75")
    #expect(interval["value"] == "")
    // It begins with a minus, and nothing in it can be computed.
    #expect(interval["text"] == "-0,13 – 2,75")
    let hidden = try #require(records.first { $0["kind"] == "suppressed" })
    #expect(hidden["symbol"] == "[c]")
    #expect(hidden["value"] == "")
    #expect(hidden["indent"] == "1")
    let verdicts = records.filter { $0["block"] == "verdict" }
    #expect(verdicts.map { $0["verdict"] } == ["met", "undecided", "notMet", "suppressed"])
    #expect(verdicts.map { $0["row"] } == ["1", "2", "3", "4"])
    #expect(verdicts.first?["caption"] == "I. Kết quả chung")
    #expect(verdicts.first?["text"] == "✓ Đạt")
  }

  @Test func `every row of every table and chart is there`() throws {
    let report = SampleReport.make(.english)
    let records = try Self.records(report)
    #expect(records.filter { $0["table"] == "1" }.count == 5 * 4)
    #expect(records.filter { $0["table"] == "2" }.count == 6 * 4)
    #expect(records.filter { $0["table"] == "2" }.allSatisfy { $0["block"] == "chart" })
    #expect(records.filter { $0["table"] == "3" }.count == 2 * 3)
    let trend = try Self.records(SampleCharts.report(.english)).filter { $0["table"] == "2" }
    #expect(trend.filter { $0["kind"] == "heading" }.count == 1)
    #expect(trend.first { $0["symbol"] == "[u]" }?["label"] == "2023")
  }

  @Test func `the file is for spreadsheets and runs nothing`() {
    let bytes = CSVReportRenderer().render(HostileTextTests.report("=1+1"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains(",=1+1"))
    #expect(text.contains(",'=1+1"))
    #expect(text.hasSuffix("\r\n"))
  }
}
