import SurveyModel

/// What can be wrong with a single value.
enum ValueFinding: DiagnosticMessage, Equatable {
  case badNumber(key: String, text: String)
  case badCount(key: String, text: String)
  case badPercentage(key: String, text: String)
  case badThreshold(key: String, text: String)
  case badFlag(key: String, text: String)
  case badSeed(String)
  case invalidID(String, allowsHyphen: Bool)
  case invalidLanguage(String)
  case repeatedLanguage(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case badNumber = "bad-number"
    case badCount = "bad-count"
    case badPercentage = "bad-percentage"
    case badThreshold = "bad-threshold"
    case badFlag = "bad-flag"
    case badSeed = "bad-seed"
    case invalidID = "invalid-id"
    case invalidLanguage = "invalid-language"
    case repeatedLanguage = "repeated-language"
  }

  var code: String {
    let code: Code =
      switch self {
      case .badNumber: .badNumber
      case .badCount: .badCount
      case .badPercentage: .badPercentage
      case .badThreshold: .badThreshold
      case .badFlag: .badFlag
      case .badSeed: .badSeed
      case .invalidID: .invalidID
      case .invalidLanguage: .invalidLanguage
      case .repeatedLanguage: .repeatedLanguage
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity { .error }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .badNumber(let key, let text):
      "'\(key)' phải là số, không phải '\(text)'; hãy viết bằng chữ số, dấu thập phân là dấu chấm"
    case .badCount(let key, let text):
      "'\(key)' phải là số nguyên không âm, không phải '\(text)'; hãy viết bằng chữ số"
    case .badPercentage(let key, let text):
      "'\(key)' phải là tỷ lệ từ 0% đến 100%, không phải '\(text)'; hãy viết dạng '80%'"
    case .badThreshold(let key, let text):
      "'\(key)' phải là tỷ lệ hoặc số, không phải '\(text)'; hãy viết dạng '80%' hoặc '4.2'"
    case .badFlag(let key, let text):
      "'\(key)' chỉ nhận true hoặc false, không phải '\(text)'; hãy viết 'true' hoặc 'false'"
    case .badSeed(let text):
      "'randomize' nhận true, false, một số hoặc '${câu}', không phải '\(text)'; hãy viết một trong các dạng đó"
    case .invalidID(let id, let allowsHyphen):
      "tên '\(id)' không hợp lệ; hãy bắt đầu bằng chữ cái và chỉ dùng a-z, A-Z, 0-9, '_'"
        + (allowsHyphen ? ", '-'" : "") + ", tối đa 64 ký tự"
    case .invalidLanguage(let language):
      "'\(language)' không phải mã ngôn ngữ; hãy viết hai hoặc ba chữ thường như 'vi', 'en', 'km'"
    case .repeatedLanguage(let language):
      "ngôn ngữ '\(language)' đã được khai báo; hãy bỏ một trong hai"
    }
  }

  private var english: String {
    switch self {
    case .badNumber(let key, let text):
      "'\(key)' must be a number, not '\(text)'; write digits with a decimal point"
    case .badCount(let key, let text):
      "'\(key)' must be a whole number from 0, not '\(text)'; write digits"
    case .badPercentage(let key, let text):
      "'\(key)' must be a share from 0% to 100%, not '\(text)'; write it as '80%'"
    case .badThreshold(let key, let text):
      "'\(key)' must be a share or a number, not '\(text)'; write it as '80%' or '4.2'"
    case .badFlag(let key, let text):
      "'\(key)' takes true or false, not '\(text)'; write 'true' or 'false'"
    case .badSeed(let text):
      "'randomize' takes true, false, a number or '${question}', not '\(text)'; write one of these"
    case .invalidID(let id, let allowsHyphen):
      "name '\(id)' is not allowed; begin with a letter and use only a-z, A-Z, 0-9, '_'"
        + (allowsHyphen ? ", '-'" : "") + ", at most 64 characters"
    case .invalidLanguage(let language):
      "'\(language)' is no language code; write two or three small letters such as 'vi', 'en', 'km'"
    case .repeatedLanguage(let language):
      "language '\(language)' is already declared; remove one of the two"
    }
  }
}
