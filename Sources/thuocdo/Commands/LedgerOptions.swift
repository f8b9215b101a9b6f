import ArgumentParser
import SurveyWorkflow

/// What an import does with rows that the study may have already.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: help(
      "Cột làm khóa của phiếu, cách nhau bằng dấu phẩy; khóa không lặp lại trong một đợt.",
      "The columns of the record key, separated by commas; unique within a wave."
    )
  )
  var key: String?

  @Flag(
    help: help(
      "Các phiếu trong tệp không có khóa, dù phiếu hỏi có khóa.",
      "The interviews of the file have no key, although the form has one."
    )
  )
  var noKey = false

  @Option(
    name: .customLong("on-change"),
    help: help(
      "Dòng khác với phiếu đã lưu: skip giữ phiếu cũ, replace thay bằng bản sửa, add thêm phiếu.",
      "Rows that differ from what is stored: skip them, replace as a revision, or add interviews."
    )
  )
  var onChange = "skip"

  @Option(
    help: help(
      "Dòng mà máy chủ không tính (bị từ chối, làm thử, chưa xong): take vẫn nhận, leave bỏ; không nói thì dừng và hỏi.",
      "Rows that their server does not count (rejected, tests, not finished): take them or leave them; asked otherwise."
    )
  )
  var status: String?

  @Flag(
    help: help(
      "Nhập cả tệp đã nhập hoặc giống tệp đã nhập, thành những phiếu mới.",
      "Take a file that was imported before, or looks so, as new interviews."
    )
  )
  var again = false

  @Option(help: help("text hoặc json.", "text or json."))
  var format = "text"

  enum Format: String, CaseIterable { case text, json }

  /// Puts the choices into `options`.
  func apply(to options: inout ImportOptions) throws {
    options.key = key?.split(separator: ",").map { String($0) } ?? []
    options.onChange = try UsageProblem.parse(onChange, "--on-change")
    options.again = again
    options.withoutKey = noKey
    options.status = try status.map { try UsageProblem.parse($0, "--status") }
  }

  func parsedFormat() throws -> Format { try UsageProblem.parse(format, "--format") }
}
