import RealModule
import SurveyModel

/// How likely an honest person's answers agree with those of a given form.
///
/// People of the nearest levels of approval are taken together, at least fifty; within such a group
/// answers are taken as independent, as item response theory does (local independence, Lord 1980). The
/// chance that somebody of the group has the answer of a form to a question is its share among the
/// others of the group, one more counted who has it, so that it is rather too high; forms that are equal
/// to the given one in everything are not among the others. The chance of `t` matches or more has
/// Chernoff's bound (1952):
///
///     P(M ≥ t) ≤ min over s > 0 of exp(Σ log(1 − p_j + p_j e^s) − s t)
///
/// A form in which so many matches are to be expected as everybody's is never told.
struct CopyChance: Sendable {
  /// What is beyond chance for one form.
  struct Limits {
    /// Its answers.
    let answers: Int
    /// The matches from which on it is no chance; more than there are answers where nothing is.
    let near: Int
    /// Whether it is none that all answers match.
    let isRare: Bool
    /// The logarithm of the chance that all answers match.
    let logChance: Double
  }

  private static let steps = [0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 9.0]
  private static let kinds = 1 + steps.count
  private static let groupSize = 50
  private static let mostGroups = 40

  private let codes: AnswerCodes
  private let groups: [Int32]
  /// Whether the answers on scales of each person differ.
  private let varied: [Bool]
  /// The people of each group.
  private let sizes: [Int]
  private let offsets: [Int]
  private let width: Int
  /// For each group, question and code: people with it in the groups before.
  private let before: [Int32]
  /// For each group, question and code: log p, then log(1 − p + p e^s) for each step.
  private let logs: [Double]

  /// Counts the answers of all rows but those that are left out because they are copies.
  init(_ codes: AnswerCodes, _ data: Dataset, without copies: Set<Int> = []) {
    self.codes = codes
    let groups = Self.groups(data)
    self.groups = groups.codes
    varied = groups.varied
    var offsets: [Int] = []
    var width = 0
    for size in codes.sizes {
      offsets.append(width)
      width += size
    }
    self.offsets = offsets
    self.width = width
    var before = Array(repeating: Int32(0), count: (groups.count + 1) * width)
    var sizes = Array(repeating: 0, count: groups.count)
    for row in 0..<codes.count where !copies.contains(row) {
      let group = Int(groups.codes[row])
      let start = (group + 1) * width
      sizes[group] += 1
      for place in offsets.indices {
        before[start + offsets[place] + codes.code(row: row, place: place)] += 1
      }
    }
    self.sizes = sizes
    let powers = Self.steps.map { Double.exp($0) }
    var logs = Array(repeating: 0.0, count: groups.count * width * Self.kinds)
    for group in 0..<groups.count {
      for cell in 0..<width {
        // The form itself is among those counted, and stands for the one who is added.
        let count = before[(group + 1) * width + cell]
        let p = min(1, Double(max(1, count)) / Double(max(1, sizes[group])))
        let start = (group * width + cell) * Self.kinds
        logs[start] = Double.log(p)
        for (step, power) in powers.enumerated() {
          logs[start + 1 + step] = Double.log(1 - p + p * power)
        }
        before[(group + 1) * width + cell] += before[group * width + cell]
      }
    }
    self.before = before
    self.logs = logs
  }

  /// What is beyond chance for the form at `row`, of which there are `copies` that are all equal.
  func limits(of row: Int, copies: Int, logError: Double) -> Limits {
    let group = Int(groups[row])
    return copies == 1 && sizes[group] >= Self.groupSize
      ? limits(of: row, in: group, logError)
      : limits(of: row, around: group, copies, logError)
  }

  /// Whether so many equal forms are more than chance gives, though two of them would not be.
  ///
  /// A Poisson test with ten times the number that is expected, because people differ more than their
  /// levels; forms whose answers on scales are all the same are straight lines and not told here.
  func isCrowd(_ row: Int, copies: Int, logError: Double) -> Bool {
    guard varied[row], copies >= 5 else { return false }
    let limits = limits(of: row, copies: copies, logError: logError)
    let mean = 10 * Double(codes.count) * Double.exp(limits.logChance)
    let chance = StraightLining.poissonTail(copies - 1, mean: mean)
    return chance <= Double.exp(logError)
  }

