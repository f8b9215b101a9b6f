import SurveyModel

/// What is known of the interviews that count beside their answers, in the order of the dataset.
struct InterviewFacts: Sendable {
  /// The versions, in the order in which they are read, and how many interviews each has.
  var versions: [(key: Int64, count: Int)] = []
  /// The keys of waves, which codes stand for.
  var waveKeys: [Int64] = []
  /// For each interview its wave.
  var waves: [Int32] = []
  /// How each was conducted.
  var modes = TextAnswers(texts: [], codes: [])
  /// The day of each as it is stored.
  var days = TextAnswers(texts: [], codes: [])

  var count: Int { waves.count }

  /// The rows of some interviews; nil for all.
  func rows(of choice: InterviewChoice) -> [Int32]? {
    let isWave = waveKeys.map { choice.wave == nil || choice.wave == $0 }
    let isDay = days.texts.map(choice.holds)
    let isVersion = versions.map { choice.versions?.contains($0.key) ?? true }
    if choice.days == nil, isWave.allSatisfy({ $0 }), isVersion.allSatisfy({ $0 }) { return nil }
    var rows: [Int32] = []
    var start = 0
    for (version, isWanted) in zip(versions, isVersion) {
      let range = start..<start + version.count
      start = range.upperBound
      guard isWanted else { continue }
      for row in range where isWave[Int(waves[row])] {
        let day = Int(days.codes[row])
        if choice.days == nil || day >= 0 && isDay[day] { rows.append(Int32(row)) }
      }
    }
    return rows.count == count ? nil : rows
  }

  /// The waves of some interviews as a dataset has them; `known` are those of the study.
  func waves(of rows: [Int32]?, known: [(key: Int64, label: String)]) -> Dataset.Waves {
    let codes = rows.map { waves.taking($0) } ?? waves
    var isPresent = Array(repeating: false, count: waveKeys.count)
    for code in codes { isPresent[Int(code)] = true }
    let present = Set(zip(waveKeys, isPresent).filter(\.1).map(\.0))
    let held = known.filter { present.contains($0.key) }
    let places = waveKeys.map { key in held.firstIndex { $0.key == key } ?? 0 }
    return Dataset.Waves(labels: held.map(\.label), codes: codes.map { places[Int($0)] })
  }
}

/// Which of the interviews that count are meant.
struct InterviewChoice: Hashable {
  /// The key of a wave; all otherwise.
  var wave: Int64?
  /// Days; all, and interviews without a day, otherwise.
  var days: ClosedRange<CalendarDate>?
  /// The keys of versions; all otherwise.
  var versions: Set<Int64>?

  /// Whether a day as it is stored is meant, as ``DayCondition`` says it: by the bytes.
  func holds(_ day: String) -> Bool {
    guard let days else { return true }
    let first = days.lowerBound.description.utf8
    let last = days.upperBound.description.utf8
    return !day.utf8.lexicographicallyPrecedes(first) && !last.lexicographicallyPrecedes(day.utf8)
  }
}

/// Gathers facts, interview by interview.
struct FactGatherer {
  /// The columns that are read, of the first table.
  static let names = ["wave", "mode", "interview_date"]

  private var codes: [Int64: Int32] = [:]
  private var waveKeys: [Int64] = []
  private var waves: [Int32] = []
  private var modes = TextGatherer()
  private var days = TextGatherer()
  private var lastWave: (key: Int64, code: Int32)?

  mutating func resize(to count: Int) {
    waves.resize(to: count, filler: 0)
    modes.resize(to: count)
    days.resize(to: count)
  }

  /// Reads ``names``, the first of which stands at `column`.
  mutating func read(_ statement: RawStatement, from column: Int32, at row: Int) {
    waves[row] = code(of: statement.integer(column))
    statement.withBytes(column + 1) { modes.set($0, at: row) }
    statement.withBytes(column + 2) { days.set($0, at: row) }
  }

  private mutating func code(of wave: Int64) -> Int32 {
    if let lastWave, lastWave.key == wave { return lastWave.code }
    let code = codes[wave] ?? Int32(waveKeys.count)
    if codes.updateValue(code, forKey: wave) == nil { waveKeys.append(wave) }
    lastWave = (wave, code)
    return code
  }

  func facts(versions: [(key: Int64, count: Int)]) -> InterviewFacts {
    InterviewFacts(
      versions: versions,
      waveKeys: waveKeys,
      waves: waves,
      modes: modes.answers,
      days: days.answers
    )
  }
}

extension Array {
  /// Adds `filler` or drops elements until there are `count`.
  mutating func resize(to count: Int, filler: Element) {
    if count < self.count {
      removeLast(self.count - count)
    } else {
      append(contentsOf: repeatElement(filler, count: count - self.count))
    }
  }
}
