import SurveyModel

/// What can be wrong with a row of the survey.
enum XLSFormRowFinding: DiagnosticMessage, Equatable {
  case commentRow
  case missingType
  case unknownType(String, nearest: String?)
  case missingName(type: String)
  case disabledColumn
  case unmatchedEnd(String)
  case unmatchedBegin(String, name: String)
  case missingCalculation
  case missingLabel(name: String)
  case bigImageAlone
  case unsupportedMedia(String)
  case loopWithoutList
  case settingInSurvey(String)
  case auditName
  case deprecatedType(String)
  case unlabelledRepeat(name: String)
  case carried(type: String)
  case carriedRequired(type: String)
  case backgroundWithoutTrigger
  case backgroundWithCalculation

  /// The stable codes.
  enum Code: String, CaseIterable {
    case commentRow = "xlsform-comment-row"
    case missingType = "xlsform-missing-type"
    case unknownType = "xlsform-unknown-type"
    case missingName = "xlsform-missing-name"
    case disabledColumn = "xlsform-disabled-column"
    case unmatchedEnd = "xlsform-unmatched-end"
    case unmatchedBegin = "xlsform-unmatched-begin"
    case missingCalculation = "xlsform-missing-calculation"
    case missingLabel = "xlsform-missing-label"
    case bigImageAlone = "xlsform-big-image-alone"
    case unsupportedMedia = "xlsform-unsupported-media"
    case loopWithoutList = "xlsform-loop-without-list"
    case settingInSurvey = "xlsform-setting-in-survey"
    case auditName = "xlsform-audit-name"
    case deprecatedType = "xlsform-deprecated-type"
    case unlabelledRepeat = "xlsform-unlabelled-repeat"
    case carried = "xlsform-carried"
    case carriedRequired = "xlsform-carried-required"
    case backgroundWithoutTrigger = "xlsform-background-without-trigger"
    case backgroundWithCalculation = "xlsform-background-with-calculation"
  }

  var code: String {
    let code: Code =
      switch self {
      case .commentRow: .commentRow
      case .missingType: .missingType
      case .unknownType: .unknownType
      case .missingName: .missingName
      case .disabledColumn: .disabledColumn
      case .unmatchedEnd: .unmatchedEnd
      case .unmatchedBegin: .unmatchedBegin
      case .missingCalculation: .missingCalculation
      case .missingLabel: .missingLabel
      case .bigImageAlone: .bigImageAlone
      case .unsupportedMedia: .unsupportedMedia
      case .loopWithoutList: .loopWithoutList
      case .settingInSurvey: .settingInSurvey
      case .auditName: .auditName
      case .deprecatedType: .deprecatedType
      case .unlabelledRepeat: .unlabelledRepeat
      case .carried: .carried
      case .carriedRequired: .carriedRequired
      case .backgroundWithoutTrigger: .backgroundWithoutTrigger
      case .backgroundWithCalculation: .backgroundWithCalculation
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .commentRow, .disabledColumn, .settingInSurvey, .deprecatedType, .unlabelledRepeat,
      .carried, .carriedRequired:
      .warning
    case .missingType, .unknownType, .missingName, .unmatchedEnd, .unmatchedBegin,
      .missingCalculation, .missingLabel, .bigImageAlone, .unsupportedMedia, .loopWithoutList,
      .auditName, .backgroundWithoutTrigger, .backgroundWithCalculation:
      .error
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .commentRow: "hàng không có type, name, label nên được coi là ghi chú và bỏ qua"
    case .missingType: "hàng có tên hoặc nhãn nhưng không có type; hãy viết kiểu câu hỏi"
    case .unknownType(let type, let nearest?):
      "không có kiểu '\(type)'; có phải là '\(nearest)'?"
    case .unknownType(let type, nil):
      "không có kiểu '\(type)'; hãy dùng một kiểu của XLSForm như text, integer, select_one DANH_SÁCH"
    case .missingName(let type): "'\(type)' không có name; hãy đặt tên cho hàng"
    case .disabledColumn: "cột 'disabled' không còn trong XLSForm; hãy dùng 'relevant'"
    case .unmatchedEnd(let kind):
      "'end_\(kind)' không có 'begin_\(kind)' đang mở; hãy bỏ hàng này hoặc sửa cho khớp"
    case .unmatchedBegin(let kind, let name):
      "'begin_\(kind)' của '\(name)' không được đóng; hãy thêm 'end_\(kind)' phía dưới"
    case .missingCalculation: "câu calculate không có công thức; hãy điền cột 'calculation'"
    case .missingLabel(let name):
      "câu '\(name)' hiện ra mà không có nhãn hay gợi ý; hãy điền cột 'label'"
    case .bigImageAlone: "'big-image' cần có thêm 'image'; hãy điền cột 'image'"
    case .unsupportedMedia(let kind):
      "không có loại media '\(kind)'; hãy dùng image, big-image, audio hoặc video"
    case .loopWithoutList: "vòng lặp loop không nêu danh sách; hãy viết 'begin loop over DANH_SÁCH'"
    case .settingInSurvey(let key):
      "'\(key)' là cài đặt, không phải câu hỏi; hãy chuyển sang trang 'settings'"
    case .auditName: "câu audit phải tên là 'audit'; hãy để trống cột 'name'"
    case .deprecatedType(let type): "'\(type)' không còn chạy trên hầu hết thiết bị; hãy bỏ đi"
    case .unlabelledRepeat(let name): "phần lặp '\(name)' không có nhãn; hãy điền cột 'label'"
    case .carried(let type):
      "kiểu '\(type)' được giữ khi chuyển đổi nhưng không hỏi được ở đây; phiếu sẽ bỏ qua câu này"
    case .carriedRequired(let type):
      "kiểu '\(type)' bắt buộc trả lời nhưng không hỏi được ở đây; phiếu không thể hoàn tất, hãy bỏ 'required'"
    case .backgroundWithoutTrigger: "background-geopoint cần cột 'trigger'; hãy điền ${tên_câu}"
    case .backgroundWithCalculation:
      "background-geopoint không nhận 'calculation'; hãy để trống cột này"
    }
  }

