import SurveyAnalysis
import SurveyModel
import SurveyReport
import SurveyStatistics
import SurveyStore

extension Workflow {
  /// What each operator typed, how fast, and how often wrong.
  ///
  /// Without `questionnaire` or `wave`, of all.
  package func operators(
    in path: String,
    questionnaire: String?,
    wave: String?
  ) throws(WorkflowError) -> LedgerAnswer {
    let study = try open(path, forWriting: false)
    if let questionnaire { _ = try self.questionnaire(questionnaire, in: study) }
    if let wave { _ = try self.wave(wave, in: study) }
    return try attempt(path) {
      let sittings = try study.file.sittings().filter {
        (questionnaire ?? $0.start.questionnaire) == $0.start.questionnaire
          && (wave ?? $0.start.wave) == $0.start.wave
      }
      let checked = try study.file.verifications().filter {
        (questionnaire ?? $0.questionnaire) == $0.questionnaire && (wave ?? $0.wave) == $0.wave
      }
      try study.file.close()
      let tables = OperatorTables(sittings: sittings, verifications: checked, language: language)
      return LedgerAnswer(
        language,
        title: language.choose("Người nhập", "Operators"),
        sittings.isEmpty
          ? [.paragraph(language.choose("Chưa có phiên làm việc nào.", "No sitting is recorded."))]
          : tables.blocks,
        json: tables.json
      )
    }
  }
}

/// The work of operators as tables and as JSON.
struct OperatorTables {
  let sittings: [Sitting]
  let verifications: [Verification]
  let language: InterfaceLanguage

  private func word(_ vietnamese: String, _ english: String) -> String {
    language.choose(vietnamese, english)
  }

  private func code(_ by: String) -> String {
    by.isEmpty ? word("(không ghi mã)", "(no code)") : by
  }

  private func kind(_ kind: Sitting.Kind) -> String {
    switch kind {
    case .interview: word("phỏng vấn", "interview")
    case .entry: word("nhập phiếu", "entry")
    case .verify: word("kiểm nhập", "verification")
    case .selfResponse: word("tự trả lời", "self-response")
    }
  }

  // MARK: Work

  private struct Work {
    let by: String
    let kind: Sitting.Kind
    let sittings: [Sitting]

    var counts: TypingCounts {
      sittings.reduce(into: TypingCounts()) { sum, sitting in
        sum.forms += sitting.counts.forms
        sum.fields += sitting.counts.fields
        sum.keystrokes += sitting.counts.keystrokes
        sum.refused += sitting.counts.refused
        sum.activeMilliseconds += sitting.counts.activeMilliseconds
      }
    }
  }

