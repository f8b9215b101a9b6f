import SurveyFormats
import SurveyModel
import SurveyReport
import SurveyStore

/// An interview with the source of each of its values.
struct RecordHistory {
  let trace: RecordTrace
  let questionnaire: Questionnaire?
  /// How its answers are read, when they are of an older version than the newest.
  var readAs: ReadAs?
  let batches: [BatchID: ImportBatch]
  /// The sheets of those that read a workbook.
  var sheets: [BatchID: String] = [:]
  let columns: [BatchID: [BatchRecord.Column]]
  let language: InterfaceLanguage
  /// Notes on the interview.
  var remarks: [Remark] = []

  /// The newest version, and how answers of an older one are read as its own.
  struct ReadAs {
    let version: String
    /// The version of the interview.
    let own: String
    let reading: VersionReading

    /// What an answer is read as; the same question and answer where nothing changed.
    func target(of question: String, _ answer: Answer) -> (question: String, answer: Answer)? {
      guard let target = reading.target(of: question) else { return nil }
      switch answer {
      case .choice(let code): return (target.question, target.answer(for: code))
      case .choices(let codes):
        var all: [String] = []
        for code in codes {
          if case .choice(let other) = target.answer(for: code), !all.contains(other) {
            all.append(other)
          }
        }
        return (target.question, .choices(all))
      case .integer, .decimal, .text, .date, .missing: return (target.question, answer)
      }
    }
  }

  /// One value and the state that brought it.
  private struct Value {
    let question: String
    let answer: Answer
    let state: RecordTrace.State
    let header: String?
  }

  var blocks: [Report.Block] {
    var blocks: [Report.Block] = [.heading(title, level: 2)]
    if trace.states.last?.revision.kind == .void {
      blocks.append(
        .paragraph(language.choose("Phiếu này đã bị hủy.", "This interview has been voided."))
      )
    }
    blocks.append(.table(revisionTable))
    blocks.append(.table(valueTable))
    for remark in remarks {
      let place = remark.question ?? language.choose("cả phiếu", "the form")
      let by = remark.by.isEmpty ? "" : " (\(remark.by))"
      blocks.append(.note(language.choose("Ghi chú", "Note") + ", \(place): \(remark.text)\(by)"))
    }
    return blocks
  }

  /// Id, key, wave and last source, in one line.
  var summary: [String] {
    [
      trace.interview.description, trace.key.map { RecordKeys.shown($0) } ?? "", trace.wave,
      trace.states.last { $0.answers != nil }.map(source) ?? "",
    ]
  }

  private var title: String {
    let key = trace.key.map { RecordKeys.shown($0) }.map {
      ", \(language.choose("khóa", "key")) “\($0)”"
    }
    return language.choose("Phiếu", "Interview")
      + " \(trace.interview) (\(trace.questionnaire)"
      + (readAs.map { ", \(language.choose("phiên bản", "version")) \($0.own)" } ?? "")
      + ", \(language.choose("đợt", "wave")) \(trace.wave))"
      + (key ?? "")
  }

  private var revisionTable: Table {
    Table(
      caption: language.choose("Các lần ghi", "Revisions"),
      columns: [
        .init(language.choose("Lần", "No."), .trailing), .init(language.choose("Việc", "What")),
        .init(language.choose("Từ", "From")), .init(language.choose("Lô", "Batch")),
        .init(language.choose("Lúc", "When")), .init(language.choose("Người", "By")),
        .init(language.choose("Lý do", "Why")),
      ],
      rows: trace.states.map { state in
        Table.Row([
          .count(Int(clamping: state.revision.number)), .text(what(state.revision.kind)),
          .text(source(state)), .text(state.batch.map { String($0.hex.prefix(8)) } ?? ""),
          .text(state.revision.at.shown(in: language)),
          .text(state.revision.by), .text(state.revision.why ?? ""),
        ])
      }
    )
  }

  private var valueTable: Table {
    Table(
      caption: language.choose("Các câu trả lời", "Answers"),
      columns: [
        .init(language.choose("Câu", "Question")), .init(language.choose("Trả lời", "Answer")),
        .init(language.choose("Từ", "From")), .init(language.choose("Cột", "Column")),
        .init(language.choose("Lần", "No."), .trailing),
      ]
        + (readAs.map { [.init(language.choose("Đọc theo bản", "As version") + " \($0.version)")] }
          ?? []),
      rows: values.map { value in
        Table.Row(
          [
            .text(value.question),
            .text(value.answer.missingReason.map { "(\($0.rawValue))" } ?? value.answer.text),
            .text(source(value.state)), .text(value.header ?? ""),
            .count(Int(clamping: value.state.revision.number)),
          ] + (readAs.map { [.text(shown($0, value))] } ?? [])
        )
      }
    )
  }

