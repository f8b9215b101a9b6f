import SurveyModel

/// What the templates of the head and the foot read.
struct HTMLLetterhead {
  let letterhead: Letterhead
  let words: LetterheadWords

  init(_ letterhead: Letterhead, _ language: InterfaceLanguage) {
    self.letterhead = letterhead
    words = LetterheadWords(letterhead, language)
  }

  func head(subtitle: [String]) -> [String: Any] {
    let offices = words.offices
    return [
      "offices": offices.enumerated().map { place, office in
        ["class": place == offices.count - 1 ? "issuer" : "parent", "text": office]
      },
      "country": LetterheadWords.country, "motto": LetterheadWords.motto,
      "number": words.number, "date": words.date, "kind": letterhead.kind,
      "subject": letterhead.subject, "bases": letterhead.bases, "subtitle": subtitle,
    ]
  }

  var foot: [String: Any] {
    let lines = words.receivers
    return [
      "receivers": lines.isEmpty
        ? false as Any
        : ["title": LetterheadWords.receivers, "lines": lines] as [String: Any],
      "signature": words.signature,
    ]
  }
}
