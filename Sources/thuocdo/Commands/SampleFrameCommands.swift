import ArgumentParser
import SurveyModel
import SurveyWorkflow

/// Where the table of an answer goes.
struct SampleFileOptions: ParsableArguments {
  @Option(help: help("text hoặc json.", "text or json."))
  var format = "text"

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: help("Ghi bảng CSV vào tệp này.", "Write the table as CSV to this file.")
  )
  var output: String?

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  /// Shows the answer; the table goes to the file.
  ///
  /// Without a file, `tableFirst` puts the table on standard output and the words on standard
  /// error.
  func show(tableFirst: Bool, _ answer: (Workflow) throws -> SampleAnswer) throws {
    try runReporting {
      let format: SampleAnswer.Format = try UsageProblem.parse(format, "--format")
      let answer = try answer(Environment.workflow)
      for finding in answer.findings { Streams.finding(finding) }
      let text = answer.write(format, width: Environment.width)
      if let output {
        try OutputFile.write(answer.csv, to: output, overwriting: force)
        Streams.result(text)
        if format == .text { Streams.result(words("Đã ghi \(output).", "Wrote \(output).")) }
      } else if tableFirst, format == .text {
        Streams.finding(text)
        Streams.result(String(decoding: answer.csv, as: UTF8.self))
      } else {
        Streams.result(text)
      }
    }
  }
}

struct SampleAllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: words(
      "Chia mẫu cho các tầng (xã, phường, nhóm).",
      "Divide a sample among strata."
    )
  )

  @Argument(help: help("Danh sách, tệp CSV hoặc -.", "The list, a CSV file or -."))
  var frame: String

  @Option(help: help("Cỡ mẫu.", "The sample size."))
  var size: String

  @Option(help: help("Cột tầng.", "The column of strata."))
  var strata: String

  @Option(
    help: help(
      "Cột số người; không có thì mỗi dòng là một người.",
      "The column of people; without it each row is one."
    )
  )
  var population: String?

  @Option(help: help("Cột độ lệch chuẩn của tầng.", "The column of standard deviations."))
  var sd: String?

  @Option(
    help: help(
      "Cột tỷ lệ dự kiến của tầng, thay cho --sd.",
      "The column of expected rates, instead of --sd."
    )
  )
  var rate: String?

  @Option(help: help("Cột chi phí một phiếu.", "The column of costs of an interview."))
  var cost: String?

  @Option(
    help: help(
      "proportional, equal, neyman hoặc cost.",
      "proportional, equal, neyman or cost."
    )
  )
  var method = "proportional"

  @Option(
    help: help(
      "Ít nhất bấy nhiêu phiếu mỗi tầng; từ 2 mới ước lượng được sai số.",
      "At least as many in each stratum; 2 are needed to estimate its error."
    )
  )
  var minimum = "2"

  @OptionGroup var file: SampleFileOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var arguments = SampleAllocationArguments()
    arguments.frame = frame
    arguments.size = size
    arguments.strata = strata
    arguments.population = population
    arguments.deviation = sd
    arguments.rate = rate
    arguments.cost = cost
    arguments.method = method
    arguments.minimum = minimum
    try file.show(tableFirst: false) { try $0.sampleAllocation(arguments) }
  }
}

struct SampleDrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: words(
      "Chọn mẫu từ danh sách, kèm xác suất chọn và quyền số.",
      "Draw a sample from a list, with probabilities and weights."
    )
  )

  @Argument(help: help("Danh sách, tệp CSV hoặc -.", "The list, a CSV file or -."))
  var frame: String

  @Option(help: help("Cỡ mẫu.", "The sample size."))
  var size: String?

  @Option(
    help: help(
      "srs, systematic, pps hoặc pps-systematic.",
      "srs, systematic, pps or pps-systematic."
    )
  )
  var method = "srs"

  @Option(
    help: help("Cột tầng: chọn riêng trong từng tầng.", "Draw within the strata of a column.")
  )
  var strata: String?

  @Option(
    help: help(
      "Chia cho các tầng: proportional, equal, hoặc tệp CSV của 'sample allocate'.",
      "Among strata: proportional, equal, or the CSV file of 'sample allocate'."
    )
  )
  var allocation = "proportional"

  @Option(help: help("Ít nhất bấy nhiêu mỗi tầng.", "At least as many in each stratum."))
  var minimum = "2"

  @Option(help: help("Cột quy mô, cho pps.", "The column of sizes, for pps."))
  var pps: String?

  @Option(
    help: help(
      "Cột mã: báo lỗi khi trống hoặc trùng.",
      "A column of ids: an error when empty or repeated."
    )
  )
  var id: String?

  @Option(
    help: help(
      "Số hạt giống; cùng số thì cùng mẫu. Mặc định: ngẫu nhiên, được in ra.",
      "The seed; the same seed draws the same. By default random, and printed."
    )
  )
  var seed: UInt64?

  @OptionGroup var file: SampleFileOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var arguments = SampleDrawArguments()
    arguments.frame = frame
    arguments.size = size
    arguments.method = method
    arguments.strata = strata
    arguments.allocation = allocation
    arguments.minimum = minimum
    arguments.measure = pps
    arguments.identity = id
    // Short enough to be read over the telephone.
    arguments.seed = seed ?? Environment.workflow.random() % 1_000_000_000
    try file.show(tableFirst: true) { try $0.sampleDraw(arguments) }
  }
}

struct SampleNextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: words(
      "Chia các phiếu sắp hỏi cho những nhóm chưa đủ căn cứ.",
      "Divide further interviews among undecided groups."
    )
  )

  @Argument(help: help("Bảng các nhóm, tệp CSV hoặc -.", "The groups, a CSV file or -."))
  var groups: String

  @Option(help: help("Số phiếu sắp hỏi.", "How many further interviews."))
  var size: String

  @Option(help: help("Chỉ tiêu, ví dụ 80%.", "The target, such as 80%."))
  var target: String

  @Option(help: help("Cột tên nhóm.", "The column of groups."))
  var group: String

  @Option(help: help("Cột tỷ lệ đến nay.", "The column of rates so far."))
  var rate: String

  @Option(help: help("Cột số người đã trả lời.", "The column of respondents so far."))
  var respondents: String

  @Option(help: help("Cột hệ số thiết kế.", "The column of design effects."))
  var deff: String?

  @Option(help: help("Cột số người còn có thể hỏi.", "The column of people still to be asked."))
  var room: String?

  @Option(help: help("Xác suất kết luận nhầm.", "The chance of a false claim."))
  var error = "5%"

  @OptionGroup var file: SampleFileOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var arguments = SampleNextArguments()
    arguments.groups = groups
    arguments.size = size
    arguments.target = target
    arguments.error = error
    arguments.group = group
    arguments.rate = rate
    arguments.respondents = respondents
    arguments.designEffect = deff
    arguments.room = room
    try file.show(tableFirst: false) { try $0.sampleNext(arguments) }
  }
}
