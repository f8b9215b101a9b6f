import Foundation
import Testing

/// The built program, run as its users run it.
enum Program {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    /// The signal that ended it, if one did.
    let signal: Int32?
    let outputBytes: Data
    let errorBytes: Data

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  }

  /// The folder of the checkout, by the place of this file.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The ids of the questionnaires that are shipped: their folders.
  static let shipped: [String] = {
    let folder = checkout.appendingPathComponent("Questionnaires")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { name in
      let file = folder.appendingPathComponent("\(name)/questionnaire.yaml")
      return FileManager.default.fileExists(atPath: file.path)
    }.sorted()
  }()

  /// The program stands beside the tests that were built with it.
  static let executable: URL? = {
    let links = ["/proc/self/exe"].compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: $0)
    }
    let runners =
      links + [Bundle.main.executablePath, CommandLine.arguments.first].compactMap { $0 }
    for runner in runners {
      var folder = URL(fileURLWithPath: runner).deletingLastPathComponent()
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent("thuocdo")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }()

  /// A process that is ready to run in `folder` with a bare environment.
  static func process(
    _ arguments: [String],
    in folder: Folder,
    language: String?
  ) throws -> Process {
    let process = Process()
    let program: URL = try #require(executable, "the program was not built")
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    var environment = ["THUOCDO_HOME": checkout.path, "HOME": folder.path, "LC_ALL": "C.UTF-8"]
    environment["THUOCDO_LANG"] = language
    process.environment = environment
    return process
  }

  /// Runs the program to its end.
  ///
  /// Output goes through files, so that no pipe can fill up.
  static func run(
    _ arguments: [String],
    in folder: Folder,
    input: String = "",
    language: String? = "vi"
  ) throws -> Outcome {
    let process = try process(arguments, in: folder, language: language)
    let streams = try Folder()
    let typed = streams.url.appendingPathComponent("in")
    let output = streams.url.appendingPathComponent("out")
    let errors = streams.url.appendingPathComponent("err")
    try Data(input.utf8).write(to: typed)
    try Data().write(to: output)
    try Data().write(to: errors)
    let reading = try FileHandle(forReadingFrom: typed)
    let writing = try FileHandle(forWritingTo: output)
    let finding = try FileHandle(forWritingTo: errors)
    process.standardInput = reading
    process.standardOutput = writing
    process.standardError = finding
    try process.run()
    process.waitUntilExit()
    try reading.close()
    try writing.close()
    try finding.close()
    return Outcome(
      status: process.terminationStatus,
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil,
      outputBytes: try Data(contentsOf: output),
      errorBytes: try Data(contentsOf: errors)
    )
  }
}

/// A fresh folder that goes when the test is done.
final class Folder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("thuocdo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: url.appendingPathComponent(name))
    return name
  }

  func read(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }

  /// The names in the folder, without the side files that SQLite keeps while a study is in use.
  func names(of folder: String = ".") throws -> Set<String> {
    let all = try FileManager.default
      .contentsOfDirectory(atPath: url.appendingPathComponent(folder).path)
    return Set(all.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") })
  }
}

extension Program.Outcome {
  /// Whether the program ended by itself, with this status and nothing of a crash.
  func ended(_ wanted: Int32) -> Bool {
    signal == nil && status == wanted && !isCrash
  }

  /// Whether standard error speaks of the program's own insides.
  var isCrash: Bool {
    ["Fatal error", "Swift runtime", "Current stack trace", "💣", "Crash:"]
      .contains { errors.contains($0) }
  }

  /// What to show when an expectation fails.
  var summary: Comment {
    "status \(status) signal \(signal ?? 0)\n--- output\n\(output.prefix(2000))\n--- errors\n\(errors.prefix(2000))"
  }
}
