import Tabular
import Testing

@testable import SurveyFormats

@Suite struct SketchTableTests {
  private func table(_ text: String) throws -> SketchTable {
    var source: any RecordSource = try CSVReader(.text(text), delimiter: .comma)
    return try #require(try SketchTable(&source))
  }

  @Test func `totals are no answers`() throws {
    let rows = (1...30).map { "Xã \($0 % 7),\($0 % 5),3\n" }.joined()
    let found = try table("xa,a,b\n" + rows + "Tổng cộng,75,90\nTrung bình,2.5,3\n")
    #expect(found.rows == 30)
    #expect(found.columns[0].values.count == 7)
  }

  @Test func `an option that stands again and again is no total`() throws {
    let ranks = ["Tốt", "Khá", "Trung bình", "Yếu"]
    let rows = (0..<40).map { "\(ranks[$0 % 4]),\($0 % 5),3\n" }.joined()
    let found = try table("hang,a,b\n" + rows + "Tổng cộng,75,90\n")
    #expect(found.rows == 40)
    #expect(found.columns[0].values.contains("Trung bình"))
    #expect(!found.columns[0].values.contains("Tổng cộng"))
  }
}
