import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: words(
      "Nhận phiên bản mới của một phiếu vào nghiên cứu, có hoặc không có bản đồ chuyển đổi.",
      "Take a new version of a questionnaire into a study, with a map of older answers or without."
    ),
    discussion: words(
      "Câu trả lời đã lưu không bị sửa: bản đồ chỉ nói chúng được đọc thế nào. Chạy lại không đổi gì.",
      "Stored answers are not touched: the map says how they are read. Running it again changes nothing."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Option(help: help("Tệp phiếu bản mới.", "The newer questionnaire."))
  var to: String?

  @Option(help: help("Bản đồ chuyển đổi đã xác nhận.", "The map, confirmed."))
  var map: String?

  @Option(
    help: help(
      "Kế hoạch thay cho kế hoạch của nghiên cứu, khi kế hoạch cũ không khớp phiên bản mới.",
      "A plan in place of the study's, where that one does not fit the new version."
    )
  )
  var plan: String?

  @Flag(help: help("Chỉ cho xem, không ghi gì.", "Only show what would happen."))
  var dryRun = false

  @Flag(
    help: help(
      "Rút phiên bản mới nhất, khi chưa có phiếu nào theo phiên bản ấy.",
      "Take the newest version out again, while nothing was collected with it."
    )
  )
  var undo = false

  @Option(help: help("Mã phiếu, cho --undo.", "The questionnaire, for --undo."))
  var questionnaire: String?

  @Option(help: help("text, json hoặc csv.", "text, json or csv."))
  var format = "text"

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let format: ComparisonFormat = try UsageProblem.parse(format, "--format")
      let workflow = Environment.workflow
      if undo {
        if to != nil { throw UsageProblem.excludes("--undo", "--to") }
        if map != nil { throw UsageProblem.excludes("--undo", "--map") }
        let (withdrawn, newest) = try workflow.withdrawVersion(
          of: questionnaire,
          plan: plan,
          in: study,
          isDryRun: dryRun
        )
        if dryRun {
          Streams.result(
            words(
              "Chạy thử: phiên bản '\(withdrawn)' rút được, khi ấy phiên bản mới nhất là '\(newest)'; chưa ghi gì.",
              "A trial: version '\(withdrawn)' can be withdrawn, and '\(newest)' would be the newest; nothing was written."
            )
          )
          return
        }
        Streams.result(
          words(
            "Đã rút phiên bản '\(withdrawn)'; phiên bản mới nhất nay là '\(newest)'.",
            "Withdrew version '\(withdrawn)'; the newest version is '\(newest)' now."
          )
        )
        return
      }
      guard let to else { throw UsageProblem.needs(option: "migrate", others: "--to | --undo") }
      let open = try workflow.open(study, forWriting: !dryRun)
      defer { try? open.close() }
      let adoption = try workflow.adopt(
        to,
        map: map,
        plan: plan,
        into: open,
        decides: true,
        isDryRun: dryRun
      )
      if let comparison = adoption.comparison {
        Streams.result(comparison.write(format, width: Environment.width))
      }
      for line in adoption.lines(workflow, isDryRun: dryRun) { Streams.finding(line) }
    }
  }
}
