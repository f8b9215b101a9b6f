import SurveyFormats
import SurveyModel
import Tabular

/// What came of all rows of a table, and what was counted on the way.
struct RowsRead: Equatable {
  /// What came of one row.
  struct Outcome: Equatable {
    var line = 0
    var answers: [Answer] = []
    var warnings: [Int] = []
    var faults: [String] = []

    init(line: Int, answers: [Answer]) {
      self.line = line
      self.answers = answers
    }

    init(_ row: CheckedRow) {
      line = row.line
      answers = row.form.answers
      warnings = row.form.warnings
      faults = row.faults.map { "\($0.rejection.code)@\($0.question)#\($0.column ?? -1)" }
    }
  }

  private(set) var outcomes: [Outcome] = []
  private(set) var tally: [CellTally.Entry] = []
  private(set) var footers: [FooterRow] = []
  private(set) var answeredElsewhere = AnsweredElsewhere()
  /// What ended the table before its end.
  private(set) var fault: TableFault?

  /// Reads the rows one by one.
  static func oneByOne(
    _ table: InterviewTable,
    of plan: InterviewPlan,
    _ formats: ColumnFormats?,
    _ moment: FormMoment
  ) -> RowsRead {
    var table = table
    var rows = table.rows(for: plan, formats: formats, moment: moment)
    var read = RowsRead()
    do throws(TableFault) {
      while let row = try rows.next(&table) { read.outcomes.append(Outcome(row)) }
    } catch {
      read.fault = error
    }
    read.tally = rows.tally.entries
    read.footers = rows.footers
    read.answeredElsewhere = rows.answeredElsewhere
    return read
  }

  /// Reads the rows as an import does, many at a time.
  static func manyAtATime(
    _ table: InterviewTable,
    of plan: InterviewPlan,
    _ formats: ColumnFormats?,
    _ moment: FormMoment
  ) throws -> RowsRead {
    var table = table
    let book = AnswerBook()
    var rows = try FastRows(
      table.rows(for: plan, formats: formats, moment: moment),
      plan: plan,
      map: table.map,
      formats: formats,
      moment: moment,
      learn: { answer, question in book.learn(answer, question) }
    )
    var read = RowsRead()
    do {
      while let step = try rows.next(&table) {
        switch step {
        case .row(let row): read.outcomes.append(Outcome(row))
        case .known(let range):
          for row in range {
            let answers = plan.steps.indices.map { book.answer(rows.block, row, $0) }
            read.outcomes.append(Outcome(line: rows.line(of: row), answers: answers))
          }
        }
      }
    } catch let fault as TableFault {
      read.fault = fault
    }
    read.tally = rows.tally.entries
    read.footers = rows.footers
    read.answeredElsewhere = rows.answeredElsewhere
    return read
  }
}
