import SurveyModel
import SurveyReport
import SurveyStore

/// What became of a report when it was computed again.
package struct ReportCheck: Sendable {
  /// A place at which the file and the new computation differ, in words.
  package struct Place: Hashable, Sendable {
    /// Where it is: a cell of a sheet, a row of a table, a line.
    package let name: String
    /// What stands in the file, as far as it is shown.
    package let inFile: String
    /// What follows from the study.
    package let again: String

    init(_ difference: ReportDifference, in language: InterfaceLanguage) {
      let nothing = language.choose("(không có)", "(nothing)")
      name = difference.place(in: language)
      inFile = difference.inFile ?? nothing
      again = difference.again ?? nothing
    }
  }

  /// What the file and the new computation have in common.
  package enum Outcome: Hashable, Sendable {
    /// Every byte.
    case identical
    /// The figures and words differ at these places, in the order of the file.
    case different([Place])
  }

  /// Whether both agree.
  package let outcome: Outcome
  /// What the study or the program has changed since, in words.
  package let changes: [String]
  /// The sentence that sums up.
  package let sentence: String
}

/// Computes the reports on a study again and says where the files differ.
///
/// Files that differ only in their format rest on the same figures, which are computed once.
package struct ReportVerifier {
  private let workflow: Workflow
  private let study: OpenStudy
  private let register: String
  private var documents: [ReportManifest: Report] = [:]

  /// Prepares to verify reports on `study`.
  ///
  /// `register` is the folder of the register of units, for reports that carry results.
  package init(_ workflow: Workflow, of study: OpenStudy, register: String) {
    self.workflow = workflow
    self.study = study
    self.register = register
  }

  /// Verifies the bytes of one file.
  ///
  /// - Throws: ``WorkflowError`` when the file is no report of a study, or cannot be computed.
  package mutating func check(
    _ bytes: [UInt8],
    at path: String
  ) throws(WorkflowError) -> ReportCheck {
    let file = try attempt(path) { try ReportFile(bytes) }
    guard let manifest = file.manifest, let name = manifest[.format],
      let format = ReportFormat(rawValue: name)
    else { throw WorkflowError(VerifyProblem.noManifest, at: path) }
    let document = try document(of: manifest)
    let width = manifest[.width].flatMap { Int($0) } ?? TextRenderer.defaultWidth
    let content = try attempt(study.file.path) {
      try workflow.render(document, as: format, TextLook(width: width, isColoured: false))
    }
    let language = workflow.language
    guard content != bytes else {
      return ReportCheck(
        outcome: .identical,
        changes: [],
        sentence: VerifyWords.identical(manifest[.interviews] ?? "").text(in: language)
      )
    }
    let again = try attempt(path) { try ReportFile(content) }
    let changed = again.manifest.map { manifest.differences(from: $0) } ?? []
    let changes = changed.map {
      VerifyWords.changed($0, manifest[$0] ?? "–", again.manifest?[$0] ?? "–").text(in: language)
    }
    let places = file.differences(from: again).map { ReportCheck.Place($0, in: language) }
    return ReportCheck(
      outcome: .different(places),
      changes: changes,
      sentence: VerifyWords.different(places: places.count, explained: !changes.isEmpty)
        .text(in: language)
    )
  }

  /// The report that a manifest tells of, whatever its format.
  private mutating func document(
    of manifest: ReportManifest
  ) throws(WorkflowError) -> Report {
    var key = manifest
    key[.format] = nil
    key[.width] = nil
    if let known = documents[key] { return known }
    // Verdicts on counts depend on the day of the report.
    var now = workflow.clock
    if let day = manifest[.day],
      let noon = Timestamp(iso: "\(day)T12:00:00", offsetMinutes: Timestamp.vietnamOffset)
    {
      now = { noon }
    }
    let other = Workflow(
      language: manifest[.language].flatMap { InterfaceLanguage(rawValue: $0) }
        ?? workflow.language,
      clock: now,
      random: workflow.random,
      operatorName: workflow.operatorName
    )
    let document = try other.document(
      of: study,
      ReportOptions(manifest, register: register)
    ).document
    documents[key] = document
    return document
  }
}

/// Why a report cannot be verified.
enum VerifyProblem: LocalizedMessage {
  case noManifest

  func text(in language: InterfaceLanguage) -> String {
    language.choose(
      "tệp này không mang dòng kiểm chứng của thuocdo report; chọn tệp do report ghi ra, chưa bị chương trình khác bỏ dòng đó",
      "the file carries no line of thuocdo report to verify it by; name a file that report wrote and no other program has stripped"
    )
  }
}

/// The words of a verification.
enum VerifyWords: LocalizedMessage {
  case identical(String)
  case different(places: Int, explained: Bool)
  case changed(ReportManifest.Key, String, String)

  func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .identical(let interviews):
      language.choose(
        "Đúng: tính lại từ \(interviews) phiếu cho ra đúng tệp này, từng byte.",
        "Confirmed: computed again from \(interviews) interviews, the file is the same, byte by byte."
      )
    case .different(0, true):
      language.choose(
        "Khác: lời và số như nhau, nhưng căn cứ của báo cáo đã đổi như ghi ở trên.",
        "Different: words and figures are the same, but what the report rests on has changed as told above."
      )
    case .different(let places, true):
      language.choose(
        "Khác: \(places) chỗ của báo cáo không còn đúng với nghiên cứu; nguyên nhân ở trên.",
        "Different: the report no longer follows from the study in places: \(places); the reasons stand above."
      )
    case .different(0, false):
      language.choose(
        "Lời và số như nhau, chỉ cách ghi tệp khác: tệp đã được chương trình khác lưu lại.",
        "Words and figures are the same, only the file is written otherwise: another program saved it."
      )
    case .different(let places, false):
      language.choose(
        "Khác: nghiên cứu không đổi nhưng \(places) chỗ của tệp đã bị sửa.",
        "Different: the study has not changed, but the file was edited; places: \(places)."
      )
    case .changed(let key, let before, let after):
      "\(name(of: key, language)): \(short(before)) → \(short(after))"
    }
  }

  private func short(_ value: String) -> String {
    value.count > 40 ? value.prefix(16) + "…" : value
  }

  private func name(of key: ReportManifest.Key, _ language: InterfaceLanguage) -> String {
    switch key {
    case .program: language.choose("phiên bản chương trình", "version of the program")
    case .questionnaireVersion: language.choose("phiên bản phiếu", "version of the form")
    case .questionnaireDigest: language.choose("nội dung phiếu hỏi", "text of the questionnaire")
    case .plan: language.choose("kế hoạch", "plan")
    case .planDigest: language.choose("nội dung kế hoạch", "text of the plan")
    case .data: language.choose("các câu trả lời", "the answers")
    case .interviews: language.choose("số phiếu", "interviews")
    case .counts: language.choose("số liệu hành chính", "administrative counts")
    case .earlier:
      language.choose("các câu trả lời của kỳ đem so sánh", "answers of the time compared with")
    case .series:
      language.choose(
        "các câu trả lời của những kỳ khác trong xu hướng",
        "answers of other times in trends"
      )
    case .record:
      language.choose(
        "ghi chép về thực địa (đợt, ngày, cách hỏi, người nhập, kiểm nhập)",
        "the record of the fieldwork (wave, days, modes, operators, verification)"
      )
    case .register: language.choose("danh mục đơn vị hành chính", "register of units")
    default: key.rawValue
    }
  }
}
