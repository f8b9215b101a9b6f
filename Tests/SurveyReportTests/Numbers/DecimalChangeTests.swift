import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct DecimalChangeTests {
  @Test(arguments: [
    (0.0128, "tăng 1,28 điểm phần trăm", "up 1.28 percentage points", "+1,28"),
    (-0.004, "giảm 0,40 điểm phần trăm", "down 0.40 percentage points", "-0,40"),
    (0.00004, "không đổi", "unchanged", "0,00"),
    (-0.00004, "không đổi", "unchanged", "0,00"),
    (0, "không đổi", "unchanged", "0,00"),
    (0.00005, "tăng 0,01 điểm phần trăm", "up 0.01 percentage points", "+0,01"),
    (.nan, "–", "–", "–"),
    (.infinity, "–", "–", "–"),
  ])
  func `changes are told in points`(
    change: Double,
    vietnamese: String,
    english: String,
    signed: String
  ) {
    #expect(DecimalText(language: .vietnamese).change(change) == vietnamese)
    #expect(DecimalText(language: .english).change(change) == english)
    #expect(DecimalText(language: .vietnamese).signedPoints(change) == signed)
  }
}
