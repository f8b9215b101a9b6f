import SurveyModel

/// What can be wrong with how a target is written.
enum TargetFinding: DiagnosticMessage, Equatable {
  case noKind
  case mixedKinds([String])
  case needlessDecision
  case yearOutOfRange(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case noKind = "target-without-kind"
    case mixedKinds = "target-of-two-kinds"
    case needlessDecision = "needless-decision"
    case yearOutOfRange = "bad-year"
  }

  var code: String {
    let code: Code =
      switch self {
      case .noKind: .noKind
      case .mixedKinds: .mixedKinds
      case .needlessDecision: .needlessDecision
      case .yearOutOfRange: .yearOutOfRange
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .needlessDecision: .warning
    case .noKind, .mixedKinds, .yearOutOfRange: .error
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .noKind:
      "mục tiêu chưa nói đo bằng gì; hãy thêm 'questionnaire' và 'indicator', hoặc 'count'"
    case .mixedKinds(let keys):
      "mục tiêu chỉ được thuộc một loại nhưng có cả '\(keys.joined(separator: "', '"))'; "
        + "hãy giữ lại một"
    case .needlessDecision:
      "số liệu hành chính không có sai số chọn mẫu; hãy bỏ 'decide' của mục tiêu này"
    case .yearOutOfRange(let year):
      "năm '\(year)' không hợp lệ; hãy viết bốn chữ số từ 1900 đến 2999"
    }
  }

  private var english: String {
    switch self {
    case .noKind:
      "target does not say how it is measured; add 'questionnaire' and 'indicator', or 'count'"
    case .mixedKinds(let keys):
      "target must be of one kind but has '\(keys.joined(separator: "', '"))'; keep one"
    case .needlessDecision:
      "administrative count has no sampling error; remove 'decide' from this target"
    case .yearOutOfRange(let year):
      "year '\(year)' is not valid; write four digits from 1900 to 2999"
    }
  }
}
