import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct SketchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sketch",
    abstract: words(
      "Đề xuất phiếu hỏi từ một tệp trả lời: câu hỏi, kiểu, lựa chọn, thang đo.",
      "Propose a questionnaire from a file of answers: questions, types, options, scales."
    ),
    discussion: words(
      "Cột của hệ thống, chữ tự do và dữ liệu cá nhân được bỏ ra ngoài, kèm cách giữ lại. Mọi điều chưa chắc nằm trong chú thích của tệp. Mã kết thúc 1 khi có điều cần xem.",
      "Columns of the system, free text and personal data are left out, with how to keep them. All that is uncertain stands in the file's comments. Exits with 1 when there is something to look at."
    )
  )

  @Argument(
    help: help(
      "Tệp trả lời, rồi các tệp mô tả cột (cấu trúc, nhãn) nếu có.",
      "The file of answers, then files that describe its columns (structure, labels), if any."
    )
  )
  var files: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: help(
      "Tệp phiếu sẽ ghi; không có thì in ra màn hình.",
      "The questionnaire file to write; standard output otherwise."
    )
  )
  var output: String?

  @Option(help: help("Mã của phiếu.", "The id of the questionnaire."))
  var id: String?

  @Option(
    help: help(
      "Mã ngôn ngữ của chữ trong tệp: vi, en, km …",
      "The language of the words in the file: vi, en, km …"
    )
  )
  var textLanguage: String?

  @Flag(
    help: help(
      "Giữ cả chữ tự do và cột có thể chứa dữ liệu cá nhân.",
      "Keep free text and columns that may hold personal data."
    )
  )
  var keepText = false

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    var isComplete = true
    try runReporting {
      let workflow = Environment.workflow
      var options = SketchOptions()
      options.id = id
      options.textLanguage = textLanguage
      options.keepsText = keepText
      options.reading = reading.choices
      let proposal = try workflow.sketch(files, options: options)
      let summary = proposal.summary(in: workflow.language)
      if let output {
        try OutputFile.write(proposal.text, to: output, overwriting: force)
        Streams.result(words("Đã ghi \(output): \(summary)", "Wrote \(output): \(summary)"))
        try writeMap(proposal, beside: output)
      } else {
        Streams.result(proposal.text)
        Streams.finding(summary)
      }
      for finding in proposal.findings { Streams.finding(finding.text(in: workflow.language)) }
      isComplete = proposal.isComplete
    }
    if !isComplete { throw ExitCode(1) }
  }

  /// The map goes beside the questionnaire: `phieu.map.yaml` for `phieu.yaml`.
  private func writeMap(_ proposal: SketchProposal, beside output: String) throws {
    guard let map = proposal.map else { return }
    let stem = output.hasSuffix(".yaml") ? String(output.dropLast(5)) : output
    let path = "\(stem).map.yaml"
    try OutputFile.write(map, to: path, overwriting: force)
    Streams.result(
      words(
        "Tên cột của tệp chưa đủ rõ (trùng hoặc mơ hồ), nên đã ghi thêm \(path); nhập với --map \(path).",
        "The names of the columns are not clear by themselves, so \(path) was written; import with --map \(path)."
      )
    )
  }
}
