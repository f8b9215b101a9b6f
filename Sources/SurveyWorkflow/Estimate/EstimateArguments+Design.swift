import SurveyAnalysis
import SurveyFormats
import SurveyModel
import SurveyStatistics

extension EstimateArguments {
  /// The replicate weights that were named.
  ///
  /// Type and full weight have no default: a wrong one gives a wrong standard error.
  func replicateColumns() throws(UsageProblem) -> EstimateRequest.Replicates? {
    guard let replicates else {
      if let option = replicateOptions.first {
        throw .needs(option: option, others: "--replicates")
      }
      return nil
    }
    guard let replicateType else {
      throw .needs(option: "--replicates", others: "--replicate-type")
    }
    if weight == nil, !replicateFactors {
      throw .needs(option: "--replicates", others: "--weight")
    }
    let known: [(String, ReplicateType)] = [
      ("JK1", .jk1), ("JKn", .jkn), ("JK2", .jk2), ("BRR", .brr), ("Fay", .fay(rho: fayRho ?? 0)),
      ("bootstrap", .bootstrap), ("subbootstrap", .subbootstrap),
      ("mrbbootstrap", .mrbbootstrap), ("ACS", .acs),
      ("successive-difference", .successiveDifference), ("other", .other),
    ]
    guard let type = known.first(where: { $0.0.lowercased() == replicateType.lowercased() }) else {
      throw .notAmong(
        option: "--replicate-type",
        text: replicateType,
        known: known.map { $0.0 }
      )
    }
    switch (type.1, fayRho) {
    case (.fay, nil): throw .needs(option: "--replicate-type Fay", others: "--rho")
    case (.fay, _), (_, nil): break
    default: throw .needs(option: "--rho", others: "--replicate-type Fay")
    }
    var columns = EstimateRequest.Replicates(pattern: replicates, type: type.1)
    columns.form = replicateFactors ? .multipliers : .combined
    columns.scale = scale
    columns.mse = mse
    if let rscales {
      let factors = rscales.split(separator: ",").map { NumberText.parse($0.trimmed) }
      guard !factors.isEmpty, !factors.contains(nil) else {
        throw .malformed(option: "--rscales", text: rscales, shape: "0.5,0.5,…")
      }
      columns.rscales = factors.compactMap { $0 }
    }
    return columns
  }

  /// The options that say how replicate weights are used.
  private var replicateOptions: [String] {
    [
      ("--replicate-type", replicateType != nil), ("--replicate-factors", replicateFactors),
      ("--rho", fayRho != nil), ("--scale", scale != nil), ("--rscales", rscales != nil),
      ("--mse", mse),
    ].filter { $0.1 }.map { $0.0 }
  }

  /// The adjustments that were named, with their files read: post-stratification, raking,
  /// calibration, in that order.
  func adjustments(_ language: InterfaceLanguage) throws -> [EstimateRequest.Adjustment] {
    var adjustments: [EstimateRequest.Adjustment] = []
    for text in poststratify {
      adjustments.append(.poststratify(try margin(text, "--poststratify", language)))
    }
    let margins = try rake.map { try margin($0, "--rake", language) }
    if !margins.isEmpty { adjustments.append(.rake(margins)) }
    guard !calibrate.isEmpty else {
      if calibrationDistance == nil { return adjustments }
      throw UsageProblem.needs(option: "--calibrate-distance", others: "--calibrate")
    }
    var (groups, totals): ([EstimateRequest.KnownMargin], [EstimateRequest.KnownTotal]) = ([], [])
    for text in calibrate {
      let (column, value) = try parts(text, "--calibrate")
      if let total = NumberText.parseScientific(value) {
        totals.append(EstimateRequest.KnownTotal(column: column, total: total))
      } else {
        groups.append(try margin(text, "--calibrate", language))
      }
    }
    adjustments.append(.calibrate(groups, totals, try distance()))
    return adjustments
  }

  private func distance() throws(UsageProblem) -> CalibrationDistance {
    let shape = "linear | raking | logit:0.5,2 | linear:0.5,2"
    let text = calibrationDistance ?? "linear"
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    let numbers = parts.count == 2 ? parts[1].split(separator: ",") : []
    let bounds = numbers.map { NumberText.parse($0.trimmed) }
    switch (parts.first, bounds.count) {
    case ("linear", 0) where parts.count == 1: return .linear
    case ("raking", 0) where parts.count == 1: return .raking
    case ("linear", 2):
      if let lower = bounds[0], let upper = bounds[1] {
        return .boundedLinear(lower: lower, upper: upper)
      }
    case ("logit", 2):
      if let lower = bounds[0], let upper = bounds[1] { return .logit(lower: lower, upper: upper) }
    default: break
    }
    throw .malformed(option: "--calibrate-distance", text: text, shape: shape)
  }

  private func parts(
    _ text: String,
    _ option: String
  ) throws(UsageProblem) -> (column: String, value: String) {
    guard let mark = text.firstIndex(of: "="), mark > text.startIndex,
      text.index(after: mark) < text.endIndex
    else { throw .malformed(option: option, text: text, shape: "V=FILE.csv") }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }

  /// Reads a margin: a column of values, a column of population sizes.
  private func margin(
    _ text: String,
    _ option: String,
    _ language: InterfaceLanguage
  ) throws -> EstimateRequest.KnownMargin {
    let (column, path) = try parts(text, option)
    do {
      let table = try TextTableReader.read(path: path)
      guard table.columns.count == 2 else { throw MarginFault.columns(table.columns.count) }
      guard table.rowCount > 0 else { throw MarginFault.noGroups }
      var totals: [String: Double] = [:]
      for (row, (value, size)) in zip(table.columns[0], table.columns[1]).enumerated() {
        guard let number = NumberText.parseScientific(size),
          (0...MarginFault.largest).contains(number)
        else {
          throw MarginFault.notASize(row: row + 1, size)
        }
        guard totals.updateValue(number, forKey: value) == nil else {
          throw MarginFault.twice(row: row + 1, value)
        }
      }
      return EstimateRequest.KnownMargin(column: column, totals: totals)
    } catch let fault as MarginFault {
      throw WorkflowError(fault, at: path)
    } catch let fault as TableFault {
      throw WorkflowError(fault, at: path)
    }
  }
}

/// Why a file is no list of population sizes.
enum MarginFault: Error, LocalizedMessage {
  /// Larger sizes are slips, and their sums could leave the range of Double.
  static let largest = 1e15

  case noGroups
  case columns(Int)
  case notASize(row: Int, String)
  case twice(row: Int, String)

  func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .noGroups:
      language.choose(
        "tệp quy mô tổng thể chỉ có dòng tiêu đề; bổ sung mỗi nhóm một dòng: nhóm, số người",
        "the file of population sizes has only a header; add a row for each group: group, size"
      )
    case .columns(let count):
      language.choose(
        "tệp quy mô tổng thể cần đúng hai cột, nhóm và số người; tệp này có \(count) cột",
        "a file of population sizes needs two columns, group and size; this one has \(count)"
      )
    case .notASize(let row, let text):
      language.choose(
        "dòng dữ liệu \(row): '\(text)' không phải là số người; ghi một số từ 0 trở lên",
        "data row \(row): '\(text)' is not a size; give a number of at least 0"
      )
    case .twice(let row, let value):
      language.choose(
        "dòng dữ liệu \(row): nhóm '\(value)' đã có ở trên; mỗi nhóm chỉ ghi một lần",
        "data row \(row): group '\(value)' is given above already; give each group once"
      )
    }
  }
}
