import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: words(
      "In phiếu hỏi ra giấy A4 (.html hoặc .docx), mã trả lời trong ô.",
      "Lay a questionnaire out for A4 paper (.html or .docx), codes in boxes."
    ),
    discussion: words(
      "Câu hỏi và lựa chọn đứng đúng thứ tự như khi phỏng vấn; nhập phiếu giấy bằng interview --entry.",
      "Questions and options stand as in an interview; paper forms are typed in by interview --entry."
    )
  )

  @OptionGroup var source: FormSource

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: help(
      "Tệp .html hoặc .docx sẽ tạo; - là HTML ra đầu ra chuẩn; mặc định phieu-MÃ-PHIẾU.html.",
      "The .html or .docx file to make; - is HTML on standard output; by default phieu-ID.html."
    )
  )
  var output: String?

  @Option(
    name: .customLong("form-language"),
    help: help("Ngôn ngữ của phiếu, ví dụ vi, en.", "The language of the form, such as vi, en.")
  )
  var formLanguage: String?

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let workflow = Environment.workflow
      let form = try source.form(workflow)
      let path = output ?? "phieu-\(form.id).html"
      try OutputFile.check(path, overwriting: force)
      let bytes = try workflow.paper(form, for: path, formLanguage: formLanguage)
      if try OutputFile.write(bytes, to: path, overwriting: force) {
        Streams.result(words("Đã ghi \(path).", "Wrote \(path)."))
      }
    }
  }
}
