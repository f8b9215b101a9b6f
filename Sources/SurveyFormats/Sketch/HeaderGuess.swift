import SurveyModel

/// Where the names of the columns stand in a table about which nothing is known.
struct HeaderGuess {
  /// The record of the first name row, counted from 0.
  let first: Int
  /// The first record that is an answer.
  let end: Int
  /// One name for each column.
  let names: [Name]

  /// The name of a column.
  struct Name: Hashable {
    /// The name as the importer shows it.
    let header: String
    /// The question above, where the header has two rows.
    var group: String?
    /// The part of that question.
    var part: String?
  }

  /// Looks at the first records of a table.
  init?(_ records: [[String]]) {
    let width = Self.width(of: records)
    let first = records.firstIndex { record in
      let filled = record.count { !$0.trimmed.isEmpty }
      return record.count == width && (filled * 3 >= width && filled >= (width > 2 ? 2 : 1))
    }
    guard let first else { return nil }
    self.first = first
    let above = records[first].map { $0.composed.trimmed }
    let rest = Array(records.dropFirst(first + 1))
    guard let below = rest.first.map({ $0.map { $0.composed.trimmed } }), below.count == width,
      Self.isSecondRow(below, above, data: Array(rest.dropFirst()))
    else {
      names = above.map { Name(header: $0) }
      end = first + 1
      return
    }
    names = Self.joined(above, below)
    end = first + 2
  }

  /// The number of cells that most records have; the wider one among equals.
  private static func width(of records: [[String]]) -> Int {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// Whether the row below the first names parts of questions and is no interview.
  private static func isSecondRow(_ below: [String], _ above: [String], data: [[String]]) -> Bool {
    let filled = below.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return false }
    if filled.count(where: ResponseWords.contain) * 3 >= filled.count { return true }
    // Merged cells leave blanks above, which the second row fills; it holds no numbers.
    let blanks = above.indices.filter { above[$0].isEmpty }
    guard !blanks.isEmpty, blanks.allSatisfy({ !below[$0].isEmpty }),
      filled.allSatisfy({ CellShape($0) == .words }), data.count >= 2
    else { return false }
    // An answer occurs again further down; the name of a part does not, unless it is an option.
    let again = above.indices.filter { column in
      guard !below[column].isEmpty else { return false }
      let values = data.compactMap { column < $0.count ? $0[column].composed.trimmed : nil }
        .filter { !$0.isEmpty }
      return Set(values).count > 1 && values.contains(below[column])
    }
    return again.count * 5 <= filled.count
  }

  private static func joined(_ above: [String], _ below: [String]) -> [Name] {
    var group = ""
    return zip(above, below).map { own, part in
      if !own.isEmpty { group = own }
      if part.isEmpty || ResponseWords.contain(part) { return Name(header: own) }
      if group.isEmpty { return Name(header: part) }
      return Name(header: "\(group) [\(part)]", group: group, part: part)
    }
  }
}
