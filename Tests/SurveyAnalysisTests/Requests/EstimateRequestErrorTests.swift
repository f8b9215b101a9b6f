import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

@Suite struct EstimateRequestErrorTests {
  private static let names = AdjustmentNames(
    margins: [.init(column: "gioi", groups: ["nam", "nu"])],
    columns: ["tuoi"],
    replicate: "rep2"
  )

  private static let errors: [EstimateRequestError] = [
    .unknownColumn("a", suggestion: nil), .unknownColumn("a", suggestion: "b"),
    .ambiguousColumn("a"), .notANumber(column: "a", row: 2, text: "x"),
    .notANumber(column: "a", row: 2, text: "1,5"), .outOfScale(column: "a", row: 2, 1e99),
    .missingDesignCell(column: "a", row: 3), .noWeight(column: "a"), .noRows, .nothingAsked,
    .tooManyGroups(columns: ["a", "b"], count: 2_000_000),
    .statistics(.weightsAndProbabilities), .statistics(.lonelyPSU(stratum: 0, stage: 1, row: 4)),
    .design(.lonelyPSU(stratum: 0, stage: 1, row: 4), column: "a", unit: "xã A"),
    .design(.invalidWeight(-1, row: 2), column: "a", unit: nil),
    .design(
      .clusterInTwoStrata(cluster: 0, stage: 1, row: 4, otherRow: 9),
      column: "a",
      unit: "ấp 1"
    ),
    .replicates(.factorsNeeded, column: nil), .replicates(.emptyReplicate(1), column: "rep2"),
    .weighting(.noColumns, names), .weighting(.cellWithoutPopulation(.cell(1, margin: 0)), names),
    .weighting(.singularColumn(.column(0)), names),
    .marginsDiffer(column: "a", total: 1, other: "b", otherTotal: 2),
    .noReplicates(pattern: "rep*", count: 0), .noReplicates(pattern: "rep*", count: 1),
    .notInMargin(column: "a", value: "x", row: 2), .notInSample(column: "a", value: "x"),
    .replicatesAndDesign,
  ]

  @Test(arguments: errors)
  func `each error is one sentence in both languages`(error: EstimateRequestError) {
    let vietnamese = error.text(in: .vietnamese)
    let english = error.text(in: .english)
    for text in [vietnamese, english] {
      #expect(text.count > 15)
      #expect(!text.contains("\n"))
      #expect(!text.hasSuffix("."))
      #expect(!text.contains("Optional") && !text.contains("  "))
    }
    #expect(vietnamese != english)
    #expect(vietnamese.unicodeScalars.contains { $0.value > 0x7F })
    #expect(english.unicodeScalars.filter { $0.value > 0x7F }.count <= 4)
  }

  @Test func `a decimal comma gets its own repair`() {
    let error = EstimateRequestError.notANumber(column: "y", row: 4, text: "2,75")
    #expect(error.text(in: .vietnamese).hasSuffix("dấu thập phân phải là dấu chấm: 2.75"))
    #expect(error.text(in: .english).hasSuffix("write a decimal point: 2.75"))
  }

  @Test func `groups, columns and replicates have their names`() {
    let group = EstimateRequestError.weighting(
      .cellWithoutSample(.cell(1, margin: 0), total: 9),
      Self.names
    )
    #expect(group.text(in: .vietnamese).hasPrefix("bộ quyền số lặp 'rep2': "))
    #expect(group.text(in: .vietnamese).contains("nhóm 'nu' của cột 'gioi'"))
    #expect(group.text(in: .english).contains("group 'nu' of column 'gioi'"))
    #expect(Self.names.name(.column(0), .vietnamese) == "cột 'tuoi'")
    // Numbers stay where there is no name.
    #expect(Self.names.name(.column(3), .english) == "column 4")
    #expect(Self.names.name(.cell(5, margin: 0), .english) == "cell 5 of margin 1")
  }

  @Test func `strata and clusters have the names of the table`() {
    var request = EstimateRequest()
    request.statistics = [.mean("y")]
    request.design.strata = ["st"]
    request.design.clusters = ["c"]
    func error(_ strata: [String], _ clusters: [String]) -> EstimateRequestError? {
      let table = TextTable(
        names: ["y", "st", "c"],
        columns: [["1", "2", "3"], strata, clusters]
      )
      return #expect(throws: EstimateRequestError.self) { try request.answer(from: table) }
    }
    #expect(
      error(["xã A", "xã A", "xã B"], ["1", "2", "3"])
        == .design(.lonelyPSU(stratum: 1, stage: 1, row: 2), column: "st", unit: "xã B")
    )
    guard
      case .design(.clusterInTwoStrata, column: "c", unit: "ấp") = error(
        ["xã A", "xã A", "xã B"],
        ["ấp", "2", "ấp"]
      )
    else {
      Issue.record("no names")
      return
    }
  }
}
