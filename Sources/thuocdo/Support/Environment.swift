import Foundation
import SurveyModel
import SurveyWorkflow

/// What the process was given: environment, clock, random numbers.
///
/// Read here and nowhere else.
enum Environment {
  private static var variables: [String: String] { ProcessInfo.processInfo.environment }

  /// The language of messages: `--lang`, else `THUOCDO_LANG`, else the locale, else Vietnamese.
  ///
  /// Read from the raw arguments, because usage errors need it before they are parsed.
  static let language: InterfaceLanguage = {
    let arguments = CommandLine.arguments
    for (position, argument) in arguments.enumerated() {
      if argument == "--lang", arguments.indices.contains(position + 1),
        let language = InterfaceLanguage(rawValue: arguments[position + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = InterfaceLanguage(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    for name in ["THUOCDO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variables[name] else { continue }
      if let language = InterfaceLanguage(rawValue: String(value.prefix(2))) { return language }
    }
    return .vietnamese
  }()

  /// Whether a stream leads to a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether colour may be used: a terminal that wants it.
  static func allowsColour(on descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && variables["NO_COLOR", default: ""].isEmpty
      && variables["TERM"] != "dumb"
  }

  /// The columns of the terminal, 100 when output is none.
  static var width: Int {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 100
    }
    return max(40, min(Int(size.ws_col), 140))
  }

  /// The workflow of this process.
  static var workflow: Workflow { workflow(by: nil) }

  /// The workflow of this process for somebody who was named on the command line.
  static func workflow(by operatorName: String?) -> Workflow {
    Workflow(
      language: language,
      clock: { now() },
      random: { UInt64.random(in: .min ... .max) },
      operatorName: operatorName ?? variables["THUOCDO_OPERATOR"] ?? ""
    )
  }

  /// What staff types to get a terminal back from respondents.
  static var staffCode: String? { variables["THUOCDO_STAFF_CODE"] }

  /// Whether the terminal can be cleared.
  static var canClear: Bool { isatty(1) == 1 && variables["TERM"] != "dumb" }

  /// Milliseconds of a clock that nobody sets.
  static func uptime() -> Int64 {
    Int64((ProcessInfo.processInfo.systemUptime * 1000).rounded())
  }

  /// The present instant with the offset of Vietnam.
  static func now() -> Timestamp {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }

  /// The folder of shipped questionnaires and plans.
  ///
  /// `THUOCDO_HOME`, else beside the program, else the checkout that the program was built in.
  static var home: String? {
    var candidates: [String] = []
    if let home = variables["THUOCDO_HOME"] { candidates.append(home) }
    let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    let resolved =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      .map { URL(fileURLWithPath: $0) } ?? program
    var folder = resolved.deletingLastPathComponent()
    candidates.append(folder.path)
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      candidates.append(folder.path)
    }
    candidates.append(FileManager.default.currentDirectoryPath)
    return candidates.first { path in
      FileManager.default.fileExists(atPath: "\(path)/Questionnaires")
        && FileManager.default.fileExists(atPath: "\(path)/Data/plans")
    }
  }
}
