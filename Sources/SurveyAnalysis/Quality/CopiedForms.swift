package import SurveyModel
import RealModule

/// Identical and near-identical forms.
///
/// The share of matching answers of two forms is the "percent match" of Kuriakose and Robbins (2016,
/// *Statistical Journal of the IAOS* 32: 283–291), who look from 85% on. How much agreement is normal
/// depends on the questions (Simmons and others 2016, the same issue), so a pair is told only where
/// chance gives so many matches in none of a hundred studies (``CopyChance``), all pairs that are
/// compared counted (Bonferroni); or where five and more forms are equal, and ten times the number that
/// is expected would still not explain so many.
///
/// Identical forms are looked for in the whole wave, by a hash of the row. Near-identical ones within
/// blocks, as copies are made where one sits: the interviews of one operator, else of one primary
/// cluster, else of one day; a form is compared with a hundred before it, in the order in which they
/// began. The form that began first is not flagged.
package struct CopiedForms: Sendable {
  private let rules: QualityRules

  /// Applies the thresholds of `rules`.
  package init(_ rules: QualityRules) { self.rules = rules }

  /// Looks at the interviews of `data`; `blocks` are codes of primary clusters or days, −1 for none,
  /// and count where no operator is named.
  ///
  /// - Returns: the outcomes of both rules.
  package func examine(
    _ data: Dataset,
    _ course: InterviewCourse,
    blocks: [Int]? = nil
  ) -> [RuleOutcome] {
    let codes = AnswerCodes(data)
    guard codes.questions.count >= rules.copyItems, codes.count > 1 else {
      return [.identicalForms, .nearIdenticalForms].map {
        RuleOutcome($0, examined: 0, silence: .tooFewAnswers)
      }
    }
    let chance = CopyChance(codes, data)
    let order = course.order
    let patterns = FormPatterns(codes, order)
    let identical = identical(codes, chance, patterns)
    let known = Set(identical.flags.map(\.row))
    // Copies that are known must not make others look usual.
    let cleaned = known.isEmpty ? chance : CopyChance(codes, data, without: known)
    let copied = Set(
      identical.flags.compactMap { flag -> Int? in
        if case .copy(let other, _, _) = flag.evidence { other } else { nil }
      }
    )
    return [
      identical,
      near(codes, cleaned, patterns, course, order, blocks, known: known, copied: copied),
    ]
  }

  // MARK: Identical

  private func identical(
    _ codes: AnswerCodes,
    _ chance: CopyChance,
    _ patterns: FormPatterns
  ) -> RuleOutcome {
    let pairs = Double(codes.count) * Double(codes.count - 1) / 2
    let logError = Double.log(rules.error / max(1, pairs))
    let crowdError = Double.log(rules.error / Double(max(1, codes.count)))
    var flags: [QualityFlag] = []
    for rows in patterns.repeated {
      guard let first = rows.first else { continue }
      let limits = chance.limits(of: first, copies: rows.count, logError: logError)
      guard limits.answers >= rules.copyItems else { continue }
      guard limits.isRare || chance.isCrowd(first, copies: rows.count, logError: crowdError) else {
        continue
      }
      flags += rows.dropFirst().map { row in
        QualityFlag(
          row: row,
          rule: .identicalForms,
          evidence: .copy(of: first, matching: limits.answers, items: limits.answers)
        )
      }
    }
    return RuleOutcome(
      .identicalForms,
      examined: codes.count,
      flags: flags.sorted { $0.row < $1.row }
    )
  }

  // MARK: Nearly identical

  private func near(
    _ codes: AnswerCodes,
    _ chance: CopyChance,
    _ patterns: FormPatterns,
    _ course: InterviewCourse,
    _ order: [Int],
    _ blocks: [Int]?,
    known: Set<Int>,
    copied: Set<Int>
  ) -> RuleOutcome {
    let window = max(1, rules.copyNeighbours)
    var members: [Int: [Int]] = [:]
    for row in order where !known.contains(row) {
      let place = Int(course.operatorCodes[row])
      let block = blocks.map { $0.indices.contains(row) ? $0[row] : -1 } ?? -1
      // Even numbers are operators, odd ones other blocks; −1 is what belongs nowhere.
      members[place >= 0 ? 2 * place : block >= 0 ? 2 * block + 1 : -1, default: []].append(row)
    }
    var pairs = 0.0
    for rows in members.values {
      let (n, w) = (Double(rows.count), Double(min(window, rows.count - 1)))
      pairs += n * w - w * (w + 1) / 2
    }
    guard pairs > 0 else {
      return RuleOutcome(.nearIdenticalForms, examined: 0, silence: .tooFewInterviews)
    }
    let logError = Double.log(rules.error / pairs)
    var flags: [QualityFlag] = []
    var examined = 0
    for rows in members.sorted(by: { $0.key < $1.key }).map(\.value) {
      let limits = rows.map { row -> (answers: Int, near: Int) in
        let limits = chance.limits(
          of: row,
          // The copies of a form that has some are not among those counted.
          copies: copied.contains(row) ? 1 : patterns.copies(of: row),
          logError: logError
        )
        let share = Int((rules.copyShare * Double(limits.answers)).rounded(.up))
        return (limits.answers, limits.near == .max ? .max : max(limits.near, share))
      }
      examined += limits.count { $0.answers >= rules.copyItems }
      for (place, row) in rows.enumerated() {
        let own = limits[place]
        guard own.answers >= rules.copyItems, own.near <= own.answers else { continue }
        var best: (row: Int, matching: Int)?
        for earlier in max(0, place - window)..<place {
          let other = limits[earlier]
          guard other.near <= other.answers, other.answers >= rules.copyItems else { continue }
          let matching = codes.matches(row, rows[earlier])
          guard matching >= own.near, matching >= other.near, matching > best?.matching ?? 0 else {
            continue
          }
          best = (rows[earlier], matching)
        }
        guard let best else { continue }
        flags.append(
          QualityFlag(
            row: row,
            rule: .nearIdenticalForms,
            evidence: .copy(
              of: best.row,
              matching: best.matching,
              items: codes.shared(row, best.row)
            )
          )
        )
      }
    }
    return RuleOutcome(
      .nearIdenticalForms,
      examined: examined,
      flags: flags.sorted { $0.row < $1.row }
    )
  }
}
