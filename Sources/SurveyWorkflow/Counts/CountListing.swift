import SurveyAnalysis
import SurveyModel
import SurveyReport

extension Workflow {
  /// The counts that the plan needs, what was entered and what is missing.
  package func countList(in path: String) throws(WorkflowError) -> CountAnswer {
    let desk = try countDesk(path, forWriting: false)
    return try attempt(path) {
      try desk.study.close()
      return CountList(desk: desk, language: language).answer
    }
  }

  /// Every line of the record, oldest first; of one count where it is named.
  package func countHistory(of name: String?, in path: String) throws(WorkflowError) -> CountAnswer
  {
    let desk = try countDesk(path, forWriting: false)
    return try attempt(path) {
      try desk.study.close()
      var faults: [CountFinding] = []
      var wanted: String?
      if let name {
        // A count that an earlier plan needed may still be asked for.
        let known = desk.book.entries.contains { $0.subject.name == name }
        wanted = known ? name : desk.reader.name(name, &faults)
      }
      if !faults.isEmpty { throw CountProblem.refused(faults) }
      let entries = desk.book.entries.filter { wanted == nil || $0.subject.name == wanted }
      return CountHistory(entries: entries, book: desk.book, language: language).answer
    }
  }
}

/// The counts of a plan with what was entered, as a table and as JSON.
struct CountList {
  let desk: CountDesk
  let language: InterfaceLanguage

  private var words: CountWords { CountWords(language: language) }

  var answer: CountAnswer {
    let names = desk.plan.countNames
    var blocks: [Report.Block] = [
      .table(
        Table(
          caption: language.choose("Kế hoạch cần", "What the plan needs"),
          columns: [
            .init(language.choose("Tên", "Name")), .init(language.choose("Để tính", "For")),
            .init(language.choose("Đã nhập", "Entered")),
            .init(language.choose("Còn thiếu", "Missing")),
          ],
          rows: names.map { name in
            Table.Row([
              .text(name), .text(purpose(name)), .text(entered(name)), .text(missing(name)),
            ])
          },
          // Names are typed as they stand here: none is broken by a narrow column.
          isListed: true
        )
      )
    ]
    let idle = desk.book.counts.filter { isIdle($0) }
    if !idle.isEmpty {
      let list = idle.map { count in
        "\(count.subject.name) = \(count.value) (\(count.subject.span.text(in: language)))"
      }.joined(separator: ", ")
      blocks.append(
        .note(
          language.choose(
            "Không tính cho chỉ tiêu nào: \(list).",
            "Counted for no target: \(list)."
          )
        )
      )
    }
    blocks.append(.note(usage))
    return CountAnswer(
      Report(
        language: language,
        title: language.choose("Số liệu hành chính", "Administrative counts"),
        subtitle: [desk.plan.office.text(in: language)],
        blocks: blocks
      ),
      json: [
        ("format", .string("thuocdo-count-1")),
        ("plan", .string(desk.plan.id)),
        ("from", .string(desk.context.days.lowerBound.description)),
        ("to", .string(desk.context.days.upperBound.description)),
        ("today", .string(desk.today.description)),
        ("counts", .array(names.map(json))),
        ("idle", .array(idle.map(JSONCount.value))),
      ]
    )
  }

  private var usage: String {
    language.choose(
      "Nhập: thuocdo count TỆP TÊN GIÁ-TRỊ --on NGÀY (hoặc --month, --quarter, --half-year, --year) --evidence CĂN-CỨ; nhập cả loạt: --template, rồi --import.",
      "Enter: thuocdo count STUDY NAME VALUE --on DAY (or --month, --quarter, --half-year, --year) --evidence TEXT; many at once: --template, then --import."
    )
  }

  /// Whether a count lies outside the year, spans more than is judged, or no target needs it.
  private func isIdle(_ count: AdministrativeCount) -> Bool {
    let span = count.subject.span
    let days = desk.context.days
    let isInside = days.lowerBound <= span.firstDay && span.lastDay <= days.upperBound
    if case .period(let period) = span,
      let longest = desk.plan.longestPeriod(ofCount: count.subject.name),
      longest.months < period.kind.months
    {
      return true
    }
    return !isInside || !desk.plan.countNames.contains(count.subject.name)
  }

  /// What was promised, in its words, and what the count is to the target.
  private func purpose(_ name: String) -> String {
    let uses = desk.plan.uses(ofCount: name)
    guard !uses.isEmpty else {
      return language.choose("Số phiếu phát ra, thu về trong báo cáo.", "Fieldwork in reports.")
    }
    return uses.map { use in
      let promise = use.target.promise.text(in: language)
      let role =
        if use.isWhole {
          language.choose("tổng số", "what there is to do")
        } else if let of = use.aim.of {
          language.choose("số đã làm của '\(of)'", "done of '\(of)'")
        } else {
          language.choose("chỉ tiêu", "target") + " \(words.threshold(use.aim))"
        }
      return "\(promise) (\(use.target.id): \(role))"
    }.joined(separator: " / ")
  }

  private func counts(_ name: String) -> [AdministrativeCount] {
    desk.book.counts.filter { $0.subject.name == name && !isIdle($0) }
      .sorted { $0.subject.span < $1.subject.span }
  }

