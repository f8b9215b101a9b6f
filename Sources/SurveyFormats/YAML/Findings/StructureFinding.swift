import SurveyModel

/// What can be wrong with the keys and the shapes of a file.
enum StructureFinding: DiagnosticMessage, Equatable {
  case unknownKey(String, nearest: String?, known: [String])
  case duplicateKey(String, firstLine: Int)
  case missingKey(String)
  case wrongShape(expected: YAMLShape, found: YAMLShape)
  case keyIsNoText
  case emptyValue(String)
  case emptyItem
  case emptyList(String)
  case repeatedItem(String)
  /// A sentence with a comma in `{...}`: what follows the comma looks like a key.
  case unquotedText(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case unknownKey = "unknown-key"
    case duplicateKey = "duplicate-key"
    case missingKey = "missing-key"
    case wrongShape = "wrong-shape"
    case keyIsNoText = "key-is-no-text"
    case emptyValue = "empty-value"
    case emptyItem = "empty-item"
    case emptyList = "empty-list"
    case repeatedItem = "repeated-item"
    case unquotedText = "unquoted-text"
  }

  var code: String {
    let code: Code =
      switch self {
      case .unknownKey: .unknownKey
      case .duplicateKey: .duplicateKey
      case .missingKey: .missingKey
      case .wrongShape: .wrongShape
      case .keyIsNoText: .keyIsNoText
      case .emptyValue: .emptyValue
      case .emptyItem: .emptyItem
      case .emptyList: .emptyList
      case .repeatedItem: .repeatedItem
      case .unquotedText: .unquotedText
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
    case .unknownKey(let key, let nearest?, _):
      "khóa '\(key)' không có trong định dạng; có phải là '\(nearest)'?"
    case .unknownKey(let key, nil, let known):
      "khóa '\(key)' không dùng được ở đây; hãy bỏ đi hoặc dùng một trong: "
        + known.joined(separator: ", ")
    case .duplicateKey(let key, let line):
      "khóa '\(key)' đã có ở dòng \(line); hãy bỏ một trong hai"
    case .missingKey(let key): "thiếu khóa '\(key)'; hãy thêm '\(key): ...'"
    case .wrongShape(let expected, let found):
      "chỗ này cần \(expected.vietnamese), không phải \(found.vietnamese); "
        + "hãy viết \(expected.example)"
    case .keyIsNoText: "khóa phải là một từ, không phải danh sách hay nhóm; hãy viết lại khóa"
    case .emptyValue(let key): "khóa '\(key)' không có giá trị; hãy viết giá trị hoặc bỏ khóa"
    case .emptyItem:
      "mục của danh sách để trống; hãy viết nội dung hoặc bỏ dấu '-' hay dấu phẩy thừa"
    case .emptyList(let key): "danh sách '\(key)' không có mục nào; hãy thêm ít nhất một mục"
    case .repeatedItem(let item): "mục '\(item)' có hai lần trong danh sách; hãy bỏ một lần"
    case .unquotedText(let text):
      "'\(text)' bị hiểu là một khóa vì đứng sau dấu phẩy; hãy đặt cả câu trong dấu nháy kép"
    }
  }

  private var english: String {
    switch self {
    case .unknownKey(let key, let nearest?, _):
      "key '\(key)' is not part of the format; did you mean '\(nearest)'?"
    case .unknownKey(let key, nil, let known):
      "key '\(key)' is not used here; remove it or use one of "
        + known.joined(separator: ", ")
    case .duplicateKey(let key, let line):
      "key '\(key)' is already used in line \(line); remove one of the two"
    case .missingKey(let key): "key '\(key)' is missing; add '\(key): ...'"
    case .wrongShape(let expected, let found):
      "this place takes \(expected.english), not \(found.english); write \(expected.example)"
    case .keyIsNoText: "key must be a word, not a list or a map; rewrite the key"
    case .emptyValue(let key): "key '\(key)' has no value; write one or remove the key"
    case .emptyItem: "item of the list is empty; write it or remove the '-' or the comma"
    case .emptyList(let key): "list '\(key)' has no items; add at least one"
    case .repeatedItem(let item): "item '\(item)' stands twice in the list; remove it once"
    case .unquotedText(let text):
      "'\(text)' is read as a key because it follows a comma; put the text in quotes"
    }
  }
}

extension YAMLShape {
  fileprivate var vietnamese: String {
    switch self {
    case .scalar: "một giá trị"
    case .list: "một danh sách"
    case .map: "một nhóm khóa"
    }
  }

  fileprivate var english: String {
    switch self {
    case .scalar: "one value"
    case .list: "a list"
    case .map: "a map of keys"
    }
  }

  fileprivate var example: String {
    switch self {
    case .scalar: "'a'"
    case .list: "'[a, b]'"
    case .map: "'{key: a}'"
    }
  }
}
