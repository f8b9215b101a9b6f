import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@Suite struct PublicationGateTests {
  private let gate = PublicationGate(Plan.Suppression())

  private func size(_ n: Int) -> Estimate { Made.share(0.8, se: 0.02, n: n) }

  @Test func `nobody is no data, and four people could be recognised`() {
    #expect(gate.decision(for: nil, isProportion: true) == .suppress(.noData))
    #expect(gate.decision(for: size(0), isProportion: true) == .suppress(.noData))
    #expect(
      gate.decision(for: size(4), isProportion: false) == .suppress(.disclosure(minimum: 5))
    )
    #expect(gate.decision(for: size(5), isProportion: false) == .caution([.fewInterviews]))
  }

  @Test func `a census passes the rules for samples but not disclosure`() {
    let few = Made.share(1, se: 0, df: 0, n: 12, census: true)
    #expect(gate.decision(for: few, isProportion: true) == .publish)
    let four = Made.share(1, se: 0, df: 0, n: 4, census: true)
    #expect(gate.decision(for: four, isProportion: true) == .suppress(.disclosure(minimum: 5)))
  }

  @Test func `a single hidden group takes the smallest other one with it`() {
    let decisions = gate.decisions(
      for: [size(200), size(4), nil, size(90), size(150)],
      isProportion: true
    )
    #expect(
      decisions.map(\.suppression)
        == [nil, .disclosure(minimum: 5), .noData, .complementary, nil]
    )
  }

  @Test func `two hidden groups protect each other`() {
    let decisions = gate.decisions(for: [size(3), size(4), size(90)], isProportion: true)
    #expect(
      decisions.map(\.suppression)
        == [.disclosure(minimum: 5), .disclosure(minimum: 5), nil]
    )
  }

  @Test func `hidden groups that are too few even together take another one with them`() {
    let decisions = gate.decisions(
      for: [size(90), size(1), size(1), size(200)],
      isProportion: true
    )
    #expect(
      decisions.map(\.suppression)
        == [.complementary, .disclosure(minimum: 5), .disclosure(minimum: 5), nil]
    )
    #expect(gate.hiddenCells([90, 2, 0, 2, 40]) == [1, 3, 4])
    #expect(gate.hiddenCells([90, 2, 0, 3, 40]) == [1, 3])
  }

  @Test func `a group that is unreliable still has to protect the hidden one`() {
    let decisions = gate.decisions(for: [size(3), size(20), size(200)], isProportion: true)
    #expect(decisions.map(\.suppression) == [.disclosure(minimum: 5), .complementary, nil])
  }

  @Test func `the NCHS rules hold for shares only, and only when the plan wants them`() {
    let small = size(29)
    #expect(gate.decision(for: small, isProportion: true) == .suppress(.smallSample))
    #expect(gate.decision(for: small, isProportion: false) == .caution([.fewInterviews]))
    let off = PublicationGate(Plan.Suppression(usesNCHS: false))
    #expect(off.decision(for: small, isProportion: true) == .caution([.fewInterviews]))
    let wide = Made.share(0.5, se: 0.09, df: 40, n: 60)
    #expect(gate.decision(for: wide, isProportion: true) == .suppress(.wideInterval))
    let rare = Made.share(0.03, se: 0.02, df: 40, n: 200)
    #expect(gate.decision(for: rare, isProportion: true) == .suppress(.wideRelativeInterval))
  }

  @Test func `few clusters and unanimity are cautions`() {
    let clusters = Made.share(0.8, se: 0.02, df: 7, n: 400)
    #expect(
      gate.decision(for: clusters, isProportion: true) == .caution([.fewDegreesOfFreedom])
    )
    let everybody = Made.share(1, se: 0, df: 30, n: 400)
    #expect(gate.decision(for: everybody, isProportion: true) == .caution([.unanimous]))
    #expect(gate.decision(for: size(400), isProportion: true) == .publish)
  }

  @Test func `every reason is said in both languages`() {
    let reasons: [SuppressionReason] = [
      .noData, .disclosure(minimum: 5), .complementary, .smallSample, .wideInterval,
      .wideRelativeInterval, .noInterval,
    ]
    for language in [InterfaceLanguage.vietnamese, .english] {
      #expect(Set(reasons.map { $0.text(in: language) }).count == reasons.count)
    }
  }
}