  /// What an answer is read as, where that is something else.
  private func shown(_ readAs: ReadAs, _ value: Value) -> String {
    guard let target = readAs.target(of: value.question, value.answer) else {
      return language.choose("không tính chung", "counted apart")
    }
    let isSame = target.question == value.question && target.answer == value.answer
    if isSame { return "" }
    let text = target.answer.missingReason.map { "(\($0.rawValue))" } ?? target.answer.text
    return target.question == value.question ? text : "\(target.question) = \(text)"
  }

  /// The present value of every question, with the first state since which it has not changed.
  private var values: [Value] {
    let states = trace.states.filter { $0.answers != nil }
    guard let last = states.last, let present = last.answers else { return [] }
    let order = questionnaire?.questions.map(\.id) ?? present.keys.sorted()
    return order.compactMap { question in
      guard let answer = present[question] else { return nil }
      var source = last
      for state in states.dropLast().reversed() {
        guard let before = state.answers?[question], before.saysTheSame(as: answer) else { break }
        source = state
      }
      return Value(
        question: question,
        answer: answer,
        state: source,
        header: header(question, source)
      )
    }
  }

  private func header(_ question: String, _ state: RecordTrace.State) -> String? {
    guard let batch = state.batch, let columns = columns[batch] else { return nil }
    let own = columns.filter { $0.question == question }
    return own.isEmpty ? nil : own.map(\.header).joined(separator: ", ")
  }

  private func what(_ kind: Revision.Kind) -> String {
    switch kind {
    case .original: language.choose("ghi lần đầu", "original")
    case .replace: language.choose("sửa", "revised")
    case .void: language.choose("hủy", "voided")
    case .erase: language.choose("xóa", "erased")
    }
  }

  /// The file of an import, with the sheet of a workbook.
  private func place(in batch: ImportBatch) -> String {
    guard let sheet = sheets[batch.id] else { return batch.fileName }
    return "\(batch.fileName), \(language.choose("trang", "sheet")) “\(sheet)”"
  }

  /// File and line, or how the interview was conducted.
  private func source(_ state: RecordTrace.State) -> String {
    guard let batch = state.batch.flatMap({ batches[$0] }) else {
      if state.answers == nil { return "" }
      return state.mode.map(\.rawValue) ?? language.choose("sửa tay", "by hand")
    }
    let line = language.choose("dòng", "line")
    var text = "\(place(in: batch)), \(line) \(state.line ?? 0)"
    if let origin = state.origin, let parent = batch.parent {
      let first = batches[parent].map { place(in: $0) } ?? String(parent.hex.prefix(8))
      text += " (\(first), \(line) \(origin))"
    }
    return text
  }

  private func readAs(_ value: Value) -> [(String, JSONValue)] {
    guard let readAs else { return [] }
    guard let target = readAs.target(of: value.question, value.answer) else {
      return [("read_as", .null)]
    }
    return [
      (
        "read_as",
        .object([
          ("version", .string(readAs.version)), ("question", .string(target.question)),
          ("value", .string(target.answer.text)),
          ("missing", target.answer.missingReason.map { .string($0.rawValue) } ?? .null),
        ])
      )
    ]
  }

  var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    func place(_ state: RecordTrace.State) -> [(String, JSONValue)] {
      [
        ("file", text(state.batch.flatMap { batches[$0]?.fileName })),
        ("sheet", text(state.batch.flatMap { sheets[$0] })),
        ("line", state.line.map { .integer($0) } ?? .null),
        ("first_line", state.origin.map { .integer($0) } ?? .null),
        ("batch", text(state.batch?.hex)),
      ]
    }
    return .object([
      ("interview", .string(trace.interview.description)),
      ("questionnaire", .string(trace.questionnaire)), ("wave", .string(trace.wave)),
      ("key", text(trace.key.map { RecordKeys.shown($0) })),
      (
        "revisions",
        .array(
          trace.states.map { state in
            .object(
              [
                ("number", .integer(Int(clamping: state.revision.number))),
                ("kind", .string(state.revision.kind.rawValue)),
                ("by", .string(state.revision.by)),
                ("at", .string(state.revision.at.description)), ("why", text(state.revision.why)),
                ("version", text(state.version)),
              ] + place(state)
            )
          }
        )
      ),
      (
        "values",
        .array(
          values.map { value in
            .object(
              [
                ("question", .string(value.question)), ("value", .string(value.answer.text)),
                ("missing", text(value.answer.missingReason?.rawValue)),
                ("column", text(value.header)),
                ("revision", .integer(Int(clamping: value.state.revision.number))),
              ] + readAs(value) + place(value.state)
            )
          }
        )
      ),
    ])
  }
}
