import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: words(
      "Tính cỡ mẫu, phân bổ và chọn mẫu: hỏi bao nhiêu người, ở đâu, là những ai.",
      "Plan and draw samples: how many people to ask, where, and whom."
    ),
    discussion: words(
      "Ví dụ: thuocdo sample size --margin 3; thuocdo sample decide --target 80% --truth 85%.",
      "Examples: thuocdo sample size --margin 3; thuocdo sample decide --target 80% --truth 85%."
    ),
    subcommands: [
      SampleSizeCommand.self, SampleDecideCommand.self, SampleCompareCommand.self,
      SampleAllocateCommand.self, SampleDrawCommand.self, SampleNextCommand.self,
      SampleLotsCommand.self,
    ]
  )

  @OptionGroup var common: CommonOptions
}

/// The conditions of a survey, for all that compute a size.
struct ConditionOptions: ParsableArguments {
  // Options whose value may be typed below 0 take it, so that the answer can say what is wrong.
  @Option(
    parsing: .unconditional,
    help: help("Số người trong tổng thể.", "How many people there are.")
  )
  var population: String?

  @Option(
    parsing: .unconditional,
    help: help("Hệ số thiết kế, ví dụ 1,5.", "The design effect, such as 1.5.")
  )
  var deff: String?

  @Option(help: help("Số phiếu trong mỗi cụm.", "Interviews in each cluster."))
  var clusterSize: String?

  @Option(
    help: help(
      "Tương quan nội cụm; cùng --cluster-size tạo thành hệ số thiết kế.",
      "Intraclass correlation; with --cluster-size it makes the design effect."
    )
  )
  var icc: String?

  @Option(
    help: help("Tỷ lệ người được mời chịu trả lời.", "The share of those invited who answer.")
  )
  var responseRate: String?

  var conditions: SampleConditions {
    var conditions = SampleConditions()
    conditions.population = population
    conditions.designEffect = deff
    conditions.clusterSize = clusterSize
    conditions.intraclassCorrelation = icc
    conditions.responseRate = responseRate
    return conditions
  }
}

/// How an answer is written.
struct SampleFormatOptions: ParsableArguments {
  @Option(help: help("text hoặc json.", "text or json."))
  var format = "text"

  func show(_ answer: (Workflow) throws -> SampleAnswer) throws {
    try runReporting {
      let format: SampleAnswer.Format = try UsageProblem.parse(format, "--format")
      let answer = try answer(Environment.workflow)
      for finding in answer.findings { Streams.finding(finding) }
      Streams.result(answer.write(format, width: Environment.width))
    }
  }
}

struct SampleSizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: words(
      "Cần phỏng vấn bao nhiêu người cho một mức sai số.",
      "How many interviews a margin of error needs."
    )
  )

  @Option(
    parsing: .unconditional,
    help: help("Sai số, điểm phần trăm: 3 hoặc 3%.", "The margin, in points: 3 or 3%.")
  )
  var margin: String

  @Option(help: help("Tỷ lệ dự kiến.", "The rate that is expected."))
  var rate = "50%"

  @Option(help: help("Độ tin cậy.", "The confidence level."))
  var confidence = "95%"

  @Option(help: help("Công thức: wald hoặc wilson.", "The formula: wald or wilson."))
  var rule = "wald"

  @OptionGroup var survey: ConditionOptions
  @OptionGroup var output: SampleFormatOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try output.show { workflow in
      try workflow.sampleSize(
        margin: margin,
        rate: rate,
        confidence: confidence,
        rule: rule,
        survey.conditions
      )
    }
  }
}

struct SampleDecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: words(
      "Cần bao nhiêu phiếu để kết luận đạt hay chưa đạt chỉ tiêu.",
      "How many interviews decide whether a target is met."
    )
  )

  @Option(help: help("Chỉ tiêu, ví dụ 80%.", "The target, such as 80%."))
  var target: String

  @Option(help: help("Tỷ lệ thật giả định.", "The true rate that is assumed."))
  var truth: String?

  @Option(help: help("Khả năng kết luận đúng.", "The chance of the right verdict."))
  var power = "80%"

  @Option(help: help("Xác suất kết luận nhầm.", "The chance of a false claim."))
  var error = "5%"

  @Option(
    help: help(
      "Cận dùng để kết luận: exact (Clopper-Pearson) hoặc wilson.",
      "The bounds: exact (Clopper-Pearson) or wilson."
    )
  )
  var rule = "exact"

  @Option(
    parsing: .unconditional,
    help: help(
      "Số phiếu đã định: chỉ tính khả năng của mỗi kết luận.",
      "A number of interviews: only the chances of each verdict."
    )
  )
  var size: String?

  @OptionGroup var survey: ConditionOptions
  @OptionGroup var output: SampleFormatOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var arguments = SampleDecisionArguments()
    arguments.target = target
    arguments.truth = truth
    arguments.power = power
    arguments.error = error
    arguments.rule = rule
    arguments.size = size
    arguments.conditions = survey.conditions
    try output.show { try $0.sampleDecision(arguments) }
  }
}

struct SampleCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: words(
      "Cần bao nhiêu phiếu mỗi nhóm để thấy hai tỷ lệ khác nhau.",
      "How many interviews a group show that two rates differ."
    )
  )

  @Option(help: help("Tỷ lệ của nhóm thứ nhất.", "The rate of the first group."))
  var first: String

  @Option(help: help("Tỷ lệ của nhóm thứ hai.", "The rate of the second group."))
  var second: String

  @Option(help: help("Khả năng phát hiện khác biệt.", "The chance of finding the difference."))
  var power = "80%"

  @Option(help: help("Xác suất kết luận nhầm.", "The chance of a false claim."))
  var error = "5%"

  @OptionGroup var survey: ConditionOptions
  @OptionGroup var output: SampleFormatOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try output.show { workflow in
      try workflow.sampleComparison(
        first: first,
        second: second,
        power: power,
        error: error,
        survey.conditions
      )
    }
  }
}

struct SampleLotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lqas",
    abstract: words(
      "Kiểm tra chất lượng theo lô: cỡ mẫu và ngưỡng chấp nhận.",
      "Lot quality sampling: the sample size and its decision value."
    )
  )

  @Option(help: help("Từ tỷ lệ này trở lên là lô tốt.", "A lot at this rate is good."))
  var upper: String

  @Option(help: help("Từ tỷ lệ này trở xuống là lô kém.", "A lot at this rate is bad."))
  var lower: String

  @Option(help: help("Xác suất sai cho phép, cả hai phía.", "The error allowed on both sides."))
  var errors = "10%"

  @Option(help: help("Riêng xác suất loại nhầm lô tốt.", "The error of rejecting a good lot."))
  var missGood: String?

  @Option(help: help("Riêng xác suất nhận nhầm lô kém.", "The error of accepting a bad lot."))
  var passBad: String?

  @Option(help: help("Cỡ mẫu đã định.", "A sample size that is given."))
  var size: String?

  @OptionGroup var output: SampleFormatOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try output.show { workflow in
      try workflow.sampleLots(
        upper: upper,
        lower: lower,
        errors: errors,
        missGood: missGood,
        passBad: passBad,
        size: size
      )
    }
  }
}
