import SurveyModel

/// Tells sheets of a workbook that hold interviews too, which a choice of one sheet would leave out.
struct SheetRivals {
  /// A sheet as it would be read.
  struct Table {
    let map: ColumnMap
    /// The records below the header.
    let rows: [[String]]
  }

  private let questionnaire: Questionnaire
  private let fit: CellFit

  init(_ questionnaire: Questionnaire, _ fit: CellFit) {
    self.questionnaire = questionnaire
    self.fit = fit
  }

  /// Whether `rival` has interviews with at least half of the questions of `best`, and not only
  /// copies of its rows.
  func isLeftOut(_ rival: Table, beside best: Table) -> Bool {
    let shared = best.map.meanings.filter { meaning in
      meaning.question != nil && rival.map.meanings.contains(meaning)
    }
    guard shared.count >= 2, shared.count * 2 >= best.map.recognised else { return false }
    let rows = rival.rows.filter { isInterview($0, under: rival.map, shared) }
    guard !rows.isEmpty, !isListOfOptions(rival) else { return false }
    let known = Set(best.rows.map { cells(of: shared, in: $0, under: best.map) })
    return !rows.allSatisfy { known.contains(cells(of: shared, in: $0, under: rival.map)) }
  }

  private func cells(
    of meanings: [ColumnMap.Meaning],
    in row: [String],
    under map: ColumnMap
  ) -> [String] {
    meanings.map { meaning in
      guard let column = map.meanings.firstIndex(of: meaning), row.indices.contains(column) else {
        return ""
      }
      return row[column].trimmed
    }
  }

  /// Whether a row has two answers to shared questions, and no more cells that are none.
  private func isInterview(
    _ row: [String],
    under map: ColumnMap,
    _ shared: [ColumnMap.Meaning]
  ) -> Bool {
    guard cells(of: shared, in: row, under: map).count(where: { !$0.isEmpty }) >= 2 else {
      return false
    }
    let found = fit.answers(in: row, under: map)
    return found.judged == 0 || found.answers * 2 > found.judged
  }

  /// Whether the columns of a sheet are the lists of options of closed questions, from their first
  /// option on; `whole` when they must be there to the last.
  func isListOfOptions(_ table: Table, whole: Bool = false) -> Bool {
    var lists = 0
    for (column, meaning) in table.map.meanings.enumerated() {
      guard let index = meaning.question else { continue }
      let cells = table.rows.compactMap { row -> String? in
        let cell = row.indices.contains(column) ? row[column].trimmed : ""
        return cell.isEmpty ? nil : cell
      }
      if cells.isEmpty { continue }
      guard let list = questionnaire.questions[index].kind.choiceList,
        cells.count <= list.choices.count, !whole || cells.count == list.choices.count
      else { return false }
      let book = ChoiceBook(questionnaire.questions[index])
      for (place, cell) in cells.enumerated() {
        let found =
          book.entry(label: cell) ?? book.entry(code: cell) ?? book.printed(cell)?.byLabel
        guard found == place else { return false }
      }
      lists += 1
    }
    return lists > 0
  }
}
