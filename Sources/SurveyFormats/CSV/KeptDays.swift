import SurveyModel

/// What a spreadsheet did to the days of one column of a rejects file, as those show that were kept.
///
/// One that reads the day first and shows the month first writes `08/06/2026` for 06/08/2026, as a
/// person does who corrects it. Cells of rows that were sent back for something else tell which it
/// was. A spreadsheet does the same to what is typed, so that such a day has no meaning of its own.
struct KeptDays: Sendable {
  /// Cells of one kind, with the first of them.
  struct Cells: Sendable {
    private(set) var count = 0
    private(set) var first: FormatFault.Example?

    mutating func add(_ text: String, _ line: Int) {
      count += 1
      if first == nil { first = .init(text: text, line: line) }
    }
  }

  /// What happened to cells in which nothing was wrong.
  struct Tally: Sendable {
    /// Days up to the 12th that are written as they were.
    var untouched = 0
    var exchanged = 0
    /// Of these, the ones whose day after the 12th shows it.
    var proven = 0
    /// Days of a spreadsheet up to the 12th that it read month first.
    var monthFirst = 0
    var dayFirst = 0

    mutating func add(_ other: Self) {
      untouched += other.untouched
      exchanged += other.exchanged
      proven += other.proven
      monthFirst += other.monthFirst
      dayFirst += other.dayFirst
    }
  }

  /// The order in which the days were read that were sent back.
  let order: DateOrder
  private(set) var tally = Tally()
  /// Typed days of a spreadsheet up to the 12th.
  private var early = Cells()
  /// Typed days that can be read both ways.
  private var open = Cells()
  /// Typed days that can only be read in the other order, and in the order of the column.
  private var contrary = Cells()
  private var agreeing = 0

  init(order: DateOrder) { self.order = order }

  /// Looks at a cell and at what it was; `isFaulty` where it was sent back for what it said.
  mutating func observe(_ original: String, _ present: String, line: Int, isFaulty: Bool) {
    guard let change = DayChange(original, present) else { return }
    if change == .other || change == .exchanged && isFaulty {
      observeTyped(present, line, isOther: change == .other)
      return
    }
    guard !isFaulty, case .pair(let first, let second, _)? = DateForm(original)?.day,
      first != second
    else { return }
    let isEarly = first <= 12 && second <= 12
    switch change {
    case .unchanged where isEarly: tally.untouched += 1
    case .exchanged:
      tally.exchanged += 1
      if !isEarly { tally.proven += 1 }
    case .monthFirst where isEarly: tally.monthFirst += 1
    case .dayFirst where isEarly: tally.dayFirst += 1
    case .unchanged, .monthFirst, .dayFirst, .other: break
    }
  }

  /// What somebody typed; of a day that was only exchanged nothing is open.
  private mutating func observeTyped(_ present: String, _ line: Int, isOther: Bool) {
    switch DateForm(present)?.day {
    case .certain(_, let month, let day)?:
      if day <= 12, day != month { early.add(present, line) }
    case .number(let number)?:
      guard let date = SerialEpoch.from1900.date(number) else { return }
      if date.day <= 12, date.day != date.month { early.add(present, line) }
    case .pair(let first, let second, _)?:
      switch (first > 12, second > 12) {
      case (false, false): if isOther, first != second { open.add(present, line) }
      case (true, false) where order == .dayMonth, (false, true) where order == .monthDay:
        agreeing += 1
      case (true, false), (false, true): contrary.add(present, line)
      case (true, true): break
      }
    case nil: break
    }
  }

  /// Whether the spreadsheet wrote day and month in the other order; a column that does not tell
  /// follows `all` of the file.
  func isExchanged(beside all: Tally) -> Bool {
    if tally.proven > 0 { return true }
    if tally.untouched > 0 { return false }
    return all.proven > 0 || all.untouched == 0 && all.exchanged > 0
  }

  /// Whether the spreadsheet took the first number of a day for the month.
  private func isMonthFirst(beside all: Tally) -> Bool {
    if tally.monthFirst > 0 { return true }
    return tally.dayFirst == 0 && all.monthFirst > 0 && all.dayFirst == 0
  }

  /// Typed days of which nobody knows what the spreadsheet made of them.
  func fault(beside all: Tally) -> FormatFault.Kind? {
    if let example = early.first, isMonthFirst(beside: all) {
      return .retypedDays(early.count, example, changed: all.monthFirst, order, isText: false)
    }
    guard let example = open.first else { return nil }
    if isExchanged(beside: all) {
      return .retypedDays(open.count, example, changed: all.exchanged, order, isText: true)
    }
    guard contrary.count > 0, agreeing == 0 else { return nil }
    return .retypedDays(open.count, example, changed: contrary.count, order, isText: true)
  }
}
