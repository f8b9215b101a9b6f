import SurveyFormats
import SurveyModel

/// A row of an earlier version that would take the place of an interview with answers to questions
/// that only a later version asks.
struct LaterAnswers: RowRejection {
  static let code = "D11"

  let questions: [String]
  /// The version that the file follows.
  let version: String
  /// By which version the row may come in.
  let newer: NewerVersion?

  var code: String { Self.code }

  func text(in language: InterfaceLanguage) -> String {
    let names = questions.quoted
    let fault = language.choose(
      "Phiếu đã lưu trả lời câu \(names), mà phiên bản '\(version)' của phiếu hỏi không có; thay phiếu thì mất câu trả lời ấy.",
      "The stored interview answers \(names), which version '\(version)' of the form does not ask; replacing it would lose that."
    )
    return newer.map { "\(fault) \($0.text(in: language))" } ?? fault
  }
}

/// A row that comes in by a newer version than its file, and is sent back again.
struct StillByNewerVersion: RowRejection {
  let newer: NewerVersion

  var code: String { LaterAnswers.code }

  func text(in language: InterfaceLanguage) -> String { newer.text(in: language) }
}

/// A newer version of the form, by which rows of an older one may come in.
struct NewerVersion: LocalizedMessage {
  let version: String
  /// The questions of the file that it has not, or with other codes.
  let changed: [String]

  /// What is to be done with the rows.
  func text(in language: InterfaceLanguage) -> String {
    if changed.isEmpty {
      let words = "--form-version \(version.asShellWord) --on-change replace"
      return language.choose(
        "Nhập tệp các dòng bị trả lại với \(words).",
        "Import the file of rows sent back with \(words)."
      )
    }
    return language.choose(
      "Phiên bản '\(version)' có câu hoặc mã khác cho \(changed.quoted): ghi lại dòng này theo phiên bản '\(version)' trong một tệp riêng, rồi nhập tệp ấy với --on-change replace.",
      "Version '\(version)' has other questions or codes for \(changed.quoted): write this row anew by version '\(version)' in a file of its own, and import that with --on-change replace."
    )
  }
}

extension [String] {
  fileprivate var quoted: String { map { "'\($0)'" }.joined(separator: ", ") }
}
