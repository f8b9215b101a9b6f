/// What was given up when replicates were made from a sample design.
public enum ReplicationNote: String, Hashable, Sendable, CaseIterable {
  /// The method knows no population sizes, so that variances are too large rather than small.
  case finitePopulationDropped
  /// Only the population sizes of the first stage are used.
  case laterStagesDropped

  /// The note in words.
  public func text(_ language: StatisticsLanguage) -> String {
    switch language {
    case .english: english
    case .vietnamese: vietnamese
    }
  }

  private var english: String {
    switch self {
    case .finitePopulationDropped:
      "population sizes are not used by this method, except for strata sampled completely"
    case .laterStagesDropped:
      "population sizes after the first stage are not used by this method"
    }
  }

  private var vietnamese: String {
    switch self {
    case .finitePopulationDropped:
      "phương pháp này không dùng quy mô tổng thể, trừ các tầng được điều tra toàn bộ"
    case .laterStagesDropped:
      "phương pháp này không dùng quy mô tổng thể sau giai đoạn chọn mẫu thứ nhất"
    }
  }
}
