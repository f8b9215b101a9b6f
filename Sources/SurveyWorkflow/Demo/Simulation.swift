import SurveyAnalysis
import SurveyFormats
package import SurveyModel

/// Made-up answers to a questionnaire, as a CSV file, with their truth.
package struct Simulation: Sendable {
  /// The file's bytes.
  package let csv: [UInt8]
  /// The true value of each indicator in the made-up population.
  package let truth: [String: Double]
  /// How many interviews are in the file.
  package let rows: Int
  /// How many of them carry a mistake on purpose.
  package let flawed: Int
  /// People in the population.
  package let people: Int

  /// The truth as a table.
  package var truthCSV: [UInt8] {
    CSVText.bytes(
      [["indicator", "truth"]] + truth.sorted { $0.key < $1.key }.map { [$0.key, "\($0.value)"] }
    )
  }
}

extension Workflow {
  /// Makes up answers to `questionnaire` from a seed.
  ///
  /// The same seed makes the same file on every machine. About one row in forty carries a mistake
  /// of the kind that real files have.
  package func simulate(
    _ questionnaire: Questionnaire,
    seed: UInt64,
    firstDay: CalendarDate
  ) throws(WorkflowError) -> Simulation {
    let plan = try compile(questionnaire)
    let population = MadeUpPopulation(plan: plan, seed: seed, firstDay: firstDay)
    var flaws = MadeUpFlaws(questionnaire: questionnaire, seed: seed)
    let cells = AnswerCells(questionnaire, style: .codes)
    var records = [cells.header]
    var flawed = 0
    for answers in population.sample {
      let (row, isFlawed) = flaws.apply(to: cells.cells(answers), questions: cells.questions)
      records.append(row)
      if isFlawed { flawed += 1 }
    }
    return Simulation(
      csv: CSVText.bytes(records),
      truth: population.truth,
      rows: population.sample.count,
      flawed: flawed,
      people: population.people.count
    )
  }
}
