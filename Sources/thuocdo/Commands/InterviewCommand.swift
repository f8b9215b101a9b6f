import ArgumentParser
import SurveyModel
import SurveyTerminal
import SurveyWorkflow

struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview",
    abstract: words(
      "Hỏi và nhập phiếu tại máy; mỗi câu trả lời được ghi ngay xuống đĩa.",
      "Conduct interviews at the terminal; every answer is on disk at once."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @OptionGroup var choice: StudyOptions

  @Option(
    name: .customLong("form-language"),
    help: help("Ngôn ngữ của phiếu, ví dụ vi, en.", "The language of the form, such as vi, en.")
  )
  var formLanguage: String?

  @Flag(help: help("Từng dòng chữ, cho trình đọc màn hình.", "Plain lines, for screen readers."))
  var plain = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let workflow = Environment.workflow
      let open = try workflow.open(study, forWriting: true)
      let keeper = try workflow.keeper(
        for: open,
        questionnaire: choice.questionnaire,
        wave: choice.wave
      )
      let outcome = try TerminalConsole.using(linesOnly: plain) { console in
        let conductor = InterviewConductor(
          screen: console,
          keyboard: console,
          interface: workflow.language,
          style: Environment.allowsColour(on: 1) ? .emphasised : .plain,
          continueCommand: "thuocdo interview \(study)"
        )
        let recorder = KeeperRecorder(keeper)
        return try conductor.run(
          plan: keeper.plan,
          language: formLanguage,
          resuming: try recorder.formToResume(console: console, language: workflow.language),
          recorder: recorder,
          clock: { Environment.now() }
        )
      }
      try open.close()
      Streams.result(
        words("Đã lưu \(outcome.saved) phiếu.", "\(outcome.saved) interviews saved.")
      )
    }
  }
}

/// Hands what the interview brings to the study.
final class KeeperRecorder: InterviewRecorder {
  private let keeper: InterviewKeeper

  init(_ keeper: InterviewKeeper) { self.keeper = keeper }

  /// The latest unfinished form, which the interview goes on with.
  func formToResume(
    console: TerminalConsole,
    language: InterfaceLanguage
  ) throws -> UnfinishedForm? {
    guard let form = try keeper.unfinished().first else { return nil }
    keeper.resume(form)
    return UnfinishedForm(
      answers: form.answers,
      acceptedWarnings: form.acceptedWarnings,
      language: form.language,
      started: form.started
    )
  }

  func began(language: String, at started: Timestamp) throws {
    try keeper.begin(language: language, at: started)
  }

  func recorded(question: Int, answer: Answer, warningAccepted: Bool) throws {
    try keeper.record(answer, to: question, warningAccepted: warningAccepted)
  }

  func switched(toLanguage language: String) throws {}

  func saved(_ interview: Interview) throws { try keeper.save(interview) }

  func setAsideForLater() throws {}

  func discarded() throws { try keeper.discard() }
}
