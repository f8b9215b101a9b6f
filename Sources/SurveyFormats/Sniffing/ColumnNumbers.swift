import SurveyModel

/// A row that numbers the columns of an office's table: `(1) (2) (3)`, `1 2 3 4`, `A B 1 2 3`,
/// `5=3+4`.
struct ColumnNumbers: Hashable {
  /// How many columns are numbered.
  let count: Int
  /// Whether all stand in brackets, which no answer does.
  let isBracketed: Bool
  /// Whether several letters stand before several numbers.
  let hasLetters: Bool
  /// The first cells, to show.
  let text: String

  /// The fewest columns that are numbered.
  private static let fewest = 3
  /// Columns from which on numbers that could be answers are believed to be none.
  private static let many = 8

  /// Takes a row for numbers when they number all its filled cells, and all columns that have a
  /// header, from 1 or A without a gap; only among numbers in brackets may one be missing.
  init?(_ cells: [String], under header: [String]) {
    var numbers = 0
    var letters = 0
    var bracketed = 0
    var hasGap = false
    var shown: [String] = []
    for (column, cell) in cells.enumerated() {
      let whole = cell.trimmed
      if whole.isEmpty {
        if header.indices.contains(column), !header[column].trimmed.isEmpty { hasGap = true }
        continue
      }
      guard whole.utf8.count <= 24 else { return nil }
      var mark = whole[...]
      if let sign = mark.firstIndex(of: "=") { mark = mark[..<sign] }
      var name = mark.filter { $0 != " " }
      if let first = name.first, first == "(" || first == "[", let last = name.last,
        last == ")" || last == "]"
      {
        name = String(name.dropFirst().dropLast())
        bracketed += 1
      }
      if let number = Int(name), name.utf8.first != UInt8(ascii: "+") {
        guard number == numbers + 1, String(number) == name else { return nil }
        numbers += 1
      } else {
        guard numbers == 0, name.utf8.count == 1, let letter = name.uppercased().utf8.first,
          letter == UInt8(ascii: "A") + UInt8(letters), letters < 26
        else { return nil }
        letters += 1
      }
      shown.append(whole)
    }
    count = numbers + letters
    isBracketed = bracketed == count
    hasLetters = letters > 1 && numbers > 1
    guard count >= Self.fewest, isBracketed || !hasGap else { return nil }
    // An office that is called A, and two answers.
    if !isBracketed, letters > 0, count == Self.fewest { return nil }
    text = shown.prefix(6).joined(separator: ", ") + (count > 6 ? ", …" : "")
  }

  /// Whether the row is no interview for sure; else it is sent back, for somebody to look at.
  ///
  /// Bare numbers are told by letters in front, by a cell that is no answer, by a count of the rows
  /// that begins with 1 once more below, or by how many they are.
  func areCertain(
    _ cells: [String],
    below: [String]?,
    under map: ColumnMap,
    fit: CellFit
  ) -> Bool {
    if isBracketed || count >= Self.many { return true }
    guard count > Self.fewest else { return false }
    if hasLetters || fit.refusesAny(cells, under: map) { return true }
    guard let below, let first = cells.indices.first(where: { !cells[$0].trimmed.isEmpty }),
      below.indices.contains(first), map.meanings.indices.contains(first)
    else { return false }
    switch map.meanings[first] {
    case .meta(.rowNumber), .meta(.recordKey): return below[first].trimmed == cells[first].trimmed
    default: return false
    }
  }
}
