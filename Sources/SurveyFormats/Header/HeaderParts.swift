import SurveyModel

/// Where a header that names two things can be cut in two.
enum HeaderParts {
  /// What systems write between a question and its row or option.
  private static let separators = [
    "/", " - ", " – ", " — ", ": ", " | ", " > ", " >> ", "\n",
  ].map { separator in
    // Without its first byte that is no space it does not stand in a text.
    (separator, mark: separator.utf8.first { $0 != UInt8(ascii: " ") } ?? 0)
  }

  /// `Câu hỏi [dòng]`, `Câu hỏi (choice=lựa chọn)`, `Câu hỏi/lựa chọn`, `Câu hỏi - lựa chọn` …; the last cut first.
  static func splits(of text: String) -> [(group: String, part: String)] {
    var splits: [(group: String, part: String)] = []
    if text.last == ")", let open = text.lastRange(of: "(choice=") {
      splits.append((String(text[..<open.lowerBound]), String(text[open.upperBound...].dropLast())))
    }
    if text.last == "]", let open = text.lastIndex(of: "["), open > text.startIndex {
      let part = text[text.index(after: open)...].dropLast()
      splits.append((String(text[..<open]), String(part)))
    }
    for (separator, mark) in separators where text.utf8.contains(mark) {
      var rest = text[...]
      while let place = rest.lastRange(of: separator) {
        splits.append((String(text[..<place.lowerBound]), String(text[place.upperBound...])))
        rest = text[..<place.lowerBound]
      }
    }
    return splits
  }
}

extension StringProtocol {
  /// The last place of `word`.
  func lastRange(of word: String) -> Range<Index>? {
    var end = endIndex
    while end > startIndex {
      end = index(before: end)
      if self[end...].hasPrefix(word) { return end..<index(end, offsetBy: word.count) }
    }
    return nil
  }
}

/// Words for an answer outside the list.
enum OtherWords {
  private static let letters: Set<String> = [
    "other", "others", "khác", "khac", "mục khác", "other please specify", "khác ghi rõ",
    "khác xin ghi rõ", "khác vui lòng ghi rõ", "other specify", "ý kiến khác",
  ]

  /// What ids of questions for such an answer end in, behind the id of the closed question.
  static let endings = ["_other", "_khac", "_specify", "_text"]

  /// Whether folded letters are such words.
  static func contain(_ text: String) -> Bool { letters.contains(text) }
}
