import SurveyModel

/// Interviews that have something in common.
struct InterviewGroup: Hashable {
  var count = 0
  /// The first day of any of them, as it is stored.
  var first: String?
  /// The last day of any of them.
  var last: String?
}

extension InterviewFacts {
  /// The interviews that are chosen by how they were conducted.
  func modes(of choice: InterviewChoice) -> [(mode: String, group: InterviewGroup)] {
    let groups = groups(by: modes.codes, of: modes.texts.count, choice)
    return zip(modes.texts, groups).filter { $0.1.count > 0 }.map { ($0, $1) }
  }

  /// The interviews that are chosen by the keys of their waves.
  func waves(of choice: InterviewChoice) -> [(wave: Int64, group: InterviewGroup)] {
    let groups = groups(by: waves, of: waveKeys.count, choice)
    return zip(waveKeys, groups).filter { $0.1.count > 0 }.map { ($0, $1) }
  }

  /// How many interviews are chosen.
  func count(of choice: InterviewChoice) -> Int { rows(of: choice)?.count ?? count }

  /// How many of the interviews that are chosen have no day.
  func undated(of choice: InterviewChoice) -> Int {
    guard let rows = rows(of: choice) else { return days.codes.count { $0 < 0 } }
    return rows.count { days.codes[Int($0)] < 0 }
  }

  private func groups(
    by codes: [Int32],
    of count: Int,
    _ choice: InterviewChoice
  ) -> [InterviewGroup] {
    // Days in the order of their bytes, as SQLite has it.
    let order = days.texts.indices.sorted {
      days.texts[$0].utf8.lexicographicallyPrecedes(days.texts[$1].utf8)
    }
    var ranks = Array(repeating: 0, count: order.count)
    for (rank, day) in order.enumerated() { ranks[day] = rank }
    var counts = Array(repeating: 0, count: count)
    var ends = Array(repeating: (first: Int.max, last: -1), count: count)
    func add(_ row: Int) {
      let group = Int(codes[row])
      guard group >= 0 else { return }
      counts[group] += 1
      let day = Int(days.codes[row])
      guard day >= 0 else { return }
      ends[group].first = min(ends[group].first, ranks[day])
      ends[group].last = max(ends[group].last, ranks[day])
    }
    if let rows = rows(of: choice) {
      for row in rows { add(Int(row)) }
    } else {
      for row in 0..<self.count { add(row) }
    }
    return zip(counts, ends).map { count, ends in
      InterviewGroup(
        count: count,
        first: ends.last < 0 ? nil : days.texts[order[ends.first]],
        last: ends.last < 0 ? nil : days.texts[order[ends.last]]
      )
    }
  }
}
