import SurveyModel

/// Reads the cells of a question that ranks options, as an interview would.
///
/// Where the words of an option hold a separator themselves ("Báo, đài"), a cell has to consist of
/// options exactly, and in one way only, as one of several options has.
struct RankCells: Sendable {
  let checked: CheckedCells
  let list: ChoiceList
  /// Finds options whose words hold separators; none where no option has them.
  private let options: MultipleCells?

  init(checked: CheckedCells, list: ChoiceList) {
    self.checked = checked
    self.list = list
    let book = checked.book
    let holdsSeparators = book.entries.prefix(book.choiceCount).contains { entry in
      entry.labels.contains { $0.contains { ",;|".contains($0) || $0.isNewline } }
    }
    options = holdsSeparators ? MultipleCells(list: list, book: book, marks: checked.marks) : nil
  }

  func read(_ text: String) -> CellReading {
    guard let options, checked.book.missing(text) == nil,
      checked.marks.reasonAmongWords(text) == nil
    else { return checked.read(text) }
    do throws(CellRejection) {
      guard let places = try options.ordered(text) else { return checked.read(text) }
      let codes = places.map { list.choices[$0].code }
      for (place, code) in codes.enumerated() where codes[..<place].contains(code) {
        throw .answer(.rankedTwice(label: list.choices[places[place]].label))
      }
      return .answer(.text(codes.joined(separator: " ")), nil)
    } catch {
      return .refused(error)
    }
  }
}
