extension PlanningError: CustomStringConvertible {
  /// The message in English.
  public var description: String { text(.english) }

  /// The message, with rows counted from 1 and strata and groups under their own names.
  public func text(
    _ language: StatisticsLanguage,
    groupName: (Int) -> String = { String($0 + 1) }
  ) -> String {
    switch language {
    case .vietnamese: vietnamese(groupName)
    case .english: english(groupName)
    }
  }

  private func english(_ name: (Int) -> String) -> String {
    switch self {
    case .notAShare(let quantity, let value):
      "\(quantity.english) \(value) must be above 0 and below 1 (above 0% and below 100%)"
    case .notPositive(let quantity, let value):
      "\(quantity.english) \(value) must be a number above 0"
    case .invalidResponseRate(let value):
      "response rate \(value) must be above 0 and at most 1 (100%)"
    case .sameRates(let rate):
      "both rates are \(rate); no sample can tell a rate from itself"
    case .thresholdsReversed(let lower, let upper):
      "the upper threshold \(upper) must be above the lower one, \(lower)"
    case .tooMany(let limit):
      "more than \(limit) interviews would be needed; ask for less precision or a larger difference"
    case .invalidSampleSize(let size):
      "a sample of \(size) cannot be drawn; the size must be at least 1"
    case .emptyFrame: "the frame has no units"
    case .unequalColumns(let first, let second):
      "columns of the frame have \(first) and \(second) rows"
    case .sampleExceedsFrame(let sample, let units):
      "\(sample) units cannot be drawn from a frame of \(units)"
    case .sampleExceedsStratum(let stratum, let sample, let units):
      "\(sample) units cannot be drawn from stratum '\(name(stratum))', which has \(units)"
    case .invalidSize(let value, let row):
      value.isNaN
        ? "row \(row + 1) has no size; fill it in or take the unit out of the frame"
        : "size \(value) in row \(row + 1) must be a number above 0, or the unit is never drawn"
    case .tooLargeForSampford(let units, let sample):
      "\(sample) of \(units) units are too many for Sampford's procedure; draw systematically"
    case .invalidGroupValue(let quantity, let value, let group):
      "\(quantity.english) \(value) of '\(name(group))' must be a number that makes sense"
        + " (not missing, not negative)"
    case .floorAboveCap(let group, let floor, let cap):
      "'\(name(group))' should have at least \(floor), but can have \(cap) at most"
    case .floorsExceedSample(let floors, let sample):
      "the least numbers of all groups add up to \(floors), more than the sample of \(sample)"
    case .notEnoughRoom(let room, let sample):
      "the groups can take \(room) in all, less than the sample of \(sample)"
    }
  }

  private func vietnamese(_ name: (Int) -> String) -> String {
    switch self {
    case .notAShare(let quantity, let value):
      "\(quantity.vietnamese) \(value) phải lớn hơn 0 và nhỏ hơn 1 (trên 0% và dưới 100%)"
    case .notPositive(let quantity, let value):
      "\(quantity.vietnamese) \(value) phải là số lớn hơn 0"
    case .invalidResponseRate(let value):
      "tỷ lệ trả lời \(value) phải lớn hơn 0 và không quá 1 (100%)"
    case .sameRates(let rate):
      "hai tỷ lệ đều là \(rate); không mẫu nào phân biệt được một tỷ lệ với chính nó"
    case .thresholdsReversed(let lower, let upper):
      "ngưỡng trên \(upper) phải lớn hơn ngưỡng dưới \(lower)"
    case .tooMany(let limit):
      "cần hơn \(limit) phiếu; hãy giảm độ chính xác hoặc chọn mức chênh lệch lớn hơn"
    case .invalidSampleSize(let size):
      "không chọn được mẫu \(size) đơn vị; cỡ mẫu phải từ 1 trở lên"
    case .emptyFrame: "danh sách không có đơn vị nào"
    case .unequalColumns(let first, let second):
      "các cột của danh sách có \(first) và \(second) dòng"
    case .sampleExceedsFrame(let sample, let units):
      "không chọn được \(sample) đơn vị từ danh sách chỉ có \(units)"
    case .sampleExceedsStratum(let stratum, let sample, let units):
      "không chọn được \(sample) đơn vị từ tầng '\(name(stratum))', tầng này chỉ có \(units)"
    case .invalidSize(let value, let row):
      value.isNaN
        ? "dòng \(row + 1) chưa có quy mô; hãy điền hoặc bỏ đơn vị này khỏi danh sách"
        : "quy mô \(value) ở dòng \(row + 1) phải là số lớn hơn 0, nếu không đơn vị không bao giờ"
          + " được chọn"
    case .tooLargeForSampford(let units, let sample):
      "\(sample) trong \(units) đơn vị là quá nhiều cho thủ tục Sampford; hãy chọn hệ thống"
    case .invalidGroupValue(let quantity, let value, let group):
      "\(quantity.vietnamese) \(value) của '\(name(group))' phải là số hợp lệ"
        + " (không thiếu, không âm)"
    case .floorAboveCap(let group, let floor, let cap):
      "'\(name(group))' cần ít nhất \(floor), nhưng chỉ có thể có nhiều nhất \(cap)"
    case .floorsExceedSample(let floors, let sample):
      "số tối thiểu của các nhóm cộng lại là \(floors), nhiều hơn cỡ mẫu \(sample)"
    case .notEnoughRoom(let room, let sample):
      "các nhóm chỉ nhận được tổng cộng \(room), ít hơn cỡ mẫu \(sample)"
    }
  }
}

extension PlanningQuantity {
  fileprivate var english: String {
    switch self {
    case .margin: "margin"
    case .rate: "rate"
    case .target: "target"
    case .level: "confidence level"
    case .error: "chance of an error"
    case .power: "chance of a verdict"
    case .population: "population"
    case .designEffect: "design effect"
    case .clusterSize: "number of interviews in a cluster"
    case .intraclassCorrelation: "intraclass correlation"
    case .respondents: "number of respondents"
    case .deviation: "standard deviation"
    case .cost: "cost"
    }
  }

  fileprivate var vietnamese: String {
    switch self {
    case .margin: "sai số"
    case .rate: "tỷ lệ"
    case .target: "chỉ tiêu"
    case .level: "độ tin cậy"
    case .error: "xác suất sai"
    case .power: "khả năng kết luận được"
    case .population: "quy mô tổng thể"
    case .designEffect: "hệ số thiết kế"
    case .clusterSize: "số phiếu trong một cụm"
    case .intraclassCorrelation: "tương quan nội cụm"
    case .respondents: "số người trả lời"
    case .deviation: "độ lệch chuẩn"
    case .cost: "chi phí"
    }
  }
}
