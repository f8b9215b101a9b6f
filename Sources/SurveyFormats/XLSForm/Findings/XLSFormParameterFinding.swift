import SurveyModel

/// What can be wrong with the column `parameters`.
enum XLSFormParameterFinding: DiagnosticMessage, Equatable {
  case malformed
  case unknownKeys([String], accepted: [String])
  case notWhole(key: String)
  case notNumber(key: String)
  case badValue(key: String, value: String, accepted: [String])
  case seedWithoutRandomize
  case badSeed(String)
  case badColumnName(key: String, value: String)
  case locationIncomplete([String])
  case negative(key: String)
  case ageBelowInterval
  case badPackage(String)
  case badGeometry(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case malformed = "xlsform-malformed-parameters"
    case unknownKeys = "xlsform-unknown-parameter"
    case notWhole = "xlsform-parameter-not-whole"
    case notNumber = "xlsform-parameter-not-number"
    case badValue = "xlsform-parameter-value"
    case seedWithoutRandomize = "xlsform-seed-without-randomize"
    case badSeed = "xlsform-seed"
    case badColumnName = "xlsform-parameter-column"
    case locationIncomplete = "xlsform-audit-location"
    case negative = "xlsform-parameter-negative"
    case ageBelowInterval = "xlsform-audit-age"
    case badPackage = "xlsform-app-package"
    case badGeometry = "xlsform-reference-geometry"
  }

  var code: String {
    let code: Code =
      switch self {
      case .malformed: .malformed
      case .unknownKeys: .unknownKeys
      case .notWhole: .notWhole
      case .notNumber: .notNumber
      case .badValue: .badValue
      case .seedWithoutRandomize: .seedWithoutRandomize
      case .badSeed: .badSeed
      case .badColumnName: .badColumnName
      case .locationIncomplete: .locationIncomplete
      case .negative: .negative
      case .ageBelowInterval: .ageBelowInterval
      case .badPackage: .badPackage
      case .badGeometry: .badGeometry
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
    case .malformed: "tham số viết sai; hãy viết 'khóa=giá_trị khóa=giá_trị'"
    case .unknownKeys(let keys, let accepted):
      "kiểu này không nhận tham số \(keys.quotedList); hãy dùng: \(accepted.joined(separator: ", "))"
    case .notWhole(let key): "tham số '\(key)' phải là số nguyên; hãy sửa giá trị"
    case .notNumber(let key): "tham số '\(key)' phải là số; hãy sửa giá trị"
    case .badValue(let key, let value, let accepted):
      "tham số '\(key)' không nhận '\(value)'; hãy viết \(accepted.joined(separator: ", "))"
    case .seedWithoutRandomize: "'seed' chỉ dùng cùng 'randomize=true'; hãy thêm hoặc bỏ 'seed'"
    case .badSeed(let seed): "'seed' phải là số hoặc ${tên_câu}, không phải '\(seed)'; hãy sửa"
    case .badColumnName(let key, let value):
      "tham số '\(key)' phải là tên cột, không phải '\(value)'; tên gồm chữ, số, '_', '-', '.'"
    case .locationIncomplete(let missing):
      "ghi vị trí trong audit cần đủ ba tham số; hãy thêm \(missing.joined(separator: ", "))"
    case .negative(let key): "tham số '\(key)' không được âm; hãy sửa giá trị"
    case .ageBelowInterval:
      "'location-max-age' không được nhỏ hơn 'location-min-interval'; hãy sửa một trong hai"
    case .badPackage(let name):
      "'\(name)' không phải tên gói Android; tên gói có dạng vn.gov.ung_dung"
    case .badGeometry(let value):
      "'reference-geometry' cần tên một danh sách, một tệp, hoặc ${phần_lặp}, không phải '\(value)'"
    }
  }

  private var english: String {
    switch self {
    case .malformed: "the parameters are not well formed; write 'key=value key=value'"
    case .unknownKeys(let keys, let accepted):
      "this type does not take \(keys.quotedList); use \(accepted.joined(separator: ", "))"
    case .notWhole(let key): "parameter '\(key)' must be a whole number; mend its value"
    case .notNumber(let key): "parameter '\(key)' must be a number; mend its value"
    case .badValue(let key, let value, let accepted):
      "parameter '\(key)' does not take '\(value)'; write \(accepted.joined(separator: ", "))"
    case .seedWithoutRandomize: "'seed' goes with 'randomize=true' only; add it or remove 'seed'"
    case .badSeed(let seed): "'seed' must be a number or ${question}, not '\(seed)'; mend it"
    case .badColumnName(let key, let value):
      "parameter '\(key)' must name a column, not '\(value)'; names have letters, digits, '_', '-', '.'"
    case .locationIncomplete(let missing):
      "locations in an audit need all three parameters; add \(missing.joined(separator: ", "))"
    case .negative(let key): "parameter '\(key)' must not be negative; mend its value"
    case .ageBelowInterval:
      "'location-max-age' must not be less than 'location-min-interval'; mend one of the two"
    case .badPackage(let name): "'\(name)' is no Android package name such as org.example.app"
    case .badGeometry(let value):
      "'reference-geometry' takes the name of a list, of a file, or ${repeat}, not '\(value)'"
    }
  }
}
