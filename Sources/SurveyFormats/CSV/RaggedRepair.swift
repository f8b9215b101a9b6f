import SurveyModel
import Tabular

/// Tells whether a row that was sent back for its number of cells was mended since.
///
/// A spreadsheet fills short rows up with blanks and gives the cells behind the header columns
/// without a name, so that every row comes back as wide as the others. A short row is mended when
/// its last filled cell is another, a long one when nothing is filled behind the header; or
/// somebody says so and takes the code away.
struct RaggedRepair: Sendable {
  private static let code = "T07"

  private let codeColumn: Int
  private let valueColumn: Int
  /// The columns of the first file, with those that a spreadsheet may have added.
  private let columns: [Int]

  /// None for a file that is no rejects file.
  init?(_ map: ColumnMap) {
    guard let codes = map.ownColumn(ColumnMap.codeHeader), let values = map.ownColumn("_gia_tri")
    else { return nil }
    codeColumn = codes
    valueColumn = values
    columns = map.meanings.indices.filter { map.meanings[$0] != .bookkeeping }
  }

  /// What is still wrong with a row; nothing with one that was mended, or sent back for other reasons.
  func fault(of record: CSVRecord) -> RaggedRow? {
    guard record[codeColumn].contains(Self.code),
      let shape = Shape(reading: record[valueColumn])
    else { return nil }
    let filled = Shape.filled(record, columns)
    guard filled > shape.width || filled < shape.width && filled == shape.filled else {
      return nil
    }
    return RaggedRow(expected: shape.width, found: filled, isUnmended: true)
  }

  /// How many cells a row had, as the rejects file says it.
  struct Shape: LocalizedMessage {
    /// The cells up to the last that is not blank.
    let filled: Int
    /// The columns of the header.
    let width: Int

    init(filled: Int, width: Int) {
      self.filled = filled
      self.width = width
    }

    /// Reads what ``text(in:)`` wrote, in whatever language.
    init?(reading text: String) {
      let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      guard numbers.count == 2 else { return nil }
      self.init(filled: numbers[0], width: numbers[1])
    }

    /// The number of cells of `columns` and behind them, up to the last that is not blank.
    static func filled(_ record: CSVRecord, _ columns: [Int]) -> Int {
      let extra = (columns.last ?? 0) + 1
      let cells = columns + (extra..<max(extra, record.count))
      return (cells.lastIndex { !record[$0].trimmed.isEmpty } ?? -1) + 1
    }

    func text(in language: InterfaceLanguage) -> String {
      language.choose("\(filled) ô, \(width) cột", "\(filled) cells, \(width) columns")
    }
  }
}
