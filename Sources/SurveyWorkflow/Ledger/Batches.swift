import SurveyModel
import SurveyReport
import SurveyStore

extension Workflow {
  /// The imports of the study, oldest first.
  package func batches(in path: String) throws(WorkflowError) -> LedgerAnswer {
    let study = try open(path, forWriting: false)
    return try attempt(path) {
      let batches = try study.file.batches().filter { $0.state != .open }
      try study.file.close()
      let table = BatchTable(
        batches: batches,
        sheets: study.sheets(of: batches),
        language: language
      )
      return LedgerAnswer(
        language,
        title: language.choose("Các lần nhập", "Imports"),
        batches.isEmpty
          ? [.paragraph(language.choose("Chưa nhập tệp nào.", "Nothing was imported yet."))]
          : [.table(table.table), .note(table.legend)],
        json: [
          ("format", .string("thuocdo-batches-1")), ("batches", .array(batches.map(table.json))),
        ]
      )
    }
  }

  /// Takes an import out of everything that counts.
  ///
  /// `batch` is its id or the beginning of it; with `continued`, what continues it goes too.
  package func undo(
    _ batch: String,
    why: String,
    continued: Bool,
    in path: String
  ) throws(WorkflowError) -> String {
    let study = try open(path, forWriting: true)
    return try attempt(path) {
      defer { try? study.file.close() }
      let batches = try study.file.batches()
      let found = batches.filter { $0.state != .open && $0.id.hex.hasPrefix(batch.lowercased()) }
      guard found.count == 1, let first = found.first, !batch.isEmpty else {
        throw BatchChoice(text: batch, count: batch.isEmpty ? 0 : found.count)
      }
      let parts = batches.filter { $0.parent == first.id && $0.state == .complete }
      let isLeft = first.state == .complete || parts.isEmpty || !continued
      let chosen = (continued ? parts.reversed() : []) + (isLeft ? [first] : [])
      let outcomes = try study.file.undo(
        chosen.map(\.id),
        by: operatorName,
        at: clock(),
        why: why
      )
      let undone = zip(chosen, outcomes).map { UndoneText(batch: $0, outcome: $1) }
      var lines = undone.map { $0.text(in: language) }
      if !continued, !parts.isEmpty { lines.append(rest(parts)) }
      let holders = OtherHolders(of: undone, among: batches)
      if !holders.batches.isEmpty { lines.append(holders.text(in: language)) }
      return lines.joined(separator: "\n")
    }
  }

  private func rest(_ parts: [ImportBatch]) -> String {
    let count = parts.reduce(0) { $0 + $1.goodRows }
    let ids = parts.map { $0.id.hex.prefix(8) }.joined(separator: ", ")
    return language.choose(
      "\(count) phiếu sửa từ các dòng bị trả lại của lô này vẫn được tính (lô \(ids)); thêm --continued khi hoàn tác, hoặc hoàn tác từng lô.",
      "\(count) interviews from mended rows of this batch still count (batch \(ids)); undo with --continued, or undo each."
    )
  }
}

/// A batch that was not named well enough.
struct BatchChoice: Error, LocalizedMessage {
  let text: String
  let count: Int

  func text(in language: InterfaceLanguage) -> String {
    count == 0
      ? language.choose(
        "nghiên cứu không có lô nhập '\(text)'; xem các lô bằng lệnh batches",
        "the study has no batch '\(text)'; see the command batches"
      )
      : language.choose(
        "có \(count) lô nhập bắt đầu bằng '\(text)'; viết thêm ký tự",
        "\(count) batches begin with '\(text)'; write more of it"
      )
  }
}

/// Imports as a table.
struct BatchTable {
  let batches: [ImportBatch]
  /// The sheets of those that read a workbook.
  let sheets: [BatchID: String]
  let language: InterfaceLanguage

  var table: Table {
    func title(_ vietnamese: String, _ english: String) -> String {
      language.choose(vietnamese, english)
    }
    return Table(
      caption: title("Theo thứ tự nhập", "In order"),
      columns: [
        .init(title("Lô", "Batch")), .init(title("Tệp", "File")), .init(title("Đợt", "Wave")),
        .init(title("Lúc", "When")), .init(title("Người nhập", "By")),
        .init(title("Nhận", "New"), .trailing), .init(title("Đã có", "Same"), .trailing),
        .init(title("Khác", "Changed"), .trailing), .init(title("Thay", "Revised"), .trailing),
        .init(title("Trả lại", "Rejected"), .trailing), .init(title("Trạng thái", "State")),
      ],
      rows: batches.map { batch in
        Table.Row([
          .text(String(batch.id.hex.prefix(8))),
          .text(batch.fileName + (sheets[batch.id].map { " (\($0))" } ?? "")), .text(batch.wave),
          .text((batch.finished ?? batch.started).shown(in: language)), .text(batch.by),
          .count(batch.goodRows), .count(batch.sameRows), .count(batch.changedRows),
          .count(batch.replacedRows), .count(batch.rejectedRows), .text(state(batch)),
        ])
      }
    )
  }

  var legend: String {
    language.choose(
      "Hoàn tác một lô: thuocdo undo TỆP LÔ. Lô tiếp tục chứa các dòng bị trả lại đã sửa.",
      "Undo a batch: thuocdo undo STUDY BATCH. Continuing batches hold mended rows."
    )
  }

  private func state(_ batch: ImportBatch) -> String {
    if let undone = batch.undone {
      return language.choose("hoàn tác ", "undone ") + undone.at.shown(in: language)
        + (undone.why.isEmpty ? "" : " (\(undone.why))")
    }
    if let parent = batch.parent {
      return language.choose("tiếp tục ", "continues ") + parent.hex.prefix(8)
    }
    return language.choose("được tính", "counts")
  }

  func json(_ batch: ImportBatch) -> JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object([
      ("id", .string(batch.id.hex)), ("state", .string(batch.state.rawValue)),
      ("file", .string(batch.fileName)), ("sheet", text(sheets[batch.id])),
      ("sha256", .string(batch.fileSHA256)),
      ("questionnaire", .string(batch.questionnaire)), ("version", .string(batch.version)),
      ("rules_sha256", text(batch.record.rulesSHA256)), ("wave", .string(batch.wave)),
      ("new", .integer(batch.goodRows)), ("same", .integer(batch.sameRows)),
      ("changed", .integer(batch.changedRows)), ("replaced", .integer(batch.replacedRows)),
      ("rejected", .integer(batch.rejectedRows)), ("policy", text(batch.record.policy)),
      ("reading", text(batch.record.reading)), ("mapping", text(batch.record.mapping)),
      ("continues", text(batch.parent?.hex)), ("started", .string(batch.started.description)),
      ("finished", text(batch.finished?.description)), ("by", .string(batch.by)),
      ("tool_version", .string(batch.toolVersion)),
      (
        "undone",
        batch.undone.map {
          .object([
            ("by", .string($0.by)), ("at", .string($0.at.description)), ("why", .string($0.why)),
          ])
        } ?? .null
      ),
    ])
  }
}

extension OpenStudy {
  /// The sheets of the imports that read a workbook.
  func sheets(of batches: [ImportBatch]) -> [BatchID: String] {
    var sheets: [BatchID: String] = [:]
    for batch in batches where batch.record.mapping?.contains("\nsheet: ") == true {
      let questionnaire = questionnaires.first { $0.id == batch.questionnaire }
      sheets[batch.id] = questionnaire.flatMap { batch.map(to: $0)?.sheetRead }
    }
    return sheets
  }
}
