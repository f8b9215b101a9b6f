import SurveyModel

/// What can be wrong with settings and languages.
enum XLSFormSettingFinding: DiagnosticMessage, Equatable {
  case bothIDs
  case instanceIDNeeded
  case languageWithoutTag(String)
  case missingTranslations(language: String, columns: [String])
  case unknownLanguageTag(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case bothIDs = "xlsform-both-ids"
    case instanceIDNeeded = "xlsform-instance-id-needed"
    case languageWithoutTag = "xlsform-language-without-tag"
    case missingTranslations = "xlsform-missing-translations"
    case unknownLanguageTag = "xlsform-unknown-language-tag"
  }

  var code: String {
    let code: Code =
      switch self {
      case .bothIDs: .bothIDs
      case .instanceIDNeeded: .instanceIDNeeded
      case .languageWithoutTag: .languageWithoutTag
      case .missingTranslations: .missingTranslations
      case .unknownLanguageTag: .unknownLanguageTag
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .bothIDs, .languageWithoutTag, .missingTranslations, .unknownLanguageTag: .warning
    case .instanceIDNeeded: .error
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
    case .bothIDs: "có cả 'form_id' và 'id_string'; 'form_id' được dùng, hãy bỏ 'id_string'"
    case .instanceIDNeeded: "phiếu mã hóa cần instanceID; hãy bỏ 'omit_instanceID'"
    case .languageWithoutTag(let name):
      "ngôn ngữ '\(name)' không có mã; hãy viết như 'Tiếng Việt (vi)'"
    case .missingTranslations(let name, let columns):
      "ngôn ngữ '\(name)' thiếu bản dịch của cột \(columns.joined(separator: ", ")); hãy thêm cột"
    case .unknownLanguageTag(let name):
      "mã trong ngôn ngữ '\(name)' không phải mã ngôn ngữ; hãy dùng mã như vi, en, km"
    }
  }

  private var english: String {
    switch self {
    case .bothIDs: "both 'form_id' and 'id_string' are given; 'form_id' holds, remove 'id_string'"
    case .instanceIDNeeded: "an encrypted form needs its instanceID; remove 'omit_instanceID'"
    case .languageWithoutTag(let name):
      "language '\(name)' has no tag; write it like 'Tiếng Việt (vi)'"
    case .missingTranslations(let name, let columns):
      "language '\(name)' lacks translations of \(columns.joined(separator: ", ")); add the columns"
    case .unknownLanguageTag(let name):
      "the tag of language '\(name)' is no language tag; use one such as vi, en, km"
    }
  }
}
