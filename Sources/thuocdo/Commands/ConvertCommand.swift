import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: words(
      "Chuyển phiếu hỏi giữa YAML và XLSForm (.xlsx, .md, .csv).",
      "Turn questionnaires from YAML into XLSForms (.xlsx, .md, .csv) and back."
    ),
    discussion: words(
      "Đuôi tệp cho biết định dạng. Mã kết thúc 1 khi có phần không ghi được ở định dạng mới.",
      "The endings of the files say which. Exits with 1 when something has no place in the new one."
    )
  )

  @Argument(help: help("Tệp phiếu hỏi.", "The questionnaire."))
  var source: String

  @Argument(help: help("Tệp sẽ ghi.", "The file to write."))
  var target: String

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    var isPartial = false
    try runReporting {
      let workflow = Environment.workflow
      try OutputFile.check(target, overwriting: force)
      let conversion = try workflow.convert(source, to: target)
      if let bytes = conversion.bytes {
        try OutputFile.write(bytes, to: target, overwriting: force)
      }
      for finding in conversion.findings {
        Streams.finding(finding.text(in: workflow.language))
      }
      Streams.result(words("Đã ghi \(target).", "Wrote \(target)."))
      isPartial = conversion.isPartial
    }
    if isPartial { throw ExitCode(1) }
  }
}
