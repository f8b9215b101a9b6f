import Foundation
import SurveyModel
import SurveyWorkflow

/// Files that the user asked for by name; `-` is standard output.
enum OutputFile {
  private static let standardOutput = "-"

  /// Writes `text`; a file that exists is only replaced when asked.
  ///
  /// - Returns: whether there is a file now.
  @discardableResult
  static func write(_ text: String, to path: String, overwriting: Bool) throws -> Bool {
    if path == standardOutput {
      Streams.result(text)
      return false
    }
    return try write(Array(text.utf8), to: path, overwriting: overwriting)
  }

  /// Writes `bytes`; a file that exists is only replaced when asked.
  ///
  /// - Returns: whether there is a file now.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String, overwriting: Bool) throws -> Bool {
    if path == standardOutput {
      Streams.result(bytes)
      return false
    }
    try check(path, overwriting: overwriting)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      return true
    } catch {
      throw WorkflowError(
        Sentence(
          "không ghi được tệp; xem lại thư mục và quyền ghi",
          "the file cannot be written; see the folder and its permissions"
        ),
        at: path
      )
    }
  }

  /// Refuses a folder, and a file that exists and is not to be replaced.
  static func check(_ path: String, overwriting: Bool) throws {
    if path == standardOutput { return }
    try checkIsNoFolder(path)
    if !overwriting, FileManager.default.fileExists(atPath: path) {
      throw WorkflowError(
        Sentence(
          "tệp đã có; thêm --force để ghi đè",
          "the file exists; add --force to overwrite it"
        ),
        at: path
      )
    }
  }

  /// Refuses a folder, whose name tells no format.
  static func checkIsNoFolder(_ path: String) throws {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder.boolValue {
      throw WorkflowError(
        Sentence("đây là thư mục; xin cho tên tệp", "this is a folder; please name a file"),
        at: path
      )
    }
  }
}
