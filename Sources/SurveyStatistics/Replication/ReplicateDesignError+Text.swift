extension ReplicateDesignError: CustomStringConvertible {
  /// The message in English.
  public var description: String { text(.english) }

  /// The message, with rows and replicates counted from 1.
  public func text(
    _ language: StatisticsLanguage,
    stratumName: (Int) -> String = { String($0) }
  ) -> String {
    switch language {
    case .vietnamese: vietnamese(stratumName)
    case .english: english(stratumName)
    }
  }

  private func english(_ stratum: (Int) -> String) -> String {
    switch self {
    case .design(let error): error.text(.english, stratumName: stratum)
    case .adjustedToTotals:
      "the weights were adjusted to known totals, which replicates made now would not know;"
        + " make the replicates before, then adjust them with ReplicateDesign.adjusted(by:)"
    case .tooManyRows(let rows):
      "\(rows) rows are too many; at most 2147483646 can be used"
    case .tooFewReplicates(let count, let least):
      "\(count) replicates are too few; at least \(least) are needed"
    case .unequalColumns(let replicate, let rows, let expected):
      "replicate \(replicate + 1) has \(rows) rows, the design has \(expected)"
    case .unequalWeights(let rows, let expected):
      "weights have \(rows) rows, the design has \(expected)"
    case .invalidWeight(let value, let row):
      "weight \(value) in row \(row + 1) must be a number of at least 0"
    case .invalidReplicateWeight(let value, let row, let replicate):
      "weight \(value) of replicate \(replicate + 1) in row \(row + 1) must be a number"
        + " of at least 0"
    case .emptyReplicate(let replicate):
      "replicate \(replicate + 1) has no weight above 0"
    case .invalidScale(let scale):
      "scale \(scale) must be a number above 0"
    case .unequalFactors(let count, let expected):
      "\(count) factors were given for \(expected) replicates"
    case .invalidFactor(let value, let replicate):
      "factor \(value) of replicate \(replicate + 1) must be a number of at least 0"
    case .fixedFactors:
      "scale and factors follow from this type of replicates; leave them out,"
        + " or use the type 'other'"
    case .factorsNeeded:
      "combined weights of the stratified jackknife need a factor for each replicate:"
        + " (n - 1)/n of its stratum"
    case .invalidRho(let rho):
      "Fay's coefficient \(rho) must be at least 0 and below 1"
    case .invalidDegreesOfFreedom(let degrees):
      "\(degrees) degrees of freedom are not possible; give 0 or more"
    case .stratifiedJackknife(let strata):
      "the design has \(strata) strata; use the stratified jackknife (JKn)"
    case .unpairedStratum(let code, let units, let row):
      "stratum '\(stratum(code))' has \(units) sampled units (row \(row + 1)); half-samples need"
        + " two. Pair the units into strata of two, or use JKn or a bootstrap"
    case .lonelyRule(let rule, let code, let row):
      "stratum '\(stratum(code))' has only one sampled unit (row \(row + 1)), and the rule"
        + " '\(rule.rawValue)' cannot be followed with these replicates; join strata or"
        + " choose 'remove' or 'certainty'"
    case .tooLarge(let units, let replicates):
      "\(replicates) replicates of \(units) units need too much memory; use a bootstrap with"
        + " fewer replicates"
    case .unequalResults(let count, let expected, let replicate):
      "the statistic has \(count) results with replicate \(replicate + 1) and \(expected) with"
        + " the full weights"
    }
  }

  private func vietnamese(_ stratum: (Int) -> String) -> String {
    switch self {
    case .design(let error): error.text(.vietnamese, stratumName: stratum)
    case .adjustedToTotals:
      "quyền số đã được hiệu chỉnh theo tổng đã biết, mà bộ lặp tạo bây giờ sẽ không biết;"
        + " hãy tạo quyền số lặp trước, rồi hiệu chỉnh bằng ReplicateDesign.adjusted(by:)"
    case .tooManyRows(let rows):
      "\(rows) dòng là quá nhiều; chỉ dùng được tối đa 2147483646 dòng"
    case .tooFewReplicates(let count, let least):
      "\(count) bộ quyền số lặp là quá ít; cần ít nhất \(least)"
    case .unequalColumns(let replicate, let rows, let expected):
      "bộ quyền số lặp \(replicate + 1) có \(rows) dòng, còn thiết kế mẫu có \(expected) dòng"
    case .unequalWeights(let rows, let expected):
      "cột quyền số có \(rows) dòng, còn thiết kế mẫu có \(expected) dòng"
    case .invalidWeight(let value, let row):
      "quyền số \(value) ở dòng \(row + 1) phải là số không âm"
    case .invalidReplicateWeight(let value, let row, let replicate):
      "quyền số \(value) của bộ lặp \(replicate + 1) ở dòng \(row + 1) phải là số không âm"
    case .emptyReplicate(let replicate):
      "bộ quyền số lặp \(replicate + 1) không có quyền số nào lớn hơn 0"
    case .invalidScale(let scale):
      "hệ số chung \(scale) phải là số lớn hơn 0"
    case .unequalFactors(let count, let expected):
      "có \(count) hệ số cho \(expected) bộ quyền số lặp"
    case .invalidFactor(let value, let replicate):
      "hệ số \(value) của bộ quyền số lặp \(replicate + 1) phải là số không âm"
    case .fixedFactors:
      "các hệ số đã được xác định bởi loại quyền số lặp này; hãy bỏ chúng đi,"
        + " hoặc dùng loại 'other'"
    case .factorsNeeded:
      "quyền số kết hợp của jackknife phân tầng cần một hệ số cho mỗi bộ lặp:"
        + " (n - 1)/n của tầng"
    case .invalidRho(let rho):
      "hệ số Fay \(rho) phải từ 0 đến dưới 1"
    case .invalidDegreesOfFreedom(let degrees):
      "không thể có \(degrees) bậc tự do; hãy cho số không âm"
    case .stratifiedJackknife(let strata):
      "thiết kế mẫu có \(strata) tầng; hãy dùng jackknife phân tầng (JKn)"
    case .unpairedStratum(let code, let units, let row):
      "tầng '\(stratum(code))' có \(units) đơn vị mẫu (dòng \(row + 1)); nửa mẫu cân bằng cần"
        + " đúng hai. Hãy ghép các đơn vị thành tầng hai đơn vị, hoặc dùng JKn hay bootstrap"
    case .lonelyRule(let rule, let code, let row):
      "tầng '\(stratum(code))' chỉ có một đơn vị mẫu (dòng \(row + 1)), và không thể theo quy tắc"
        + " '\(rule.rawValue)' với các quyền số lặp này; hãy gộp tầng hoặc chọn 'remove'"
        + " hay 'certainty'"
    case .tooLarge(let units, let replicates):
      "\(replicates) bộ quyền số lặp cho \(units) đơn vị cần quá nhiều bộ nhớ; hãy dùng bootstrap"
        + " với ít bộ lặp hơn"
    case .unequalResults(let count, let expected, let replicate):
      "thống kê có \(count) kết quả với bộ lặp \(replicate + 1) và \(expected) kết quả với"
        + " quyền số đầy đủ"
    }
  }
}
