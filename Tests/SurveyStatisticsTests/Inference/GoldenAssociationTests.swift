import SurveyStatistics
import Testing

/// The tests of independence of the reference.
@Suite(.enabled(if: Reference.isPresent))
struct GoldenAssociationTests {
  static let kinds: [(AssociationStatistic, String)] = [
    (.f, "F"), (.chiSquare, "Chisq"), (.wald, "Wald"), (.adjustedWald, "adjWald"),
  ]

  @Test func `tests of a simple random sample are those of R`() throws {
    let golden = try GoldenCase("housing_sat")
    let cases = golden.content["expected"].list.filter { $0["stat"].string == "chisq" }
    #expect(cases.count == 3)
    for want in cases {
      let table = try golden.design.crossTable(
        of: groups(golden.table, want["row"].string ?? ""),
        and: groups(golden.table, want["col"].string ?? "")
      )
      #expect(table.totals == want["weighted_table"].list.flatMap(\.numbers))
      #expect(table.counts.map { Double($0) } == table.totals)
      for (kind, name) in Self.kinds {
        let test = try table.test(kind)
        let expected = want[name]
        #expect(agrees(test.pValue, expected["p_value"].number), "\(name)")
        let statistic = kind == .chiSquare ? test.pearson : test.statistic
        #expect(agrees(statistic, expected["statistic"].number), "\(name)")
        let parameter = expected["parameter"]
        let above = parameter["ndf"].number ?? parameter["df"].number
        #expect(agrees(test.numeratorDegreesOfFreedom, above), "\(name)")
        #expect(agrees(test.denominatorDegreesOfFreedom, parameter["ddf"].number), "\(name)")
      }
    }
  }

  @Test(arguments: ["rep_jk1_fpc", "rep_jk1_fpc_mse"])
  func `tests of replicate weights are those of R`(name: String) throws {
    let content = try Reference.load(name)
    let table = try Reference.table(content["input"]["csv"].string ?? "")
    let replicates = try Reference.table(content["input"]["replicate_weights_csv"].string ?? "")
    let scale = try #require(content["design"]["scale"].number)
    let about = content["design"]["mse"].flag
    let weights = table.numbers(content["design"]["weights"].string ?? "")
    let cases = content["expected"].list.filter { $0["stat"].string == "chisq" }
    #expect(!cases.isEmpty)
    for want in cases {
      let (first, second) = (want["row"].string ?? "", want["col"].string ?? "")
      let crossed = try groups(table, first).crossed(with: groups(table, second))
      let count = try #require(content["expected"].list[0]["n_rep"].int)
      let cross = try ReplicateCrossTable.make(
        crossed,
        width: groups(table, second).count,
        weights: weights,
        replicates: (1...count).map { replicates.numbers("rep\($0)") },
        (scale, about),
        degreesOfFreedom: try #require(content["expected"].list[0]["df"].int)
      )
      let kind = try #require(Self.kinds.first { $0.1 == want["type"].string })
      let test = try cross.test(kind.0)
      #expect(agrees(test.pValue, want["p"].number), "\(kind.1)")
      let statistic = kind.0 == .chiSquare ? test.pearson : test.statistic
      #expect(agrees(statistic, want["statistic"].number), "\(kind.1)")
      #expect(agrees(test.numeratorDegreesOfFreedom, want["param"].numbers.first))
    }
  }

  private func groups(_ table: Table, _ column: String) throws -> Grouping {
    let texts = table.texts(column)
    let levels = Set(texts).sorted()
    return try Grouping(codes: texts.map { levels.firstIndex(of: $0) ?? -1 }, count: levels.count)
  }
}
