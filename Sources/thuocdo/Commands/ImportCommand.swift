import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: words(
      "Nhập phiếu từ tệp CSV: dòng đúng được nhận, dòng sai trả lại kèm lý do.",
      "Import interviews from CSV: good rows go in, bad rows come back with the reason."
    ),
    discussion: words(
      "Mã kết thúc 1 khi có dòng bị trả lại. Nhập lại cùng một tệp không thay đổi gì.",
      "Exits with 1 when rows were sent back. The same file again changes nothing."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Argument(help: help("Tệp CSV; - là đầu vào chuẩn.", "CSV files; - is standard input."))
  var files: [String]

  @OptionGroup var choice: StudyOptions

  @Flag(help: help("Chạy thử, không ghi gì.", "Run everything and write nothing."))
  var dryRun = false

  @Flag(help: help("Có một dòng sai thì không nhận dòng nào.", "One bad row keeps all out."))
  var allOrNothing = false

  @Option(
    help: help(
      "Tệp chứa các dòng bị trả lại; mặc định nằm cạnh tệp nhập.",
      "Where rejected rows go; by default beside the file."
    )
  )
  var rejects: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var values: ImportValueOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    var hasRejects = false
    try runReporting {
      let workflow = Environment.workflow
      let open = try workflow.open(study, forWriting: !dryRun)
      defer { try? open.close() }
      var options = ImportOptions()
      options.questionnaire = choice.questionnaire
      options.wave = choice.wave
      options.isDryRun = dryRun
      options.allOrNothing = allOrNothing
      options.rejectsPath = rejects
      options.reading = reading.choices
      try values.add(to: &options)
      for file in files {
        let summary = try workflow.importFile(file, into: open, options: options) { rows in
          Streams.progress(words("\(file): \(rows) dòng …", "\(file): \(rows) rows …"))
        }
        Streams.progress("")
        for example in summary.examples { Streams.finding(example) }
        if summary.rejected > summary.examples.count {
          let rest = summary.rejected - summary.examples.count
          Streams.finding(words("… và \(rest) dòng nữa", "… and \(rest) more rows"))
        }
        Streams.result(summary.text(in: workflow.language))
        if summary.rejected > 0 { hasRejects = true }
      }
    }
    if hasRejects { throw ExitCode(1) }
  }
}
