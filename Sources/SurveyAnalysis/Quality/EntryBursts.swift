package import SurveyModel

/// Bursts: many forms of one operator after hours, or more within an hour than can be.
///
/// When and how close together interviews begin is what supervisors look at first for made-up ones
/// (Bredl, Storfinger and Menold 2013, in *Interviewers' Deviations in Surveys*; AAPOR 2003,
/// *Interviewer Falsification in Survey Research*). An hour is impossible when the least times of the
/// forms that begin within it, without the last one, add up to more than the hour: reading time for
/// interviews, keying time for paper forms. It has no false alarms; what counts as after hours is for
/// the plan to say.
package struct EntryBursts: Sendable {
  private static let hour: Int64 = 3_600_000
  private let rules: QualityRules

  /// Applies the thresholds of `rules`.
  package init(_ rules: QualityRules) { self.rules = rules }

  /// Looks at the interviews whose beginning is known, operator by operator.
  ///
  /// Where nobody is named, the interviews of one copy of the study are looked at together for work
  /// after hours alone: several people may work at it. Imported ones with nobody's name are left
  /// aside, since whoever imports a file does not say how many people stand behind it.
  package func examine(_ data: Dataset, _ course: InterviewCourse) -> RuleOutcome {
    examine(ReadingTime(data), course)
  }

  func examine(_ time: ReadingTime, _ course: InterviewCourse) -> RuleOutcome {
    let rows = (0..<min(course.count, time.items.count)).filter {
      course.started[$0] != InterviewCourse.unknown
    }
    guard !rows.isEmpty else {
      return RuleOutcome(.bursts, examined: 0, silence: .noInstants)
    }
    let examined = rows.filter { row in
      course.operatorCodes[row] >= 0 || course.modes[row] != .importedFile
    }
    guard !examined.isEmpty else {
      return RuleOutcome(.bursts, examined: 0, silence: .noOperators)
    }
    let groups = Dictionary(grouping: examined) { row in
      let place = course.operatorCodes[row]
      return place >= 0 ? Int64(place) : -1 - Int64(course.stations[row])
    }
    var worst: [Int: QualityFlag.Evidence] = [:]
    for (group, members) in groups {
      let sorted = members.sorted { (course.started[$0], $0) < (course.started[$1], $1) }
      findImpossible(sorted, course, time, isNamed: group >= 0, &worst)
      findAfterHours(sorted.filter { isAfterHours($0, course) }, course, &worst)
    }
    let flags = worst.sorted { $0.key < $1.key }.map {
      QualityFlag(row: $0.key, rule: .bursts, evidence: $0.value)
    }
    return RuleOutcome(.bursts, examined: examined.count, flags: flags)
  }

  /// Windows of an hour in which the least times add up to more than an hour.
  private func findImpossible(
    _ rows: [Int],
    _ course: InterviewCourse,
    _ time: ReadingTime,
    isNamed: Bool,
    _ worst: inout [Int: QualityFlag.Evidence]
  ) {
    // Several people may work at one copy under no name.
    guard isNamed, rules.wordsPerMinute > 0 else { return }
    let least = rows.map { row in
      course.modes[row] == .paper
        ? Double(time.items[row]) * rules.keyingSecondsPerItem
        : time.seconds(
          at: row,
          wordsPerMinute: rules.wordsPerMinute,
          secondsPerItem: rules.secondsPerItem
        )
    }
    var first = 0
    var sum = 0.0
    for last in rows.indices {
      // The last form of an hour may end after it.
      if last > 0 { sum += least[last - 1] }
      while course.started[rows[last]] - course.started[rows[first]] >= Self.hour {
        sum -= least[first]
        first += 1
      }
      guard last > first, sum > Double(Self.hour) / 1000 else { continue }
      let forms = last - first + 1
      for place in first...last {
        if case .impossibleHour(let known, _) = worst[rows[place]], known >= forms { continue }
        worst[rows[place]] = .impossibleHour(forms: forms, leastMinutes: sum / 60)
      }
    }
  }

  private func findAfterHours(
    _ rows: [Int],
    _ course: InterviewCourse,
    _ worst: inout [Int: QualityFlag.Evidence]
  ) {
    var first = 0
    for last in rows.indices {
      while course.started[rows[last]] - course.started[rows[first]] >= Self.hour { first += 1 }
      let forms = last - first + 1
      guard forms >= max(2, rules.burst) else { continue }
      for place in first...last {
        switch worst[rows[place]] {
        case .impossibleHour: continue
        case .afterHours(let known) where known >= forms: continue
        default: worst[rows[place]] = .afterHours(forms: forms)
        }
      }
    }
  }

  private func isAfterHours(_ row: Int, _ course: InterviewCourse) -> Bool {
    let moment = Timestamp(
      milliseconds: course.started[row],
      offsetMinutes: Int(course.offsets[row])
    )
    return !rules.officeHours.contains(moment.millisecondOfDay / 3_600_000)
      || !rules.officeDays.contains(moment.localDate.isoWeekday)
  }
}
