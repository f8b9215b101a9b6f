import SurveyModel

/// What can be wrong with entities and with the column `save_to`.
enum XLSFormEntityFinding: DiagnosticMessage, Equatable {
  case unknownColumn(String)
  case missingListName
  case duplicateList(String)
  case badListName(String)
  case updateWithoutID(String)
  case upsertWithoutCondition(String)
  case createWithoutLabel(String)
  case noEntities
  case saveToInGroup
  case saveToName(String)
  case saveToTwice(String, row: Int)
  case severalMarks
  case prefixNeeded
  case unknownEntity(String)
  case placeTaken(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case unknownColumn = "xlsform-entity-column"
    case missingListName = "xlsform-entity-without-list"
    case duplicateList = "xlsform-duplicate-entity"
    case badListName = "xlsform-entity-name"
    case updateWithoutID = "xlsform-entity-update-without-id"
    case upsertWithoutCondition = "xlsform-entity-upsert"
    case createWithoutLabel = "xlsform-entity-without-label"
    case noEntities = "xlsform-no-entities"
    case saveToInGroup = "xlsform-save-to-in-group"
    case saveToName = "xlsform-save-to-name"
    case saveToTwice = "xlsform-save-to-twice"
    case severalMarks = "xlsform-save-to-marks"
    case prefixNeeded = "xlsform-save-to-prefix"
    case unknownEntity = "xlsform-unknown-entity"
    case placeTaken = "xlsform-entity-place"
  }

  var code: String {
    let code: Code =
      switch self {
      case .unknownColumn: .unknownColumn
      case .missingListName: .missingListName
      case .duplicateList: .duplicateList
      case .badListName: .badListName
      case .updateWithoutID: .updateWithoutID
      case .upsertWithoutCondition: .upsertWithoutCondition
      case .createWithoutLabel: .createWithoutLabel
      case .noEntities: .noEntities
      case .saveToInGroup: .saveToInGroup
      case .saveToName: .saveToName
      case .saveToTwice: .saveToTwice
      case .severalMarks: .severalMarks
      case .prefixNeeded: .prefixNeeded
      case .unknownEntity: .unknownEntity
      case .placeTaken: .placeTaken
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
    case .unknownColumn(let name): "trang 'entities' không có cột '\(name)'; hãy bỏ cột này"
    case .missingListName: "thực thể không có 'list_name'; hãy điền tên"
    case .duplicateList(let name): "thực thể '\(name)' đã khai báo ở trên; hãy bỏ một hàng"
    case .badListName(let name):
      "tên thực thể '\(name)' không hợp lệ; tên không bắt đầu bằng '__' và không có dấu chấm"
    case .updateWithoutID(let name):
      "thực thể '\(name)' có 'update_if' mà không có 'entity_id'; hãy điền 'entity_id'"
    case .upsertWithoutCondition(let name):
      "thực thể '\(name)' có 'entity_id' và 'create_if' thì cần 'update_if'; hãy điền"
    case .createWithoutLabel(let name):
      "thực thể '\(name)' tạo mới thì cần 'label'; hãy điền cột 'label'"
    case .noEntities: "'save_to' cần trang 'entities'; hãy thêm trang hoặc bỏ 'save_to'"
    case .saveToInGroup: "nhóm và phần lặp không lưu vào thực thể được; hãy bỏ 'save_to'"
    case .saveToName(let name):
      "'\(name)' không làm tên thuộc tính được; tên khác 'name', 'label', không bắt đầu bằng '__'"
    case .saveToTwice(let name, let row):
      "thuộc tính '\(name)' đã lưu ở hàng \(row); hãy đổi một trong hai"
    case .severalMarks: "'save_to' chỉ có một dấu '#'; hãy viết danh_sách#thuộc_tính"
    case .prefixNeeded: "có nhiều thực thể nên 'save_to' phải viết danh_sách#thuộc_tính"
    case .unknownEntity(let name): "không có thực thể '\(name)' trong trang 'entities'; hãy sửa tên"
    case .placeTaken(let name):
      "không có nhóm nào chứa được thực thể '\(name)' vì tham chiếu nằm ở phần lặp khác nhau hoặc đã có thực thể khác; hãy tách nhóm"
    }
  }

  private var english: String {
    switch self {
    case .unknownColumn(let name): "the sheet 'entities' has no column '\(name)'; remove it"
    case .missingListName: "the entity has no 'list_name'; write its name"
    case .duplicateList(let name): "entity '\(name)' is declared above; remove one row"
    case .badListName(let name):
      "entity name '\(name)' is not valid; names do not begin with '__' and have no dot"
    case .updateWithoutID(let name):
      "entity '\(name)' has 'update_if' but no 'entity_id'; fill in 'entity_id'"
    case .upsertWithoutCondition(let name):
      "entity '\(name)' has 'entity_id' and 'create_if', so it needs 'update_if'; fill it in"
    case .createWithoutLabel(let name):
      "entity '\(name)' is created, so it needs a 'label'; fill in the column 'label'"
    case .noEntities: "'save_to' needs the sheet 'entities'; add it or clear 'save_to'"
    case .saveToInGroup: "groups and repeats cannot be saved to entities; clear 'save_to'"
    case .saveToName(let name):
      "'\(name)' cannot be a property; names are not 'name' or 'label' and do not begin with '__'"
    case .saveToTwice(let name, let row):
      "property '\(name)' is saved in row \(row) already; change one of the two"
    case .severalMarks: "'save_to' has one '#' only; write list#property"
    case .prefixNeeded: "there are several entities, so 'save_to' must be list#property"
    case .unknownEntity(let name): "there is no entity '\(name)' in the sheet 'entities'; mend it"
    case .placeTaken(let name):
      "no group can hold entity '\(name)': its references are in different repeats, or another entity is there; split the group"
    }
  }
}
