package import SurveyModel
package import SurveyStatistics

/// Why a request cannot be answered.
package enum EstimateRequestError: Error, Hashable, Sendable {
  case unknownColumn(String, suggestion: String?)
  case notANumber(column: String, row: Int, text: String)
  case missingDesignCell(column: String, row: Int)
  case noRows
  case nothingAsked
  case statistics(SampleDesignError)
  case replicates(ReplicateDesignError)
  case weighting(WeightingError)
  case noReplicates(pattern: String)
  case notInMargin(column: String, value: String, row: Int)
  case notInSample(column: String, value: String)
  case replicatesAndDesign
}

extension EstimateRequestError: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.unknownColumn(let name, let suggestion), .vietnamese):
      "không có cột '\(name)'"
        + (suggestion.map { "; có phải '\($0)'?" } ?? "; xem lại tên cột ở dòng tiêu đề")
    case (.unknownColumn(let name, let suggestion), .english):
      "there is no column '\(name)'"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "; see the header of the file")
    case (.notANumber(let column, let row, let text), .vietnamese):
      "dòng dữ liệu \(row), cột '\(column)': '\(text)' không phải là số; sửa ô này hoặc khai báo '\(text)' là không có câu trả lời"
    case (.notANumber(let column, let row, let text), .english):
      "data row \(row), column '\(column)': '\(text)' is not a number; mend the cell or declare '\(text)' as missing"
    case (.missingDesignCell(let column, let row), .vietnamese):
      "dòng dữ liệu \(row): cột '\(column)' của thiết kế mẫu bị trống; bổ sung giá trị"
    case (.missingDesignCell(let column, let row), .english):
      "data row \(row): column '\(column)' of the sample design is empty; fill it in"
    case (.noRows, .vietnamese): "bảng không có dòng dữ liệu nào"
    case (.noRows, .english): "the table has no data rows"
    case (.nothingAsked, .vietnamese):
      "chưa yêu cầu ước lượng nào; chọn trung bình, tổng, tỷ lệ hoặc tỷ số của cột nào"
    case (.nothingAsked, .english):
      "nothing was asked for; choose the mean, total, proportion or ratio of some column"
    case (.statistics(let error), .vietnamese): error.text(.vietnamese)
    case (.statistics(let error), .english): error.text(.english)
    case (.replicates(let error), .vietnamese): error.text(.vietnamese)
    case (.replicates(let error), .english): error.text(.english)
    case (.weighting(let error), .vietnamese): error.text(.vietnamese)
    case (.weighting(let error), .english): error.text(.english)
    case (.noReplicates(let pattern), .vietnamese):
      "không có cột nào khớp '\(pattern)'; quyền số lặp cần ít nhất hai cột"
    case (.noReplicates(let pattern), .english):
      "no column matches '\(pattern)'; replicate weights need at least two columns"
    case (.notInMargin(let column, let value, let row), .vietnamese):
      "dòng dữ liệu \(row), cột '\(column)': không có quy mô tổng thể của '\(value)'; bổ sung vào tệp hoặc gộp nhóm"
    case (.notInMargin(let column, let value, let row), .english):
      "data row \(row), column '\(column)': the population size of '\(value)' is not given; add it to the file or join groups"
    case (.notInSample(let column, let value), .vietnamese):
      "cột '\(column)': tổng thể có nhóm '\(value)' nhưng mẫu không có ai; gộp nhóm này với nhóm khác"
    case (.notInSample(let column, let value), .english):
      "column '\(column)': the population has a group '\(value)', the sample has nobody of it; join it with another"
    case (.replicatesAndDesign, .vietnamese):
      "quyền số lặp thay cho tầng, cụm và cỡ tổng thể; không khai cả hai"
    case (.replicatesAndDesign, .english):
      "replicate weights take the place of strata, clusters and population sizes; do not give both"
    }
  }
}
