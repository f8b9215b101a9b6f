import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite struct KeptCellsTests {
  @Test(arguments: [
    ("05/08/2026", "2026-05-08", true), ("05/08/2026", "2026-08-05", true),
    ("05/08/2026", "8/5/2026", true), ("05/08/26", "2026-05-08", true),
    ("05/08/2026", "08/05/2026", false), ("05/08/2026", "5/8/2026", false),
    ("05/08/2026", "2026-05-09", false), ("05/08/2026", "2025-05-08", false),
    ("25/08/2026", "2026-08-26", false), ("05/05/2026", "2026-05-05", false),
    ("05/08/2026 08:05", "2026-05-08 08:05:00", true),
    ("05/08/2026 08:05", "2026-05-08 09:05:00", false), ("hôm qua", "2026-05-08", false),
    ("05/08/2026", "46150", true), ("05/08/2026", "46151", false),
  ])
  func `a day whose month a spreadsheet took for its day is known`(
    original: String,
    present: String,
    isTurned: Bool
  ) {
    #expect(KeptCells.isTurned(original, as: present) == isTurned)
  }

  @Test(arguments: [
    ("1,125", "1125", false, true, true), ("1.125", "1125", true, true, true),
    ("1.234", "1,234", true, true, false), ("7,5", "75", false, true, false),
    ("7,5", "8,5", false, false, false), ("7.5", "7,5", false, true, false),
    ("1.234,5", "1234.5", true, true, false), ("80", "81", true, false, false),
    ("0,75", "75", false, false, false), ("x", "5", false, false, false),
  ])
  func `a number whose mark a spreadsheet took for the other is known`(
    original: String,
    present: String,
    isNumber: Bool,
    isRewritten: Bool,
    isRewrittenWhereFaulty: Bool
  ) {
    let found = [false, true].map {
      KeptCells.isRewritten(original, as: present, isNumber: isNumber, isFaulty: $0)
    }
    #expect(found == [isRewritten, isRewrittenWhereFaulty])
  }
}
