import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: words(
      "Số liệu hành chính cho các chỉ tiêu không đo bằng khảo sát: xem, nhập, sửa, rút.",
      "Administrative counts for targets that no survey measures: see, enter, correct, withdraw."
    ),
    discussion: words(
      """
      Chỉ có tệp nghiên cứu: liệt kê số liệu mà kế hoạch cần và còn thiếu.
      Nhập một số: thuocdo count TỆP TÊN GIÁ-TRỊ --month 3/2024 --evidence "Báo cáo 12/BC-UBND".
      Nhập lại cùng ngày hoặc kỳ là sửa; số cũ vẫn được giữ trong sổ (--history).
      """,
      """
      The study alone: lists what the plan needs and what is missing.
      One count: thuocdo count STUDY NAME VALUE --month 2024-03 --evidence "Report 12/BC-UBND".
      Entering the same day or period again corrects it; the old number is kept (--history).
      """
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Argument(help: help("Tên số liệu trong kế hoạch.", "The count's name in the plan."))
  var name: String?

  @Argument(help: help("Giá trị: số nguyên, viết liền.", "The value: a whole number, digits only."))
  var value: String?

  @OptionGroup var span: CountSpanOptions

  @Option(
    help: help(
      "Căn cứ: số, ký hiệu văn bản hoặc tài liệu chứng minh.",
      "Evidence: the document that proves it."
    )
  )
  var evidence: String?

  @Option(
    help: help("Nơi hoặc đơn vị, khi đếm riêng.", "The place or unit, when counted apart.")
  )
  var place: String?

  @Option(
    name: .customLong("import"),
    help: help(
      "Nhập mọi dòng của tệp CSV hoặc XLSX; có dòng sai thì không ghi gì.",
      "Enter all lines of a CSV or XLSX file; nothing is written when a line is wrong."
    )
  )
  var file: String?

  @Flag(name: .customLong("dry-run"), help: help("Chỉ xem, không ghi.", "Look, write nothing."))
  var dryRun = false

  @Option(
    help: help(
      "Ghi tệp CSV có mọi số liệu của kế hoạch để điền.",
      "Write a CSV file with all counts of the plan to fill in."
    )
  )
  var template: String?

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @Flag(help: help("Mọi dòng đã ghi, cả dòng đã thay.", "Every line, those replaced too."))
  var history = false

  @Flag(
    help: help(
      "Rút số liệu của ngày hoặc kỳ ấy; dòng cũ vẫn được giữ.",
      "Withdraw the count of that day or period; the line is kept."
    )
  )
  var withdraw = false

  @Option(help: help("Lý do rút số liệu.", "Why it is withdrawn."))
  var why: String?

  @Option(help: help("Mã người nhập.", "Who enters it, as a code."))
  var `operator`: String?

  @Option(help: help("text hoặc json.", "text or json."))
  var format = "text"

  @OptionGroup var common: CommonOptions

  func run() throws {
    var hasErrors = false
    try runReporting {
      let format: LedgerAnswer.Format = try UsageProblem.parse(format, "--format")
      try checkUse()
      if let `operator` { try OperatorCode.check(`operator`) }
      let workflow = Environment.workflow(by: `operator`)
      if let template {
        try write(workflow, to: template)
        return
      }
      let answer = try answer(workflow)
      for finding in answer.findings { Streams.finding(finding) }
      Streams.result(answer.write(format, width: Environment.width))
      hasErrors = answer.hasErrors
    }
    if hasErrors { throw ExitCode(1) }
  }

  private func answer(_ workflow: Workflow) throws -> CountAnswer {
    if let file { return try workflow.importCounts(from: file, isDryRun: dryRun, in: study) }
    if history { return try workflow.countHistory(of: name, in: study) }
    guard let name else { return try workflow.countList(in: study) }
    var arguments = CountArguments(name: name)
    arguments.value = value ?? ""
    arguments.evidence = (withdraw ? why : evidence) ?? ""
    arguments.place = place ?? ""
    span.fill(&arguments)
    return withdraw
      ? try workflow.withdrawCount(arguments, in: study)
      : try workflow.enterCount(arguments, in: study)
  }

  /// Refuses options that mean nothing together.
  private func checkUse() throws(UsageProblem) {
    let uses: [(String, Bool)] = [
      ("--import", file != nil), ("--template", template != nil), ("--history", history),
      ("--withdraw", withdraw),
    ]
    let used = uses.filter(\.1).map(\.0)
    if used.count > 1 { throw .excludes(used[0], used[1]) }
    if let only = used.first {
      if value != nil { throw .excludes(only, words("GIÁ-TRỊ", "VALUE")) }
      if only == "--import" || only == "--template", name != nil {
        throw .excludes(only, words("TÊN", "NAME"))
      }
    }
    if withdraw, name == nil { throw .needs(option: "--withdraw", others: words("TÊN", "NAME")) }
    if withdraw, evidence != nil { throw .excludes("--withdraw", "--evidence") }
    if !withdraw, why != nil { throw .needs(option: "--why", others: "--withdraw") }
    if dryRun, file == nil { throw .needs(option: "--dry-run", others: "--import") }
    if name == nil || history, span.isGiven {
      throw .needs(option: "--on", others: words("TÊN GIÁ-TRỊ", "NAME VALUE"))
    }
    if used.isEmpty, name == nil, evidence != nil || place != nil {
      throw .needs(option: evidence == nil ? "--place" : "--evidence", others: words("TÊN", "NAME"))
    }
  }

  private func write(_ workflow: Workflow, to path: String) throws {
    try OutputFile.check(path, overwriting: force)
    let made = try workflow.countTemplate(of: study)
    guard try OutputFile.write(made.bytes, to: path, overwriting: force) else { return }
    Streams.result(
      words(
        "Đã ghi \(path): \(made.open) dòng để điền, rồi nhập bằng count --import.",
        "Wrote \(path): \(made.open) lines to fill in, then count --import."
      )
    )
  }
}

/// The day or period that a count speaks of.
struct CountSpanOptions: ParsableArguments {
  @Option(
    help: help(
      "Ngày của số liệu (ngày/tháng/năm).",
      "The day that it speaks of (day/month/year or year-month-day)."
    )
  )
  var on: String?

  @Option(help: help("Tháng, ví dụ 3/2024.", "The month, such as 2024-03."))
  var month: String?

  @Option(help: help("Quý, ví dụ 1/2024.", "The quarter, such as 2024-Q1."))
  var quarter: String?

  @Option(
    name: .customLong("half-year"),
    help: help("6 tháng đầu hoặc cuối năm, ví dụ 1/2024.", "The half-year, such as 2024-H1.")
  )
  var halfYear: String?

  @Option(help: help("Năm, ví dụ 2024.", "The year, such as 2024."))
  var year: String?

  var isGiven: Bool { [on, month, quarter, halfYear, year].contains { $0 != nil } }

  func fill(_ arguments: inout CountArguments) {
    arguments.day = on
    arguments.periods[.month] = month
    arguments.periods[.quarter] = quarter
    arguments.periods[.halfYear] = halfYear
    arguments.periods[.year] = year
  }
}
