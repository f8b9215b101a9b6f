package import SurveyModel
package import Tabular

/// Rows that were not taken: their cells as they were, and beside them where and why.
///
/// The file can be mended and imported as it is: the importer knows its own columns.
package struct RejectsFile {
  /// Stands for the batch where no row was taken, so that there is nothing to continue.
  package static let heldBack = "khong-nhap"

  private var writer: CSVWriter
  private let header: [String]
  private let batch: String
  private let language: InterfaceLanguage

  /// Begins a file for the rows of a table with the columns of `map`.
  ///
  /// `batch` is the id of the import, which the mended rows will continue; the cells of
  /// `keyColumns` are kept once more as they are, and so are days and decimals of `questionnaire`.
  package init(
    to sink: ByteSink,
    map: ColumnMap,
    delimiter: CSVDelimiter,
    batch: String = "",
    keyColumns: [Int] = [],
    questionnaire: Questionnaire? = nil,
    language: InterfaceLanguage
  ) throws(TabularError) {
    let format = CSVFormat(delimiter: delimiter, hasByteOrderMark: true, guardsFormulas: false)
    writer = CSVWriter(to: sink, format: format)
    let kept = zip(map.header, map.meanings).filter { $0.1 != .bookkeeping }.map(\.0)
    header = map.header
    self.batch = batch.isEmpty ? "" : Continuation.batchPrefix + batch
    self.language = language
    keptColumns = map.meanings.indices.filter { map.meanings[$0] != .bookkeeping }
    self.keyColumns = keyColumns
    cellColumns = questionnaire.map { KeptCells.columns(of: map, $0) } ?? []
    let own =
      (keyColumns.isEmpty ? [] : [KeptKey.header]) + (cellColumns.isEmpty ? [] : [KeptCells.header])
    try writer.write(ColumnMap.bookkeepingHeaders + own + kept)
  }

  private let keptColumns: [Int]
  private let keyColumns: [Int]
  private let cellColumns: [KeptCells.Column]

  /// Adds a row with all that is wrong with it.
  ///
  /// `origin` is its line in the first file, where the record is one of a rejects file.
  package mutating func add(
    _ record: CSVRecord,
    faults: [RejectedCell],
    origin: Int? = nil
  ) throws(TabularError) {
    func joined(_ parts: [String]) -> String { parts.joined(separator: " | ") }
    let suggestions = faults.map { $0.rejection.suggestion ?? "" }
    var leading = [
      String(origin ?? record.line),
      joined(faults.map { $0.column.map { column in header[column] } ?? $0.question }),
      joined(faults.map(\.rejection.code)),
      joined(faults.map { $0.rejection.text(in: language) }),
      joined(faults.map { value(of: $0, in: record) }),
      suggestions.allSatisfy(\.isEmpty) ? "" : joined(suggestions),
      batch,
    ]
    if !keyColumns.isEmpty { leading.append(KeptKey.text(of: record, columns: keyColumns)) }
    if !cellColumns.isEmpty { leading.append(KeptCells.text(of: record, cellColumns)) }
    let extra = record.count > header.count ? Array(header.count..<record.count) : []
    // A short row stays short, so that it is not taken for a whole one when it comes back.
    let present = keptColumns.filter { $0 < record.count }
    try writer.write(leading + (present + extra).map { record[$0] })
  }

  /// What stands in the cell that is wrong; of a row with too few or too many, their number.
  private func value(of fault: RejectedCell, in record: CSVRecord) -> String {
    if let column = fault.column { return record[column] }
    guard let ragged = fault.rejection as? RaggedRow else { return "" }
    return RaggedRepair.Shape(
      filled: RaggedRepair.Shape.filled(record, keptColumns),
      width: ragged.isUnmended ? ragged.expected : keptColumns.count
    ).text(in: language)
  }

  /// Begins a file at `path` for the rows of `table`.
  package init(
    path: String,
    table: InterviewTable,
    batch: String = "",
    keyColumns: [Int] = [],
    questionnaire: Questionnaire? = nil,
    language: InterfaceLanguage
  ) throws(TableFault) {
    do throws(TabularError) {
      try self.init(
        to: try .file(path: path),
        map: table.map,
        delimiter: table.delimiter,
        batch: batch,
        keyColumns: keyColumns,
        questionnaire: questionnaire,
        language: language
      )
    } catch {
      throw .tabular(error)
    }
  }

  /// Adds a row that was checked.
  package mutating func add(_ row: CheckedRow, origin: Int? = nil) throws(TableFault) {
    do throws(TabularError) {
      try add(row.record, faults: row.faults, origin: origin)
    } catch {
      throw .tabular(error)
    }
  }

  /// Refuses a place where a file stands, which may be the table, the study or earlier rejects.
  package static func check(place path: String) throws(TableFault) {
    if ByteSink.replacesFile(at: path) { throw .rejectsExist(path) }
  }

  /// A name beside `path` that no file has yet, such as `x.loi.csv` or `x.loi-2.csv`.
  package static func freePath(beside path: String) -> String {
    let stem = path == "-" ? "nhap" : path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
    var candidate = "\(stem).loi.csv"
    var number = 2
    while ByteSink.replacesFile(at: candidate) {
      candidate = "\(stem).loi-\(number).csv"
      number += 1
    }
    return candidate
  }

  /// Puts the file in its place.
  package mutating func finish() throws(TableFault) {
    do throws(TabularError) {
      try writer.finish()
    } catch {
      throw .tabular(error)
    }
  }
}

