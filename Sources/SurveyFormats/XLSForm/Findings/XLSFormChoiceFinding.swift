import SurveyModel

/// What can be wrong with choices and with the questions that use them.
enum XLSFormChoiceFinding: DiagnosticMessage, Equatable {
  case missingList
  case missingName
  case missingLabel(String)
  case duplicateName(String, list: String, row: Int)
  case spaceInName(String, list: String)
  case noChoicesSheet(similar: [String])
  case unknownList(String, nearest: String?)
  case noExternalSheet(similar: [String])
  case unknownExternalList(String, nearest: String?)
  case externalWithoutFilter
  case fileExtension(String)
  case otherWithFilter
  case otherWithoutChoices
  case tableFilter
  case tableListDiffers(String, first: String)
  case searchInFile(String)
  case searchSharesList(String, other: String)
  case instanceClash(String, one: String, other: String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case missingList = "xlsform-choice-without-list"
    case missingName = "xlsform-choice-without-name"
    case missingLabel = "xlsform-choice-without-label"
    case duplicateName = "xlsform-duplicate-choice"
    case spaceInName = "xlsform-space-in-choice"
    case noChoicesSheet = "xlsform-no-choices"
    case unknownList = "xlsform-unknown-list"
    case noExternalSheet = "xlsform-no-external-choices"
    case unknownExternalList = "xlsform-unknown-external-list"
    case externalWithoutFilter = "xlsform-external-without-filter"
    case fileExtension = "xlsform-choice-file-extension"
    case otherWithFilter = "xlsform-other-with-filter"
    case otherWithoutChoices = "xlsform-other-without-choices"
    case tableFilter = "xlsform-table-list-filter"
    case tableListDiffers = "xlsform-table-list-differs"
    case searchInFile = "xlsform-search-in-file"
    case searchSharesList = "xlsform-search-shares-list"
    case instanceClash = "xlsform-instance-clash"
  }

  var code: String {
    let code: Code =
      switch self {
      case .missingList: .missingList
      case .missingName: .missingName
      case .missingLabel: .missingLabel
      case .duplicateName: .duplicateName
      case .spaceInName: .spaceInName
      case .noChoicesSheet: .noChoicesSheet
      case .unknownList: .unknownList
      case .noExternalSheet: .noExternalSheet
      case .unknownExternalList: .unknownExternalList
      case .externalWithoutFilter: .externalWithoutFilter
      case .fileExtension: .fileExtension
      case .otherWithFilter: .otherWithFilter
      case .otherWithoutChoices: .otherWithoutChoices
      case .tableFilter: .tableFilter
      case .tableListDiffers: .tableListDiffers
      case .searchInFile: .searchInFile
      case .searchSharesList: .searchSharesList
      case .instanceClash: .instanceClash
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .missingList, .missingLabel, .externalWithoutFilter: .warning
    case .missingName, .duplicateName, .spaceInName, .noChoicesSheet, .unknownList,
      .noExternalSheet, .unknownExternalList, .fileExtension, .otherWithFilter,
      .otherWithoutChoices, .tableFilter, .tableListDiffers, .searchInFile, .searchSharesList,
      .instanceClash:
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
    case .missingList: "lựa chọn không có 'list_name' nên bị bỏ qua; hãy điền tên danh sách"
    case .missingName: "lựa chọn không có 'name'; hãy điền mã của lựa chọn"
    case .missingLabel(let name): "lựa chọn '\(name)' không có nhãn; hãy điền cột 'label'"
    case .duplicateName(let name, let list, let row):
      "mã '\(name)' đã có ở hàng \(row) của danh sách '\(list)'; hãy đổi mã, hoặc đặt allow_choice_duplicates=yes nếu cố ý"
    case .spaceInName(let name, let list):
      "mã '\(name)' của danh sách '\(list)' có dấu cách nên không dùng cho câu chọn nhiều được; hãy nối bằng '_'"
    case .noChoicesSheet(let similar) where similar.isEmpty:
      "không có trang 'choices'; hãy thêm trang 'choices' với cột list_name, name, label"
    case .noChoicesSheet(let similar):
      "không có trang 'choices'; trang \(similar.quotedList) có tên gần giống, hãy đổi tên"
    case .unknownList(let list, let nearest?):
      "không có danh sách '\(list)' trong trang 'choices'; có phải là '\(nearest)'?"
    case .unknownList(let list, nil):
      "không có danh sách '\(list)' trong trang 'choices'; hãy thêm danh sách hoặc sửa tên"
    case .noExternalSheet(let similar) where similar.isEmpty:
      "không có trang 'external_choices'; hãy thêm trang này với cột list_name, name"
    case .noExternalSheet(let similar):
      "không có trang 'external_choices'; trang \(similar.quotedList) có tên gần giống, hãy đổi tên"
    case .unknownExternalList(let list, let nearest?):
      "không có danh sách '\(list)' trong trang 'external_choices'; có phải là '\(nearest)'?"
    case .unknownExternalList(let list, nil):
      "không có danh sách '\(list)' trong trang 'external_choices'; hãy thêm hoặc sửa tên"
    case .externalWithoutFilter:
      "select_one_external chỉ có ích khi có 'choice_filter'; hãy dùng select_one"
    case .fileExtension(let file):
      "tệp lựa chọn '\(file)' phải có đuôi .csv, .xml hoặc .geojson; hãy sửa tên tệp"
    case .otherWithFilter: "or_other không dùng chung với 'choice_filter'; hãy bỏ một trong hai"
    case .otherWithoutChoices: "or_other cần danh sách trong trang 'choices'; hãy thêm danh sách"
    case .tableFilter: "bảng table-list không nhận 'choice_filter'; hãy bỏ 'choice_filter'"
    case .tableListDiffers(let list, let first):
      "các câu trong bảng table-list phải dùng chung danh sách '\(first)', không phải '\(list)'; hãy tách nhóm"
    case .searchInFile(let name):
      "câu '\(name)' lấy lựa chọn từ tệp nên không dùng 'search()' được; hãy bỏ 'search()' hoặc đổi kiểu"
    case .searchSharesList(let list, let other):
      "danh sách '\(list)' dùng với 'search()' ở đây nhưng câu '\(other)' dùng mà không có 'search()'; hãy tách danh sách"
    case .instanceClash(let name, let one, let other):
      "'\(name)' vừa là \(one) vừa là \(other); hãy đổi tên một trong hai"
    }
  }

