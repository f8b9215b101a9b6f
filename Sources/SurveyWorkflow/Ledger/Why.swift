import SurveyModel
import SurveyReport
import SurveyStore

extension Workflow {
  /// Interviews that are shown whole; more are listed.
  private static let shownWhole = 3
  /// Interviews that are listed.
  private static let listed = 20

  /// Where every value of an interview comes from.
  ///
  /// `record` is the id of the interview, its record key, `FILE:LINE` with the name of an imported
  /// file or the beginning of its batch's id, or `QUESTION=ANSWER`, which may name many.
  package func why(_ record: String, in path: String) throws(WorkflowError) -> LedgerAnswer {
    let study = try open(path, forWriting: false)
    return try attempt(path) {
      defer { try? study.file.close() }
      let found = try interviews(named: record.composed.trimmed, in: study)
      let batches = try study.file.batches()
      let sheets = study.sheets(of: batches)
      let histories = try found.ids.map { id in
        let trace = try study.file.trace(of: id)
        let used = Set(trace.states.compactMap(\.batch))
        let version = trace.states.last { $0.answers != nil }?.version
        let newest = study.questionnaires.first { $0.id == trace.questionnaire }
        return RecordHistory(
          trace: trace,
          questionnaire: study.versions.first {
            $0.id == trace.questionnaire && $0.version == version
          } ?? newest,
          readAs: try newest.flatMap { newest in
            try readAs(newest, from: version, in: study)
          },
          batches: Dictionary(
            uniqueKeysWithValues: batches.map { ($0.id, $0) }
          ),
          sheets: sheets,
          columns: try Dictionary(
            uniqueKeysWithValues: used.map { ($0, try study.file.columns(of: $0)) }
          ),
          language: language,
          remarks: try study.file.remarks(on: id)
        )
      }
      return LedgerAnswer(
        language,
        title: language.choose("Nguồn gốc của phiếu", "Where an interview comes from"),
        found.count > Self.shownWhole
          ? list(histories, of: found.count) : histories.flatMap(\.blocks),
        json: [
          ("format", .string("thuocdo-why-1")), ("count", .integer(found.count)),
          ("records", .array(histories.map(\.json))),
        ]
      )
    }
  }

  /// The interviews that a person means: an id or a key goes before a line, a line before an answer.
  private func interviews(named text: String, in study: OpenStudy) throws -> FoundInterviews {
    let natural = Dictionary(
      study.questionnaires.map { ($0.id, $0.key) },
      uniquingKeysWith: { first, _ in first }
    )
    let sealed = try study.sealedKeys(text)
    let named = try study.file.interviews(named: text, sealed: sealed, naturalKeys: natural)
    if !named.isEmpty { return FoundInterviews(ids: named, count: named.count) }
    var found = FoundInterviews()
    switch RecordName(text) {
    case .line(let line, let file):
      let all = try study.file.batches()
      let batches = RecordName.batches(file, among: all)
      found.ids = try study.file.interviews(atLine: line, of: batches.map(\.id))
      found.count = found.ids.count
      if found.count == 0, !batches.isEmpty { throw NoSuchRow(line: line, file: file) }
      let undone = RecordName.batches(file, among: all, state: .undone)
      if found.count == 0, !undone.isEmpty { throw UndoneRecord(name: text, batches: undone) }
    case .answer(let answer, let id):
      var seen: Set<String> = []
      // The newest version that has the question tells its codes.
      for questionnaire in study.versions.reversed() {
        guard let question = questionnaire.questions.first(where: { $0.id == id }),
          seen.insert(questionnaire.id).inserted
        else { continue }
        let more = try study.file.interviews(
          of: questionnaire.id,
          version: questionnaire.version,
          answering: id,
          with: RecordName.code(answer, of: question),
          limit: Self.listed - found.ids.count
        )
        found.ids += more.ids
        found.count += more.count
      }
    case nil: break
    }
    if found.count > 0 { return found }
    let undone = try study.file.undoneBatches(
      named: text,
      sealed: sealed,
      naturalKeys: natural
    )
    guard undone.isEmpty else {
      let batches = try study.file.batches().filter { undone.contains($0.id) }
      throw UndoneRecord(name: text, batches: batches)
    }
    throw StudyError.unknownRecord(text)
  }

  /// How answers of `version` are read as those of the newest one; none where they are those.
  private func readAs(
    _ newest: Questionnaire,
    from version: String?,
    in study: OpenStudy
  ) throws -> RecordHistory.ReadAs? {
    guard let version, version != newest.version else { return nil }
    let shares = try study.file.versionShares(of: newest)
    guard let share = shares.first(where: { $0.version == version }) else { return nil }
    return RecordHistory.ReadAs(version: newest.version, own: version, reading: share.reading)
  }

  private func list(_ histories: [RecordHistory], of count: Int) -> [Report.Block] {
    let table = Table(
      caption: language.choose("\(count) phiếu", "\(count) interviews"),
      columns: [
        .init(language.choose("Phiếu", "Interview")), .init(language.choose("Khóa", "Key")),
        .init(language.choose("Đợt", "Wave")), .init(language.choose("Từ", "From")),
      ],
      rows: histories.map { Table.Row($0.summary.map { .text($0) }) }
    )
    let rest = count - histories.count
    let more =
      rest > 0
      ? language.choose(" Còn \(rest) phiếu nữa.", " \(rest) more are not listed.") : ""
    return [
      .table(table),
      .note(
        language.choose(
          "Xem từng phiếu: thuocdo why TỆP MÃ-PHIẾU, hoặc TÊN-TỆP:DÒNG.\(more)",
          "See one of them: thuocdo why STUDY INTERVIEW, or FILE:LINE.\(more)"
        )
      ),
    ]
  }
}
