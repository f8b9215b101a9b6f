import Foundation
import Testing

@Suite struct ShippedSamplesTests {
  /// What `Data/samples/README.md` says of its files.
  @Test(arguments: Program.shipped)
  func `the shipped samples are those of their seed`(_ name: String) throws {
    let folder = try Folder()
    let checkout = Program.checkout.path
    let questionnaire = "\(checkout)/Questionnaires/\(name)/questionnaire.yaml"
    let outcome = try Program.run(["simulate", questionnaire, "--seed", "2026"], in: folder)
    try #require(outcome.ended(0), outcome.summary)
    for file in ["\(name).csv", "\(name).truth.csv"] {
      let shipped = try Data(contentsOf: URL(fileURLWithPath: "\(checkout)/Data/samples/\(file)"))
      #expect(try Array(folder.bytes(file)) == Array(shipped), "\(file) differs")
    }
  }
}
