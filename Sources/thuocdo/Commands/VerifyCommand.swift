import ArgumentParser
import Foundation
import SurveyModel
import SurveyWorkflow

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: words(
      "Kiểm chứng báo cáo: tính lại từ nghiên cứu và cho biết chỗ nào khác.",
      "Verify reports: compute them again from their study and say where they differ."
    ),
    discussion: words(
      "Mã kết thúc 0 khi đúng từng byte, 1 khi khác.",
      "Exits with 0 when every byte agrees, with 1 when something differs."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Argument(
    help: help(
      "Một hoặc nhiều báo cáo do report ghi ra, mọi định dạng.",
      "One or more reports that report wrote, any format."
    )
  )
  var reports: [String]

  @Option(
    help: help(
      "Thư mục danh mục đơn vị hành chính, cho báo cáo có --carry.",
      "The folder of the register of units, for reports with --carry."
    )
  )
  var register: String?

  @OptionGroup var common: CommonOptions

  /// The most places that are shown.
  private static let most = 10

  func run() throws {
    var differs = false
    try runReporting {
      let files = try reports.map { try read($0) }
      let workflow = Environment.workflow
      let open = try workflow.open(study, forWriting: false)
      defer { try? open.close() }
      var verifier = ReportVerifier(
        workflow,
        of: open,
        register: (try? UnitFolder.path(register)) ?? ""
      )
      for (path, bytes) in zip(reports, files) {
        let check = try verifier.check(bytes, at: path)
        for change in check.changes { Streams.result(change) }
        if case .different(let places) = check.outcome {
          differs = true
          show(places)
        }
        Streams.result((reports.count > 1 ? "\(path): " : "") + check.sentence)
      }
    }
    if differs { throw ExitCode(1) }
  }

  private func show(_ places: [ReportCheck.Place]) {
    for place in places.prefix(Self.most) {
      Streams.result("\(place.name):")
      Streams.result(words("  trong tệp: ", "  in the file:    ") + place.inFile)
      Streams.result(words("  tính lại:  ", "  computed again: ") + place.again)
    }
    let rest = places.count - Self.most
    if rest > 0 { Streams.result(words("… và \(rest) chỗ nữa", "… and \(rest) more")) }
  }

  private func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WorkflowError(
        Sentence(
          "không đọc được tệp; xem lại tên và quyền đọc",
          "the file cannot be read; see its name and its permissions"
        ),
        at: path
      )
    }
    return Array(data)
  }
}
