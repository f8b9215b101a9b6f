import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct BatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches",
    abstract: words(
      "Liệt kê các lần nhập: tệp, người nhập, số dòng, trạng thái.",
      "Lists the imports: file, who, rows, state."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Option(help: help("text hoặc json.", "text or json."))
  var format = "text"

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let format: LedgerAnswer.Format = try UsageProblem.parse(format, "--format")
      let answer = try Environment.workflow.batches(in: study)
      Streams.result(answer.write(format, width: Environment.width))
    }
  }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: words(
      "Hoàn tác một lần nhập: phiếu của lô đó không còn được tính ở bất cứ kết quả nào.",
      "Undoes an import: its interviews no longer count in any result."
    ),
    discussion: words(
      "Phiếu mà lô ấy đã thay trở lại như trước. Không dòng nào bị xóa khỏi nghiên cứu.",
      "Interviews that it revised are as before. No row is removed from the study."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Argument(
    help: help("Mã lô nhập, hoặc phần đầu của mã.", "The id of the batch, or the beginning of it.")
  )
  var batch: String

  @Option(help: help("Lý do, được giữ lại trong nghiên cứu.", "Why; kept in the study."))
  var why = ""

  @Flag(
    help: help(
      "Hoàn tác cả các lô tiếp tục lô này (dòng bị trả lại đã sửa).",
      "Undo what continues the batch too (mended rows)."
    )
  )
  var continued = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let text = try Environment.workflow.undo(batch, why: why, continued: continued, in: study)
      Streams.result(text)
    }
  }
}

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: words(
      "Cho biết từng câu trả lời của một phiếu đến từ tệp nào, dòng nào, cột nào, ai nhập.",
      "Says from which file, line and column each answer of an interview comes, and who brought it."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Argument(
    help: help(
      "TỆP:DÒNG của tệp đã nhập, CÂU=TRẢ-LỜI, khóa (các phần cách nhau bằng /), hoặc mã phiếu.",
      "FILE:LINE of an imported file, QUESTION=ANSWER, a key (its parts separated by /), or an id."
    )
  )
  var record: String

  @Option(help: help("text hoặc json.", "text or json."))
  var format = "text"

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let format: LedgerAnswer.Format = try UsageProblem.parse(format, "--format")
      let answer = try Environment.workflow.why(record, in: study)
      Streams.result(answer.write(format, width: Environment.width))
    }
  }
}
