import SurveyModel
import Tabular

/// Text as a workbook can hold it.
enum SheetText {
  private static let cellLimit = 32_767
  private static let nameLimit = 31

  /// The text of a cell: visible signs on one line.
  static func cell(_ text: String) -> String { VisibleText.clean(text).cut(to: cellLimit) }

  /// The height of a row in points; `nil` for that of one line.
  static func height(of cells: [WorkbookCell], widths: [Double]) -> Double? {
    let lines = zip(cells, widths).map { cell, width in
      guard case .text(let text) = cell.content, cell.look.wraps else { return 1 }
      let room = width / (cell.look.isBold ? 1.08 : 1) - Double(cell.look.indent) - 1
      return ColumnWidth.lines(of: text, width: max(Int(room), 1)).count
    }
    guard let most = lines.max(), most > 1 else { return nil }
    return Double(most) * 15
  }

  /// The name of a sheet: its number, which makes it unique, and the words of its caption that fit
  /// into 31 UTF-16 units, without the signs that Excel refuses.
  static func name(_ number: Int, _ caption: String) -> String {
    var allowed = String.UnicodeScalarView()
    for scalar in VisibleText.clean(caption).unicodeScalars {
      allowed.append("[]:*?/\\'".unicodeScalars.contains(scalar) ? " " : scalar)
    }
    var name = String(number)
    for word in String(allowed).split(separator: " ") {
      guard name.utf16.count + 1 + word.utf16.count <= nameLimit else { break }
      name += " " + word
    }
    // A first word that does not fit is cut.
    if name == String(number), let word = String(allowed).split(separator: " ").first {
      return String(word).isEmpty ? name : (name + " " + word).cut(to: nameLimit)
    }
    return name
  }
}
