import ArgumentParser
import SurveyWorkflow

/// Who works.
struct OperatorOptions: ParsableArguments {
  @Option(
    name: .customLong("operator"),
    help: help(
      "Mã của người làm, không ghi họ tên; không ghi thì để trống.",
      "The code of whoever works, no name; empty when not given."
    )
  )
  var code: String?

  /// The workflow in the name of that code.
  var workflow: Workflow {
    get throws {
      if let code { try OperatorCode.check(code) }
      return Environment.workflow(by: code)
    }
  }
}

/// Keying forms a second time.
struct VerifyOptions: ParsableArguments {
  @Flag(
    help: help(
      "Kiểm nhập: gõ lại phiếu giấy mà không thấy câu đã lưu, đếm và sửa lỗi.",
      "Verify: key paper forms again without seeing what is stored; errors are counted and mended."
    )
  )
  var verify = false

  @Option(
    help: help(
      "Chỉ kiểm một phần ngẫu nhiên, ví dụ 10%.",
      "Verify a random share only, such as 10%."
    )
  )
  var share: String?

  @Option(
    help: help(
      "Số quyết định phiếu nào được chọn; mặc định theo nghiên cứu.",
      "Decides which forms are chosen; by default from the study."
    )
  )
  var seed: UInt64?

  @Flag(help: help("Kiểm cả phiếu đã kiểm.", "Also verify forms that were verified."))
  var again = false

  /// Which forms.
  var choice: VerificationChoice {
    get throws { try VerificationChoice(share: share, seed: seed, again: again) }
  }

  /// An option that was given without `--verify`.
  var strayOption: String? {
    if share != nil { return "--share" }
    if seed != nil { return "--seed" }
    return again ? "--again" : nil
  }

  /// What is said before the first form.
  static func opening(_ keeper: VerificationKeeper) -> String {
    words(
      "Đợt này có \(keeper.all) phiếu giấy; \(keeper.verifiedBefore) phiếu được chọn đã kiểm trước, "
        + "lần này kiểm \(keeper.count).",
      "The wave has \(keeper.all) paper forms; \(keeper.verifiedBefore) of those chosen were "
        + "verified before, \(keeper.count) are verified now."
    )
  }
}

struct OperatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operators",
    abstract: words(
      "Khối lượng, tốc độ và tỷ lệ lỗi của từng người nhập.",
      "Work, speed and error rate of each operator."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Option(help: help("Chỉ phiếu này.", "Only this questionnaire."))
  var questionnaire: String?

  @Option(help: help("Chỉ đợt này; mặc định là mọi đợt.", "Only this wave; by default all."))
  var wave: String?

  @Option(help: help("text hoặc json.", "text or json."))
  var format = "text"

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let format: LedgerAnswer.Format = try UsageProblem.parse(format, "--format")
      let answer = try Environment.workflow.operators(
        in: study,
        questionnaire: questionnaire,
        wave: wave
      )
      Streams.result(answer.write(format, width: Environment.width))
    }
  }
}
