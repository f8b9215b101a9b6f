import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct XLSFormSeedTests {
  private func seeded(_ seed: String) -> String {
    """
    | survey | | | | |
    | | type | name | label | parameters |
    | | select_one c | a | A | randomize=true seed=\(seed) |
    | choices | | | |
    | | list_name | name | label |
    | | c | 1 | One |
    """
  }

  @Test(arguments: [("42", 0), ("-7.5", 0), ("nan", 1), ("inf", 1), ("x", 1)])
  func `a seed is a number that there is`(seed: String, faults: Int) throws {
    let found = try xlsFormCodes(seeded(seed))
    #expect(found.count == faults)
    #expect(found.allSatisfy { $0.hasSuffix("seed") })
  }
}
