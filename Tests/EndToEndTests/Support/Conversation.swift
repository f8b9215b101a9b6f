import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// An interview over pipes: waits for the prompt, then answers.
final class Conversation {
  private let process: Process
  private let input = Pipe()
  private let output = Pipe()
  /// All that was said so far.
  private(set) var transcript = ""

  init(_ arguments: [String], in folder: Folder) throws {
    process = try Program.process(arguments, in: folder, language: "vi")
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Reads until the program waits for an answer, or has ended.
  ///
  /// - Returns: what was said since the last answer; `nil` at the end.
  func prompt() -> String? {
    var said: [UInt8] = []
    while !said.ends(with: "\n> ") {
      let part = output.fileHandleForReading.availableData
      if part.isEmpty {
        transcript += String(decoding: said, as: UTF8.self)
        return nil
      }
      said += part
    }
    let text = String(decoding: said, as: UTF8.self)
    transcript += text
    return text
  }

  func answer(_ line: String) {
    input.fileHandleForWriting.write(Data("\(line)\n".utf8))
  }

  /// Ends the program as a power cut would.
  func kill() {
    #if canImport(Glibc)
    Glibc.kill(process.processIdentifier, SIGKILL)
    #else
    Darwin.kill(process.processIdentifier, SIGKILL)
    #endif
    process.waitUntilExit()
  }

  /// Closes the keyboard and waits for the end.
  func end() -> Int32 {
    try? input.fileHandleForWriting.close()
    while prompt() != nil {}
    process.waitUntilExit()
    return process.terminationStatus
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
