import SurveyModel

extension MapReader {
  /// The missing codes under `key`.
  func missingCodes(_ key: String) -> [MissingCode] {
    node(key)?.items(context).compactMap { item in
      item.map(context) { map in
        let code = map.requiredString("code")
        let reason = map.requiredWord("reason", .reason, MissingReason.declarable)
        let label = map.requiredText("label") ?? LocalizedText([:])
        guard let code, let reason else { return nil }
        return MissingCode(code: code, reason: reason, label: label)
      }
    } ?? []
  }
}