/// What is wrong with one cell of a rejected row.
package struct RejectedCell: Sendable {
  /// The column in the file, when the question has one.
  package let column: Int?
  /// The id of the question.
  package let question: String
  /// The header by which a column for one option is told, where the question has several.
  package let header: String?
  /// The rule.
  package let rejection: any RowRejection

  /// Describes a fault.
  package init(
    column: Int?,
    question: String,
    header: String? = nil,
    rejection: any RowRejection
  ) {
    self.column = column
    self.question = question
    self.header = header
    self.rejection = rejection
  }
}

/// A rule that a row or a cell breaks.
package protocol RowRejection: LocalizedMessage {
  /// The code under which it is documented.
  var code: String { get }
  /// What the cell may have meant.
  var suggestion: String? { get }
}

extension RowRejection {
  package var suggestion: String? { nil }
}

extension ImportRejection: RowRejection {
  package var suggestion: String? {
    switch self {
    case .answer(.notAChoice(_, _, let closest)): closest
    case .calculationDiffers(let computed): computed
    case .answer, .answerToSkipped: nil
    }
  }
}

/// A record with more or fewer cells than the header.
package struct RaggedRow: RowRejection {
  /// The cells of the header.
  package let expected: Int
  /// The cells of the record.
  package let found: Int

  /// Whether the row was sent back for this before and came again as it was.
  let isUnmended: Bool

  /// Describes a ragged record.
  package init(expected: Int, found: Int, isUnmended: Bool = false) {
    self.expected = expected
    self.found = found
    self.isUnmended = isUnmended
  }

  package var code: String { "T07" }

  package func text(in language: InterfaceLanguage) -> String {
    if isUnmended {
      return language.choose(
        "Dòng bị trả lại vì có \(found) ô mà tiêu đề có \(expected) cột, và vẫn như cũ; xin đưa các ô về đúng cột, hoặc xóa T07 ở cột “_ma” nếu dòng đã đúng.",
        "The row came back for having \(found) cells where the header has \(expected) columns, and is as it was; please move the cells to their columns, or remove T07 from “_ma” if it is right."
      )
    }
    return language.choose(
      "Dòng có \(found) ô nhưng tiêu đề có \(expected) cột; xin thêm hoặc bớt dấu phân cách.",
      "The row has \(found) cells but the header has \(expected) columns; please add or remove delimiters."
    )
  }
}
