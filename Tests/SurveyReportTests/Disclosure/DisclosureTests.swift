import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyReport

/// What a report hides cannot be worked out from all that it shows.
@Suite struct DisclosureTests {
  private typealias Group = PublishedFigures.Group

  private static func attack(_ study: RandomStudy, _ report: Report) throws -> DisclosureAttack {
    let figures = try PublishedFigures(
      JSONRenderer().render(report),
      targets: study.targets,
      indicators: Dictionary(
        uniqueKeysWithValues: study.data.questionnaire.indicators.map {
          ($0.id, $0.label.text(in: .vietnamese))
        }
      ),
      names: study.names
    )
    return DisclosureAttack(figures, parts: study.parts, complete: ["Xã"])
  }

  /// The true numbers of answers by the names that the report uses.
  private static func truth(
    _ study: RandomStudy,
    _ analysis: StudyAnalysis
  ) -> [String: [Group: Int]] {
    var truth: [String: [Group: Int]] = [:]
    for result in analysis.indicators {
      for breakdown in result.estimates.breakdowns {
        let question = breakdown.question.label.text(in: .vietnamese)
        for (level, estimate) in breakdown.groups {
          let group = Group(question: question, group: level.label.text(in: .vietnamese))
          truth[result.indicator.label.text(in: .vietnamese), default: [:]][group] =
            estimate?.sampleSize ?? 0
        }
      }
    }
    truth[PublishedFigures.people] = people(study.data)
    return truth
  }

  /// How many people each group has.
  private static func people(_ data: Dataset) -> [Group: Int] {
    var people: [Group: Int] = [:]
    for id in RandomStudy.questions {
      guard let variable = GroupVariable(id, in: data) else { continue }
      for code in variable.codes where code >= 0 {
        let group = Group(
          question: variable.question.label.text(in: .vietnamese),
          group: variable.levels[code].label.text(in: .vietnamese)
        )
        people[group, default: 0] += 1
      }
    }
    return people
  }

  /// What the attacker recovers, in words.
  ///
  /// Of a small group nobody may learn its number closer than the plan's minimum; of one that is
  /// hidden for its sake, not exactly. Of groups without an answer there is nothing to be learned.
  private static func recovered(
    _ study: RandomStudy,
    _ truth: [String: [Group: Int]],
    _ report: Report
  ) throws -> (faults: [String], hidden: Int) {
    let attack = try attack(study, report)
    let counts = try #require(attack.counts(), "no counts fit the report")
    var faults: [String] = attack.figures.missingBesideHidden.map { "missing beside \($0)" }
    for found in counts {
      let count = truth[found.quantity]?[found.group] ?? 0
      let place = "\(found.quantity), \(found.group.question) = \(found.group.group)"
      guard found.low <= count, count <= found.high ?? .max else {
        faults.append("\(place): \(count) is not in \(found.low)...\(found.high ?? -1)")
        continue
      }
      let isSmall = count < study.suppression.below
      let needed = isSmall ? study.suppression.below : 1
      if count > 0, let high = found.high, high - found.low < needed {
        faults.append("\(place): \(count) people are \(found.low)...\(high)")
      }
    }
    for (quantity, figures) in attack.figures.quantities {
      for (group, figure) in figures.groups where figure.isHidden {
        guard truth[quantity]?[group] ?? 0 > 0 else { continue }
        let place = "\(quantity), \(group.question) = \(group.group)"
        if let count = figure.count { faults.append("\(place): \(count) people stand elsewhere") }
        if let value = figure.value { faults.append("\(place): \(value) stands elsewhere") }
      }
    }
    let before = people(study.earlier)
    for (quantity, figures) in attack.figures.earlier {
      for (group, value) in figures where (1..<study.suppression.below).contains(before[group] ?? 0)
      {
        faults.append("\(quantity), \(group.question) = \(group.group): \(value) was before")
      }
    }
    for found in attack.values(counts) where truth[found.quantity]?[found.group] ?? 0 > 0 {
      faults.append("\(found.quantity), \(found.group): \(found.value ?? .nan)")
    }
    return (faults, counts.count)
  }

  @Test(arguments: 0..<60)
  func `nothing that a report hides can be worked out`(_ seed: Int) throws {
    let study = RandomStudy(seed)
    let analysis = try study.analysis()
    let found = try Self.recovered(
      study,
      Self.truth(study, analysis),
      study.report(analysis)
    )
    for fault in found.faults { Issue.record("\(fault)") }
    #expect(found.faults.isEmpty)
  }

  @Test(arguments: 0..<60)
  func `nothing can be worked out where targets are divided otherwise than the report`(
    _ seed: Int
  ) throws {
    let study = RandomStudy(seed)
    let analysis = try study.analysis(by: ["gioi"])
    let attack = try Self.attack(study, study.report(analysis))
    #expect(attack.figures.members["Xã"]?.isEmpty == false)
    var truth = Self.truth(study, analysis)
    // The targets alone are divided by communes.
    for (quantity, groups) in Self.truth(study, try study.analysis()) {
      for (group, count) in groups { truth[quantity, default: [:]][group] = count }
    }
    let found = try Self.recovered(study, truth, study.report(analysis))
    for fault in found.faults { Issue.record("\(fault)") }
    #expect(found.faults.isEmpty)
  }

