import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct AuditCommand: ParsableCommand {
  private static let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")

  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: words(
      "Tìm phiếu và người nhập cần xem lại; kết quả khi có và khi không có các phiếu ấy.",
      "Finds interviews and operators to look at again; results with and without them."
    ),
    discussion: words(
      """
      Không phiếu nào bị xóa hay sửa. Mã kết thúc là 1 khi có điều cần xem.
      Quy tắc: \(QualityRule.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
      """
      Nothing is deleted or changed. Exits with 1 when there is something to look at.
      Rules: \(QualityRule.allCases.map(\.rawValue).joined(separator: ", ")).
      """
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @OptionGroup var choice: StudyOptions

  @OptionGroup var span: PeriodOptions

  @OptionGroup var form: FormVersionOptions

  @Option(
    name: .customLong("rule"),
    parsing: .upToNextOption,
    help: help("Chỉ những quy tắc này.", "Only these rules.")
  )
  var rules: [String] = []

  @Option(
    name: .customLong("operator"),
    help: help(
      "Câu hỏi ghi mã người nhập; mặc định là người đã lưu phiếu.",
      "The question with the operator's code; by default whoever saved the interview."
    )
  )
  var operatorQuestion: String?

  @Option(
    help: help(
      "\(Self.formats); mặc định theo đuôi tệp của -o, không có -o thì text.",
      "\(Self.formats); by default what the end of -o tells, text without -o."
    )
  )
  var format: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: help("Ghi vào tệp này.", "Write to this file.")
  )
  var output: String?

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @OptionGroup var design: DesignOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var hasFindings = false
    try runReporting {
      if let output { try OutputFile.checkIsNoFolder(output) }
      let format = try ReportFormat.chosen(
        format,
        output: output,
        isTerminal: Environment.isTerminal(1)
      )
      if let output { try OutputFile.check(output, overwriting: force) }
      var options = AuditOptions()
      options.questionnaire = choice.questionnaire
      options.version = form.version
      options.wave = choice.wave
      options.period = span.period
      options.rules = rules
      options.operatorQuestion = operatorQuestion
      options.lonelyPSU = design.lonelyPSU
      options.ignoresDesign = design.ignoreDesign
      try options.check()
      let workflow = Environment.workflow
      let open = try workflow.open(study, forWriting: false)
      defer { try? open.close() }
      let isColoured = output == nil && Environment.allowsColour(on: 1)
      let page = try workflow.audit(
        of: open,
        options: options,
        format: format,
        look: TextLook(width: Environment.width, isColoured: isColoured)
      )
      hasFindings = page.hasFindings
      guard let output else {
        Streams.result(page.content)
        return
      }
      if try OutputFile.write(page.content, to: output, overwriting: force) {
        Streams.result(words("Đã ghi \(output).", "Wrote \(output)."))
      }
    }
    if hasFindings { throw ExitCode(1) }
  }
}
