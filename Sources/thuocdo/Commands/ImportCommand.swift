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
      "Mã kết thúc 1 khi có dòng bị trả lại hoặc khác với phiếu đã lưu. Nhập lại cùng một tệp không thay đổi gì. Ctrl-C bỏ tệp đang nhập (mã 130).",
      "Exits with 1 when rows were sent back or differ from what is stored. The same file again changes nothing. Ctrl-C gives the present file up (code 130)."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Argument(help: help("Tệp CSV; - là đầu vào chuẩn.", "CSV files; - is standard input."))
  var files: [String]

  @OptionGroup var choice: StudyOptions

  @OptionGroup var form: FormOptions

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

  @OptionGroup var maps: MapOptions

  @OptionGroup var values: ImportValueOptions

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if rejects != nil, files.count > 1 {
      throw ValidationError(
        words(
          "--rejects chỉ đi với một tệp; nhập từng tệp một, hoặc bỏ --rejects để các dòng bị trả lại nằm cạnh từng tệp",
          "--rejects goes with one file only; import one file at a time, or leave it out and have the rows sent back beside each file"
        )
      )
    }
  }

  func run() throws {
    var summaries: [ImportSummary] = []
    StopSignal.listen()
    do {
      try runReporting { try importAll(&summaries) }
    } catch let code as ExitCode {
      report(summaries)
      throw StopSignal.isRaised ? ExitCode(StopSignal.exitCode) : code
    }
    report(summaries)
    if summaries.contains(where: { $0.refusal != nil }) { throw ExitCode(2) }
    if summaries.contains(where: \.needsAttention) { throw ExitCode(1) }
  }

  /// Everything for programs, in one piece; of several files those that did not come in are named.
  private func report(_ summaries: [ImportSummary]) {
    if ledger.format == "json" {
      Streams.result(ImportSummary.json(summaries, in: Environment.language))
    }
    guard files.count > 1 else { return }
    let refused = zip(files, summaries).filter { $1.refusal != nil && !$1.isUnread }.map { $0.0 }
    let unread = zip(files, summaries).filter { $1.isUnread }.map { $0.0 }
    name(refused, words("tệp không nhập được", "files were not imported"))
    name(unread, words("tệp chưa đọc", "files were not read"))
  }

  private func name(_ names: [String], _ what: String) {
    if names.isEmpty { return }
    let count = words("\(names.count)/\(files.count)", "\(names.count) of \(files.count)")
    Streams.finding("\(count) \(what): \(names.joined(separator: ", "))")
  }

  private func importAll(_ summaries: inout [ImportSummary]) throws {
    let format = try ledger.parsedFormat()
    let workflow = Environment.workflow
    var options = ImportOptions()
    options.questionnaire = choice.questionnaire
    options.wave = choice.wave
    options.isDryRun = dryRun
    options.allOrNothing = allOrNothing
    options.rejectsPath = rejects
    options.reading = reading.choices
    options.reading.mapPath = maps.map
    try values.add(to: &options)
    try ledger.apply(to: &options)
    // What one file brings the next one meets, so that several files are tried on a copy.
    let rehearsal =
      dryRun && !maps.wantsMap && files.count > 1 ? try workflow.rehearsal(of: study) : nil
    defer { rehearsal?.discard() }
    if rehearsal != nil { (options.isDryRun, options.isRehearsal) = (false, true) }
    let isTrial = rehearsal == nil && (dryRun || maps.wantsMap)
    let (open, questionnaire, version) = try form.chosen(
      rehearsal.map { try workflow.open($0) } ?? workflow.open(study, forWriting: !isTrial),
      questionnaire: choice.questionnaire,
      workflow,
      isDryRun: isTrial
    )
    defer { try? open.close() }
    options.questionnaire = questionnaire
    options.version = version
    for file in files {
      if maps.wantsMap {
        try maps.propose(file, workflow, open, options)
        continue
      }
      let summary: ImportSummary
      do {
        summary = try workflow.importFile(
          file,
          into: open,
          options: options,
          isStopped: { StopSignal.isRaised }
        ) { rows in
          Streams.progress(words("\(file): \(rows) dòng …", "\(file): \(rows) rows …"))
        }
      } catch {
        Streams.progress("")
        summaries.append(ImportSummary(refused: file, because: error, in: workflow.language))
        guard error.isAbout(file: file), !StopSignal.isRaised else {
          summaries += files.dropFirst(summaries.count).map {
            ImportSummary(unread: $0, in: workflow.language)
          }
          throw error
        }
        reportError(error.text(in: workflow.language))
        continue
      }
      Streams.progress("")
      summaries.append(summary)
      show(summary.examples, of: summary.rejected)
      show(
        summary.changes,
        of: summary.changed,
        all: words(" (xem hết: --format json)", " (all: --format json)")
      )
      if format == .text { Streams.result(summary.text(in: workflow.language)) }
    }
  }

  /// Rows of a kind that are shown.
  private static let shown = 10

  private func show(_ examples: [String], of count: Int, all: String = "") {
    let examples = examples.prefix(Self.shown)
    for example in examples { Streams.finding(example) }
    if count > examples.count {
      let rest = count - examples.count
      Streams.finding(words("… và \(rest) dòng nữa", "… and \(rest) more rows") + all)
    }
  }
}
