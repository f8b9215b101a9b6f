import SurveyModel
import Tabular

/// A piece of a report that was written earlier: what stands there, and where.
struct ReportPassage: Hashable, Sendable {
  /// Where a piece stands in its file.
  enum Place: Hashable, Sendable {
    /// A line of a text, from 1.
    case line(Int)
    /// A cell of a sheet.
    case cell(sheet: String, CellReference)
    /// The heading or caption above it, and in a table the row and the column.
    case part([String])
  }

  let place: Place
  let text: String

  /// Whether it is the line that the file is verified by.
  var isManifest: Bool { ReportManifest(in: Array(text.utf8)) != nil }
}

extension ReportPassage.Place: LocalizedMessage {
  func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .line(let number): language.choose("dòng \(number)", "line \(number)")
    case .cell(let sheet, let cell):
      language.choose("trang tính '\(sheet)', ô \(cell)", "sheet '\(sheet)', cell \(cell)")
    case .part(let titles):
      titles.isEmpty
        ? language.choose("đầu báo cáo", "head of the report") : titles.joined(separator: " › ")
    }
  }
}
