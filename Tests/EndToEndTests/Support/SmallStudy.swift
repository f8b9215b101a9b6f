import Testing

/// A study with a small questionnaire, made by the program itself.
struct SmallStudy {
  static let name = "thu.thuocdo"

  let folder: Folder

  /// Makes the study; with a plan when `planned`.
  init(planned: Bool = false) throws {
    folder = try Folder()
    try folder.write("phieu.yaml", Self.questionnaire)
    try folder.write("ke-hoach.yaml", Self.plan)
    let plan = planned ? ["--plan", "ke-hoach.yaml"] : []
    let made = try run(
      "new",
      Self.name,
      "--questionnaire",
      "phieu.yaml",
      "--wave",
      "2026-q3",
      extra: plan
    )
    try #require(made.ended(0), made.summary)
  }

  func run(
    _ arguments: String...,
    extra: [String] = [],
    input: String = "",
    language: String? = "vi"
  ) throws -> Program.Outcome {
    try Program.run(arguments + extra, in: folder, input: input, language: language)
  }

  /// The interviews of a wave that answered `muc`, and how many of them positively.
  func counts(wave: String? = nil) throws -> (n: Int, k: Int) {
    let choice = wave.map { ["--wave", $0] } ?? []
    let outcome = try run(
      "estimate",
      Self.name,
      "--proportion",
      "muc=2",
      "--format",
      "json",
      extra: choice
    )
    if outcome.ended(2) { return (0, 0) }
    try #require(outcome.ended(0), outcome.summary)
    let figure = try #require(try Figure.all(in: outcome.outputBytes).first)
    return (figure.n, figure.count ?? 0)
  }

  static let goodRows = """
    don_vi,tuoi,muc
    Xã A,20,2
    Xã B,35,1
    Xã C,41,2
    Xã D,62,2

    """

  /// Rows 3 and 5 are wrong.
  static let mixedRows = """
    don_vi,tuoi,muc,stt
    Xã A,20,2,1
    =1+1,17,2,2
    Xã C,96,Hài lòng,3
    "Xã ""D""
    mới",41,7,4

    """

  /// The questionnaire with the day of the interview.
  static let datedQuestionnaire = questionnaire.replacing(
    "      - {id: muc,",
    with: "      - {id: ngay, type: date, role: interview-date, label: {vi: Ngày, en: Day}}\n"
      + "      - {id: muc,"
  )

  static let questionnaire = """
    questionnaire: phieu-thu
    version: "1"
    languages: [vi, en]
    title: {vi: Phiếu thử, en: Test form}
    consent: {version: "1", text: {vi: Xin phép hỏi., en: May I ask?}}
    scales:
      muc-2:
        kind: ordered
        direction: ascending
        levels:
          - {code: 1, label: {vi: Không hài lòng, en: Not satisfied}}
          - {code: 2, label: {vi: Hài lòng, en: Satisfied}, positive: true}
        missing:
          - {code: 9, reason: refused, label: {vi: Không trả lời, en: No answer}}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: don_vi, type: text, required: true, label: {vi: Nơi ở, en: Place}}
          - id: tuoi
            type: integer
            label: {vi: Tuổi, en: Age}
            constraint: ". >= 18"
            constraint_message: {vi: Từ 18 tuổi., en: 18 or older.}
            warning: ". > 95"
            warning_message: {vi: Tuổi hiếm gặp., en: A rare age.}
          - {id: muc, scale: muc-2, label: {vi: Mức hài lòng, en: Satisfaction}}
    indicators:
      - id: hai_long
        label: {vi: Hài lòng, en: Satisfied}
        kind: share
        item: muc
        measured: satisfaction

    """

  static let plan = """
    plan: ke-hoach-thu
    office: {vi: Xã thử, en: A commune}
    document: {vi: Kế hoạch thử, en: A plan}
    period: {year: 2026, report: [year]}
    targets:
      - id: nguoi_dan_hai_long
        promise: {vi: 80% người dân hài lòng., en: 80% are satisfied.}
        source: "1"
        questionnaire: phieu-thu
        indicator: hai_long
        at_least: 80%

    """
}
