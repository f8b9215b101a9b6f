import Glibc

/// A workbook that is open for reading: its sheets and what they share.
package final class Workbook {
  /// One sheet of a workbook.
  package struct Sheet: Sendable, Hashable {
    /// The name on its tab.
    package let name: String
    /// Whether it is hidden.
    package let isHidden: Bool
    /// Whether it has cells; charts and dialogs have none.
    package let isTable: Bool
    let part: String
  }

  private static let smallPartLimit = 64 << 20
  private static let sharedTextLimit = 1 << 30

  /// All sheets in the order of their tabs.
  package let sheets: [Sheet]
  /// The days from which dates count.
  package let epoch: WorkbookEpoch

  private let spool: ByteSpool
  private let archive: ZipArchive
  private let sharedPart: String?
  private let stylesPart: String?
  private var texts: SharedTexts?
  private var loadedStyles: CellStyles?

  /// Opens a workbook.
  ///
  /// - Throws: ``TabularError/workbook(_:)`` for what is no `.xlsx` or `.xlsm`.
  package init(_ source: ByteSource) throws(TabularError) {
    spool = try ByteSpool(source)
    try ForeignWorkbook.check(spool.source)
    archive = try ZipArchive(spool.source)
    let main = try Self.mainPart(of: archive)
    let relations = try PartRelations(archive, of: main)
    sharedPart = relations.target(ofType: "sharedStrings")
    stylesPart = relations.target(ofType: "styles")
    var xml = try XMLScanner(try archive.part(main, limit: Self.smallPartLimit))
    var sheets: [Sheet] = []
    var epoch = WorkbookEpoch.year1900
    while true {
      let token = try xml.next()
      if token == .end { break }
      guard token == .open else { continue }
      if xml.isNamed("workbookPr") {
        let flag = try xml.value("date1904")
        if flag == "1" || flag == "true" { epoch = .year1904 }
      } else if xml.isNamed("sheet"), let id = try xml.prefixedValue("id"),
        let relation = relations[id]
      {
        let state = try xml.value("state")
        sheets.append(
          Sheet(
            name: try xml.value("name") ?? "",
            isHidden: state == "hidden" || state == "veryHidden",
            isTable: relation.type == "worksheet",
            part: relation.target
          )
        )
      }
    }
    self.sheets = sheets
    self.epoch = epoch
  }

  /// The names of the sheets with cells that can be seen.
  package var sheetNames: [String] { sheets.filter { !$0.isHidden && $0.isTable }.map(\.name) }

  /// The sheet that `choice` names: its name, else its number from 1; without a choice the only
  /// sheet that can be seen.
  package func sheet(_ choice: String? = nil) throws(TabularError) -> Sheet {
    guard let choice else {
      let visible = sheets.filter { !$0.isHidden && $0.isTable }
      guard let only = visible.first else { throw .workbook(.noTable(sheet: nil)) }
      guard visible.count == 1 else { throw .workbook(.severalSheets(visible.map(\.name))) }
      return only
    }
    let folded = choice.lowercased()
    var found =
      sheets.first { $0.name == choice } ?? sheets.first { $0.name.lowercased() == folded }
    if found == nil, let number = Int(choice), sheets.indices.contains(number - 1) {
      found = sheets[number - 1]
    }
    guard let found else { throw .workbook(.noSuchSheet(choice, available: sheetNames)) }
    guard found.isTable else { throw .workbook(.noTable(sheet: found.name)) }
    return found
  }

  func part(of sheet: Sheet) throws(TabularError) -> ZipPart {
    // Rows are read as they come, so that only the disk bounds a sheet.
    try archive.part(sheet.part, limit: 1 << 36)
  }

  func sharedTexts() throws(TabularError) -> SharedTexts {
    if let texts { return texts }
    var read = SharedTexts()
    if let sharedPart, archive.contains(sharedPart) {
      read = try SharedTexts(try archive.part(sharedPart, limit: Self.sharedTextLimit))
    }
    texts = read
    return read
  }

  func styles() throws(TabularError) -> CellStyles {
    if let loadedStyles { return loadedStyles }
    var read = CellStyles()
    if let stylesPart, archive.contains(stylesPart) {
      read = try CellStyles(try archive.part(stylesPart, limit: Self.smallPartLimit))
    }
    loadedStyles = read
    return read
  }

  /// The part that lists the sheets; what else the archive is when there is none.
  private static func mainPart(of archive: ZipArchive) throws(TabularError) -> String {
    if archive.contains("_rels/.rels") {
      let relations = try PartRelations(archive, of: "")
      if let target = relations.target(ofType: "officeDocument"), archive.contains(target) {
        if target.hasSuffix(".bin") { throw .workbook(.foreign(.binaryWorkbook)) }
        let name = target.lowercased()
        if name.hasPrefix("word/") || name.hasPrefix("ppt/") {
          throw .workbook(.foreign(.otherDocument))
        }
        return target
      }
    }
    if archive.contains("xl/workbook.xml") { return "xl/workbook.xml" }
    if archive.contains("content.xml"), archive.contains("mimetype") {
      throw .workbook(.foreign(.openDocument))
    }
    throw .workbook(.foreign(.zip))
  }
}
