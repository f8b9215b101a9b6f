/// What is wrong with the words of a form: missing, mixed up, contrary, too wide.
enum WordsFinding: DiagnosticMessage, Equatable {
  /// A part of a question is not said in some languages.
  case labelMissing(of: String, languages: [String])
  /// Much of the form is not said in a language.
  case manyLabelsMissing(names: [String], language: String)
  /// Options of a list are not said in a language.
  case optionLabelsMissing(codes: [String], list: String, language: String)
  /// The words look like those of another language.
  case foreignWords(String, of: String, language: String, looksLike: String)
  /// The words of two languages stand in each other's place.
  case languagesSwapped(of: String, String, String)
  /// Two options have each other's words in a language.
  case optionsSwapped(String, String, list: String, language: String)
  /// Two options or questions have the same words in one language only.
  case sameLabel(String, String, words: String, language: String)
  /// Two scales of one part run in contrary directions.
  case scaleFlipped(String, list: String, other: String, otherList: String)
  /// Options that do not fit on one line of a screen.
  case optionTooWide(codes: [String], list: String, language: String, columns: Int)
  /// A question that takes many lines of a screen.
  case labelTooLong(question: String, language: String, lines: Int)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case labelMissing = "label-missing"
    case labelMixedUp = "label-mixed-up"
    case optionsSwapped = "options-swapped"
    case sameLabel = "same-label"
    case scaleFlipped = "scale-flipped"
    case labelTooWide = "label-too-wide"
  }

  var code: String {
    let code: Code =
      switch self {
      case .labelMissing, .manyLabelsMissing, .optionLabelsMissing: .labelMissing
      case .foreignWords, .languagesSwapped: .labelMixedUp
      case .optionsSwapped: .optionsSwapped
      case .sameLabel: .sameLabel
      case .scaleFlipped: .scaleFlipped
      case .optionTooWide, .labelTooLong: .labelTooWide
      }
    return code.rawValue
  }

  /// Words never keep a form from being used.
  var severity: Diagnostic.Severity { .warning }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private static func short(_ words: String) -> String {
    words.count > 60 ? "\(words.prefix(60))…" : words
  }

  private var vietnamese: String {
    switch self {
    case .labelMissing(let of, let languages):
      "\(of) thiếu lời văn bằng \(languages.listed(upTo: 8)); hãy thêm bản dịch"
    case .manyLabelsMissing(let names, let language):
      "\(names.count) chỗ thiếu lời văn bằng '\(language)': \(names.prefix(8).joined(separator: ", ")), …; hãy thêm bản dịch"
    case .optionLabelsMissing(let codes, let list, let language):
      "lựa chọn \(codes.listed(upTo: 8)) của danh sách '\(list)' thiếu lời văn bằng '\(language)'; hãy thêm bản dịch"
    case .foreignWords(let words, let of, let language, let looksLike):
      "lời văn '\(language)' của \(of) có vẻ là '\(looksLike)': “\(Self.short(words))”; hãy viết lại hoặc đổi chỗ"
    case .languagesSwapped(let of, let one, let other):
      "lời văn '\(one)' và '\(other)' của \(of) có vẻ bị đổi chỗ cho nhau; hãy đổi lại"
    case .optionsSwapped(let one, let other, let list, let language):
      "lời văn '\(language)' của lựa chọn '\(one)' và '\(other)' trong danh sách '\(list)' có vẻ bị đổi chỗ cho nhau; hãy đổi lại"
    case .sameLabel(let one, let other, let words, let language):
      "'\(one)' và '\(other)' cùng có lời văn '\(language)' “\(Self.short(words))” mà ngôn ngữ khác thì khác nhau; hãy sửa một trong hai"
    case .scaleFlipped(let question, let list, let other, let otherList):
      "thang '\(list)' của câu '\(question)' chạy ngược với thang '\(otherList)' của câu '\(other)' ở cùng phần hoặc cùng chỉ số; "
        + "hãy xếp hai thang cùng chiều, kẻo người trả lời chọn nhầm đầu"
    case .optionTooWide(let codes, let list, let language, let columns):
      "lựa chọn \(codes.listed(upTo: 8)) của danh sách '\(list)' bằng '\(language)' rộng tới \(columns) cột, hơn màn hình \(OptionLine.screenColumns) cột; hãy viết ngắn lại"
    case .labelTooLong(let question, let language, let lines):
      "câu '\(question)' bằng '\(language)' chiếm \(lines) dòng màn hình \(OptionLine.screenColumns) cột; hãy chuyển phần giải thích vào 'hint' hoặc viết ngắn lại"
    }
  }

  private var english: String {
    switch self {
    case .labelMissing(let of, let languages):
      "\(of) has no words in \(languages.listed(upTo: 8)); add the translation"
    case .manyLabelsMissing(let names, let language):
      "\(names.count) places have no words in '\(language)': \(names.prefix(8).joined(separator: ", ")), …; add the translations"
    case .optionLabelsMissing(let codes, let list, let language):
      "option \(codes.listed(upTo: 8)) of list '\(list)' has no words in '\(language)'; add the translation"
    case .foreignWords(let words, let of, let language, let looksLike):
      "the words of \(of) in '\(language)' look like '\(looksLike)': “\(Self.short(words))”; rewrite them or change places"
    case .languagesSwapped(let of, let one, let other):
      "the words of \(of) in '\(one)' and '\(other)' look as if they stood in each other's place; change them back"
    case .optionsSwapped(let one, let other, let list, let language):
      "the words of options '\(one)' and '\(other)' of list '\(list)' in '\(language)' look as if they stood in each other's place; change them back"
    case .sameLabel(let one, let other, let words, let language):
      "'\(one)' and '\(other)' have the same words in '\(language)', “\(Self.short(words))”, and different ones in another language; correct one of them"
    case .scaleFlipped(let question, let list, let other, let otherList):
      "scale '\(list)' of question '\(question)' runs against scale '\(otherList)' of question '\(other)' in the same part or indicator; "
        + "let both run in one direction, or respondents choose the wrong end"
    case .optionTooWide(let codes, let list, let language, let columns):
      "option \(codes.listed(upTo: 8)) of list '\(list)' in '\(language)' takes up to \(columns) columns, more than a screen of \(OptionLine.screenColumns); shorten it"
    case .labelTooLong(let question, let language, let lines):
      "question '\(question)' in '\(language)' takes \(lines) lines of a screen of \(OptionLine.screenColumns) columns; move explanations into 'hint' or shorten it"
    }
  }
}
