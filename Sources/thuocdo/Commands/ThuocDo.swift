import ArgumentParser
import SurveyWorkflow

/// The program: parses arguments and calls one function of the workflow per subcommand.
@main
struct ThuocDo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thuocdo",
    abstract: words(
      "Thước đo: khảo sát cải cách hành chính, từ phiếu hỏi đến kết luận về chỉ tiêu.",
      "ThuocDo: surveys of administrative reform, from a questionnaire to a verdict on targets."
    ),
    discussion: words(
      "Mã kết thúc: 0 xong; 1 xong nhưng có điều cần xem; 2 không làm được; 64 gõ sai lệnh.",
      "Exit codes: 0 done; 1 done with findings; 2 could not be done; 64 usage."
    ),
    version: Workflow.version,
    subcommands: [
      DemoCommand.self, CheckCommand.self, EvaluateCommand.self, NewCommand.self, WaveCommand.self,
      CloseCommand.self, InterviewCommand.self, OperatorsCommand.self, AuditLogCommand.self,
      AuditCommand.self, ImportCommand.self, BatchesCommand.self,
      UndoCommand.self,
      WhyCommand.self, CountCommand.self, EstimateCommand.self, TargetsCommand.self,
      ReportCommand.self, VerifyCommand.self, SketchCommand.self, SimulateCommand.self,
      SampleCommand.self,
      TemplateCommand.self, PrintCommand.self, ConvertCommand.self, CompareCommand.self,
      MigrateCommand.self, UnitsCommand.self,
    ]
  )

  /// What was typed, with a language in front of the subcommand moved behind it.
  private static var arguments: [String] {
    let typed = Array(CommandLine.arguments.dropFirst())
    if typed.first == "--lang", typed.count > 2 {
      return Array(typed.dropFirst(2) + typed.prefix(2))
    }
    if let first = typed.first, first.hasPrefix("--lang="), typed.count > 1 {
      return Array(typed.dropFirst() + [first])
    }
    return typed
  }

  /// The program with the subcommands that were typed, such as `thuocdo sample size`.
  static var namedCommand: String {
    var names = ["thuocdo"]
    var type: any ParsableCommand.Type = Self.self
    for word in arguments {
      let next = type.configuration.subcommands.first { $0.configuration.commandName == word }
      guard let next else { break }
      names.append(word)
      type = next
    }
    return names.joined(separator: " ")
  }

  static func main() {
    do {
      var command = try parseAsRoot(Self.arguments)
      try command.run()
    } catch {
      // An exit code by itself: the subcommand has said what is wrong.
      if !(error is ExitCode), exitCode(for: error) == .validationFailure {
        let text = fullMessage(for: error)
        let lead = words("lỗi: lệnh chưa đúng", "error: the command is not right")
        Streams.finding(words("\(lead).\n\(text)", text))
        exit(withError: exitCode(for: error))
      }
      exit(withError: error)
    }
  }
}
