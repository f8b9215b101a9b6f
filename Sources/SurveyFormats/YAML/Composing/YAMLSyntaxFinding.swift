import SurveyModel

/// What can be wrong with a file before its keys mean anything.
enum YAMLSyntaxFinding: DiagnosticMessage, Equatable {
  case emptyFile
  case tooLarge
  case tooDeep(limit: Int)
  case severalDocuments
  case anchor
  case tab
  case reservedCharacter(String)
  case controlCharacter
  case unclosedQuote
  case unclosedBracket
  case colonInText
  case indentation
  /// The parser's own words, in English, behind a sentence in the user's language.
  case other(detail: String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case emptyFile = "yaml-empty"
    case tooLarge = "yaml-too-large"
    case tooDeep = "yaml-too-deep"
    case severalDocuments = "yaml-several-documents"
    case anchor = "yaml-anchor"
    case tab = "yaml-tab"
    case reservedCharacter = "yaml-reserved-character"
    case controlCharacter = "yaml-control-character"
    case unclosedQuote = "yaml-unclosed-quote"
    case unclosedBracket = "yaml-unclosed-bracket"
    case colonInText = "yaml-colon"
    case indentation = "yaml-indentation"
    case other = "yaml-syntax"
  }

  var code: String {
    let code: Code =
      switch self {
      case .emptyFile: .emptyFile
      case .tooLarge: .tooLarge
      case .tooDeep: .tooDeep
      case .severalDocuments: .severalDocuments
      case .anchor: .anchor
      case .tab: .tab
      case .reservedCharacter: .reservedCharacter
      case .controlCharacter: .controlCharacter
      case .unclosedQuote: .unclosedQuote
      case .unclosedBracket: .unclosedBracket
      case .colonInText: .colonInText
      case .indentation: .indentation
      case .other: .other
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
    case .emptyFile:
      "tệp không có nội dung; hãy viết các khóa của tệp, mỗi khóa một dòng 'khóa: giá trị'"
    case .tooLarge: "tệp quá lớn, tối đa 1 MB và 200.000 mục; hãy chia thành nhiều phiếu"
    case .tooDeep(let limit):
      "các mục lồng nhau quá \(limit) tầng; hãy bỏ bớt dấu ngoặc hoặc thụt lề"
    case .severalDocuments:
      "tệp có nhiều tài liệu ngăn bằng '---'; hãy để mỗi tài liệu trong một tệp"
    case .anchor:
      "neo '&' và bí danh '*' của YAML không được dùng ở đây; hãy viết lại nội dung đầy đủ"
    case .tab: "dòng thụt lề bằng dấu tab; hãy thay bằng dấu cách"
    case .reservedCharacter(let character):
      "chữ không được bắt đầu bằng '\(character)'; hãy đặt cả câu trong dấu nháy"
    case .controlCharacter: "có ký tự điều khiển không nhìn thấy; hãy xóa ký tự đó"
    case .unclosedQuote: "dấu nháy mở ở đây không được đóng; hãy thêm dấu nháy ở cuối câu"
    case .unclosedBracket:
      "thiếu dấu phẩy hoặc dấu ngoặc đóng trước chỗ này; "
        + "hãy đóng ngoặc, và đặt chữ có dấu ':' '{' '[' ',' trong dấu nháy"
    case .colonInText:
      "dấu hai chấm không được đứng ở đây; hãy đặt câu có dấu hai chấm trong dấu nháy, "
        + "hoặc sửa thụt lề của dòng"
    case .indentation:
      "dòng không thẳng hàng với các dòng cùng mục; hãy sửa thụt lề, "
        + "hoặc đặt cả câu trong dấu nháy"
    case .other(let detail):
      "tệp không đúng cú pháp YAML; hãy sửa ở chỗ này (chi tiết của bộ đọc: \(detail))"
    }
  }

  private var english: String {
    switch self {
    case .emptyFile: "file has no content; write its keys, one 'key: value' on each line"
    case .tooLarge: "file is too large, at most 1 MB and 200,000 nodes; split it"
    case .tooDeep(let limit):
      "file nests deeper than \(limit) levels; remove brackets or indentation"
    case .severalDocuments:
      "file holds several documents divided by '---'; keep each in its own file"
    case .anchor: "YAML's anchors '&' and aliases '*' are not used here; write the content out"
    case .tab: "line is indented with a tab; use spaces"
    case .reservedCharacter(let character):
      "text may not begin with '\(character)'; put the whole text in quotes"
    case .controlCharacter: "file holds an invisible control character; delete it"
    case .unclosedQuote: "quote that opens here is not closed; add the quote at the end of the text"
    case .unclosedBracket:
      "comma or closing bracket is missing before this place; "
        + "close the bracket, and put text with ':' '{' '[' ',' in quotes"
    case .colonInText:
      "colon may not stand here; put text that holds a colon in quotes, "
        + "or correct the indentation of the line"
    case .indentation:
      "line is not in line with the others of its group; correct its indentation, "
        + "or put the whole text in quotes"
    case .other(let detail): "file is not valid YAML; correct this place (\(detail))"
    }
  }
}