  private var english: String {
    switch self {
    case .commentRow: "row without type, name and label is taken for a remark and left out"
    case .missingType: "row has a name or label but no type; write the type of the question"
    case .unknownType(let type, let nearest?):
      "there is no type '\(type)'; did you mean '\(nearest)'?"
    case .unknownType(let type, nil):
      "there is no type '\(type)'; use one of XLSForm such as text, integer, select_one LIST"
    case .missingName(let type): "'\(type)' has no name; give the row a name"
    case .disabledColumn: "the column 'disabled' is no longer part of XLSForm; use 'relevant'"
    case .unmatchedEnd(let kind):
      "'end_\(kind)' has no open 'begin_\(kind)'; remove this row or make the two match"
    case .unmatchedBegin(let kind, let name):
      "'begin_\(kind)' of '\(name)' is never closed; add 'end_\(kind)' below"
    case .missingCalculation: "calculate has no formula; fill in the column 'calculation'"
    case .missingLabel(let name):
      "question '\(name)' is shown but has no label or hint; fill in the column 'label'"
    case .bigImageAlone: "'big-image' needs an 'image' too; fill in the column 'image'"
    case .unsupportedMedia(let kind):
      "there is no kind of media '\(kind)'; use image, big-image, audio or video"
    case .loopWithoutList: "the loop names no list; write 'begin loop over LIST'"
    case .settingInSurvey(let key):
      "'\(key)' is a setting, not a question; move it to the sheet 'settings'"
    case .auditName: "an audit is always named 'audit'; leave the column 'name' empty"
    case .deprecatedType(let type): "'\(type)' no longer works on most devices; remove it"
    case .unlabelledRepeat(let name): "repeat '\(name)' has no label; fill in the column 'label'"
    case .carried(let type):
      "type '\(type)' is kept in conversions but cannot be asked here; interviews skip it"
    case .carriedRequired(let type):
      "type '\(type)' is required but cannot be asked here, so no interview can be completed; clear 'required'"
    case .backgroundWithoutTrigger: "background-geopoint needs a 'trigger'; write ${question}"
    case .backgroundWithCalculation:
      "background-geopoint takes no 'calculation'; clear that column"
    }
  }
}
