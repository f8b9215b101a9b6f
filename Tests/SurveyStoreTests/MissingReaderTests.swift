import Testing

@testable import SurveyStore

/// Texts that this program does not write, such as those of a damaged study.
struct MissingReaderTests {
  @Test(arguments: [
    "", "{", "{}", "[]", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":\"", "{\"a\":\"refused",
    "{\"a\":\"refused\"", "{\"a\":\"refused\",", "{\"a\":\"refused\"}}", "{\"a\" : \"refused\"}",
    "{\"a\\", "{\"a\":1}", "{\"a\":{\"b\":\"c\"}}",
  ])
  func `what is cut off or damaged has no reasons and is no end`(text: String) {
    var found: [Int] = []
    Array(text.utf8).withUnsafeBufferPointer { json in
      MissingReader().read(json) { question, _ in found.append(question) }
    }
    #expect(found.isEmpty)
  }
}
