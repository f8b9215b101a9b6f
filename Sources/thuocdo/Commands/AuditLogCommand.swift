import ArgumentParser
import SurveyWorkflow

struct AuditLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit-log",
    abstract: words(
      "Diễn biến các cuộc phỏng vấn (interview --audit) theo các cột audit.csv của ODK.",
      "The course of interviews (interview --audit) in the columns of ODK's audit.csv."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Option(
    help: help(
      "Chỉ phiếu này, theo số hoặc mã; mặc định là mọi phiếu.",
      "Only this interview, by number or id; by default all."
    )
  )
  var interview: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let log = try Environment.workflow.auditLog(in: study, interview: interview)
      Streams.result(String(decoding: log, as: UTF8.self))
    }
  }
}
