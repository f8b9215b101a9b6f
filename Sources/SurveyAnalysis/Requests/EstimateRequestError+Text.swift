package import SurveyModel
import SurveyStatistics

extension EstimateRequestError: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .unknownColumn(let name, let suggestion):
      "không có cột '\(name)'"
        + (suggestion.map { "; có phải '\($0)'?" } ?? "; xem lại tên cột ở dòng tiêu đề")
    case .ambiguousColumn(let name):
      "dòng tiêu đề có nhiều cột cùng tên '\(name)'; đổi tên để biết dùng cột nào"
    case .notANumber(let column, let row, let text):
      "dòng dữ liệu \(row), cột '\(column)': '\(text)' không phải là số; "
        + (Self.withPoint(text).map { "dấu thập phân phải là dấu chấm: \($0)" }
          ?? "sửa ô này hoặc khai báo '\(text)' là không có câu trả lời")
    case .outOfScale(let column, let row, let value):
      "dòng dữ liệu \(row), cột '\(column)': không tính được với số \(value) vì quá lớn hoặc quá nhỏ; kiểm tra lại ô này"
    case .missingDesignCell(let column, let row):
      "dòng dữ liệu \(row): cột '\(column)' của thiết kế mẫu bị trống hoặc mang mã không có câu trả lời; bổ sung giá trị"
    case .noWeight(let column):
      "cột '\(column)': mọi quyền số đều bằng 0 nên không ai được tính; kiểm tra lại cột quyền số"
    case .noRows: "bảng không có dòng dữ liệu nào"
    case .nothingAsked:
      "chưa yêu cầu ước lượng nào; chọn trung bình, tổng, tỷ lệ, tỷ số hoặc phân vị của cột nào"
    case .tooManyGroups(let columns, let count):
      "chia theo \(Self.list(columns)) thành \(count) nhóm là quá nhiều, tối đa \(Grouping.maximumCount); chọn cột có ít giá trị hơn"
    case .statistics(.lonelyPSU(_, let stage, let row)):
      "ở giai đoạn \(stage) chỉ có một đơn vị mẫu (dòng dữ liệu \(row + 1)) nên không tính được sai số; kiểm tra lại cột cụm hoặc chọn quy tắc bằng --lonely-psu"
    case .statistics(let error): error.text(.vietnamese)
    case .design(.lonelyPSU(_, let stage, let row), let column, let unit?):
      "cột '\(column)': tầng '\(unit)' chỉ có một đơn vị mẫu ở giai đoạn \(stage) (dòng dữ liệu \(row + 1)) nên không tính được sai số; gộp với tầng khác hoặc chọn quy tắc bằng --lonely-psu"
    case .design(.clusterInTwoStrata(_, let stage, let row, let other), let column, let unit?):
      "cột '\(column)': cụm '\(unit)' của giai đoạn \(stage) nằm trong hai tầng (dòng dữ liệu \(row + 1) và \(other + 1)); sửa mã cụm, hoặc thêm --nest nếu mã cụm được đánh lại trong từng tầng"
    case .design(let error, let column, let unit):
      "cột '\(column)': "
        + error.text(
          .vietnamese,
          stratumName: { unit ?? String($0) },
          clusterName: { unit ?? String($0) }
        ) + "; kiểm tra lại cột này"
    case .replicates(let error, let column):
      (column.map { "cột '\($0)': " } ?? "") + error.text(.vietnamese)
    case .weighting(.cellWithoutPopulation(let cell), let names):
      "mẫu có người thuộc \(names.name(cell, .vietnamese)), quy mô tổng thể lại là 0; sửa quy mô của nhóm này trong tệp"
    case .weighting(let error, let names):
      (names.replicate.map { "bộ quyền số lặp '\($0)': " } ?? "")
        + error.text(.vietnamese) { names.name($0, .vietnamese) }
    case .marginsDiffer(let column, let total, let other, let otherTotal):
      "quy mô các nhóm của cột '\(column)' cộng lại là \(Self.plain(total)), của cột '\(other)' là \(Self.plain(otherTotal)); mọi biên phải có cùng tổng, sửa lại tệp quy mô"
    case .noReplicates(let pattern, 0):
      "không có cột nào khớp '\(pattern)'; quyền số lặp cần ít nhất hai cột, xem lại tên cột ở dòng tiêu đề"
    case .noReplicates(let pattern, _):
      "chỉ một cột khớp '\(pattern)'; quyền số lặp cần ít nhất hai cột, dùng * thay cho phần khác nhau của tên"
    case .notInMargin(let column, let value, let row):
      "dòng dữ liệu \(row), cột '\(column)': không có quy mô tổng thể của nhóm '\(value)'; bổ sung vào tệp quy mô hoặc gộp nhóm"
    case .notInSample(let column, let value):
      "cột '\(column)': tổng thể có nhóm '\(value)' nhưng mẫu không có ai; gộp nhóm này với nhóm khác"
    case .replicatesAndDesign:
      "quyền số lặp thay cho tầng, cụm, cỡ tổng thể và xác suất chọn; bỏ một trong hai"
    }
  }

  private var english: String {
    switch self {
    case .unknownColumn(let name, let suggestion):
      "there is no column '\(name)'"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "; see the header of the file")
    case .ambiguousColumn(let name):
      "the header has several columns '\(name)'; rename them to tell which is meant"
    case .notANumber(let column, let row, let text):
      "data row \(row), column '\(column)': '\(text)' is not a number; "
        + (Self.withPoint(text).map { "write a decimal point: \($0)" }
          ?? "mend the cell or declare '\(text)' as missing")
    case .outOfScale(let column, let row, let value):
      "data row \(row), column '\(column)': \(value) is too large or too small to compute with; check the cell"
    case .missingDesignCell(let column, let row):
      "data row \(row): column '\(column)' of the sample design is empty or declared as missing; fill it in"
    case .noWeight(let column):
      "column '\(column)': all weights are 0, so that nobody counts; check the column"
    case .noRows: "the table has no data rows"
    case .nothingAsked:
      "nothing was asked for; choose the mean, total, proportion, ratio or quantile of some column"
    case .tooManyGroups(let columns, let count):
      "\(Self.list(columns)) makes \(count) groups, more than \(Grouping.maximumCount); choose a column with fewer values"
    case .statistics(.lonelyPSU(_, let stage, let row)):
      "stage \(stage) has only one sampled unit (data row \(row + 1)), so that no standard error can be computed; check the clusters or choose a rule by --lonely-psu"
    case .statistics(let error): error.text(.english)
    case .design(.lonelyPSU(_, let stage, let row), let column, let unit?):
      "column '\(column)': stratum '\(unit)' has only one sampled unit at stage \(stage) (data row \(row + 1)), so that no standard error can be computed; join it with another or choose a rule by --lonely-psu"
    case .design(.clusterInTwoStrata(_, let stage, let row, let other), let column, let unit?):
      "column '\(column)': cluster '\(unit)' of stage \(stage) is in two strata (data rows \(row + 1) and \(other + 1)); mend the codes, or add --nest if they begin anew in each stratum"
    case .design(let error, let column, let unit):
      "column '\(column)': "
        + error.text(
          .english,
          stratumName: { unit ?? String($0) },
          clusterName: { unit ?? String($0) }
        ) + "; check the column"
    case .replicates(let error, let column):
      (column.map { "column '\($0)': " } ?? "") + error.text(.english)
    case .weighting(.cellWithoutPopulation(let cell), let names):
      "the sample has members in \(names.name(cell, .english)), whose population size is 0; mend the size in the file"
    case .weighting(let error, let names):
      (names.replicate.map { "replicate '\($0)': " } ?? "")
        + error.text(.english) { names.name($0, .english) }
    case .marginsDiffer(let column, let total, let other, let otherTotal):
      "the sizes of column '\(column)' add up to \(Self.plain(total)), those of column '\(other)' to \(Self.plain(otherTotal)); all margins must have the same total, so mend the files of sizes"
    case .noReplicates(let pattern, 0):
      "no column matches '\(pattern)'; replicate weights need at least two columns, see the header of the file"
    case .noReplicates(let pattern, _):
      "only one column matches '\(pattern)'; replicate weights need at least two, write * for the part that differs"
    case .notInMargin(let column, let value, let row):
      "data row \(row), column '\(column)': the population size of group '\(value)' is not given; add it to the file of sizes or join groups"
    case .notInSample(let column, let value):
      "column '\(column)': the population has a group '\(value)', the sample has nobody of it; join it with another"
    case .replicatesAndDesign:
      "replicate weights take the place of strata, clusters, population sizes and selection probabilities; leave one out"
    }
  }

  /// The number with a decimal point, when it was written with a comma.
  private static func withPoint(_ text: String) -> String? {
    NumberText.parse(text, allowsComma: true) == nil
      ? nil : text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
  }

  /// A whole number without a decimal point.
  private static func plain(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: " * ")
  }
}
