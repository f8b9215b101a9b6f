import SurveyModel

/// A cell, row or header of a form.
struct XLSFormPlace: Hashable, Sendable {
  /// The name on the tab.
  let sheet: String
  /// The row of the sheet, counted from 1.
  let row: Int
  /// The line of the file.
  let line: Int
  /// The column, from 0, when it is about one.
  var column: Int?
  /// The header of the column.
  var header: String?
}

extension XLSFormPlace: CustomStringConvertible {
  /// `survey!C5 (relevant)`, which spreadsheets can jump to; `survey!5` for a whole row.
  var description: String {
    let letters = column.map { XLSFormPlace.letters($0) } ?? ""
    return "\(sheet)!\(letters)\(row)" + (header.map { " (\($0))" } ?? "")
  }

  /// The letters of a column: A, B … Z, AA.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      let letter = Unicode.Scalar(UInt8(0x41 + rest % 26))
      letters = String(letter) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}

/// What a finding about a form says, led by sheet, row and column.
struct XLSFormMessage: DiagnosticMessage {
  /// Where it is.
  let place: XLSFormPlace?
  /// What it says.
  let message: any DiagnosticMessage

  var code: String { message.code }
  var severity: Diagnostic.Severity { message.severity }

  func text(in language: InterfaceLanguage) -> String {
    let text = message.text(in: language)
    return place.map { "\($0): \(text)" } ?? text
  }
}

/// Collects the findings about one form.
final class XLSFormLog {
  /// The file as it was named.
  let file: String
  private(set) var findings: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// Adds a finding; without a place it is about the whole file.
  func report(_ message: any DiagnosticMessage, at place: XLSFormPlace?) {
    let location = SourceLocation(
      file: file,
      line: place?.line ?? 1,
      column: (place?.column ?? 0) + 1
    )
    findings.append(Diagnostic(XLSFormMessage(place: place, message: message), at: location))
  }
}

extension Sequence<String> {
  /// The words in quotes, separated by commas.
  var quotedList: String { map { "'\($0)'" }.joined(separator: ", ") }
}
