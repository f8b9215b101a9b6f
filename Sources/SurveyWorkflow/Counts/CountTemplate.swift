import SurveyAnalysis
import SurveyFormats
import SurveyModel

extension Workflow {
  /// A CSV file with all counts of the plan: those that were entered, and lines to be filled in.
  ///
  /// - Returns: the bytes, and how many lines are to be filled in.
  package func countTemplate(
    of path: String
  ) throws(WorkflowError) -> (bytes: [UInt8], open: Int) {
    let desk = try countDesk(path, forWriting: false)
    return try attempt(path) {
      try desk.study.close()
      let rows = CountTemplate(desk: desk, language: language).rows
      let header = [
        language.choose("Tên", "name"), language.choose("Nội dung", "what it is"),
        language.choose("Giá trị", "value"),
        language.choose("Ngày hoặc kỳ", "date or period"),
        language.choose("Căn cứ", "evidence"), language.choose("Nơi", "place"),
      ]
      return (CSVText.bytes([header] + rows), rows.count { $0[2].isEmpty })
    }
  }
}

/// The lines of the template of a plan.
struct CountTemplate {
  let desk: CountDesk
  let language: InterfaceLanguage

  var rows: [[String]] { desk.plan.countNames.flatMap(rows) }

  private func rows(of name: String) -> [[String]] {
    let uses = desk.plan.uses(ofCount: name)
    let days = desk.context.days
    let counts = desk.book.counts.filter { $0.subject.name == name }
      .filter { days.contains($0.subject.span.firstDay) }
    let entered = counts.map { count in
      (
        span: count.subject.span, value: String(count.value), evidence: count.evidence,
        place: count.subject.place ?? ""
      )
    }
    var lines = entered
    if let finest = uses.compactMap(\.aim.every).min(by: { $0.months < $1.months }) {
      var next: Period? = Period(finest, of: days.lowerBound)
      while let period = next, period.lastDay <= days.upperBound {
        let isEntered = counts.contains { count in
          count.subject.place == nil && count.subject.span == .period(period)
        }
        if !isEntered { lines.append((.period(period), "", "", "")) }
        next = period.next
      }
    }
    lines.sort { ($0.place, $0.span) < ($1.place, $1.span) }
    let what = description(uses)
    var rows = lines.map { [name, what, $0.value, text($0.span), $0.evidence, $0.place] }
    // How things stood on a day that whoever fills it in has to name, but for a year that is over.
    if rows.isEmpty {
      let isOver = days.upperBound < desk.today
      rows = [[name, what, "", isOver ? Period(.year, of: days.lowerBound).id : "", "", ""]]
    }
    return rows
  }

  /// A span as it is read back and as people read it.
  private func text(_ span: CountSpan) -> String {
    switch span {
    case .day(let day): language.choose(day.dayMonthYear, day.description)
    case .period(let period): language.choose(period.text(in: .vietnamese), period.id)
    }
  }

  private func description(_ uses: [Plan.CountUse]) -> String {
    uses.map { use in
      let promise = use.target.promise.text(in: language)
      if use.isWhole { return language.choose("Tổng số: \(promise)", "In all: \(promise)") }
      return use.aim.of == nil
        ? promise : language.choose("Đã làm: \(promise)", "Done: \(promise)")
    }.joined(separator: " / ")
  }
}
