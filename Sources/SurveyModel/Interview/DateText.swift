extension CalendarDate {
  /// Reads a day as people write it: `d/m/yyyy`, `d-m-yyyy`, `d.m.yyyy` or `yyyy-mm-dd`.
  ///
  /// Day comes before month, as in Vietnamese documents; a day that does not exist is refused and
  /// never shifted.
  public init?(reading text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else {
      return nil
    }
    let numbers = parts.compactMap { NumberText.parseInteger($0) }
    guard numbers.count == 3, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    if parts[0].utf8.count == 4 {
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    } else if parts[2].utf8.count == 4 {
      self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    } else {
      return nil
    }
  }
}
