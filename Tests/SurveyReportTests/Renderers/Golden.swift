import Foundation
import Testing

/// Whole files that a renderer must reproduce to the byte.
///
/// `RECORD_GOLDENS=1` rewrites them, and fails so that nobody takes a recording for a test.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Goldens")

  static func expect(
    _ actual: String,
    _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard actual != expected else { return }
    let difference = firstDifference(expected, actual)
    Issue.record("\(name) differs\n\(difference)", sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let index = line ?? min(old.count, new.count)
    let before = index < old.count ? old[index] : "(end)"
    let after = index < new.count ? new[index] : "(end)"
    return "line \(index + 1)\n- \(before)\n+ \(after)"
  }
}
