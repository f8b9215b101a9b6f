import SurveyAnalysis
import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct NumberWordsTests {
  @Test(arguments: [
    (0.8, "80%", "80%"), (0.025, "2,5%", "2.5%"), (0.05 / 3, "1,67%", "1.67%"),
    (0.0125, "1,25%", "1.25%"),
  ])
  func `a threshold has no decimals that it does not need`(
    share: Double,
    vietnamese: String,
    english: String
  ) {
    #expect(NumberWords(.vietnamese).threshold(share, .share) == vietnamese)
    #expect(NumberWords(.english).threshold(share, .share) == english)
  }

  @Test func `a confidence is written like a threshold`() {
    #expect(NumberWords(.vietnamese).confidence(error: 0.025) == "97,5%")
    #expect(NumberWords(.english).intervalTitle(error: 0.05) == "90% interval")
  }

  @Test(arguments: [
    ("Nơi ở", "Theo nhóm – Nơi ở:"), ("Anh chị ở đâu?", "Theo nhóm – Anh chị ở đâu?"),
  ])
  func `a question keeps its own mark`(question: String, lead: String) {
    #expect(ReportWords.byQuestion(question).text(in: .vietnamese) == lead)
  }
}
