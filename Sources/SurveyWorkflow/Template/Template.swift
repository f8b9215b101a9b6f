import SurveyFormats
package import SurveyModel

/// An empty table for a questionnaire that was made.
package enum MadeTemplate: Sendable {
  /// The bytes of a CSV file, to be written by the caller.
  case csv([UInt8], columns: Int)
  /// A workbook, which stands in its place.
  case workbook(columns: Int)
}

extension Workflow {
  /// Makes a template for `questionnaire`.
  ///
  /// A path that ends in `.xlsx` gets a workbook; anything else is CSV, whose bytes are returned.
  ///
  /// - Parameters:
  ///   - questionnaire: What is asked.
  ///   - path: Where the template goes.
  ///   - delimiter: What stands between the cells of a CSV file: `,`, `;` or `tab`.
  /// - Returns: The bytes of a CSV file, or that the workbook was written.
  /// - Throws: ``WorkflowError`` for a delimiter that does not fit and a path that cannot be written.
  package func template(
    of questionnaire: Questionnaire,
    to path: String,
    delimiter: String?
  ) throws(WorkflowError) -> MadeTemplate {
    let template = Template(questionnaire, language: language)
    let isWorkbook = path.lowercased().hasSuffix(".xlsx")
    if isWorkbook, delimiter != nil {
      throw WorkflowError(
        Sentence(
          "--delimiter chỉ dùng cho tệp CSV; bỏ tùy chọn này hoặc đặt tên tệp .csv",
          "--delimiter is for CSV files; leave it out or name a .csv file"
        ),
        at: path
      )
    }
    guard let mark = TemplateDelimiter(delimiter) else {
      throw WorkflowError(
        Sentence(
          "--delimiter chỉ nhận , ; hoặc tab",
          "--delimiter takes , ; or tab"
        )
      )
    }
    guard isWorkbook else {
      return .csv(mark.csv(template), columns: template.columnCount)
    }
    return try attempt(path) {
      try template.writeWorkbook(to: path)
      return .workbook(columns: template.columnCount)
    }
  }
}
