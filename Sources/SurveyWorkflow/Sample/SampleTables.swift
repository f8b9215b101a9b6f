import SurveyFormats

extension SampleAnswer {
  /// The records as a CSV file.
  static func bytes(_ records: [[String]]) -> [UInt8] { CSVText.bytes(records) }

  /// The shortest number that reads back the same, for files.
  static func cell(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
