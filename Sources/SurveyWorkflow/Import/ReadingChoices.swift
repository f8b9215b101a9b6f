import SurveyFormats
import SurveyModel

/// What the user said about how files are read, as it was typed.
package struct ReadingChoices: Hashable, Sendable {
  /// The name of an encoding.
  package var encoding: String?
  /// A delimiter or its name.
  package var delimiter: String?
  /// The line where the header begins.
  package var headerRow: Int?
  /// The sheet of a workbook.
  package var sheet: String?
  /// Whether UTF-8 that was encoded twice is put right.
  package var repairsMojibake = false
  /// Whether columns may be told by a printed number alone.
  package var acceptsGuesses = false
  /// The path of a saved map.
  package var mapPath: String?

  /// Nothing was said.
  package init() {}

  /// The same for the reader of tables, with the saved map.
  ///
  /// - Throws: ``WorkflowError`` for an encoding or a delimiter that does not exist, or a map that
  ///   cannot be used for `questionnaire`.
  func request(for questionnaire: Questionnaire) throws(WorkflowError) -> TableRequest {
    var request = try request()
    if let mapPath { request.take(try Self.map(at: mapPath, for: questionnaire)) }
    return request
  }

  /// The same for the reader of tables, without a map.
  ///
  /// - Throws: ``WorkflowError`` for an encoding or a delimiter that does not exist, or a map that
  ///   cannot be used for `questionnaire`.
  func request(
    for questionnaire: Questionnaire? = nil
  ) throws(WorkflowError) -> TableRequest {
    var request = TableRequest()
    if let encoding {
      guard request.setEncoding(named: encoding) else {
        let known = TableRequest.encodingNames.joined(separator: ", ")
        throw WorkflowError(
          Sentence(
            "--encoding: không có bảng mã '\(encoding)'; dùng một trong: \(known)",
            "--encoding: there is no encoding '\(encoding)'; use one of \(known)"
          )
        )
      }
    }
    if let delimiter {
      guard request.setDelimiter(named: delimiter) else {
        throw WorkflowError(
          Sentence(
            "--delimiter: '\(delimiter)' không phải dấu phân cách; dùng , ; | hoặc tab",
            "--delimiter: '\(delimiter)' is no delimiter; use , ; | or tab"
          )
        )
      }
    }
    request.headerRow = headerRow
    request.sheet = sheet
    request.repairsMojibake = repairsMojibake
    request.acceptsGuesses = acceptsGuesses
    if let mapPath, let questionnaire {
      request.take(try Self.map(at: mapPath, for: questionnaire))
    }
    return request
  }

  /// Reads the map at `path` and refuses it when it has errors.
  private static func map(
    at path: String,
    for questionnaire: Questionnaire
  ) throws(WorkflowError) -> SavedMap {
    let text = try attempt(path) { try SourceFile(path: path).text() }
    let (map, findings) = YAMLMapFileReader(questionnaire).read(text, file: path)
    guard let map, !findings.containsErrors else {
      throw WorkflowError(FindingList(findings, wanted: .map))
    }
    return map
  }
}
