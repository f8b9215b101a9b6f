import ArgumentParser
import Foundation
import SurveyModel
import SurveyWorkflow

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: words(
      "Chạy thử toàn bộ trên số liệu giả lập: từ thư mục trống đến báo cáo.",
      "Everything on made-up data, from an empty folder to the report."
    )
  )

  @Argument(help: help("Thư mục sẽ tạo.", "The folder to fill."))
  var folder = "demo"

  @Option(help: help("Số hạt giống của số liệu giả lập.", "The seed of the made-up data."))
  var seed: UInt64 = 2026

  @Flag(help: help("Xóa thư mục cũ và làm lại.", "Remove the old folder and start anew."))
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let home = try ShippedData.home()
      try prepareFolder()
      let demo = Demo(
        program: CommandLine.arguments.first ?? "thuocdo",
        languageWords: common.language.map { ["--lang", $0] } ?? [],
        home: home,
        folder: folder,
        seed: seed,
        look: TextLook(width: Environment.width, isColoured: Environment.allowsColour(on: 1)),
        workflow: Environment.workflow,
        say: { Streams.result($0) },
        write: { file in
          try OutputFile.write(file.bytes, to: "\(folder)/\(file.name)", overwriting: true)
        }
      )
      try demo.run()
    }
  }

  /// An empty folder; one that is not empty is only replaced when it was made by a demo.
  private func prepareFolder() throws {
    let files = FileManager.default
    let marker = "\(folder)/.thuocdo-demo"
    if let contents = try? files.contentsOfDirectory(atPath: folder), !contents.isEmpty {
      guard force, files.fileExists(atPath: marker) else {
        throw WorkflowError(
          Sentence(
            "thư mục không trống; chọn thư mục khác, hoặc thêm --force nếu là thư mục demo cũ",
            "the folder is not empty; choose another, or add --force if it is an old demo"
          ),
          at: folder
        )
      }
      try? files.removeItem(atPath: folder)
    }
    do {
      // The register of units lies in a folder of its own, as `--register` asks for.
      try files.createDirectory(
        atPath: "\(folder)/\(Demo.yearFolder)/don-vi",
        withIntermediateDirectories: true
      )
      try Data().write(to: URL(fileURLWithPath: marker))
    } catch {
      throw WorkflowError(
        Sentence(
          "không tạo được thư mục; xem lại quyền ghi",
          "the folder cannot be made; see its permissions"
        ),
        at: folder
      )
    }
  }
}

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: words(
      "Tạo câu trả lời giả lập cho một phiếu hỏi, kèm giá trị thật, để dùng thử.",
      "Make up answers to a questionnaire, with their truth, for trying things."
    )
  )

  @Argument(help: help("Tệp phiếu hỏi.", "The questionnaire."))
  var questionnaire: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: help("Thư mục để ghi.", "The folder to write to.")
  )
  var output = "."

  @Option(
    help: help("Số hạt giống: cùng số thì cùng tệp.", "The seed: the same makes the same file.")
  )
  var seed: UInt64 = 2026

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite files that exist."))
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let workflow = Environment.workflow
      let read = try workflow.questionnaire(at: questionnaire).questionnaire
      let firstDay = CalendarDate(year: 2026, month: 9, day: 7) ?? Environment.now().localDate
      let simulation = try workflow.simulate(read, seed: seed, firstDay: firstDay)
      let path = "\(output)/\(read.id).csv"
      try OutputFile.write(simulation.csv, to: path, overwriting: force)
      try OutputFile.write(
        simulation.truthCSV,
        to: "\(output)/\(read.id).truth.csv",
        overwriting: force
      )
      Streams.result(
        words(
          "Đã ghi \(path): \(simulation.rows) phiếu giả lập (\(simulation.flawed) dòng cố ý sai); giá trị thật ở \(read.id).truth.csv.",
          "Wrote \(path): \(simulation.rows) made-up interviews (\(simulation.flawed) rows wrong on purpose); the truth is in \(read.id).truth.csv."
        )
      )
    }
  }
}

/// The questionnaires and plans that come with the program.
enum ShippedData {
  static func home() throws -> String {
    if let home = Environment.home { return home }
    throw WorkflowError(
      Sentence(
        "không tìm thấy thư mục Questionnaires và Data/plans; đặt biến THUOCDO_HOME chỉ đến thư mục chứa chúng",
        "the folders Questionnaires and Data/plans were not found; set THUOCDO_HOME to the folder that holds them"
      )
    )
  }
}