  private var work: [Work] {
    let keys = Set(sittings.map { [$0.start.by, $0.start.kind.rawValue] })
    return keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      let own = sittings.filter { [$0.start.by, $0.start.kind.rawValue] == key }
      return Work(by: key[0], kind: Sitting.Kind(rawValue: key[1]) ?? .interview, sittings: own)
    }
  }

  private var workTable: Table {
    Table(
      caption: word("Khối lượng và tốc độ", "Work and speed"),
      columns: [
        .init(word("Mã", "Code")), .init(word("Việc", "Work")),
        .init(word("Phiên", "Sittings"), .trailing), .init(word("Phiếu", "Forms"), .trailing),
        .init(word("Câu", "Answers"), .trailing), .init(word("Lần gõ", "Keystrokes"), .trailing),
        .init(word("Giờ", "Hours"), .trailing), .init(word("Lần gõ/giờ", "Keys/hour"), .trailing),
        .init(word("Giây/câu", "Seconds/answer"), .trailing),
        .init(word("Bị từ chối", "Refused"), .trailing),
      ],
      rows: work.map { work in
        let counts = work.counts
        return Table.Row([
          .text(code(work.by)), .text(kind(work.kind)), .count(work.sittings.count),
          .count(counts.forms), .count(counts.fields), .count(counts.keystrokes),
          .number(counts.hours, decimals: 2),
          counts.keysPerHour.map { .number($0, decimals: 0) } ?? .empty,
          counts.secondsPerField.map { .number($0, decimals: 1) } ?? .empty,
          .count(counts.refused),
        ])
      }
    )
  }

  // MARK: Errors

  /// The rate of each keyer from the first time that each form was verified.
  private var rates: [(by: String, rate: KeyingErrorRate)] {
    let first = verifications.filter(\.isFirst)
    return Set(first.map(\.keyer)).sorted().compactMap { keyer in
      KeyingErrorRate(
        first.filter { $0.keyer == keyer }.map { (fields: $0.fields, errors: $0.keyerErrors) }
      ).map { (keyer, $0) }
    }
  }

  private var overall: KeyingErrorRate? {
    KeyingErrorRate(
      verifications.filter(\.isFirst).map { (fields: $0.fields, errors: $0.keyerErrors) }
    )
  }

  private func cells(_ name: String, _ rate: KeyingErrorRate) -> [Table.Cell] {
    let interval = rate.interval()
    return [
      .text(name), .count(rate.forms), .count(rate.fields), .count(rate.errors),
      .share(rate.estimate.value),
      interval.map { .shareInterval($0.lower...max($0.lower, $0.upper)) } ?? .empty,
    ]
  }

  private var errorTable: Table {
    var rows = rates.map { Table.Row(cells(code($0.by), $0.rate)) }
    if rates.count > 1, let overall {
      rows.append(Table.Row(cells(word("Tất cả", "All"), overall), isTotal: true))
    }
    return Table(
      caption: word(
        "Lỗi của người nhập, đo bằng kiểm nhập",
        "Keyer errors, measured by verification"
      ),
      columns: [
        .init(word("Người nhập", "Keyer")), .init(word("Phiếu kiểm", "Forms"), .trailing),
        .init(word("Câu kiểm", "Answers"), .trailing), .init(word("Lỗi", "Errors"), .trailing),
        .init(word("Tỷ lệ lỗi", "Error rate"), .trailing),
        .init(word("Khoảng tin cậy 95%", "95% interval"), .trailing),
      ],
      rows: rows
    )
  }

  // MARK: Sittings

  private func errors(in sitting: Sitting) -> (keyer: Int, verifier: Int) {
    let own = verifications.filter { $0.sitting == sitting.id }
    return (
      own.reduce(0) { $0 + $1.keyerErrors },
      own.reduce(0) { $0 + $1.verifierErrors }
    )
  }

  private var sittingTable: Table {
    Table(
      caption: word("Các phiên", "Sittings"),
      columns: [
        .init(word("Việc", "Work")), .init(word("Mã", "Code")), .init(word("Bắt đầu", "Start")),
        .init(word("Kết thúc", "End")), .init(word("Phiếu", "Forms"), .trailing),
        .init(word("Câu", "Answers"), .trailing), .init(word("Lần gõ", "Keystrokes"), .trailing),
        .init(word("Lỗi nhập", "Keyer errors"), .trailing),
        .init(word("Lỗi kiểm", "Verifier errors"), .trailing),
        .init(word("Lỗi/1.000 lần gõ", "Errors/1,000 keys"), .trailing),
        .init(word("Lần gõ/giờ", "Keys/hour"), .trailing),
      ],
      rows: sittings.map { sitting in
        let errors = errors(in: sitting)
        let isVerification = sitting.start.kind == .verify
        let perThousand = isVerification ? sitting.counts.perThousandKeys(errors.keyer) : nil
        return Table.Row([
          .text(kind(sitting.start.kind)), .text(code(sitting.start.by)),
          .text(sitting.start.started.shown(in: language)),
          .text(sitting.finished.shown(in: language)), .count(sitting.counts.forms),
          .count(sitting.counts.fields), .count(sitting.counts.keystrokes),
          isVerification ? .count(errors.keyer) : .empty,
          isVerification ? .count(errors.verifier) : .empty,
          perThousand.map { .number($0, decimals: 1) } ?? .empty,
          sitting.counts.keysPerHour.map { .number($0, decimals: 0) } ?? .empty,
        ])
      }
    )
  }

  var blocks: [Report.Block] {
    let errors: [Report.Block] =
      rates.isEmpty
      ? [
        .note(
          word(
            "Chưa kiểm nhập phiếu nào nên chưa biết tỷ lệ lỗi: thuocdo interview TỆP --verify --share 10%.",
            "No form was verified, so the error rate is unknown: thuocdo interview STUDY --verify --share 10%."
          )
        )
      ] : [.table(errorTable)]
    return [.table(workTable)] + errors + [.table(sittingTable)]
  }

  // MARK: JSON

  var json: [(String, JSONValue)] {
    [
      ("format", .string("thuocdo-operators-1")),
      ("operators", .array(work.map(json))),
      ("keying_errors", .array(rates.map { json($0.by, $0.rate) })),
      ("all_keying_errors", overall.map { json(nil, $0) } ?? .null),
      ("sittings", .array(sittings.map(json))),
    ]
  }

  private func json(_ work: Work) -> JSONValue {
    .object(
      [
        ("operator", .string(work.by)), ("kind", .string(work.kind.rawValue)),
        ("sittings", .integer(work.sittings.count)),
      ] + json(work.counts)
    )
  }

  private func json(_ by: String?, _ rate: KeyingErrorRate) -> JSONValue {
    let interval = rate.interval()
    return .object([
      ("operator", by.map { .string($0) } ?? .null), ("forms", .integer(rate.forms)),
      ("fields", .integer(rate.fields)), ("errors", .integer(rate.errors)),
      ("rate", .number(rate.estimate.value)),
      (
        "interval",
        interval.map { .array([.number($0.lower), .number($0.upper)]) } ?? .null
      ),
      ("upper_bound", .number(rate.upperBound())),
    ])
  }

  private func json(_ sitting: Sitting) -> JSONValue {
    let errors = errors(in: sitting)
    return .object(
      [
        ("kind", .string(sitting.start.kind.rawValue)), ("operator", .string(sitting.start.by)),
        ("questionnaire", .string(sitting.start.questionnaire)),
        ("wave", .string(sitting.start.wave)),
        ("started", .string(sitting.start.started.description)),
        ("finished", .string(sitting.finished.description)),
      ] + json(sitting.counts) + [
        ("keyer_errors", .integer(errors.keyer)), ("verifier_errors", .integer(errors.verifier)),
      ]
    )
  }

  private func json(_ counts: TypingCounts) -> [(String, JSONValue)] {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    return [
      ("forms", .integer(counts.forms)), ("fields", .integer(counts.fields)),
      ("keystrokes", .integer(counts.keystrokes)), ("refused", .integer(counts.refused)),
      ("active_seconds", .number(Double(counts.activeMilliseconds) / 1000)),
      ("keystrokes_per_hour", number(counts.keysPerHour)),
      ("seconds_per_field", number(counts.secondsPerField)),
    ]
  }
}

extension TypingCounts {
  fileprivate var hours: Double { Double(activeMilliseconds) / 3_600_000 }

  fileprivate var keysPerHour: Double? { hours > 0 ? Double(keystrokes) / hours : nil }

  fileprivate var secondsPerField: Double? {
    fields > 0 && activeMilliseconds > 0
      ? Double(activeMilliseconds) / 1000 / Double(fields) : nil
  }

  fileprivate func perThousandKeys(_ errors: Int) -> Double? {
    keystrokes > 0 ? Double(errors) * 1000 / Double(keystrokes) : nil
  }
}
