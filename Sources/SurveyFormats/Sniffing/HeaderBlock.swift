import SurveyModel

/// The rows of a sample that are its header, and what they mean.
struct HeaderBlock {
  /// The first record of the header.
  let first: Int
  /// The record after the last one that belongs to the header.
  let end: Int
  let map: ColumnMap
  /// What chooses among the places for a header: answers count most.
  let weight: Int

  /// How far down a header is looked for.
  static let depth = 30

  /// All places where a header could begin, with one or two rows, that mean anything.
  static func candidates(
    in sample: TableSample,
    line: Int?,
    by dictionary: HeaderDictionary,
    fit: CellFit
  ) -> [HeaderBlock] {
    var places = Array(sample.records.indices.prefix(depth))
    if let line { places = sample.records.indices.filter { sample.records[$0].line == line } }
    var memo: [String: HeaderMatch?] = [:]
    func match(_ cell: String) -> HeaderMatch? {
      if let known = memo[cell] { return known }
      let found = dictionary.match(cell)
      memo[cell] = .some(found)
      return found
    }
    var parts: [[String]: HeaderMatch?] = [:]
    func matchPart(_ part: String, of group: String) -> HeaderMatch? {
      if let known = parts[[part, group]] { return known }
      let found = dictionary.match(part: part, of: group)
      parts[[part, group]] = .some(found)
      return found
    }
    return places.compactMap { place -> HeaderBlock? in
      let row = sample.records[place].cells
      let single = HeaderBlock(
        first: place,
        end: place + 1,
        map: ColumnMap(header: row, matches: row.map(match), dictionary.overrides)
      )
      // Rows that were sent back have one header row: their cells name questions without being one.
      if single.map.meanings.contains(.bookkeeping) { return single }
      var best = single
      if sample.records.indices.contains(place + 1) {
        let below = sample.records[place + 1].cells
        let joined = joined(row, below, match, matchPart, dictionary)
        let pair = HeaderBlock(first: place, end: place + 2, map: joined)
        // Two rows have to say more than either of them alone.
        let alone = ColumnMap(header: below, matches: below.map(match), dictionary.overrides)
          .recognised
        if pair.weight > single.weight, joined.recognised > alone,
          !fit.areAnswers(below, under: single.map)
        {
          best = pair
        }
      }
      return best.extended(over: sample, match).passingNumbers(of: sample, fit)
    }
  }

  private init(first: Int, end: Int, map: ColumnMap) {
    self.first = first
    self.end = end
    self.map = map
    weight = map.meanings.indices.reduce(0) { sum, column in
      switch map.meanings[column] {
      case .question, .option: sum + 100
      case .meta, .bookkeeping: sum + 10
      case .ignored: sum
      case .unknown: sum + (PrintedNumber(map.header[column]) == nil ? 0 : 20)
      }
    }
  }

  /// The header of a block that was chosen with another map.
  func with(_ map: ColumnMap) -> HeaderBlock { HeaderBlock(first: first, end: end, map: map) }

  /// Takes in rows below that say the same again: labels under ids, ids under labels.
  private func extended(
    over sample: TableSample,
    _ match: (String) -> HeaderMatch?
  ) -> HeaderBlock {
    var end = end
    while sample.records.indices.contains(end), end < first + 4,
      repeats(sample.records[end].cells, match)
    {
      end += 1
    }
    return HeaderBlock(first: first, end: end, map: map)
  }

  /// Takes in a row that numbers the columns.
  private func passingNumbers(of sample: TableSample, _ fit: CellFit) -> HeaderBlock {
    guard sample.records.indices.contains(end) else { return self }
    let cells = sample.records[end].cells
    let below = sample.records.indices.contains(end + 1) ? sample.records[end + 1].cells : nil
    guard let numbers = ColumnNumbers(cells, under: map.header),
      numbers.areCertain(cells, below: below, under: map, fit: fit)
    else { return self }
    return HeaderBlock(first: first, end: end + 1, map: map)
  }

  /// Whether most cells of a row mean what their columns mean, or are marks of an export.
  private func repeats(_ cells: [String], _ match: (String) -> HeaderMatch?) -> Bool {
    var filled = 0
    var same = 0
    for (column, cell) in cells.enumerated() where !cell.trimmed.isEmpty {
      filled += 1
      guard map.meanings.indices.contains(column) else { continue }
      if cell.hasPrefix("{\"ImportId\"") || ResponseWords.contain(cell) {
        same += 1
      } else if map.meanings[column] != .unknown, match(cell)?.meaning == map.meanings[column] {
        same += 1
      }
    }
    return same > 0 && same * 2 >= filled
  }
}

// MARK: Two rows

extension HeaderBlock {
  /// A header of two rows: groups or questions above, questions, rows or options below.
  private static func joined(
    _ above: [String],
    _ below: [String],
    _ match: (String) -> HeaderMatch?,
    _ matchPart: (_ part: String, _ group: String) -> HeaderMatch?,
    _ dictionary: HeaderDictionary
  ) -> ColumnMap {
    var group = ""
    var header: [String] = []
    var matches: [HeaderMatch?] = []
    for column in 0..<max(above.count, below.count) {
      let own = column < above.count ? above[column].trimmed : ""
      let part = column < below.count ? below[column].trimmed : ""
      if !own.isEmpty { group = own }
      // A cell that is merged over both rows stands in both.
      if part.isEmpty || part == own || ResponseWords.contain(part) {
        header.append(own)
        matches.append(match(own))
      } else {
        let both = group.isEmpty ? nil : matchPart(part, group)
        let alone = match(part)
        header.append(group.isEmpty ? part : "\(group) [\(part)]")
        if let alone, alone.evidence <= .id {
          matches.append(alone)
        } else {
          matches.append(both ?? alone ?? (own.isEmpty ? nil : match(own)))
        }
      }
    }
    return ColumnMap(header: header, matches: matches, dictionary.overrides)
  }
}
