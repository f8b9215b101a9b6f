import Foundation
import Testing

/// Compares a text with the file of that name in `Goldens`.
///
/// With `RECORD_GOLDENS=1` the file is rewritten and the test fails, so that nobody records by
/// accident.
func expectGolden(
  _ name: String,
  _ actual: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  let pairs = zip(
    expected.split(separator: "\n", omittingEmptySubsequences: false),
    actual.split(separator: "\n", omittingEmptySubsequences: false)
  )
  if let (offset, pair) = pairs.enumerated().first(where: { $1.0 != $1.1 }) {
    Issue.record(
      "\(name):\(offset + 1): expected “\(pair.0)”, got “\(pair.1)”",
      sourceLocation: sourceLocation
    )
  } else {
    #expect(expected.utf8.count == actual.utf8.count, sourceLocation: sourceLocation)
  }
}
