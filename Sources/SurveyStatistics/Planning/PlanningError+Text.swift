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
      "\(quantity.english) \(inEnglish(value, quantity)) must be above \(inEnglish(0, quantity))"
        + " and below \(inEnglish(quantity.limit, quantity))"
    case .notPositive(let quantity, let value):
      "\(quantity.english) \(inEnglish(value)) must be a number above 0"
    case .invalidResponseRate(let value):
      "response rate \(inEnglish(value, .rate)) must be above 0% and at most 100%"
    case .sameRates(let rate):
      "both rates are \(inEnglish(rate, .rate)); no sample can tell a rate from itself"
    case .thresholdsReversed(let lower, let upper):
      "the upper threshold \(inEnglish(upper, .rate)) must be above the lower one,"
        + " \(inEnglish(lower, .rate))"
    case .tooMany(let limit):
      "more than \(inEnglish(Double(limit))) interviews would be needed;"
        + " ask for less precision or a larger difference"
    case .invalidSampleSize(let size):
      "a sample of \(size) cannot be drawn; the size must be at least 1"
    case .emptyFrame: "the frame has no units"
    case .unequalColumns(let first, let second):
      "columns of the frame have \(first) and \(second) rows"
    case .sampleExceedsFrame(let sample, let units):
      "\(sample) units cannot be drawn from a frame of \(units); ask for a smaller sample"
    case .sampleExceedsStratum(let stratum, let sample, let units):
      "\(sample) units cannot be drawn from stratum '\(name(stratum))', which has \(units)"
    case .invalidSize(let value, let row):
      value.isNaN
        ? "row \(row + 1) has no size; fill it in or take the unit out of the frame"
        : "size \(inEnglish(value)) in row \(row + 1) must be a number above 0, or the unit is never"
          + " drawn"
    case .tooLargeForSampford(let units, let sample):
      "\(sample) of \(units) units are too many for Sampford's procedure; draw systematically"
    case .invalidGroupValue(let quantity, let value, let group):
      "\(quantity.english) \(inEnglish(value)) of '\(name(group))' must be a number that makes sense"
        + " (not missing, not negative)"
    case .floorAboveCap(let group, let floor, let cap):
      "'\(name(group))' should have at least \(floor), but can have \(cap) at most"
    case .floorsExceedSample(let floors, let sample):
      "the least numbers of all groups add up to \(floors), more than the sample of \(sample);"
        + " take a larger sample or a smaller minimum"
    case .notEnoughRoom(let room, let sample):
      "the groups can take \(room) in all, less than the sample of \(sample); take a smaller sample"
    }
  }

  private func vietnamese(_ name: (Int) -> String) -> String {
    switch self {
    case .notAShare(let quantity, let value):
      "\(quantity.vietnamese) \(inVietnamese(value, quantity)) phải lớn hơn"
        + " \(inVietnamese(0, quantity)) và nhỏ hơn \(inVietnamese(quantity.limit, quantity))"
    case .notPositive(let quantity, let value):
      "\(quantity.vietnamese) \(inVietnamese(value)) phải là số lớn hơn 0"
    case .invalidResponseRate(let value):
      "tỷ lệ trả lời \(inVietnamese(value, .rate)) phải lớn hơn 0% và không quá 100%"
    case .sameRates(let rate):
      "hai tỷ lệ đều là \(inVietnamese(rate, .rate)); không mẫu nào phân biệt được một tỷ lệ với chính nó"
    case .thresholdsReversed(let lower, let upper):
      "ngưỡng trên \(inVietnamese(upper, .rate)) phải lớn hơn ngưỡng dưới"
        + " \(inVietnamese(lower, .rate))"
    case .tooMany(let limit):
      "cần hơn \(inVietnamese(Double(limit))) phiếu; hãy giảm độ chính xác hoặc chọn mức chênh lệch lớn hơn"
    case .invalidSampleSize(let size):
      "không chọn được mẫu \(size) đơn vị; cỡ mẫu phải từ 1 trở lên"
    case .emptyFrame: "danh sách không có đơn vị nào"
    case .unequalColumns(let first, let second):
      "các cột của danh sách có \(first) và \(second) dòng"
    case .sampleExceedsFrame(let sample, let units):
      "không chọn được \(sample) đơn vị từ danh sách chỉ có \(units); hãy giảm cỡ mẫu"
    case .sampleExceedsStratum(let stratum, let sample, let units):
      "không chọn được \(sample) đơn vị từ tầng '\(name(stratum))', tầng này chỉ có \(units)"
    case .invalidSize(let value, let row):
      value.isNaN
        ? "dòng \(row + 1) chưa có quy mô; hãy điền hoặc bỏ đơn vị này khỏi danh sách"
        : "quy mô \(inVietnamese(value)) ở dòng \(row + 1) phải là số lớn hơn 0, nếu không đơn vị không bao giờ"
          + " được chọn"
    case .tooLargeForSampford(let units, let sample):
      "\(sample) trong \(units) đơn vị là quá nhiều cho thủ tục Sampford; hãy chọn hệ thống"
    case .invalidGroupValue(let quantity, let value, let group):
      "\(quantity.vietnamese) \(inVietnamese(value)) của '\(name(group))' phải là số hợp lệ"
        + " (không thiếu, không âm)"
    case .floorAboveCap(let group, let floor, let cap):
      "'\(name(group))' cần ít nhất \(floor), nhưng chỉ có thể có nhiều nhất \(cap)"
    case .floorsExceedSample(let floors, let sample):
      "số tối thiểu của các nhóm cộng lại là \(floors), nhiều hơn cỡ mẫu \(sample);"
        + " hãy tăng cỡ mẫu hoặc giảm số tối thiểu"
    case .notEnoughRoom(let room, let sample):
      "các nhóm chỉ nhận được tổng cộng \(room), ít hơn cỡ mẫu \(sample); hãy giảm cỡ mẫu"
    }
  }
}

