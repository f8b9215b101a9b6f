import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: words(
      "Tạo tệp nghiên cứu (.thuocdo) từ phiếu hỏi và kế hoạch.",
      "Make a study file (.thuocdo) from questionnaires and a plan."
    )
  )

  @Argument(help: help("Tệp nghiên cứu sẽ tạo.", "The study file to make."))
  var study: String

  @Option(
    parsing: .upToNextOption,
    help: help(
      "Tệp phiếu hỏi (YAML hoặc XLSForm), một hoặc nhiều.",
      "Questionnaire files (YAML or XLSForm), one or more."
    )
  )
  var questionnaire: [String]

  @Option(help: help("Tệp kế hoạch có các chỉ tiêu.", "A plan with its targets."))
  var plan: String?

  @Option(
    help: help(
      "Tên đợt khảo sát đầu tiên; mặc định là năm nay.",
      "The first wave; by default this year."
    )
  )
  var wave: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let workflow = Environment.workflow
      let findings = try workflow.new(study, questionnaires: questionnaire, plan: plan, wave: wave)
      for finding in findings { Streams.finding(finding.text(in: workflow.language)) }
      Streams.result(words("Đã tạo \(study).", "Made \(study)."))
    }
  }
}

struct WaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wave",
    abstract: words("Thêm một đợt khảo sát.", "Add a wave to a study.")
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Argument(help: help("Mã của đợt, ví dụ 2026-q3.", "The wave's id, such as 2026-q3."))
  var id: String

  @Option(help: help("Tên của đợt.", "The wave's name."))
  var label: String?

  @Option(help: help("Ngày bắt đầu (ngày/tháng/năm).", "First day (day/month/year)."))
  var from: String?

  @Option(help: help("Ngày kết thúc.", "Last day."))
  var to: String?

  @Flag(help: help("Đóng các đợt đang mở khác.", "Close the waves that are open."))
  var closeOthers = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      try Environment.workflow.addWave(
        id,
        label: label,
        from: try day(from),
        to: try day(to),
        closing: closeOthers,
        in: study
      )
      Streams.result(words("Đã thêm đợt '\(id)' vào \(study).", "Added wave '\(id)' to \(study)."))
    }
  }

  private func day(_ text: String?) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(reading: text) else {
      throw ValidationError(
        words(
          "'\(text)' không phải là ngày; viết ngày/tháng/năm",
          "'\(text)' is no day; write day/month/year"
        )
      )
    }
    return date
  }
}
