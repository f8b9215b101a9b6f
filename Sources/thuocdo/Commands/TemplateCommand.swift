import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: words(
      "Tạo mẫu nhập liệu (.xlsx hoặc .csv) cho một phiếu hỏi; điền xong thì nhập bằng import.",
      "Make an empty table (.xlsx or .csv) for a questionnaire, to be filled in and imported."
    ),
    discussion: words(
      "Mẫu .xlsx có danh sách để chọn, lời nhắc ở từng ô và một trang hướng dẫn.",
      "The .xlsx template has lists to choose from, a prompt for each cell and instructions."
    )
  )

  @OptionGroup var source: FormSource

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: help(
      "Tệp .xlsx hoặc .csv sẽ tạo; - là CSV ra đầu ra chuẩn; mặc định mau-MÃ-PHIẾU.xlsx.",
      "The .xlsx or .csv file to make; - is CSV on standard output; by default mau-ID.xlsx."
    )
  )
  var output: String?

  @Option(
    help: help(
      "Dấu phân cách của tệp CSV: , ; hoặc tab; Excel tiếng Việt thường cần dấu ;",
      "The delimiter of a CSV file: , ; or tab."
    )
  )
  var delimiter: String?

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let workflow = Environment.workflow
      let form = try source.form(workflow)
      let path = output ?? "mau-\(form.id).xlsx"
      try OutputFile.check(path, overwriting: force)
      let made = try workflow.template(of: form, to: path, delimiter: delimiter)
      switch made {
      case .csv(let bytes, let columns):
        if try OutputFile.write(bytes, to: path, overwriting: force) { report(path, columns) }
      case .workbook(let columns): report(path, columns)
      }
    }
  }

  private func report(_ path: String, _ columns: Int) {
    Streams.result(
      words(
        "Đã ghi \(path): \(columns) cột, điền từ hàng 3.",
        "Wrote \(path): \(columns) columns, to be filled in from row 3."
      )
    )
  }
}
