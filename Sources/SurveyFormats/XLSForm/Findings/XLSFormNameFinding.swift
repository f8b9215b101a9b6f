import SurveyModel

/// What can be wrong with names and references.
enum XLSFormNameFinding: DiagnosticMessage, Equatable {
  case invalidName(String)
  case plainNameAdvised(String)
  case duplicateName(String, row: Int)
  case generatedNameTaken(String, by: String)
  case nameInOtherCase(String, row: Int)
  case reservedName
  case repeatNamedAsRoot(String)
  case duplicateRepeat(String, row: Int)
  case malformedReference
  case unknownReference(String, nearest: String?)
  case ambiguousReference(String)
  case loopReference(String, loop: String)
  case loopChoice(String, loop: String)
  case severalTriggers
  case triggerIsNoReference
  case triggerIsHidden(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case invalidName = "xlsform-invalid-name"
    case plainNameAdvised = "xlsform-plain-name-advised"
    case duplicateName = "xlsform-duplicate-name"
    case generatedNameTaken = "xlsform-generated-name-taken"
    case nameInOtherCase = "xlsform-name-in-other-case"
    case reservedName = "xlsform-reserved-name"
    case repeatNamedAsRoot = "xlsform-repeat-named-as-root"
    case duplicateRepeat = "xlsform-duplicate-repeat"
    case malformedReference = "xlsform-malformed-reference"
    case unknownReference = "xlsform-unknown-reference"
    case loopReference = "xlsform-loop-reference"
    case loopChoice = "xlsform-loop-choice-name"
    case ambiguousReference = "xlsform-ambiguous-reference"
    case severalTriggers = "xlsform-several-triggers"
    case triggerIsNoReference = "xlsform-trigger-is-no-reference"
    case triggerIsHidden = "xlsform-trigger-is-hidden"
  }

  var code: String {
    let code: Code =
      switch self {
      case .invalidName: .invalidName
      case .plainNameAdvised: .plainNameAdvised
      case .duplicateName: .duplicateName
      case .generatedNameTaken: .generatedNameTaken
      case .nameInOtherCase: .nameInOtherCase
      case .reservedName: .reservedName
      case .repeatNamedAsRoot: .repeatNamedAsRoot
      case .duplicateRepeat: .duplicateRepeat
      case .malformedReference: .malformedReference
      case .unknownReference: .unknownReference
      case .ambiguousReference: .ambiguousReference
      case .loopReference: .loopReference
      case .loopChoice: .loopChoice
      case .severalTriggers: .severalTriggers
      case .triggerIsNoReference: .triggerIsNoReference
      case .triggerIsHidden: .triggerIsHidden
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .plainNameAdvised, .nameInOtherCase: .warning
    case .invalidName, .duplicateName, .generatedNameTaken, .reservedName, .repeatNamedAsRoot,
      .duplicateRepeat, .malformedReference, .unknownReference, .ambiguousReference,
      .loopReference, .loopChoice, .severalTriggers, .triggerIsNoReference, .triggerIsHidden:
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
    case .invalidName(let name):
      "tên '\(name)' không hợp lệ; tên bắt đầu bằng chữ hoặc '_', rồi đến chữ, số, '_', '-', '.'"
    case .plainNameAdvised(let name):
      "tên '\(name)' có chữ có dấu; XLSForm cho phép nhưng nhiều phần mềm thống kê thì không, nên đặt tên không dấu"
    case .duplicateName(let name, let row):
      "tên '\(name)' đã dùng ở hàng \(row) trong cùng nhóm; hãy đổi một trong hai"
    case .generatedNameTaken(let name, let by):
      "tên '\(name)' được tự đặt cho '\(by)' nên không dùng được ở đây; hãy đổi tên câu này"
    case .nameInOtherCase(let name, let row):
      "tên '\(name)' chỉ khác tên ở hàng \(row) về chữ hoa, chữ thường; hãy đổi một trong hai"
    case .reservedName: "tên 'meta' dành riêng cho thông tin của biểu mẫu; hãy đổi tên"
    case .repeatNamedAsRoot(let name):
      "phần lặp không được trùng tên gốc '\(name)' của biểu mẫu; hãy đổi tên"
    case .duplicateRepeat(let name, let row):
      "tên phần lặp '\(name)' đã dùng ở hàng \(row); tên phần lặp phải khác nhau trong cả biểu mẫu"
    case .malformedReference: "tham chiếu viết sai; hãy viết ${tên_câu}"
    case .unknownReference(let name, let nearest?):
      "không có câu '\(name)'; có phải là ${\(nearest)}?"
    case .unknownReference(let name, nil):
      "không có câu '\(name)' trong trang 'survey'; hãy sửa tham chiếu"
    case .ambiguousReference(let name):
      "tham chiếu ${\(name)} không rõ vì có nhiều câu tên '\(name)'; hãy đổi tên cho khác nhau"
    case .loopReference(let name, let loop):
      "tham chiếu ${\(name)} không rõ vì vòng lặp '\(loop)' hỏi câu này nhiều lần; hãy chỉ tham chiếu từ bên trong vòng lặp"
    case .loopChoice(let name, let loop):
      "lựa chọn '\(name)' thành tên nhóm trong vòng lặp '\(loop)', phải bắt đầu bằng chữ hoặc '_' và không có dấu cách; hãy đổi mã"
    case .severalTriggers:
      "các câu trong 'trigger' phải cách nhau bằng dấu phẩy; hãy viết ${câu_1}, ${câu_2}"
    case .triggerIsNoReference: "'trigger' phải là tham chiếu; hãy viết ${tên_câu}"
    case .triggerIsHidden(let name):
      "câu '\(name)' không hiện ra nên không làm 'trigger' được; hãy chọn câu được hỏi"
    }
  }

