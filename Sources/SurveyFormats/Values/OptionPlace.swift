package import SurveyModel

/// The places of columns for single options: the options of a question, then its codes for a
/// missing answer, as in ``ChoiceBook``.
extension Question {
  /// The code at a place.
  package func optionCode(at place: Int) -> String? {
    guard let choices = kind.choiceList?.choices else { return nil }
    return choices.indices.contains(place) ? choices[place].code : missingCode(at: place)?.code
  }

  /// The place of a code; an option goes before a code for a missing answer.
  package func optionPlace(of code: String) -> Int? {
    guard let list = kind.choiceList else { return nil }
    return list.index(of: code)
      ?? missing.firstIndex { $0.code == code }.map { list.choices.count + $0 }
  }

  /// The codes of options and missing answers, in the order of their places.
  var optionCodes: [String] {
    (kind.choiceList?.choices ?? []).map(\.code) + missing.map(\.code)
  }

  /// The code for a missing answer at a place.
  func missingCode(at place: Int) -> MissingCode? {
    let place = place - (kind.choiceList?.choices.count ?? 0)
    return missing.indices.contains(place) ? missing[place] : nil
  }
}
