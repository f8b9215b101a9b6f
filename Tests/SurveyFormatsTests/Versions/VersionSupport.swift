import SurveyFormats
import SurveyModel
import Testing

/// A small made-up form and what is edited in it.
struct TrialForm {
  static let text = """
    questionnaire: thu
    version: "1"
    languages: [vi, en]
    title: {vi: Phiếu thử, en: Trial}
    consent: {version: "1", text: {vi: Xin phép hỏi., en: May we ask?}}
    key: [so]
    scales:
      hai-long:
        kind: ordered
        direction: ascending
        neutral: 3
        levels:
          - {code: 1, label: {vi: Rất kém, en: Very bad}}
          - {code: 2, label: {vi: Kém, en: Bad}}
          - {code: 3, label: {vi: Bình thường, en: Neither}}
          - {code: 4, label: {vi: Tốt, en: Good}, positive: true, points: 1}
          - {code: 5, label: {vi: Rất tốt, en: Very good}, positive: true, points: 2}
        missing:
          - {code: 9, reason: refused, label: {vi: Không trả lời, en: No answer}}
    choices:
      gioi:
        - {code: 1, label: {vi: Nam, en: Male}}
        - {code: 2, label: {vi: Nữ, en: Female}}
      kenh:
        - {code: a, label: {vi: Loa phường, en: Loudspeaker}}
        - {code: b, label: {vi: Trang điện tử, en: Website}}
        - {code: c, label: {vi: Tờ rơi, en: Leaflet}}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: so, type: integer, required: true, label: {vi: Số phiếu, en: Number}}
          - {id: gioi, type: select_one, choices: gioi, label: {vi: Giới tính, en: Sex}}
          - {id: tuoi, type: integer, constraint: ". >= 18", label: {vi: Tuổi của ông bà, en: Your age}}
          - {id: kenh, type: select_multiple, choices: kenh, label: {vi: Biết qua kênh nào, en: Channels}}
          - {id: cho, type: range, range: {from: 0, to: 10, step: 1}, label: {vi: Chấm điểm, en: Grade}}
      - id: danh_gia
        title: {vi: Đánh giá, en: Ratings}
        questions:
          - {id: h1, type: select_one, scale: hai-long, label: {vi: Thái độ của cán bộ, en: Staff}}
          - {id: h2, type: select_one, scale: hai-long, relevant: "${tuoi} > 20", label: {vi: Nơi ngồi chờ, en: Waiting room}}
          - {id: tong, type: calculate, calculation: "${tuoi} + 1", label: {vi: Tổng, en: Sum}}
    indicators:
      - {id: tot, label: {vi: Đánh giá tốt, en: Rated well}, kind: share, item: h1}
      - {id: tuoi_tb, label: {vi: Tuổi trung bình, en: Mean age}, kind: mean, item: tuoi}

    """

  /// The form with pieces of its text replaced; each of them has to be there.
  ///
  /// Pieces are indented as they are above.
  static func edited(_ edits: (String, String)..., version: String = "2") throws -> Questionnaire {
    try edited(edits, version: version)
  }

  static func edited(_ edits: [(String, String)], version: String) throws -> Questionnaire {
    var text = Self.text
    for (old, new) in edits {
      #expect(text.contains(dedented(old)), "nothing to edit: \(old)")
      text = text.replacing(dedented(old), with: dedented(new))
    }
    text = text.replacing("version: \"1\"\nlang", with: "version: \"\(version)\"\nlang")
    let (questionnaire, findings) = YAMLQuestionnaireReader().read(text, file: "thu.yaml")
    let errors = findings.filter { $0.severity == .error }
    #expect(errors.map { $0.text(in: .english) } == [])
    return try #require(questionnaire)
  }

  private static func dedented(_ piece: String) -> String {
    piece.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0)
    }.joined(separator: "\n")
  }

  static func original() throws -> Questionnaire { try edited(version: "1") }

  /// The map in a few lines of YAML.
  static func map(_ lines: String) throws -> VersionMap {
    let text = "version_map: thu\nfrom: \"1\"\nto: \"2\"\nquestions:\n\(lines)\n"
    let (map, findings) = YAMLVersionMapReader().read(text, file: "map.yaml")
    #expect(findings.isEmpty, "\(findings.map { $0.text(in: .english) })")
    return try #require(map)
  }
}

/// A change in three words: what it is about, what changed, and how grave it is.
func short(_ changes: [VersionChange]) -> [String] {
  changes.map { "\($0.name ?? "-") \($0.code.rawValue) \($0.impact.rawValue)" }
}

/// What lies between the trial form and the edited one.
func changes(_ edits: (String, String)..., map: String? = nil) throws -> [String] {
  let new = try TrialForm.edited(edits, version: "2")
  let comparison = QuestionnaireComparison(
    try TrialForm.original(),
    new,
    map: try map.map(TrialForm.map)
  )
  for change in comparison.changes {
    for language in InterfaceLanguage.allCases {
      #expect(!change.text(in: language).isEmpty)
    }
  }
  return short(comparison.changes)
}
