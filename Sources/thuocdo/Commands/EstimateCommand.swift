import ArgumentParser
import Foundation
import SurveyModel
import SurveyWorkflow

struct EstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: words(
      "Ước lượng trung bình, tổng, tỷ lệ theo nhóm, kèm sai số, từ nghiên cứu hoặc tệp CSV.",
      "Estimate means, totals and rates by group with their uncertainty, from a study or a CSV file."
    )
  )

  @Argument(
    help: help(
      "Tệp nghiên cứu (.thuocdo), tệp CSV, hoặc -.",
      "A study (.thuocdo), a CSV file, or -."
    )
  )
  var source: String

  @Option(help: help("Trung bình của cột V.", "Mean of column V."))
  var mean: [String] = []

  @Option(help: help("Tổng của cột V.", "Total of column V."))
  var total: [String] = []

  @Option(
    help: help(
      "Tỷ lệ: \"V=MÃ,MÃ\" hoặc \"V>=SỐ\".",
      "A proportion: \"V=CODE,CODE\" or \"V>=NUMBER\"."
    )
  )
  var proportion: [String] = []

  @Option(help: help("Tỷ số A/B của hai tổng.", "Ratio A/B of two totals."))
  var ratio: [String] = []

  @Option(help: help("Phân vị: V@0.5 là trung vị.", "A quantile: V@0.5 is the median."))
  var quantile: [String] = []

  @Option(help: help("Chỉ số của phiếu.", "An indicator of the questionnaire."))
  var indicator: [String] = []

  @Option(help: help("Nhóm theo cột; G*H là nhóm chéo.", "Group by a column; G*H crosses."))
  var by: [String] = []

  @Option(help: help("Cột quyền số.", "Weight column."))
  var weight: String?

  @Option(help: help("Cột xác suất chọn.", "Selection probability column."))
  var prob: String?

  @Option(help: help("Cột tầng, mỗi giai đoạn một lần.", "Stratum column, once per stage."))
  var strata: [String] = []

  @Option(help: help("Cột cụm, mỗi giai đoạn một lần.", "Cluster column, once per stage."))
  var cluster: [String] = []

  @Option(
    help: help(
      "Cột cỡ tổng thể hoặc tỷ lệ chọn, mỗi giai đoạn một lần.",
      "Population sizes or fractions, once per stage."
    )
  )
  var fpc: [String] = []

  @Flag(help: help("Mã cụm lặp lại giữa các tầng.", "Cluster ids repeat between strata."))
  var nest = false

  @OptionGroup var design: DesignOptions
  @OptionGroup var replication: ReplicationOptions
  @OptionGroup var weighting: WeightingOptions

  @Flag(
    name: .customLong("lonely-psu-in-domains"),
    help: help(
      "Áp dụng cả khi chỉ một cụm có người thuộc nhóm.",
      "Also where one cluster has members of the domain."
    )
  )
  var lonelyInDomains = false

  @Option(help: help("Mã coi như không có câu trả lời.", "A code that stands for no answer."))
  var missing: [String] = []

  @Option(
    help: help(
      "Khoảng của tỷ lệ: beta, wilson, xlogit (logit), mean, asin, likelihood.",
      "Interval of proportions: beta, wilson, xlogit (logit), mean, asin, likelihood."
    )
  )
  var ci: [String] = []

  @Option(help: help("Độ tin cậy.", "Confidence level."))
  var level = 0.95

  @Flag(
    help: help(
      "Có hệ số thiết kế (luôn có trong kết quả).",
      "Design effects (always part of the result)."
    )
  )
  var deff = false

  @Option(help: help("text, json hoặc csv.", "text, json or csv."))
  var format = "text"

  @OptionGroup var choice: StudyOptions
  @OptionGroup var time: PeriodOptions
  @OptionGroup var form: FormVersionOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let workflow = Environment.workflow
      guard source.hasSuffix(".thuocdo") || StudyFormat.isFound(at: source) else {
        Streams.result(
          try workflow.estimate(csv: source, arguments, width: Environment.width)
        )
        return
      }
      let study = try workflow.open(source, forWriting: false)
      defer { try? study.close() }
      let (output, note) = try workflow.estimate(
        study: study,
        questionnaire: choice.questionnaire,
        version: form.version,
        wave: choice.wave,
        period: time.period,
        arguments,
        width: Environment.width
      )
      if !note.isEmpty { Streams.finding(note) }
      Streams.result(output)
    }
  }

  private var arguments: EstimateArguments {
    var arguments = EstimateArguments()
    arguments.means = mean
    arguments.totals = total
    arguments.proportions = proportion
    arguments.ratios = ratio
    arguments.quantiles = quantile
    arguments.indicators = indicator
    replication.add(to: &arguments)
    weighting.add(to: &arguments)
    arguments.breakdowns = by
    arguments.weight = weight
    arguments.probability = prob
    arguments.strata = strata
    arguments.clusters = cluster
    arguments.fpc = fpc
    arguments.nest = nest
    arguments.lonelyPSU = design.lonelyPSU
    arguments.lonelyInDomains = lonelyInDomains
    arguments.ignoresDesign = design.ignoreDesign
    arguments.missing = missing
    arguments.intervals = ci
    arguments.level = level
    arguments.format = format
    return arguments
  }
}

/// What the first bytes of a file say.
enum StudyFormat {
  /// Whether the file is a database, whatever its name.
  static func isFound(at path: String) -> Bool {
    guard path != "-", let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}
