/// The formats of a report.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case html
  case md
  case csv
  case xlsx
  case json
  case docx

  /// What `targets` prints: everything that is text.
  package static let textual = allCases.filter { !$0.isBinary }

  /// Whether it is only for files: no terminal shows it.
  package var isBinary: Bool {
    switch self {
    case .text, .html, .md, .csv, .json: false
    case .xlsx, .docx: true
    }
  }

  /// The end of a file's name that tells it.
  package var fileExtension: String { self == .text ? "txt" : rawValue }

  /// The format that the end of a file's name tells, if it tells one.
  package init?(ofFile path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "txt": self = .text
    case "html", "htm": self = .html
    case "md", "markdown": self = .md
    case "csv": self = .csv
    case "xlsx": self = .xlsx
    case "json": self = .json
    case "docx": self = .docx
    default: return nil
    }
  }

  /// The format that was asked for: by `--format`, else by the end of the file's name; text where
  /// no file is named.
  ///
  /// - Throws: ``UsageProblem`` for a word that is no format, for a file whose name ends in none, and
  ///   for a format that needs a file where none is named: `-` stands for standard output, which must
  ///   then lead somewhere else than to a terminal.
  package static func chosen(
    _ name: String?,
    output: String?,
    isTerminal: Bool
  ) throws(UsageProblem) -> ReportFormat {
    let format: ReportFormat
    if let name {
      format = try UsageProblem.parse(name, "--format")
    } else if let output, output != "-" {
      guard let told = ReportFormat(ofFile: output) else {
        throw .unknownEnding(file: output, known: allCases.map { ".\($0.fileExtension)" })
      }
      format = told
    } else {
      format = .text
    }
    if format.isBinary, output == nil || (output == "-" && isTerminal) {
      throw .onlyForFiles(format: format.rawValue)
    }
    return format
  }

  /// The format that was asked for of what is only printed.
  package static func printed(_ name: String) throws(UsageProblem) -> ReportFormat {
    let format: ReportFormat? = ReportFormat(rawValue: name)
    if let format, !format.isBinary { return format }
    throw .notAmong(option: "--format", text: name, known: textual.map(\.rawValue))
  }
}