/// A number as it is written in a sentence, as a percentage where it is a share.
private func inEnglish(_ value: Double, _ quantity: PlanningQuantity? = nil) -> String {
  written(value, quantity, mark: ".", thousands: ",")
}

private func inVietnamese(_ value: Double, _ quantity: PlanningQuantity? = nil) -> String {
  written(value, quantity, mark: ",", thousands: ".")
}

private func written(
  _ value: Double,
  _ quantity: PlanningQuantity?,
  mark: String,
  thousands: String
) -> String {
  guard let quantity, quantity != .intraclassCorrelation else {
    return written(value, mark: mark, thousands: thousands)
  }
  return written(value * 100, mark: mark, thousands: thousands) + "%"
}

/// At most six decimals, so that 100 times a share shows no error of its last bit.
private func written(_ value: Double, mark: String, thousands: String) -> String {
  guard value.isFinite, value.magnitude < 1e9 else {
    return value.magnitude == 1e9 ? "1\(thousands)000\(thousands)000\(thousands)000" : "\(value)"
  }
  let millionths = Int((value.magnitude * 1e6).rounded())
  var whole = String(millionths / 1_000_000)
  var end = whole.count - 3
  while end > 0 {
    whole.insert(contentsOf: thousands, at: whole.index(whole.startIndex, offsetBy: end))
    end -= 3
  }
  var decimals = String(String(millionths % 1_000_000 + 1_000_000).dropFirst())
  while decimals.hasSuffix("0") { decimals.removeLast() }
  let sign = value < 0 ? "-" : ""
  return sign + whole + (decimals.isEmpty ? "" : mark + decimals)
}

extension PlanningQuantity {
  /// What it must stay below: a claim that is wrong every second time is none.
  fileprivate var limit: Double { self == .error ? 0.5 : 1 }

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
