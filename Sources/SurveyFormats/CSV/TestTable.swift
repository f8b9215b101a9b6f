package import SurveyModel
import Tabular

/// Made-up forms as a table that the importer reads as it is.
///
/// The first two columns are the importer's own and are left aside by it: what a row is for, and
/// what an import should say about it, `OK` or a code with the question.
package struct TestTable {
  /// The header and the rows.
  package let records: [[String]]

  /// Lays the rows out.
  package init(_ rows: TestRows, of plan: InterviewPlan, language: InterfaceLanguage) {
    let cells = AnswerCells(plan.questionnaire)
    let kept = cells.questions.indices.filter { rows.questions.contains(cells.questions[$0]) }
    let header = cells.header
    let head = ColumnMap.testHeaders + kept.map { header[$0] }
    let body = rows.rows.map { row -> [String] in
      let expected =
        switch row.expectation {
        case .accepted: "OK"
        case .refused(let code, let question): "\(code) \(plan.steps[question].question.id)"
        }
      let written = cells.cells(row.answers.map { $0 ?? .missing(.notCollected) })
      return [row.purpose.text(of: plan, in: language), expected] + kept.map { written[$0] }
    }
    records = [head] + body
  }

  /// The bytes of a CSV file.
  package var csv: [UInt8] { CSVText.bytes(records) }
}