  /// From the tables, for a form that is the only one of its kind in a group that is large enough.
  private func limits(of row: Int, in group: Int, _ logError: Double) -> Limits {
    var all = 0.0
    var sums = SIMD8<Double>.zero
    var answers = 0
    let start = group * width
    for place in offsets.indices {
      let code = codes.code(row: row, place: place)
      guard code > 0 else { continue }
      answers += 1
      let cell = (start + offsets[place] + code) * Self.kinds
      all += logs[cell]
      for step in 0..<8 { sums[step] += logs[cell + 1 + step] }
    }
    return Self.limits(answers, all, sums, logError)
  }

  /// With the nearest groups, until there are enough others.
  private func limits(of row: Int, around group: Int, _ copies: Int, _ logError: Double) -> Limits {
    var (first, last) = (group, group)
    var others = sizes[group] - copies
    while others < Self.groupSize, first > 0 || last < sizes.count - 1 {
      if first > 0 {
        first -= 1
        others += sizes[first]
      }
      if last < sizes.count - 1 {
        last += 1
        others += sizes[last]
      }
    }
    var all = 0.0
    var sums = SIMD8<Double>.zero
    var answers = 0
    for place in offsets.indices {
      let code = codes.code(row: row, place: place)
      guard code > 0 else { continue }
      answers += 1
      let cell = offsets[place] + code
      let count = Int(before[(last + 1) * width + cell] - before[first * width + cell]) - copies
      let p = Double(max(0, count) + 1) / Double(max(0, others) + 1)
      all += Double.log(p)
      for (step, s) in Self.steps.enumerated() {
        sums[step] += Double.log(1 - p + p * Double.exp(s))
      }
    }
    return Self.limits(answers, all, sums, logError)
  }

  private static func limits(
    _ answers: Int,
    _ all: Double,
    _ sums: SIMD8<Double>,
    _ logError: Double
  ) -> Limits {
    var near = Double.infinity
    for (step, s) in steps.enumerated() { near = min(near, (sums[step] - logError) / s) }
    if all <= logError { near = min(near, Double(answers)) }
    return Limits(
      answers: answers,
      near: near > Double(answers) ? .max : Int(near.rounded(.up)),
      isRare: all <= logError,
      logChance: all
    )
  }

  /// Groups of people by the mean place of their answers on scales, from the lowest to the highest.
  private static func groups(_ data: Dataset) -> (codes: [Int32], count: Int, varied: [Bool]) {
    var least = Array(repeating: 2.0, count: data.count)
    var most = Array(repeating: -1.0, count: data.count)
    var sums = Array(repeating: 0.0, count: data.count)
    var items = Array(repeating: 0.0, count: data.count)
    for (question, column) in zip(data.questionnaire.questions, data.columns) {
      guard question.isAsked, !question.isRepeated, case .selectOne(let list) = question.kind,
        let scale = list.scale, list.choices.count > 1, case .choice(let positions) = column.values
      else { continue }
      let top = Double(list.choices.count - 1)
      for row in positions.indices where positions[row] >= 0 {
        let place = Double(positions[row]) / top
        let level = scale.direction == .ascending ? place : 1 - place
        sums[row] += level
        items[row] += 1
        least[row] = min(least[row], level)
        most[row] = max(most[row], level)
      }
    }
    let varied = items.indices.map { items[$0] < 3 || most[$0] > least[$0] }
    let count = min(mostGroups, max(1, data.count / groupSize))
    guard count > 1, items.contains(where: { $0 > 0 }) else {
      return (Array(repeating: 0, count: data.count), 1, varied)
    }
    let means = zip(sums, items).map { $1 > 0 ? $0 / $1 : 0.5 }
    let sorted = means.sorted()
    // Equal levels stay together.
    let limits = (1..<count).map { sorted[$0 * sorted.count / count] }
    let codes = means.map { mean -> Int32 in
      var (low, high) = (0, limits.count)
      while low < high {
        let middle = (low + high) / 2
        if limits[middle] <= mean { low = middle + 1 } else { high = middle }
      }
      return Int32(low)
    }
    return (codes, count, varied)
  }
}
