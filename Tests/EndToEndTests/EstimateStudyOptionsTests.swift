import Foundation
import Testing

/// The options that a study and a plain table have in common.
@Suite struct EstimateStudyOptionsTests {
  @Test func `a study is raked and split like a table`() throws {
    let study = try SmallStudy()
    var rows = "don_vi,tuoi,muc\n"
    for index in 0..<40 {
      rows += "Xã \(index % 2 == 0 ? "A" : "B"),\(20 + index),\(index % 3 == 0 ? 1 : 2)\n"
    }
    let imported = try study.run("import", SmallStudy.name, "-", input: rows)
    try #require(imported.ended(0), imported.summary)
    try study.folder.write("rows.csv", rows)
    try study.folder.write("xa.csv", "xa,size\nXã A,700\nXã B,300\n")
    let options = [
      "--quantile", "tuoi@0.5", "--proportion", "muc=2", "--total", "tuoi", "--rake",
      "don_vi=xa.csv", "--by", "muc", "--format", "json",
    ]
    let outcomes = try [SmallStudy.name, "rows.csv"].map {
      try study.run("estimate", $0, extra: options)
    }
    for outcome in outcomes { #expect(outcome.ended(0), outcome.summary) }
    #expect(outcomes[0].output == outcomes[1].output)
    let figures = try Figure.all(in: outcomes[0].outputBytes)
    #expect(figures.count == 9)
    #expect(outcomes[0].output.contains("\"method\": \"raking\""))
    #expect(outcomes[0].output.contains("\"don_vi\""))
  }
}
