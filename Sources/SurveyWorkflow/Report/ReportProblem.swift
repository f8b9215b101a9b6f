import SurveyModel

/// Why there is nothing to report.
enum ReportProblem: LocalizedMessage {
  case noPlan
  /// The plan speaks of questions or indicators that the version does not have.
  case otherPlan(String)
  case noInterviews(String, wave: String)
  case nothingInPeriod(String, String)
  case againstItself(String)
  case unknownGroup(String, closest: String?)

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.noPlan, .vietnamese):
      "nghiên cứu không có kế hoạch nên không có chỉ tiêu; tạo nghiên cứu với --plan"
    case (.noPlan, .english):
      "the study has no plan and so no targets; make it with --plan"
    case (.otherPlan(let version), .vietnamese):
      "kế hoạch nhắc câu hay chỉ số mà phiên bản '\(version)' không có; "
        + "bỏ --form-version, hoặc xem report --form-version \(version)"
    case (.otherPlan(let version), .english):
      "the plan speaks of questions or indicators that version '\(version)' does not have; "
        + "leave --form-version out, or see report --form-version \(version)"
    case (.noInterviews(let id, let wave), .vietnamese):
      "chưa có phiếu '\(id)' nào trong đợt '\(wave)'; nhập phiếu bằng interview hoặc import"
    case (.noInterviews(let id, let wave), .english):
      "there is no interview of '\(id)' in wave '\(wave)'; enter some with interview or import"
    case (.nothingInPeriod(let id, let period), .vietnamese):
      "chưa có phiếu '\(id)' nào trả lời trong kỳ '\(period)'; chọn kỳ khác, hoặc xem các đợt bằng --wave"
    case (.nothingInPeriod(let id, let period), .english):
      "no interview of '\(id)' was conducted in '\(period)'; choose another period, or a wave with --wave"
    case (.againstItself(let label), .vietnamese):
      "không so sánh '\(label)' với chính nó hay với kỳ chồng lên nó; chọn đợt hoặc kỳ khác cho --against"
    case (.againstItself(let label), .english):
      "'\(label)' is not compared with itself or with what overlaps it; choose another for --against"
    case (.unknownGroup(let id, let closest), .vietnamese):
      "--by: phiếu không có câu '\(id)'; "
        + (closest.map { "có phải là '\($0)'?" } ?? "ghi mã của một câu hỏi trong phiếu")
    case (.unknownGroup(let id, let closest), .english):
      "--by: the questionnaire has no question '\(id)'; "
        + (closest.map { "did you mean '\($0)'?" } ?? "give the id of one of its questions")
    }
  }
}