  /// Everything that is said in words.
  private static func sentences(_ report: Report) -> [String] {
    report.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text), .note(let text), .heading(let text, _), .appendix(let text): [text]
      case .verdict(let verdict): [verdict.sentence] + verdict.reasons + verdict.details
      case .table, .chart: []
      }
    }
  }

  @Test(arguments: 0..<60)
  func `no sentence tells the figure of a group that is kept back`(_ seed: Int) throws {
    let study = RandomStudy(seed)
    let analysis = try study.analysis()
    let sentences = Self.sentences(study.report(analysis))
    let text = DecimalText(language: .vietnamese)
    for result in analysis.indicators {
      for breakdown in result.estimates.breakdowns {
        let hidden = PublicationGate(study.suppression).decisions(
          for: breakdown.groups.map(\.estimate),
          isProportion: result.unit == .share,
          keptBack: analysis.groups.keptBack(
            breakdown.question.id,
            in: result.indicator.id,
            among: breakdown.groups.map(\.level)
          )
        ).map { $0.suppression?.isConfidential == true }
        func shown(_ place: Int) -> String? {
          breakdown.groups[place].estimate.map { estimate in
            result.unit == .share
              ? text.percent(estimate.value) : text.number(estimate.value, decimals: 2)
          }
        }
        // A figure that another group has as well tells of that one.
        let told = Set(hidden.indices.filter { !hidden[$0] }.compactMap(shown))
        for place in hidden.indices where hidden[place] {
          guard let figure = shown(place), !told.contains(figure) else { continue }
          let group = breakdown.groups[place].level.label.text(in: .vietnamese)
          for sentence in sentences where sentence.contains(group) {
            #expect(!sentence.contains(figure), "\(result.indicator.id) \(group): \(sentence)")
          }
        }
      }
    }
  }

  @Test func `figures of the earlier wave are told, and read by the attacker`() throws {
    let study = RandomStudy(1)
    let attack = try Self.attack(study, study.report(try study.analysis()))
    #expect(attack.figures.earlier.values.contains { !$0.isEmpty })
    #expect(attack.figures.quantities.count > 4)
    let people = try #require(attack.figures.quantities[PublishedFigures.people])
    #expect(people.groups.values.contains { $0.value != nil })
  }

  // MARK: The attacker is no paper tiger

  /// The report with the rows of groups put back that `shows` names: their answers and figures.
  private static func putBack(
    _ report: Report,
    _ analysis: StudyAnalysis,
    shows: (_ counts: [Int], _ place: Int) -> Bool
  ) -> Report {
    let blocks = report.blocks.map { block -> Report.Block in
      guard case .table(let table) = block, table.columns.first?.title == "Nhóm",
        let size = table.columns.firstIndex(where: { $0.title == "n" }),
        let result = analysis.indicators.first(where: {
          $0.indicator.label.text(in: .vietnamese) == table.caption
        })
      else { return block }
      var breakdown: DomainEstimates.Breakdown?
      let rows = table.rows.map { row -> Table.Row in
        if row.isHeading {
          breakdown = result.estimates.breakdowns.first {
            $0.question.label.text(in: .vietnamese) == row.label
          }
        }
        guard let breakdown, row.cells[size] == .suppressed,
          let place = breakdown.groups.firstIndex(where: {
            $0.level.label.text(in: .vietnamese) == row.label
          }), let estimate = breakdown.groups[place].estimate,
          shows(breakdown.groups.map { $0.estimate?.sampleSize ?? 0 }, place)
        else { return row }
        var cells = row.cells
        cells[1] = .value(estimate.value, result.unit)
        cells[size] = .count(estimate.sampleSize)
        return Table.Row(cells, indent: row.indent, isTotal: row.isTotal)
      }
      return .table(Table(caption: table.caption, columns: table.columns, rows: rows))
    }
    return Report(
      language: report.language,
      title: report.title,
      subtitle: report.subtitle,
      blocks: blocks
    )
  }

  /// In how many of the studies something is recovered from the changed reports.
  private static func broken(
    _ shows: (_ study: RandomStudy, _ counts: [Int], _ place: Int) -> Bool
  ) throws -> (changed: Int, broken: Int) {
    var (changed, broken) = (0, 0)
    for seed in 0..<60 {
      let study = RandomStudy(seed)
      let analysis = try study.analysis()
      let report = study.report(analysis)
      let open = putBack(report, analysis) { shows(study, $0, $1) }
      if open == report { continue }
      changed += 1
      let found = try recovered(study, truth(study, analysis), open)
      // A figure that is put back beside a table that hides it is found at once; so that only what
      // is worked out counts, those are left out.
      if found.faults.contains(where: { !$0.contains("elsewhere") }) { broken += 1 }
    }
    return (changed, broken)
  }

  @Test func `without the covers of small groups these are recovered in nearly every study`() throws
  {
    let found = try Self.broken { study, counts, place in
      counts[place] >= study.suppression.below
    }
    #expect(found.changed >= 40)
    #expect(found.broken >= found.changed * 9 / 10, "\(found)")
  }

  @Test func `tables that are each protected alone give groups away together`() throws {
    let found = try Self.broken { study, counts, place in
      !PublicationGate(study.suppression).hiddenCells(counts).contains(place)
    }
    #expect(found.changed >= 40)
    #expect(found.broken >= 30, "\(found)")
  }
}
