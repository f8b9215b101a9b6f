import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: words(
      "So kết quả với chỉ tiêu của kế hoạch: đạt, chưa đạt, chưa đủ căn cứ, không công bố.",
      "Hold the results against the plan's targets: met, not met, undecided, suppressed."
    ),
    discussion: words(
      "Với --strict, mã kết thúc là 1 khi có chỉ tiêu chưa đạt.",
      "With --strict, exits with 1 when a target is not met."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @OptionGroup var choice: StudyOptions

  @OptionGroup var time: PeriodOptions

  @OptionGroup var comparison: ComparisonOptions

  @OptionGroup var form: FormVersionOptions

  @Flag(help: help("Chưa đạt thì mã kết thúc là 1.", "Exit with 1 when a target is not met."))
  var strict = false

  @Flag(
    help: help(
      "In thêm bảng, biểu đồ, giá trị p và mọi cách tính.",
      "Also print tables, charts, p values and every way to compute."
    )
  )
  var details = false

  @Option(
    help: help("text, html, md, csv hoặc json.", "text, html, md, csv or json.")
  )
  var format = "text"

  @OptionGroup var design: DesignOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var misses = false
    try runReporting {
      let format = try ReportFormat.printed(format)
      let workflow = Environment.workflow
      let open = try workflow.open(study, forWriting: false)
      defer { try? open.close() }
      var options = ReportOptions()
      options.questionnaire = choice.questionnaire
      options.version = form.version
      options.wave = choice.wave
      options.period = time.period
      options.against = comparison.against
      options.lonelyPSU = design.lonelyPSU
      options.ignoresDesign = design.ignoreDesign
      options.showsDetails = details
      try options.check()
      let names = choice.questionnaire.map { [$0] } ?? open.questionnaires.map(\.id)
      let held = names.filter { open.hasInterviews(of: $0, wave: choice.wave, period: time.period) }
      // Several questionnaires: those with targets, and what else the plan promises once.
      let aimed = choice.questionnaire == nil ? held.filter { open.hasTargets(on: $0) } : held
      let told = aimed.isEmpty ? Array((held.isEmpty ? names : held).prefix(1)) : aimed
      // Two documents one after the other are none.
      if format != .text, told.count > 1 { _ = try workflow.questionnaire(nil, in: open) }
      options.told = Set(told)
      for (index, name) in told.enumerated() {
        options.questionnaire = name
        options.showsRest = index == told.count - 1
        let output = try workflow.targets(
          of: open,
          options: options,
          format: format,
          look: TextLook(width: Environment.width, isColoured: Environment.allowsColour(on: 1))
        )
        Streams.result(output.content)
        if output.missesTarget { misses = true }
      }
    }
    if strict, misses { throw ExitCode(1) }
  }
}

struct ReportCommand: ParsableCommand {
  private static let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: words(
      "Báo cáo tổng hợp kiểu SIPAS: người trả lời, tỷ lệ, chỉ số, chỉ tiêu.",
      "The SIPAS-style summary: respondents, rates, indices, targets."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @OptionGroup var choice: StudyOptions

  @OptionGroup var time: PeriodOptions

  @OptionGroup var comparison: ComparisonOptions

  @OptionGroup var form: FormVersionOptions

  @Option(
    help: help(
      "\(Self.formats); mặc định theo đuôi tệp của -o, không có -o thì text.",
      "\(Self.formats); by default what the end of -o tells, text without -o."
    )
  )
  var format: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: help(
      "Ghi vào tệp này; nhiều -o cho nhiều tệp, tính một lần.",
      "Write to this file; several -o write several files, computed once."
    )
  )
  var output: [String] = []

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @Option(
    parsing: .upToNextOption,
    help: help("Các câu hỏi dùng để chia nhóm.", "Questions to report by.")
  )
  var by: [String] = []

  @OptionGroup var units: UnitCarryOptions
  @OptionGroup var design: DesignOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      for file in output { try OutputFile.checkIsNoFolder(file) }
      let formats = try wantedFormats()
      for file in output { try OutputFile.check(file, overwriting: force) }
      let workflow = Environment.workflow
      let open = try workflow.open(study, forWriting: false)
      defer { try? open.close() }
      var options = ReportOptions()
      options.questionnaire = choice.questionnaire
      options.version = form.version
      options.wave = choice.wave
      options.period = time.period
      options.against = comparison.against
      options.groups = by
      options.units = try units.request()
      options.lonelyPSU = design.lonelyPSU
      options.ignoresDesign = design.ignoreDesign
      try options.check()
      let isColoured = output.isEmpty && Environment.allowsColour(on: 1)
      let reports = try workflow.reports(
        on: open,
        options: options,
        formats: formats,
        look: TextLook(width: Environment.width, isColoured: isColoured)
      )
      if output.isEmpty {
        for report in reports { Streams.result(report.output.content) }
      }
      for (file, report) in zip(output, reports)
      where try OutputFile.write(report.output.content, to: file, overwriting: force) {
        Streams.result(words("Đã ghi \(file).", "Wrote \(file)."))
      }
    }
  }

  /// The format of each file, or of what is printed.
  private func wantedFormats() throws -> [ReportFormat] {
    guard !output.isEmpty else {
      return [
        try ReportFormat.chosen(format, output: nil, isTerminal: Environment.isTerminal(1))
      ]
    }
    if output.count > 1, format != nil { throw UsageProblem.excludes("--format", "-o … -o …") }
    return try output.map {
      try ReportFormat.chosen(format, output: $0, isTerminal: Environment.isTerminal(1))
    }
  }
}
