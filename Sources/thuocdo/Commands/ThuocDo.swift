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
      DemoCommand.self, CheckCommand.self, NewCommand.self, WaveCommand.self,
      InterviewCommand.self, ImportCommand.self, EstimateCommand.self, TargetsCommand.self,
      ReportCommand.self, SketchCommand.self,
    ]
  )

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      if exitCode(for: error) == .validationFailure {
        let text = fullMessage(for: error)
        let lead = words("lỗi: lệnh chưa đúng", "error: the command is not right")
        Streams.finding(words("\(lead).\n\(text)", text))
        exit(withError: exitCode(for: error))
      }
      exit(withError: error)
    }
  }
}
