extension WeightingError: CustomStringConvertible {
  /// The message in English.
  public var description: String { text(.english) }

  /// The message, with rows, margins and columns counted from 1 and cells by their codes.
  public func text(_ language: StatisticsLanguage) -> String {
    text(language) { $0.name(language) }
  }

  /// The message, with cells and columns under names of their own.
  public func text(
    _ language: StatisticsLanguage,
    name: (CalibrationColumn) -> String
  ) -> String {
    switch language {
    case .vietnamese: vietnamese(name)
    case .english: english(name)
    }
  }

  private func english(_ name: (CalibrationColumn) -> String) -> String {
    switch self {
    case .unequalRows(let rows, let expected):
      "a column has \(rows) rows, the design has \(expected)"
    case .unequalTotals(let count, let expected):
      "\(count) population totals were given for \(expected) cells or columns"
    case .noColumns: "weights can only be adjusted to at least one margin or column"
    case .tooManyColumns(let count, let limit):
      "\(count) cells and columns are too many; at most \(limit) can be used together"
    case .invalidTotal(let total, let column):
      "population total \(total) of \(name(column)) is not a possible total"
    case .rowWithoutCell(let row, let margin):
      "row \(row + 1) is in no cell of margin \(margin + 1)"
    case .cellWithoutSample(let column, let total):
      "the population has \(total) members in \(name(column)), the sample has none; join cells"
    case .cellWithoutPopulation(let column):
      "the sample has members in \(name(column)), the population has none"
    case .marginsDiffer(let total, let margin, let other, let otherMargin):
      "margin \(margin + 1) adds up to \(total), margin \(otherMargin + 1) to \(other);"
        + " margins must have the same total"
    case .invalidValue(let value, let column, let row):
      "value \(value) of \(name(column)) in row \(row + 1) must be a number"
    case .invalidVariance(let value, let row):
      "variance \(value) in row \(row + 1) must be above 0"
    case .singularColumn(let column):
      "\(name(column)) follows from the columns before it; leave it out"
    case .invalidBounds(let lower, let upper):
      "bounds \(lower) and \(upper) are not possible here"
    case .unreachableTotal(let total, let column, let least, let most):
      "within the bounds the total of \(name(column)) is between \(least) and \(most),"
        + " never \(total); widen the bounds"
    case .negativeWeight(let weight, let row):
      "linear calibration gives row \(row + 1) the weight \(weight); use raking or bounds"
    case .didNotConverge(let iterations, let column, let misfit):
      "after \(iterations) iterations \(name(column)) still misses its total by"
        + " \(misfit) of it; join cells or widen the bounds"
    case .noSuchStage(let stage, let stages):
      "weights cannot be equal within units of stage \(stage); the design has \(stages)"
    case .invalidTolerance(let value): "tolerance or limit \(value) must be above 0"
    case .cannotTrim(let lower, let upper):
      "no weights between \(lower) and \(upper) have the same sum; widen the limits"
    case .cellWithoutRespondents(let column):
      "nobody responded in \(name(column)); join cells"
    }
  }

  private func vietnamese(_ name: (CalibrationColumn) -> String) -> String {
    switch self {
    case .unequalRows(let rows, let expected):
      "một cột có \(rows) dòng, còn thiết kế mẫu có \(expected) dòng"
    case .unequalTotals(let count, let expected):
      "có \(count) tổng của tổng thể cho \(expected) nhóm hoặc cột"
    case .noColumns: "cần ít nhất một phân bố biên hoặc một cột để điều chỉnh quyền số"
    case .tooManyColumns(let count, let limit):
      "\(count) nhóm và cột là quá nhiều; chỉ dùng cùng lúc được tối đa \(limit)"
    case .invalidTotal(let total, let column):
      "tổng \(total) của \(name(column)) trong tổng thể không hợp lệ"
    case .rowWithoutCell(let row, let margin):
      "dòng \(row + 1) không thuộc nhóm nào của phân bố biên \(margin + 1)"
    case .cellWithoutSample(let column, let total):
      "tổng thể có \(total) đơn vị thuộc \(name(column)), mẫu không có đơn vị nào; hãy gộp nhóm"
    case .cellWithoutPopulation(let column):
      "mẫu có đơn vị thuộc \(name(column)), tổng thể lại không có"
    case .marginsDiffer(let total, let margin, let other, let otherMargin):
      "phân bố biên \(margin + 1) cộng lại là \(total), phân bố biên \(otherMargin + 1) là"
        + " \(other); các phân bố biên phải có cùng tổng"
    case .invalidValue(let value, let column, let row):
      "giá trị \(value) của \(name(column)) ở dòng \(row + 1) phải là một số"
    case .invalidVariance(let value, let row):
      "phương sai \(value) ở dòng \(row + 1) phải lớn hơn 0"
    case .singularColumn(let column):
      "\(name(column)) suy ra được từ các cột trước; hãy bỏ ra"
    case .invalidBounds(let lower, let upper):
      "không dùng được giới hạn \(lower) và \(upper) ở đây"
    case .unreachableTotal(let total, let column, let least, let most):
      "trong giới hạn, tổng của \(name(column)) nằm giữa \(least) và \(most), không thể là"
        + " \(total); hãy nới giới hạn"
    case .negativeWeight(let weight, let row):
      "hiệu chỉnh tuyến tính cho dòng \(row + 1) quyền số \(weight);"
        + " hãy dùng raking hoặc đặt giới hạn"
    case .didNotConverge(let iterations, let column, let misfit):
      "sau \(iterations) vòng lặp, \(name(column)) vẫn lệch \(misfit) so với tổng của nó;"
        + " hãy gộp nhóm hoặc nới giới hạn"
    case .noSuchStage(let stage, let stages):
      "không thể để quyền số bằng nhau trong đơn vị giai đoạn \(stage);"
        + " thiết kế mẫu có \(stages) giai đoạn"
    case .invalidTolerance(let value): "sai số cho phép hoặc giới hạn \(value) phải lớn hơn 0"
    case .cannotTrim(let lower, let upper):
      "không có quyền số nào giữa \(lower) và \(upper) giữ nguyên được tổng; hãy nới giới hạn"
    case .cellWithoutRespondents(let column):
      "không ai trả lời trong \(name(column)); hãy gộp nhóm"
    }
  }
}

extension CalibrationColumn {
  /// The cell or column by its number.
  public func name(_ language: StatisticsLanguage) -> String {
    switch (self, language) {
    case (.cell(let cell, let margin), .vietnamese): "nhóm \(cell) của phân bố biên \(margin + 1)"
    case (.cell(let cell, let margin), .english): "cell \(cell) of margin \(margin + 1)"
    case (.column(let column), .vietnamese): "cột \(column + 1)"
    case (.column(let column), .english): "column \(column + 1)"
    }
  }
}
