import ArgumentParser
import Foundation
import SurveyModel
import SurveyWorkflow

struct UnitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: words(
      "Tra đơn vị hành chính theo tên hoặc mã và theo ngày: nay là gì, trước là gì.",
      "Look up administrative units by name or code and day: what it is now, what it was before."
    ),
    discussion: words(
      "Mã kết thúc 1 khi ngày đó không có đúng một đơn vị như vậy. Kiểm tra danh mục: check THƯ-MỤC.",
      "Exits with 1 unless exactly one unit is meant on that day. To check a register: check FOLDER."
    )
  )

  @Argument(
    help: help(
      "Tên, mã hoặc id, ví dụ “phường 1, thị xã Ngã Năm”.",
      "A name, code or id, such as “Ngã Năm” or 31732."
    )
  )
  var name: String

  @Option(
    name: .customLong("on"),
    help: help("Ngày được hỏi (ngày/tháng/năm); mặc định hôm nay.", "The day; by default today.")
  )
  var day: String?

  @Option(
    help: help(
      "Chỉ tìm trong và quanh đơn vị này.",
      "Look only in and around this unit."
    )
  )
  var within: String?

  @Option(
    help: help(
      "Thư mục danh mục; mặc định Data/units đi kèm chương trình.",
      "The folder of the register; by default Data/units of the program."
    ),
    completion: .directory
  )
  var register: String?

  @Option(help: help("text hoặc json.", "text or json."))
  var format = "text"

  @OptionGroup var common: CommonOptions

  func run() throws {
    var isClear = false
    try runReporting {
      let format: UnitAnswerFormat = try UsageProblem.parse(format, "--format")
      let workflow = Environment.workflow
      let files = try workflow.unitRegister(in: try UnitFolder.path(register))
      let answer = try workflow.unit(
        name,
        on: try day.map { try UnitFolder.day($0, "--on") },
        within: within,
        files
      )
      Streams.result(answer.write(format, width: Environment.width))
      isClear = answer.isClear
    }
    if !isClear { throw ExitCode(1) }
  }
}

/// Where the register of units is.
enum UnitFolder {
  /// The day that was given to an option.
  static func day(_ text: String, _ option: String) throws(UsageProblem) -> CalendarDate {
    if let day = CalendarDate(reading: text) { return day }
    throw .malformed(option: option, text: text, shape: "30/06/2025 | 2025-06-30")
  }

  /// Whether `path` is a folder with a register.
  static func isFound(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(Workflow.unitTable)")
  }

  /// The folder that was named, else that of the shipped data.
  static func path(_ named: String?) throws(WorkflowError) -> String {
    if let named { return named }
    guard let home = Environment.home else {
      throw WorkflowError(
        Sentence(
          "không thấy danh mục đơn vị đi kèm; đặt THUOCDO_HOME hoặc ghi thư mục danh mục",
          "the shipped register of units is not found; set THUOCDO_HOME or name a folder"
        )
      )
    }
    return "\(home)/Data/units"
  }
}
