/// What `or_other` stands for: an option "other", and a question that asks what it is.
public enum OtherOption {
  /// The code of the option.
  public static let code = "other"

  private static let labels = [
    "vi": "Khác", "en": "Other", "fr": "Autre", "es": "Otro", "zh": "其他", "km": "ផ្សេងទៀត",
    "th": "อื่น ๆ", "lo": "ອື່ນໆ", "ja": "その他", "ko": "기타",
  ]

  private static let requests = [
    "vi": "Xin ghi rõ.", "en": "Please specify.", "fr": "Veuillez préciser.",
    "es": "Especifique, por favor.", "zh": "请注明。", "km": "សូមបញ្ជាក់។", "th": "โปรดระบุ",
  ]

  /// The list with the option "other" at its end, unless it has one.
  public static func list(adding list: ChoiceList, languages: [String]) -> ChoiceList {
    guard list.index(of: code) == nil else { return list }
    return ChoiceList(
      id: "\(list.id)-other",
      choices: list.choices + [Choice(code: code, label: words(labels, languages))],
      missing: list.missing
    )
  }

  /// The question for what the other is, behind `question`.
  public static func question(behind question: Question, languages: [String]) -> Question {
    var other = Question(
      id: "\(question.id)_other",
      kind: .text,
      label: words(requests, languages),
      location: question.location
    )
    let text = "selected(${\(question.id)}, '\(code)')"
    if let rule = try? Expression.parse(text) {
      other.relevant = LocatedExpression(rule, at: question.location)
    }
    return other
  }

  private static func words(_ known: [String: String], _ languages: [String]) -> LocalizedText {
    let english = known["en"] ?? ""
    return LocalizedText(
      Dictionary(
        languages.map { ($0, known[$0] ?? english) },
        uniquingKeysWith: { first, _ in first }
      )
    )
  }
}
