extension InferenceError: CustomStringConvertible {
  /// The message in English.
  public var description: String { text(.english) }

  /// The message, with rows, groups, columns and items counted from 1.
  public func text(_ language: StatisticsLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var english: String {
    switch self {
    case .noRows: "no answers are left to analyse"
    case .tooFewGroups(let count): "a comparison needs two groups with answers, not \(count)"
    case .emptyGroup(let group): "group \(group + 1) has no answers"
    case .tooLarge(let count, let most):
      "\(count) groups or cells are too many; at most \(most) can be compared"
    case .tableTooSmall(let rows, let columns):
      "a table of \(rows) x \(columns) is too small; two rows and two columns with answers"
        + " are needed"
    case .noDegreesOfFreedom(let count):
      "\(count) degrees of freedom are left; the sample has too few primary units"
    case .noVariance: "the standard error is zero or undefined; nothing can be tested"
    case .singularCovariance:
      "the covariance matrix is singular; test fewer figures at once or join cells"
    case .dependentColumns(let columns):
      "columns \(Self.list(columns)) depend on the columns before them; leave them out"
    case .separated:
      "the columns tell the answers 0 and 1 apart without error; the coefficients are infinite"
    case .notConverged(let iterations):
      "the estimates did not settle within \(iterations) iterations"
    case .notFinite(let row): "the value in row \(row + 1) is infinite"
    case .negativeWeight(let row):
      "the weight in row \(row + 1) is below 0, which this analysis cannot use; calibrate with"
        + " the raking distance or with bounds"
    case .invalidShares: "expected shares must be positive numbers, one per category"
    case .invalidLevel(let level): "confidence level \(level) must be between 0 and 1"
    case .unequalCounts(let count, let expected): "\(count) where \(expected) were expected"
    case .invalidTimes: "the times of the waves must be numbers, and two of them must differ"
    case .tooFewItems(let count): "a scale needs at least two items, not \(count)"
    case .constantItem(let item?): "all answers to item \(item + 1) are the same"
    case .constantItem(nil): "the sums over the items are all the same"
    }
  }

  private var vietnamese: String {
    switch self {
    case .noRows: "không còn câu trả lời nào để phân tích"
    case .tooFewGroups(let count):
      "phải so sánh ít nhất hai nhóm có câu trả lời, không phải \(count)"
    case .emptyGroup(let group): "nhóm \(group + 1) không có câu trả lời"
    case .tooLarge(let count, let most):
      "\(count) nhóm hoặc ô là quá nhiều; chỉ so sánh được tối đa \(most)"
    case .tableTooSmall(let rows, let columns):
      "bảng \(rows) x \(columns) quá nhỏ; cần ít nhất hai dòng và hai cột có câu trả lời"
    case .noDegreesOfFreedom(let count):
      "chỉ còn \(count) bậc tự do; mẫu có quá ít đơn vị sơ cấp"
    case .noVariance: "sai số chuẩn bằng 0 hoặc không xác định nên không thể kiểm định"
    case .singularCovariance:
      "ma trận hiệp phương sai suy biến; hãy kiểm định ít số liệu hơn hoặc gộp ô"
    case .dependentColumns(let columns):
      "cột \(Self.list(columns)) phụ thuộc vào các cột đứng trước; hãy bỏ ra khỏi mô hình"
    case .separated:
      "các cột phân tách hoàn toàn câu trả lời 0 và 1; hệ số là vô hạn"
    case .notConverged(let iterations): "ước lượng không hội tụ sau \(iterations) vòng lặp"
    case .notFinite(let row): "giá trị ở dòng \(row + 1) là vô hạn"
    case .negativeWeight(let row):
      "quyền số ở dòng \(row + 1) nhỏ hơn 0 nên không phân tích được; hãy hiệu chỉnh bằng"
        + " khoảng cách raking hoặc có giới hạn"
    case .invalidShares: "tỷ lệ kỳ vọng phải là số dương, mỗi mục một số"
    case .invalidLevel(let level): "độ tin cậy \(level) phải nằm giữa 0 và 1"
    case .unequalCounts(let count, let expected): "có \(count), trong khi cần \(expected)"
    case .invalidTimes: "thời điểm của các đợt phải là số và phải có hai thời điểm khác nhau"
    case .tooFewItems(let count): "thang đo cần ít nhất hai mục, không phải \(count)"
    case .constantItem(let item?): "mọi câu trả lời cho mục \(item + 1) đều giống nhau"
    case .constantItem(nil): "tổng điểm các mục đều giống nhau"
    }
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map { String($0 + 1) }.joined(separator: ", ")
  }
}
