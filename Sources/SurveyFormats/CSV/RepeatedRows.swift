package import SurveyModel

/// A record whose key another one has.
package struct RepeatedKey: RowRejection {
  private let key: String
  private let line: Int
  private let file: String?

  /// Describes a record; `file` is named when the other one is in an earlier file.
  package init(key: String, line: Int, file: String? = nil) {
    self.key = RecordKeys.shown(key)
    self.line = line
    self.file = file
  }

  package var code: String { "D03" }

  package func text(in language: InterfaceLanguage) -> String {
    let place = file.map { language.choose(" của tệp \($0)", " of \($0)") } ?? ""
    return language.choose(
      "Khóa “\(key)” đã có ở dòng \(line)\(place) với nội dung khác; xin sửa khóa hoặc bỏ một dòng.",
      "The key “\(key)” stands in line \(line)\(place) with other content; please mend the key or drop one row."
    )
  }
}

/// A record that stands for the same line of the first file as another one.
package struct RepeatedOrigin: RowRejection {
  private let origin: Int
  private let line: Int

  /// Describes a record with `origin` in its column `_dong`, as the record in `line` has.
  package init(origin: Int, line: Int) {
    self.origin = origin
    self.line = line
  }

  package var code: String { "D03" }

  package func text(in language: InterfaceLanguage) -> String {
    language.choose(
      "Dòng \(line) cũng ghi “_dong” là \(origin), với nội dung khác; xin bỏ một dòng, hoặc xóa trống ô “_dong” nếu đây là phiếu khác.",
      "Line \(line) has \(origin) in “_dong” too, with other content; please drop one row, or empty its cell “_dong” if it is another form."
    )
  }
}

/// A row whose dossier has a form already; nobody knows the number.
package struct RepeatedDossier: RowRejection {
  private let question: String
  private let line: Int?

  /// Describes a row; `line` is that of the other form, where it is in the same file.
  package init(question: String, line: Int?) {
    self.question = question
    self.line = line
  }

  package var code: String { "D05" }

  package func text(in language: InterfaceLanguage) -> String {
    let place =
      line.map { language.choose(" ở dòng \($0)", " in line \($0)") }
      ?? language.choose(" trong nghiên cứu", " in the study")
    return language.choose(
      "Hồ sơ ở câu '\(question)' đã có phiếu\(place), có thể là bản sao; mỗi hồ sơ một phiếu, xin bỏ một dòng.",
      "The dossier in question '\(question)' has a form\(place), maybe a copy; one form for each, please drop one."
    )
  }
}
