import SurveyFormats
import SurveyModel
import SurveyStatistics
import Tabular
import Testing

/// Rows that are taken many at a time are those that are taken one by one.
@Suite struct FastRowsTests {
  private let moment = FormMoment(now: Timestamp(milliseconds: 1_790_000_000_000))

  @Test(arguments: 0..<600)
  func `known rows are those that rows one by one give`(seed: Int) throws {
    let form = try RandomForm(seed: seed)
    let text = form.table()
    // Some of the made-up tables are no tables: too narrow, or nothing of them is recognised.
    guard (try? InterviewTable(.text(text), questionnaire: form.questionnaire)) != nil else {
      return
    }
    var formats: ColumnFormats?
    if seed % 2 == 0 {
      var whole = try InterviewTable(.text(text), questionnaire: form.questionnaire)
      formats = try? whole.formats(for: form.plan, options: ValueOptions(), moment: moment)
    }
    let table = try InterviewTable(.text(text), questionnaire: form.questionnaire)
    let expected = RowsRead.oneByOne(table, of: form.plan, formats, moment)
    let again = try InterviewTable(.text(text), questionnaire: form.questionnaire)
    let found = try RowsRead.manyAtATime(again, of: form.plan, formats, moment)
    #expect(found.outcomes.count == expected.outcomes.count)
    for (one, other) in zip(found.outcomes, expected.outcomes) where one != other {
      Issue.record("line \(other.line): \(one) instead of \(other)")
      break
    }
    #expect(found.tally == expected.tally)
    #expect(found.footers == expected.footers)
    #expect(found.fault == expected.fault)
  }

  @Test(arguments: 0..<150)
  func `columns looked at as columns are those looked at row by row`(seed: Int) throws {
    let form = try RandomForm(seed: seed)
    let text = form.table()
    // Some of the made-up tables are no tables: too narrow, or nothing of them is recognised.
    guard (try? InterviewTable(.text(text), questionnaire: form.questionnaire)) != nil else {
      return
    }
    var table = try InterviewTable(.text(text), questionnaire: form.questionnaire)
    var profiler = FormatProfiler(
      plan: form.plan,
      map: table.map,
      options: ValueOptions(),
      moment: moment
    )
    var record = CSVRecord()
    while try table.read(into: &record) { profiler.observe(record) }
    var whole = try InterviewTable(.text(text), questionnaire: form.questionnaire)
    let expected = try? profiler.formats(.text(.utf8, .comma))
    let found = try? whole.formats(for: form.plan, options: ValueOptions(), moment: moment)
    #expect(found == expected)
  }

  @Test func `most good rows of a plain table are known`() throws {
    let form = try TestForm()
    var text = "don_vi,tuoi,muc,hoa,da_den,so_lan,ly_do_1,ly_do_2\n"
    for row in 0..<2000 {
      let visits = row % 2 == 0 ? "\(row % 7)" : ""
      text += "Xã \(row % 40),\(18 + row % 60),\(1 + row % 2),,\(1 + row % 2),\(visits),lý do,\n"
    }
    let book = AnswerBook()
    var table = try InterviewTable(.text(text), questionnaire: form.questionnaire)
    var rows = try FastRows(
      table.rows(for: form.plan, moment: form.moment),
      plan: form.plan,
      map: table.map,
      moment: form.moment,
      learn: { answer, question in book.learn(answer, question) }
    )
    var known = 0
    while let step = try rows.next(&table) {
      if case .known(let range) = step { known += range.count }
    }
    #expect(known > 1800)
  }
}