  private var english: String {
    switch self {
    case .missingList: "choice has no 'list_name' and is left out; write the name of its list"
    case .missingName: "choice has no 'name'; write the code of the choice"
    case .missingLabel(let name): "choice '\(name)' has no label; fill in the column 'label'"
    case .duplicateName(let name, let list, let row):
      "code '\(name)' is already in row \(row) of list '\(list)'; change it, or set allow_choice_duplicates=yes if it is meant"
    case .spaceInName(let name, let list):
      "code '\(name)' of list '\(list)' has a space and cannot be used in select_multiple; join its words by '_'"
    case .noChoicesSheet(let similar) where similar.isEmpty:
      "there is no sheet 'choices'; add one with the columns list_name, name, label"
    case .noChoicesSheet(let similar):
      "there is no sheet 'choices'; \(similar.quotedList) is named nearly so, rename it"
    case .unknownList(let list, let nearest?):
      "there is no list '\(list)' in the sheet 'choices'; did you mean '\(nearest)'?"
    case .unknownList(let list, nil):
      "there is no list '\(list)' in the sheet 'choices'; add it or mend the name"
    case .noExternalSheet(let similar) where similar.isEmpty:
      "there is no sheet 'external_choices'; add one with the columns list_name, name"
    case .noExternalSheet(let similar):
      "there is no sheet 'external_choices'; \(similar.quotedList) is named nearly so, rename it"
    case .unknownExternalList(let list, let nearest?):
      "there is no list '\(list)' in the sheet 'external_choices'; did you mean '\(nearest)'?"
    case .unknownExternalList(let list, nil):
      "there is no list '\(list)' in the sheet 'external_choices'; add it or mend the name"
    case .externalWithoutFilter:
      "select_one_external is of use with a 'choice_filter' only; write select_one"
    case .fileExtension(let file):
      "the file of choices '\(file)' must end with .csv, .xml or .geojson; mend its name"
    case .otherWithFilter: "or_other does not go with a 'choice_filter'; remove one of the two"
    case .otherWithoutChoices: "or_other needs a list in the sheet 'choices'; add it"
    case .tableFilter: "a table-list takes no 'choice_filter'; remove it"
    case .tableListDiffers(let list, let first):
      "all questions of a table-list must share the list '\(first)', not '\(list)'; split the group"
    case .searchInFile(let name):
      "question '\(name)' takes its choices from a file, which does not go with 'search()'; remove it or change the type"
    case .searchSharesList(let list, let other):
      "list '\(list)' is used with 'search()' here but without it in '\(other)'; give them lists of their own"
    case .instanceClash(let name, let one, let other):
      "'\(name)' is both \(one) and \(other); rename one of the two"
    }
  }
}
