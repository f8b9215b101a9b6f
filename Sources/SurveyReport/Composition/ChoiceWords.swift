import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// Choices of a computation in words.
struct ChoiceWords {
  let language: InterfaceLanguage

  init(_ language: InterfaceLanguage) { self.language = language }

  /// "… and …".
  func list(_ differences: [Robustness.Difference]) -> String {
    differences.map(text).joined(separator: language.choose(" và ", " and "))
  }

  private func text(_ difference: Robustness.Difference) -> String {
    switch difference {
    case .method(let method):
      language.choose("dùng khoảng \(name(method))", "the \(name(method)) interval is used")
    case .doNotKnow(true):
      language.choose("tính “không biết” là không tích cực", "“do not know” counts as not positive")
    case .doNotKnow(false):
      language.choose("để “không biết” ra ngoài mẫu số", "“do not know” is left out")
    case .weights(true): language.choose("dùng quyền số", "weights are used")
    case .weights(false): language.choose("không dùng quyền số", "weights are left aside")
    case .lonelyPSU(let rule):
      language.choose(
        "tầng chỉ có một cụm xử lý theo “\(rule.rawValue)”",
        "single clusters of a stratum are treated by “\(rule.rawValue)”"
      )
    }
  }

  func name(_ method: Target.Decision.Method) -> String {
    switch method {
    case .kornGraubard: "Korn–Graubard"
    case .wilson: "Wilson"
    case .logit: "logit"
    }
  }

  /// One way to compute, briefly; what all ways share is left out.
  func brief(_ choice: Robustness.Choice, among all: [Robustness.Choice]) -> String {
    var parts: [String] = []
    if let method = choice.method { parts.append(name(method)) }
    if Set(all.map(\.countsDoNotKnow)).count > 1 {
      parts.append(
        choice.countsDoNotKnow
          ? language.choose("“không biết” tính vào mẫu số", "“do not know” counted")
          : language.choose("“không biết” ngoài mẫu số", "“do not know” left out")
      )
    }
    if Set(all.map(\.usesWeights)).count > 1 {
      parts.append(
        choice.usesWeights
          ? language.choose("có quyền số", "weighted")
          : language.choose("không quyền số", "unweighted")
      )
    }
    if Set(all.map(\.lonelyPSU)).count > 1 {
      parts.append("lonely-psu \(choice.lonelyPSU.rawValue)")
    }
    return parts.joined(separator: ", ")
  }
}
