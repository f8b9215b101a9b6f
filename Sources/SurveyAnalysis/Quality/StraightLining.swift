package import SurveyModel
import SurveyStatistics

/// Straight-lining: the same code on every item of a block of one scale.
///
/// Non-differentiation is an old sign of answers given without reading (Krosnick 1991, *Applied
/// Cognitive Psychology* 5: 213–236); the length of the run of one code is the long-string index
/// (Johnson 2005; Meade and Craig 2012, *Psychological Methods* 17: 437–455). But whoever is satisfied
/// with everything answers in a straight line too, so the lines are held against how many the other
/// answers lead one to expect (``StraightLineModel``): they are told where at least half of them are
/// more than that, by a Poisson test at the rule's error over all blocks and codes (Holm).
///
/// A line through a scale that turns round, off its middle, agrees and disagrees with the same thing;
/// it is told by itself.
package struct StraightLining: Sendable {
  private let rules: QualityRules

  /// Applies the thresholds of `rules`.
  package init(_ rules: QualityRules) { self.rules = rules }

  /// Looks at all blocks of `data`.
  package func examine(_ data: Dataset) -> RuleOutcome {
    let blocks = ScaleBlock.all(in: data.questionnaire, items: rules.straightItems)
    guard !blocks.isEmpty else {
      return RuleOutcome(
        .straightLining,
        examined: 0,
        silence: .noScale(items: rules.straightItems)
      )
    }
    var examined = Array(repeating: false, count: data.count)
    var contradictory: [QualityFlag] = []
    var rows: Set<Int> = []
    var families: [(lines: [Line], p: Double, isLarge: Bool, expected: Double)] = []
    for block in blocks {
      let reading = read(block, in: data)
      for row in reading.examined { examined[row] = true }
      rows.formUnion(reading.lines.map(\.row))
      contradictory += reading.contradictory.map { flag($0, isContradictory: true) }
      for (code, counts) in reading.counts.enumerated() {
        let lines = reading.lines.filter { $0.code == code }
        guard !lines.isEmpty, let model = StraightLineModel(counts) else { continue }
        families.append(
          (
            lines, Self.poissonTail(lines.count, mean: model.most),
            Double(lines.count) >= 2 * model.most, model.expected
          )
        )
      }
    }
    let adjusted = PValueAdjustment.holm(families.map(\.p))
    let told = zip(families, adjusted).filter { $0.isLarge && ($1 ?? 1) <= rules.error }.map(\.0)
    let lines = Self.oncePerRow(
      told.flatMap(\.lines).map { flag($0, isContradictory: false) }
    )
    // One interview may have several lines: of those that are told the same part is to be expected.
    let (count, normal) = told.reduce((0, 0.0)) { ($0.0 + $1.lines.count, $0.1 + $1.expected) }
    return RuleOutcome(
      .straightLining,
      examined: examined.count { $0 },
      flags: Self.oncePerRow(contradictory + lines),
      expected: count > 0 ? Double(lines.count) * normal / Double(count) : nil,
      alike: rows.count
    )
  }

  private struct Line {
    let row: Int
    let code: Int
    let items: Int
  }

  private struct Reading {
    var examined: [Int] = []
    var lines: [Line] = []
    var contradictory: [Line] = []
    var counts: [StraightLineModel.Counts]
  }

  private func read(_ block: ScaleBlock, in data: Dataset) -> Reading {
    var reading = Reading(
      counts: Array(
        repeating: StraightLineModel.Counts(items: block.questions.count),
        count: block.codes.count
      )
    )
    let columns = block.questions.map { question -> ChoicePositions in
      guard case .choice(let positions) = data.columns[question].values else { return [] }
      return positions
    }
    var numbers = Array(repeating: 0, count: block.codes.count)
    let turns = Set(block.ascends).count > 1
    for row in 0..<data.count {
      for code in numbers.indices { numbers[code] = 0 }
      var items = 0
      var rising = 0
      for item in columns.indices where row < columns[item].count {
        let position = Int(columns[item][row])
        guard position >= 0, position < block.places[item].count else { continue }
        numbers[block.places[item][position]] += 1
        items += 1
        if block.ascends[item] { rising += 1 }
      }
      guard items >= rules.straightItems else { continue }
      reading.examined.append(row)
      let isMixed = turns && min(rising, items - rising) >= 2
      for code in numbers.indices {
        // A block that turns round has no straight line of one opinion to be expected.
        if !isMixed { reading.counts[code].add(items: items, equal: numbers[code]) }
        guard numbers[code] == items else { continue }
        let line = Line(row: row, code: code, items: items)
        if !isMixed {
          reading.lines.append(line)
        } else if code != block.middle {
          reading.contradictory.append(line)
        }
      }
    }
    return reading
  }

  private func flag(_ line: Line, isContradictory: Bool) -> QualityFlag {
    QualityFlag(
      row: line.row,
      rule: .straightLining,
      evidence: .straightLine(items: line.items, isContradictory: isContradictory)
    )
  }

  /// Of several lines of one interview the longest.
  private static func oncePerRow(_ flags: [QualityFlag]) -> [QualityFlag] {
    var best: [Int: QualityFlag] = [:]
    for flag in flags {
      if let known = best[flag.row], known.items >= flag.items { continue }
      best[flag.row] = flag
    }
    return best.values.sorted { $0.row < $1.row }
  }

  /// The chance that a Poisson number with this mean is `count` or more.
  static func poissonTail(_ count: Int, mean: Double) -> Double {
    guard count > 0 else { return 1 }
    guard mean > 0 else { return 0 }
    // P(X ≥ k) = P(χ² with 2k degrees of freedom ≤ 2 mean).
    return ChiSquare(degreesOfFreedom: Double(2 * count)).cumulative(2 * mean)
  }
}

extension QualityFlag {
  fileprivate var items: Int {
    if case .straightLine(let items, _) = evidence { items } else { 0 }
  }
}
