/// Reads the rows of one sheet of a workbook, one after another.
///
/// ```swift
/// let workbook = try Workbook(.file(path: "answers.xlsx"))
/// var reader = try WorkbookReader(workbook, sheet: try workbook.sheet())
/// var record = CSVRecord()
/// while try reader.read(into: &record) { … }
/// ```
///
/// Every record has the width of the sheet, and `record.line` is the number of the row in it. Cells
/// are the text that a person reads: dates are `yyyy-mm-dd`, with `hh:mm:ss` where the cell shows a
/// time, also at midnight; numbers have at most 15 digits, a point
/// as decimal mark and nothing between thousands; `record.isNumber` tells them from numbers that
/// were typed as text. A merged range has its value in each of its cells.
package struct WorkbookReader: RecordSource {
  /// What the first pass over the sheet found.
  package let survey: SheetSurvey
  /// The number of records read so far.
  package private(set) var recordCount = 0
  /// The number of empty rows that were skipped so far, before and between the others.
  package private(set) var blankLineCount = 0

  private let sheet: String
  private let renderer: CellRenderer
  private var parser: SheetParser
  private var row = SheetRow()
  private var fills: MergeFills
  private var lastRow = 0
  private var isAtEnd = false
  private var texts: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private var numbers = CellSet()
  private var failure: TabularError?

  /// Reads all of `sheet` once to see that it is sound, then opens it.
  ///
  /// Without `fillsMerges` a merged range has its value in its first cell only. With `showsMonths` a
  /// date that the sheet shows without its day is the month (`2025-03`) or the year that it shows. In
  /// the cells of `needed` a formula without its result is a fault; elsewhere it reads as empty.
  package init(
    _ workbook: Workbook,
    sheet: Workbook.Sheet,
    fillsMerges: Bool = true,
    showsMonths: Bool = false,
    needed: SheetArea? = nil
  ) throws(TabularError) {
    self.sheet = sheet.name
    renderer = CellRenderer(
      texts: try workbook.sharedTexts(),
      styles: try workbook.styles(),
      epoch: workbook.epoch,
      sheet: sheet.name,
      showsMonths: showsMonths
    )
    survey = try SheetSurvey(workbook, sheet, renderer, needed: needed)
    if survey.rowCount == 0 { throw .workbook(.emptySheet(sheet.name)) }
    let merges = fillsMerges ? survey.merges : []
    fills = try MergeFills(merges, columnCount: survey.columnCount, sheet: sheet.name)
    parser = try SheetParser(try workbook.part(of: sheet), sheet: sheet.name)
  }

  /// Opens the sheet that `choice` names by name or number, or the only one that can be seen.
  package init(
    _ source: ByteSource,
    sheet choice: String? = nil,
    showsMonths: Bool = false,
    needed: SheetArea? = nil
  ) throws(TabularError) {
    let workbook = try Workbook(source)
    try self.init(
      workbook,
      sheet: try workbook.sheet(choice),
      showsMonths: showsMonths,
      needed: needed
    )
  }

  package mutating func read(into record: inout CSVRecord) throws(TabularError) -> Bool {
    if let failure { throw failure }
    do throws(TabularError) {
      return try advance(&record)
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func advance(_ record: inout CSVRecord) throws(TabularError) -> Bool {
    while !isAtEnd, try parser.read(into: &row) {
      guard try render() else { continue }
      blankLineCount += row.number - lastRow - 1
      lastRow = row.number
      fills.begin(row.number, numbers: numbers) { column in
        ranges[column].isEmpty ? [] : texts[ranges[column]]
      }
      recordCount += 1
      record.begin(line: row.number, number: recordCount)
      for column in ranges.indices {
        if let fill = fills[column] {
          record.append(fill)
          if fills.isNumber(column) { record.numbers.insert(column) }
        } else {
          record.append(texts[ranges[column]])
          if numbers.contains(column) { record.numbers.insert(column) }
        }
      }
      guard record.storage.count <= CSVReader.defaultRecordLimit else {
        throw .recordTooLong(line: row.number, limit: CSVReader.defaultRecordLimit)
      }
      return true
    }
    isAtEnd = true
    return false
  }

  /// Makes the texts of the row at hand; false when it shows nothing.
  private mutating func render() throws(TabularError) -> Bool {
    texts.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    numbers.removeAll()
    var isBlank = true
    for cell in row.cells where cell.column < survey.columnCount {
      if try renderer.isBlank(cell, of: row) { continue }
      isBlank = false
      while ranges.count < cell.column { ranges.append(texts.count..<texts.count) }
      let start = texts.count
      if try renderer.append(cell, of: row, to: &texts) { numbers.insert(cell.column) }
      ranges.append(start..<texts.count)
      guard texts.count <= CSVReader.defaultRecordLimit else {
        throw .recordTooLong(line: row.number, limit: CSVReader.defaultRecordLimit)
      }
    }
    if isBlank { return false }
    while ranges.count < survey.columnCount { ranges.append(texts.count..<texts.count) }
    return true
  }
}
