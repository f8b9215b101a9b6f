import ArgumentParser
import SurveyModel
import SurveyWorkflow

/// Runs what a subcommand does; an error becomes a sentence and exit code 2, or 64 where the command
/// itself means nothing.
func runReporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as UsageProblem {
    let lead = words("lỗi: lệnh chưa đúng:", "error: the command is not right:")
    Streams.finding("\(lead) \(error.text(in: Environment.language))")
    Streams.finding(words("Xem cách dùng:", "See:") + " \(ThuocDo.namedCommand) --help")
    throw ExitCode.validationFailure
  } catch let error as WorkflowError {
    reportError(error.text(in: Environment.language))
    throw ExitCode(2)
  } catch let error as any LocalizedMessage {
    reportError(error.text(in: Environment.language))
    throw ExitCode(2)
  }
}

/// Says why something cannot be done.
func reportError(_ sentence: String) {
  Streams.finding(words("lỗi", "error") + ": \(sentence)")
}

/// Help texts in the language of the interface.
func help(_ vietnamese: String, _ english: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Environment.language.choose(vietnamese, english))
}

/// Abstracts of subcommands in the language of the interface.
func words(_ vietnamese: String, _ english: String) -> String {
  Environment.language.choose(vietnamese, english)
}

/// Options that every subcommand has.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: help("Ngôn ngữ của thông báo: vi hoặc en.", "Language of messages: vi or en.")
  )
  var language: String?

  func validate() throws {
    if let language, InterfaceLanguage(rawValue: language) == nil {
      throw ValidationError(
        words("--lang chỉ nhận vi hoặc en", "--lang takes vi or en")
      )
    }
  }
}

/// Which questionnaire and wave of a study.
struct StudyOptions: ParsableArguments {
  @Option(
    help: help(
      "Mã phiếu, khi nghiên cứu có nhiều phiếu.",
      "The questionnaire, when there are several."
    )
  )
  var questionnaire: String?

  @Option(
    help: help("Đợt khảo sát; mặc định là đợt đang mở.", "The wave; by default the only open one.")
  )
  var wave: String?
}

/// A period of the calendar in place of a wave.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: help(
      "Kỳ theo ngày trả lời, gộp mọi đợt: 2024-Q1, 2024-H1, 2024-03 hoặc 2024.",
      "A period by interview dates, over all waves: 2024-Q1, 2024-H1, 2024-03 or 2024."
    )
  )
  var period: String?
}

/// What a report compares with.
struct ComparisonOptions: ParsableArguments {
  @Option(
    help: help(
      "So với đợt (hoặc kỳ) này; mặc định là đợt (kỳ) liền trước.",
      "Compare with this wave (or period); by default the one before."
    )
  )
  var against: String?
}

/// How the sample design is used.
struct DesignOptions: ParsableArguments {
  @Option(
    name: .customLong("lonely-psu"),
    help: help(
      "Tầng chỉ có một cụm: fail, remove, adjust, average, certainty.",
      "Strata with one cluster: fail, remove, adjust, average, certainty."
    )
  )
  var lonelyPSU = "fail"

  @Flag(
    help: help(
      "Bỏ qua quyền số, tầng, cụm: mọi phiếu như nhau.",
      "Leave weights, strata and clusters aside: all interviews the same."
    )
  )
  var ignoreDesign = false
}
