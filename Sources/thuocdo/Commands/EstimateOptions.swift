import ArgumentParser
import SurveyWorkflow

/// Replicate weights in place of strata and clusters.
struct ReplicationOptions: ParsableArguments {
  @Option(
    help: help(
      "Các cột quyền số lặp; * thay cho chữ bất kỳ, ví dụ 'rep*'.",
      "Columns of replicate weights; * stands for any text, as in 'rep*'."
    )
  )
  var replicates: String?

  @Option(
    help: help(
      "Loại: JK1, JKn, JK2, BRR, Fay, bootstrap, subbootstrap, mrbbootstrap, ACS, successive-difference, other.",
      "Type: JK1, JKn, JK2, BRR, Fay, bootstrap, subbootstrap, mrbbootstrap, ACS, successive-difference, other."
    )
  )
  var replicateType: String?

  @Flag(
    help: help(
      "Cột quyền số lặp là hệ số nhân với quyền số.",
      "Replicate columns multiply the weight."
    )
  )
  var replicateFactors = false

  @Option(help: help("Hệ số rho của loại Fay.", "The rho of type Fay."))
  var rho: Double?

  @Option(help: help("Hệ số chung của phương sai.", "Common factor of the variance."))
  var scale: Double?

  @Option(
    help: help(
      "Hệ số của từng bộ quyền số lặp, cách nhau bằng dấu phẩy.",
      "A factor for each replicate, with commas between."
    )
  )
  var rscales: String?

  @Flag(
    help: help(
      "Độ lệch tính từ ước lượng đầy đủ, không từ trung bình các bộ.",
      "Deviations from the full estimate, not from the mean of replicates."
    )
  )
  var mse = false

  func add(to arguments: inout EstimateArguments) {
    arguments.replicates = replicates
    arguments.replicateType = replicateType
    arguments.replicateFactors = replicateFactors
    arguments.fayRho = rho
    arguments.scale = scale
    arguments.rscales = rscales
    arguments.mse = mse
  }
}

/// Adjustments of weights to known population totals.
struct WeightingOptions: ParsableArguments {
  @Option(
    help: help(
      "Hậu phân tầng V=TỆP.csv; tệp có hai cột: nhóm, số người.",
      "Post-stratify, V=FILE.csv; the file has two columns: group, size."
    )
  )
  var poststratify: [String] = []

  @Option(
    help: help(
      "Hiệu chỉnh theo biên V=TỆP.csv, dùng nhiều lần cho nhiều biên.",
      "Rake to margin V=FILE.csv, repeated for several margins."
    )
  )
  var rake: [String] = []

  @Option(
    help: help(
      "Hiệu chỉnh theo tổng đã biết: V=TỔNG hoặc V=TỆP.csv.",
      "Calibrate to known totals: V=TOTAL or V=FILE.csv."
    )
  )
  var calibrate: [String] = []

  @Option(
    help: help(
      "Cách hiệu chỉnh: linear (mặc định), raking, logit:0.5,2, linear:0.5,2.",
      "How to calibrate: linear (the default), raking, logit:0.5,2, linear:0.5,2."
    )
  )
  var calibrateDistance: String?

  func add(to arguments: inout EstimateArguments) {
    arguments.poststratify = poststratify
    arguments.rake = rake
    arguments.calibrate = calibrate
    arguments.calibrationDistance = calibrateDistance
  }
}
