import SurveyModel

/// What can be wrong with a range.
enum XLSFormRangeFinding: DiagnosticMessage, Equatable {
  case notNumber(String)
  case zero(String)
  case tooLarge(String)
  case notMultiple(String)
  case outside(String)
  case unknownLabels(String)
  case tooManyLabels
  case wrongAppearance
  case labelIsNoNumber(String)
  case labelOutside(String)
  case labelOffStep(String)
  case labelsNotAtEnds
  case defaultsUsed(start: String, end: String, step: String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case notNumber = "xlsform-range-not-number"
    case zero = "xlsform-range-zero"
    case tooLarge = "xlsform-range-too-large"
    case notMultiple = "xlsform-range-not-multiple"
    case outside = "xlsform-range-outside"
    case unknownLabels = "xlsform-range-labels"
    case tooManyLabels = "xlsform-range-label-count"
    case wrongAppearance = "xlsform-range-appearance"
    case labelIsNoNumber = "xlsform-range-label-not-number"
    case labelOutside = "xlsform-range-label-outside"
    case labelOffStep = "xlsform-range-label-off-step"
    case labelsNotAtEnds = "xlsform-range-labels-not-at-ends"
    case defaultsUsed = "xlsform-range-defaults"
  }

  var code: String {
    let code: Code =
      switch self {
      case .notNumber: .notNumber
      case .zero: .zero
      case .tooLarge: .tooLarge
      case .notMultiple: .notMultiple
      case .outside: .outside
      case .unknownLabels: .unknownLabels
      case .tooManyLabels: .tooManyLabels
      case .wrongAppearance: .wrongAppearance
      case .labelIsNoNumber: .labelIsNoNumber
      case .labelOutside: .labelOutside
      case .labelOffStep: .labelOffStep
      case .labelsNotAtEnds: .labelsNotAtEnds
      case .defaultsUsed: .defaultsUsed
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    if case .defaultsUsed = self { return .warning }
    return .error
  }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .notNumber(let key): "'\(key)' của thang trượt phải là số; hãy sửa giá trị"
    case .zero(let key): "'\(key)' của thang trượt không được bằng 0; hãy sửa giá trị"
    case .tooLarge(let key):
      "'\(key)' lớn hơn khoảng từ 'start' đến 'end'; hãy giảm '\(key)' hoặc nới khoảng"
    case .notMultiple(let key): "'\(key)' phải là bội của 'step' kể từ 'start'; hãy sửa giá trị"
    case .outside(let key): "'\(key)' nằm ngoài khoảng từ 'start' đến 'end'; hãy sửa giá trị"
    case .unknownLabels(let list):
      "'tick_labelset' nêu danh sách '\(list)' không có trong trang 'choices'; hãy thêm danh sách"
    case .tooManyLabels: "với 'no-ticks' danh sách nhãn chỉ có 2 mục; hãy bớt mục"
    case .wrongAppearance:
      "'tick_interval', 'placeholder', 'tick_labelset' chỉ dùng với appearance 'vertical', 'no-ticks' hoặc để trống"
    case .labelIsNoNumber(let name):
      "mã '\(name)' trong danh sách nhãn của thang trượt phải là số; hãy sửa mã"
    case .labelOutside(let name):
      "mã '\(name)' trong danh sách nhãn nằm ngoài thang trượt; hãy sửa mã"
    case .labelOffStep(let name):
      "mã '\(name)' trong danh sách nhãn không rơi vào vạch nào của thang trượt; hãy sửa mã"
    case .labelsNotAtEnds: "với 'no-ticks' hai nhãn phải ở 'start' và 'end'; hãy sửa mã"
    case .defaultsUsed(let start, let end, let step):
      "thang trượt không ghi đủ tham số nên dùng start=\(start) end=\(end) step=\(step); tài liệu XLSForm ghi khác, hãy viết rõ"
    }
  }

  private var english: String {
    switch self {
    case .notNumber(let key): "'\(key)' of a range must be a number; mend its value"
    case .zero(let key): "'\(key)' of a range must not be 0; mend its value"
    case .tooLarge(let key):
      "'\(key)' is larger than the span from 'start' to 'end'; lessen it or widen the span"
    case .notMultiple(let key): "'\(key)' must be a multiple of 'step' from 'start'; mend its value"
    case .outside(let key): "'\(key)' is outside 'start' to 'end'; mend its value"
    case .unknownLabels(let list):
      "'tick_labelset' names list '\(list)', which is not in the sheet 'choices'; add it"
    case .tooManyLabels: "with 'no-ticks' the list of labels has 2 items only; remove some"
    case .wrongAppearance:
      "'tick_interval', 'placeholder' and 'tick_labelset' go with the appearances 'vertical', 'no-ticks' or none"
    case .labelIsNoNumber(let name):
      "code '\(name)' in the list of labels of a range must be a number; mend the code"
    case .labelOutside(let name):
      "code '\(name)' in the list of labels is outside the range; mend it"
    case .labelOffStep(let name):
      "code '\(name)' in the list of labels is on no tick of the range; mend the code"
    case .labelsNotAtEnds:
      "with 'no-ticks' the two labels must be 'start' and 'end'; mend the codes"
    case .defaultsUsed(let start, let end, let step):
      "the range leaves parameters out, so start=\(start) end=\(end) step=\(step) holds; XLSForm's manual says otherwise, write them down"
    }
  }
}
