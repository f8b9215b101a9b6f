import SurveyStatistics
import Testing

/// The reliability of the scales of a published personality inventory (R psych).
@Suite(.enabled(if: Reference.isPresent))
struct GoldenReliabilityTests {
  @Test func `reliabilities are those of R`() throws {
    let content = try Reference.load("reliability_bfi")
    let table = try Reference.table(content["input"]["csv"].string ?? "")
    let tolerance = content["tolerance_rel"].number ?? 1e-9
    for want in content["expected"].list {
      let reversed = Set(want["reversed"].texts)
      let items = want["items"].texts.map { name in
        table.numbers(name).map { reversed.contains(name) ? 7 - $0 : $0 }
      }
      let scale = try ScaleReliability(items: items)
      let name: Comment = "\(want["scale"].string ?? "weighted")"
      #expect(agrees(scale.alpha, want["alpha"].number, relative: tolerance), name)
      if want["stat"].string == "svycralpha" {
        let design = try SampleDesign(rows: table.rows)
        let weighted = try design.reliability(of: items)
        #expect(agrees(weighted.alpha, want["alpha"].number, relative: tolerance), name)
        continue
      }
      #expect(scale.sampleSize == want["n_complete"].int, name)
      let standardised = want["alpha_standardised"].number
      #expect(agrees(scale.standardisedAlpha, standardised, relative: tolerance), name)
      #expect(agrees(scale.lambda2, want["guttman_lambda2"].number, relative: tolerance), name)
      for (index, item) in scale.items.enumerated() {
        let dropped = want["alpha_if_dropped"].numbers[index]
        let rest = want["item_rest_cor"].numbers[index]
        #expect(agrees(item.alphaIfDropped, dropped, relative: tolerance), name)
        #expect(agrees(item.itemRestCorrelation, rest, relative: tolerance), name)
      }
      // Iterative on both sides; the notes of the case ask for this much.
      let omega = try #require(scale.omega)
      #expect(agrees(omega.value, want["omega_total_1factor_ml"].number, relative: 1e-5), name)
      for (loading, wanted) in zip(omega.loadings, want["ml_loadings"].numbers) {
        #expect((loading - wanted).magnitude < 1e-5, name)
      }
      let feldt = try #require(scale.feldtInterval())
      #expect(agrees(feldt.lower, want["feldt_ci95"].numbers[0], relative: tolerance), name)
      #expect(agrees(feldt.upper, want["feldt_ci95"].numbers[1], relative: tolerance), name)
    }
  }
}
