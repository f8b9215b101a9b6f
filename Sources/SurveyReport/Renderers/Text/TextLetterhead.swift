import SurveyModel

/// The head and the foot of a signed document in characters: two columns, or one where it is narrow.
struct TextLetterhead {
  /// From this width on there are two columns.
  private static let widthForColumns = 80

  let letterhead: Letterhead
  let width: Int
  let style: TerminalStyle
  private let words: LetterheadWords

  init(_ letterhead: Letterhead, _ language: InterfaceLanguage, width: Int, style: TerminalStyle) {
    self.letterhead = letterhead
    self.width = width
    self.style = style
    words = LetterheadWords(letterhead, language)
  }

  /// Office and country with number and date, then the kind and the subject, then the bases.
  var head: [[String]] {
    let office = words.offices.map { Line($0, isStrong: $0 == words.offices.last) }
    let country = [LetterheadWords.country, LetterheadWords.motto].map { Line($0, isStrong: true) }
    let rule = Line("───────", isStrong: false)
    let number = [Line(words.number, isStrong: false)]
    let date = [Line(words.date, isStrong: false)]
    let names = beside(office + [rule], country + [rule])
    let kind = centred(letterhead.kind.uppercased(), in: width)
    let subject = centred(letterhead.subject, in: width)
    let form =
      width >= Self.widthForColumns
      ? names + beside(number, date)
      : stacked(country + [rule] + office + number + date)
    return [form, (kind + subject).map(strong), letterhead.bases.flatMap(wrapped)]
  }

  /// Who signs, with room for it, and who receives the document.
  var foot: [String] {
    let receivers = words.receivers
    let left = (receivers.isEmpty ? [] : [LetterheadWords.receivers]) + receivers
    let signature = words.signature.map { Line($0, isStrong: true) }
    guard width >= Self.widthForColumns else {
      return stacked(signature) + ["", "", ""] + left.flatMap(wrapped)
    }
    let column = width * 3 / 5
    let lines = left.flatMap { self.lines($0, width: column - 2) }
    let right = signature.flatMap { line in
      centred(line.text, in: width - column).map { strong($0) }
    }
    return (0..<max(lines.count, right.count)).map { place in
      let first = lines.indices.contains(place) ? lines[place] : ""
      guard right.indices.contains(place) else { return first }
      return first + space(column - ColumnWidth.of(first)) + right[place]
    }
  }

  /// What ties an appendix to the document.
  var reference: [String] { wrapped(words.reference) }

  private struct Line {
    let text: String
    let isStrong: Bool

    init(_ text: String, isStrong: Bool) {
      self.text = text
      self.isStrong = isStrong
    }
  }

  /// Two columns, each centred.
  private func beside(_ left: [Line], _ right: [Line]) -> [String] {
    let column = width * 2 / 5
    func cells(_ lines: [Line], width: Int) -> [(text: String, isStrong: Bool)] {
      lines.flatMap { line in
        centred(line.text, in: width).map { (text: $0, isStrong: line.isStrong) }
      }
    }
    let first = cells(left, width: column)
    let second = cells(right, width: width - column)
    return (0..<max(first.count, second.count)).map { place in
      var line = ""
      if first.indices.contains(place) {
        line = first[place].isStrong ? strong(first[place].text) : first[place].text
      }
      guard second.indices.contains(place) else { return line }
      let used = first.indices.contains(place) ? ColumnWidth.of(first[place].text) : 0
      let text = second[place].text
      return line + space(column - used) + (second[place].isStrong ? strong(text) : text)
    }
  }

  private func stacked(_ lines: [Line]) -> [String] {
    lines.flatMap { line in
      centred(line.text, in: width).map { line.isStrong ? strong($0) : $0 }
    }
  }

  private func centred(_ text: String, in width: Int) -> [String] {
    lines(text, width: width - 2).map { space((width - ColumnWidth.of($0)) / 2) + $0 }
  }

  private func wrapped(_ text: String) -> [String] { lines(text, width: width) }

  private func lines(_ text: String, width: Int) -> [String] {
    ColumnWidth.lines(of: VisibleText.clean(text), width: width)
  }

  private func strong(_ text: String) -> String { style.apply(.strong, to: text) }

  private func space(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
