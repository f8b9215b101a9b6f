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
    by matcher: HeaderMatcher,
    fit: CellFit
  ) -> [HeaderBlock] {
    var places = Array(sample.records.indices.prefix(depth))
    if let line { places = sample.records.indices.filter { sample.records[$0].line == line } }
    var rows: [Int: HeaderMatcher.Row] = [:]
    func row(_ place: Int) -> HeaderMatcher.Row? {
      if let known = rows[place] { return known }
      guard sample.records.indices.contains(place) else { return nil }
      let row = matcher.row(sample.records[place].cells)
      rows[place] = row
      return row
    }
    return places.compactMap { place -> HeaderBlock? in
      guard let above = row(place) else { return nil }
      let single = HeaderBlock(first: place, end: place + 1, map: above.map)
      // Rows that were sent back have one header row: their cells name questions without being one.
      if single.map.meanings.contains(.bookkeeping) { return single }
      var best = single
      if let below = row(place + 1) {
        let joined = joined(above, below, matcher)
        // Two rows have to say more than either of them alone.
        if joined.recognised > below.map.recognised {
          let pair = HeaderBlock(first: place, end: place + 2, map: joined)
          if namesOptions(joined, above, below) {
            if pair.weight >= single.weight { best = pair }
          } else if pair.weight > single.weight, !fit.areAnswers(below.cells, under: single.map) {
            best = pair
          }
        }
      }
      return best.extended(over: row).passingNumbers(of: sample, fit)
    }
  }

  /// Whether the row below names several options of a choice, each with its column, and holds nothing
  /// that could be part of an interview, as a mark below an option that the row above names.
  private static func namesOptions(
    _ joined: ColumnMap,
    _ above: HeaderMatcher.Row,
    _ below: HeaderMatcher.Row
  ) -> Bool {
    var named: [Int: Set<Int>] = [:]
    for column in below.cells.indices where !below.cells[column].isEmpty {
      let isNamed = above.cells.indices.contains(column)
      if isNamed, above.cells[column] == below.cells[column] { continue }
      let meaning = joined.meanings[column]
      if isNamed, case .option? = above.matches[column]?.meaning {
        guard below.matches[column]?.meaning == meaning else { return false }
      } else if case .option(let question, let place) = meaning {
        named[question, default: []].insert(place)
      } else if below.matches[column]?.meaning.question == nil {
        return false
      }
    }
    return named.values.contains { $0.count > 1 }
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

  /// The block of a table of which nothing is known: its first row of several cells.
  func atFirstRow(of sample: TableSample) -> HeaderBlock {
    guard let place = sample.records.prefix(first).firstIndex(where: { $0.filled.count > 1 }) else {
      return self
    }
    let cells = sample.records[place].cells
    let map = ColumnMap(header: cells, matches: cells.map { _ in nil })
    return HeaderBlock(first: place, end: place + 1, map: map)
  }

  /// Takes in rows below that say the same again: labels under ids, ids under labels.
  private func extended(over row: (Int) -> HeaderMatcher.Row?) -> HeaderBlock {
    var end = end
    while end < first + 4, let next = row(end), repeats(next) { end += 1 }
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
  private func repeats(_ row: HeaderMatcher.Row) -> Bool {
    var filled = 0
    var same = 0
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
      filled += 1
      guard map.meanings.indices.contains(column) else { continue }
      if cell.hasPrefix("{\"ImportId\"") || row.areResponses[column] {
        same += 1
      } else if map.meanings[column] != .unknown,
        row.matches[column]?.meaning == map.meanings[column]
      {
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
    _ above: HeaderMatcher.Row,
    _ below: HeaderMatcher.Row,
    _ matcher: HeaderMatcher
  ) -> ColumnMap {
    var name = ""
    var group = matcher.group("")
    var header: [String] = []
    var matches: [HeaderMatch?] = []
    for column in 0..<max(above.cells.count, below.cells.count) {
      let own = column < above.cells.count ? above.cells[column] : ""
      let ownMatch = column < above.cells.count ? above.matches[column] : nil
      let part = column < below.cells.count ? below.cells[column] : ""
      if !own.isEmpty {
        name = own
        group = matcher.group(own)
      }
      // A cell that is merged over both rows stands in both.
      if part.isEmpty || part == own || below.areResponses[column] {
        header.append(own)
        matches.append(ownMatch)
      } else {
        let alone = below.matches[column]
        header.append(name.isEmpty ? part : "\(name) [\(part)]")
        if let alone, alone.evidence <= .id {
          matches.append(alone)
        } else {
          matches.append(matcher.match(part: part, of: group) ?? alone ?? ownMatch)
        }
      }
    }
    return ColumnMap(header: header, matches: matches, matcher.dictionary)
  }
}