  private func entered(_ name: String) -> String {
    let counts = counts(name)
    let numbers = DecimalText(language: language)
    let shown = counts.suffix(3).map { count in
      let place = count.subject.place.map { ", \($0)" } ?? ""
      return "\(numbers.count(count.value)) (\(count.subject.span.text(in: language))\(place))"
    }.joined(separator: ", ")
    guard counts.count > 3 else { return shown.isEmpty ? "–" : shown }
    return language.choose("\(counts.count) số liệu: … \(shown)", "\(counts.count): … \(shown)")
  }

  private func needs(_ name: String) -> [CountPart] {
    var parts: [CountPart] = []
    for use in desk.plan.uses(ofCount: name) {
      let needed = CountAssessor(use.aim, context: desk.context).needs(of: name)
      for part in needed where !parts.contains(where: { $0.days == part.days }) {
        parts.append(part)
      }
    }
    return parts
  }

  private func missing(_ name: String) -> String {
    let parts = needs(name)
    guard !parts.isEmpty else { return "–" }
    let periods = parts.flatMap { part in
      part.missing.isEmpty ? part.period.map { [$0] } ?? [] : part.missing
    }
    return periods.isEmpty ? language.choose("chưa nhập", "not entered") : words.list(periods)
  }

  private func json(_ name: String) -> JSONValue {
    .object([
      ("name", .string(name)),
      (
        "uses",
        .array(
          desk.plan.uses(ofCount: name).map { use in
            .object([
              ("target", .string(use.target.id)),
              ("promise", .string(use.target.promise.text(in: language))),
              ("role", .string(use.isWhole ? "of" : "done")),
              ("done", .string(use.aim.done)), ("of", use.aim.of.map { .string($0) } ?? .null),
              ("every", use.aim.every.map { .string($0.rawValue) } ?? .null),
              ("threshold", .number(use.aim.atLeast)),
            ])
          }
        )
      ),
      ("entered", .array(counts(name).map(JSONCount.value))),
      (
        "missing",
        .array(
          needs(name).flatMap { part in
            part.missing.isEmpty
              ? [part.period?.id ?? "\(part.days.lowerBound)/\(part.days.upperBound)"]
              : part.missing.map(\.id)
          }.map { .string($0) }
        )
      ),
    ])
  }
}

/// The record of counts, line by line.
struct CountHistory {
  let entries: [CountEntry]
  let book: CountBook
  let language: InterfaceLanguage

  var answer: CountAnswer {
    let numbers = DecimalText(language: language)
    let table = Table(
      caption: language.choose("Theo thứ tự nhập", "In order"),
      columns: [
        .init(language.choose("Lúc", "When")), .init(language.choose("Người nhập", "By")),
        .init(language.choose("Tên", "Name")), .init(language.choose("Ngày, kỳ", "Day, period")),
        .init(language.choose("Giá trị", "Value"), .trailing),
        .init(language.choose("Căn cứ", "Evidence")), .init(language.choose("Trạng thái", "State")),
      ],
      rows: entries.map { entry in
        let place = entry.subject.place.map { " (\($0))" } ?? ""
        let source = entry.source.map { " [\($0.file):\($0.line)]" } ?? ""
        return Table.Row([
          .text(entry.at.shown(in: language)), .text(entry.by),
          .text(entry.subject.name + place), .text(entry.subject.span.text(in: language)),
          entry.value.map { .text(numbers.count($0)) } ?? .empty,
          .text(entry.evidence + source), .text(state(entry)),
        ])
      }
    )
    let empty = language.choose("Chưa nhập số liệu nào.", "No count was entered yet.")
    return CountAnswer(
      Report(
        language: language,
        title: language.choose("Sổ số liệu hành chính", "The record of counts"),
        subtitle: [],
        blocks: entries.isEmpty ? [.paragraph(empty)] : [.table(table)]
      ),
      json: [
        ("format", .string("thuocdo-count-1")), ("entries", .array(entries.map(json))),
      ]
    )
  }

  private func state(_ entry: CountEntry) -> String {
    if entry.value == nil { return language.choose("rút số liệu", "withdrawal") }
    return book.isSuperseded(entry)
      ? language.choose("đã thay hoặc rút", "replaced or withdrawn")
      : language.choose("đang dùng", "holds")
  }

  private func json(_ entry: CountEntry) -> JSONValue {
    .object([
      ("number", .integer(Int(entry.id.number))), ("name", .string(entry.subject.name)),
      ("span", .string(entry.subject.span.id)),
      ("place", entry.subject.place.map { .string($0) } ?? .null),
      ("value", entry.value.map { .integer($0) } ?? .null), ("evidence", .string(entry.evidence)),
      ("by", .string(entry.by)), ("at", .string(entry.at.description)),
      ("file", entry.source.map { .string($0.file) } ?? .null),
      ("line", entry.source.map { .integer($0.line) } ?? .null),
      ("supersedes", entry.supersedes.map { .integer(Int($0.number)) } ?? .null),
      ("holds", .bool(entry.value != nil && !book.isSuperseded(entry))),
    ])
  }
}
