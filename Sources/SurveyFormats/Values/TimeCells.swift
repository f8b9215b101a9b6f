import SurveyModel

/// Reads the cells of a question that takes a time of day: as an interview would, and `8:05 CH`.
struct TimeCells: Sendable {
  let checked: CheckedCells

  func read(_ text: String) -> CellReading {
    let reading = checked.read(text)
    guard case .refused = reading, let clock = DateForm.clock(text),
      let answer = try? checked.reader.read(clock)
    else { return reading }
    return .answer(answer, nil)
  }
}
