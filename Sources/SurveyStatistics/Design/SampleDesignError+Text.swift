extension SampleDesignError: CustomStringConvertible {
  /// The message in English.
  public var description: String { text(.english) }

  /// The message, with rows counted from 1 as in a table of data.
  public func text(_ language: StatisticsLanguage) -> String {
    text(language, stratumName: { String($0) })
  }

  /// The message, with strata and clusters under their own names.
  public func text(
    _ language: StatisticsLanguage,
    stratumName: (Int) -> String,
    clusterName: (Int) -> String = { String($0) }
  ) -> String {
    switch language {
    case .vietnamese: vietnamese(stratumName, clusterName)
    case .english: english(stratumName, clusterName)
    }
  }

  private func english(_ stratum: (Int) -> String, _ cluster: (Int) -> String) -> String {
    switch self {
    case .unequalColumns(let column, let rows, let expected):
      "\(column.english) have \(rows) rows, the design has \(expected)"
    case .tooManyRows(let rows):
      "\(rows) rows are too many; at most 2147483646 can be used"
    case .invalidWeight(let value, let row):
      "weight \(value) in row \(row + 1) must be a number of at least 0"
    case .invalidProbability(let value, let row):
      "selection probability \(value) in row \(row + 1) must be above 0 and at most 1"
    case .weightsAndProbabilities:
      "weights and selection probabilities exclude each other; give one of them"
    case .missingCode(let column, let row):
      "\(column.english) must have no missing values; row \(row + 1) is empty"
    case .tooManyStrata(let columns, let stages):
      "\(columns) columns of strata do not fit \(stages) sampling stages"
    case .fpcStages(let columns, let stages):
      "population sizes must be given for all \(stages) stages or for none, not for \(columns)"
    case .invalidFPC(let value, let stage, let row):
      "population size \(value) of stage \(stage) in row \(row + 1) must be above 0"
    case .mixedFPC(let row, let other):
      "population sizes must be all counts or all fractions;"
        + " rows \(row + 1) and \(other + 1) differ"
    case .fpcBelowSample(let population, let sampled, let stage, let row):
      "population of \(population) at stage \(stage) in row \(row + 1) is smaller than"
        + " the sample of \(sampled)"
    case .fpcVaries(let stage, let row, let other):
      "population size of stage \(stage) must be the same within a stratum;"
        + " rows \(row + 1) and \(other + 1) differ"
    case .clusterInTwoStrata(let code, let stage, let row, let other):
      "cluster '\(cluster(code))' of stage \(stage) is in two strata (rows \(row + 1) and"
        + " \(other + 1)); say that clusters are nested if their codes restart in each stratum"
    case .lonelyPSU(let code, let stage, let row):
      "stratum '\(stratum(code))' has only one sampled unit at stage \(stage) (row \(row + 1));"
        + " join strata or choose a rule for single units"
    case .invalidGroup(let code, let row):
      "group \(code) in row \(row + 1) is outside the groups"
    case .tooManyGroups(let count):
      "\(count) groups are too many; at most 1048576 can be used"
    case .notZeroOrOne(let value, let row):
      "value \(value) in row \(row + 1) must be 0 or 1 for a proportion"
    case .unequalCoefficients(let count, let expected):
      "\(count) coefficients were given for \(expected) means"
    }
  }

  private func vietnamese(_ stratum: (Int) -> String, _ cluster: (Int) -> String) -> String {
    switch self {
    case .unequalColumns(let column, let rows, let expected):
      "\(column.vietnamese) có \(rows) dòng, còn thiết kế mẫu có \(expected) dòng"
    case .tooManyRows(let rows):
      "\(rows) dòng là quá nhiều; chỉ dùng được tối đa 2147483646 dòng"
    case .invalidWeight(let value, let row):
      "quyền số \(value) ở dòng \(row + 1) phải là số không âm"
    case .invalidProbability(let value, let row):
      "xác suất chọn \(value) ở dòng \(row + 1) phải lớn hơn 0 và không quá 1"
    case .weightsAndProbabilities:
      "không dùng đồng thời quyền số và xác suất chọn; hãy chọn một"
    case .missingCode(let column, let row):
      "\(column.vietnamese) không được thiếu giá trị; dòng \(row + 1) bị trống"
    case .tooManyStrata(let columns, let stages):
      "\(columns) cột tầng không khớp với \(stages) giai đoạn chọn mẫu"
    case .fpcStages(let columns, let stages):
      "phải khai quy mô tổng thể cho cả \(stages) giai đoạn hoặc không khai,"
        + " không phải cho \(columns) giai đoạn"
    case .invalidFPC(let value, let stage, let row):
      "quy mô tổng thể \(value) của giai đoạn \(stage) ở dòng \(row + 1) phải lớn hơn 0"
    case .mixedFPC(let row, let other):
      "quy mô tổng thể phải toàn là số đơn vị hoặc toàn là tỷ lệ;"
        + " dòng \(row + 1) và dòng \(other + 1) khác loại"
    case .fpcBelowSample(let population, let sampled, let stage, let row):
      "tổng thể \(population) ở giai đoạn \(stage), dòng \(row + 1), nhỏ hơn"
        + " số đơn vị mẫu \(sampled)"
    case .fpcVaries(let stage, let row, let other):
      "quy mô tổng thể của giai đoạn \(stage) phải như nhau trong một tầng;"
        + " dòng \(row + 1) và dòng \(other + 1) khác nhau"
    case .clusterInTwoStrata(let code, let stage, let row, let other):
      "cụm '\(cluster(code))' của giai đoạn \(stage) nằm trong hai tầng (dòng \(row + 1) và"
        + " dòng \(other + 1)); hãy khai là lồng nhau nếu mã cụm được đánh lại trong từng tầng"
    case .lonelyPSU(let code, let stage, let row):
      "tầng '\(stratum(code))' chỉ có một đơn vị mẫu ở giai đoạn \(stage) (dòng \(row + 1));"
        + " hãy gộp tầng hoặc chọn quy tắc cho tầng một đơn vị"
    case .invalidGroup(let code, let row):
      "mã nhóm \(code) ở dòng \(row + 1) nằm ngoài danh sách nhóm"
    case .tooManyGroups(let count):
      "\(count) nhóm là quá nhiều; chỉ dùng được tối đa 1048576 nhóm"
    case .notZeroOrOne(let value, let row):
      "giá trị \(value) ở dòng \(row + 1) phải là 0 hoặc 1 khi tính tỷ lệ"
    case .unequalCoefficients(let count, let expected):
      "có \(count) hệ số cho \(expected) giá trị trung bình"
    }
  }
}

extension DesignColumn {
  fileprivate var english: String {
    switch self {
    case .weights: "weights"
    case .probabilities: "selection probabilities"
    case .strata(let stage): "strata of stage \(stage)"
    case .clusters(let stage): "clusters of stage \(stage)"
    case .fpc(let stage): "population sizes of stage \(stage)"
    case .values: "values"
    case .groups: "groups"
    }
  }

  fileprivate var vietnamese: String {
    switch self {
    case .weights: "cột quyền số"
    case .probabilities: "cột xác suất chọn"
    case .strata(let stage): "cột tầng của giai đoạn \(stage)"
    case .clusters(let stage): "cột cụm của giai đoạn \(stage)"
    case .fpc(let stage): "cột quy mô tổng thể của giai đoạn \(stage)"
    case .values: "cột giá trị"
    case .groups: "cột nhóm"
    }
  }
}
