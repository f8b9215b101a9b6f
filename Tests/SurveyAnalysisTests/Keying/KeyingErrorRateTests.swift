import SurveyAnalysis
import SurveyStatistics
import Testing

@Suite struct KeyingErrorRateTests {
  /// r = 1/40; squares 0.75² + 3 · 0.25² = 0.75; v = 4/3 · 0.75 / 40².
  @Test func `the variance is that of a ratio over forms`() throws {
    let rate = try #require(KeyingErrorRate([(10, 1), (10, 0), (10, 0), (10, 0)]))
    #expect(rate.forms == 4)
    #expect(rate.fields == 40)
    #expect(rate.errors == 1)
    #expect(rate.estimate.value == 0.025)
    #expect(abs(rate.estimate.variance - 0.000625) < 1e-15)
    #expect(rate.estimate.degreesOfFreedom == 3)
  }

  /// Without an error the exact bound of n answers: 1 - α^(1/n).
  @Test func `without errors the bound is exact`() throws {
    let rate = try #require(KeyingErrorRate((0..<30).map { _ in (10, 0) }))
    let exact = try #require(BinomialInterval.clopperPearson.upperBound(0, of: 300))
    #expect(abs(rate.upperBound() - exact) < 1e-12)
    #expect(abs(exact - 0.009936) < 1e-6)
    #expect(rate.interval()?.lower == 0)
  }

  @Test func `errors that come together make the interval wider`() throws {
    let scattered = try #require(
      KeyingErrorRate((0..<40).map { (10, $0 < 10 ? 1 : 0) })
    )
    let together = try #require(KeyingErrorRate((0..<40).map { (10, $0 < 2 ? 5 : 0) }))
    #expect(scattered.estimate.value == together.estimate.value)
    let exact = try #require(BinomialInterval.clopperPearson.upperBound(10, of: 400))
    #expect(scattered.upperBound() >= exact - 1e-12)
    #expect(together.upperBound() > scattered.upperBound() + 0.01)
  }

  @Test func `one form has the exact interval of its answers`() throws {
    let rate = try #require(KeyingErrorRate([(20, 2)]))
    let exact = try #require(BinomialInterval.clopperPearson.interval(2, of: 20))
    let own = try #require(rate.interval())
    #expect(abs(own.lower - exact.lower) < 1e-9)
    #expect(abs(own.upper - exact.upper) < 1e-9)
  }

  @Test func `nothing compared is no rate`() throws {
    #expect(KeyingErrorRate([]) == nil)
    #expect(KeyingErrorRate([(0, 0)]) == nil)
    let single = try #require(KeyingErrorRate([(1, 0)]))
    #expect(abs(single.upperBound() - 0.95) < 1e-12)
  }
}