  private var english: String {
    switch self {
    case .invalidName(let name):
      "name '\(name)' is not valid; names begin with a letter or '_', then letters, digits, '_', '-', '.'"
    case .plainNameAdvised(let name):
      "name '\(name)' has letters with marks; XLSForm takes them but much statistical software does not, a plain name is safer"
    case .duplicateName(let name, let row):
      "name '\(name)' is already used in row \(row) of the same group; rename one of the two"
    case .generatedNameTaken(let name, let by):
      "name '\(name)' is made for '\(by)' and cannot be used here; rename this question"
    case .nameInOtherCase(let name, let row):
      "name '\(name)' differs from row \(row) in capital letters only; rename one of the two"
    case .reservedName: "the name 'meta' is kept for the form itself; choose another"
    case .repeatNamedAsRoot(let name):
      "a repeat cannot have the name '\(name)' of the form's root; choose another"
    case .duplicateRepeat(let name, let row):
      "repeat name '\(name)' is already used in row \(row); repeats need names of their own in the whole form"
    case .malformedReference: "the reference is not well formed; write ${question}"
    case .unknownReference(let name, let nearest?):
      "there is no question '\(name)'; did you mean ${\(nearest)}?"
    case .unknownReference(let name, nil):
      "there is no question '\(name)' in the sheet 'survey'; mend the reference"
    case .ambiguousReference(let name):
      "reference ${\(name)} is not clear, several questions are named '\(name)'; give them different names"
    case .loopReference(let name, let loop):
      "reference ${\(name)} is not clear, loop '\(loop)' asks this question several times; refer to it from inside the loop only"
    case .loopChoice(let name, let loop):
      "choice '\(name)' names a group of loop '\(loop)', so it has to begin with a letter or '_' and have no spaces; change the code"
    case .severalTriggers: "put commas between the questions of a 'trigger': ${one}, ${other}"
    case .triggerIsNoReference: "a 'trigger' must be a reference; write ${question}"
    case .triggerIsHidden(let name):
      "question '\(name)' is not shown, so it cannot be a 'trigger'; choose one that is asked"
    }
  }
}
