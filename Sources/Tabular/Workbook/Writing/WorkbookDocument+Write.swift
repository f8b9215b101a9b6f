import CScan
import CXLSXWriter
import Glibc

extension WorkbookDocument {
  /// Writes an `.xlsx` file that takes its name when it is complete.
  ///
  /// The same value gives the same bytes: the times inside are fixed.
  ///
  /// - Throws: ``TabularError/cannotWrite(path:_:)`` for the disk's reasons, and
  ///   ``WorkbookFault/unwritable(sheet:_:)`` for what no workbook can hold.
  package func write(to path: String) throws(TabularError) {
    for sheet in sheets { try sheet.check() }
    try checkNames()
    var status = stat()
    var mode: mode_t?
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: mode = status.st_mode
      case S_IFDIR: throw .cannotWrite(path: path, .directory)
      default: throw .cannotWrite(path: path, .other(errno: EINVAL))
      }
    }
    let file = try AtomicFile(path: path, mode: mode)
    try make(at: file.temporaryPath, for: path)
    try file.commit()
  }

  /// The bytes of an `.xlsx` file.
  ///
  /// - Throws: ``WorkbookFault/unwritable(sheet:_:)`` for what no workbook can hold, and
  ///   ``TabularError/cannotWrite(path:_:)`` where memory cannot be written like a file.
  package func bytes() throws(TabularError) -> [UInt8] {
    for sheet in sheets { try sheet.check() }
    try checkNames()
    // The library writes to paths only: one that leads to memory.
    let number = memory_file()
    guard number >= 0 else { throw .cannotWrite(path: "-", FileProblem(errno: errno)) }
    let file = FileDescriptor(number: number, isOwned: true)
    try make(at: "/proc/self/fd/\(number)", for: "-")
    guard let size = file.fileSize, lseek(number, 0, SEEK_SET) == 0 else {
      throw .cannotWrite(path: "-", FileProblem(errno: EIO))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { file.readSome(into: $0) }
      if count == 0 { return bytes }
      guard count > 0 else { throw .cannotWrite(path: "-", FileProblem(errno: Int32(-count))) }
      bytes += buffer[..<count]
    }
  }

  /// Lets the library write the file at `place`; `path` is what the user knows.
  private func make(at place: String, for path: String) throws(TabularError) {
    errno = 0
    guard let writer = WorkbookWriter(path: place, title: title) else {
      throw .cannotWrite(path: path, FileProblem(errno: errno))
    }
    var problem = LXW_NO_ERROR
    for (index, sheet) in sheets.enumerated() where problem == LXW_NO_ERROR {
      problem = writer.add(sheet, isFirst: index == sheets.firstIndex { !$0.isHidden })
    }
    errno = 0
    let closing = writer.close()
    if problem == LXW_NO_ERROR { problem = closing }
    guard problem == LXW_NO_ERROR else {
      throw .cannotWrite(path: path, FileProblem(errno: errno == 0 ? EIO : errno))
    }
  }

  private func checkNames() throws(TabularError) {
    var seen: Set<String> = []
    for sheet in sheets where !seen.insert(sheet.name.lowercased()).inserted {
      throw .workbook(.unwritable(sheet: sheet.name, .sheetName))
    }
    let names = Set(sheets.map(\.name))
    for sheet in sheets {
      let links = sheet.rows.joined().compactMap(\.link)
      guard links.allSatisfy(names.contains) else {
        throw .workbook(.unwritable(sheet: sheet.name, .sheetName))
      }
    }
    // Excel opens no workbook without a sheet that can be seen.
    guard sheets.contains(where: { !$0.isHidden }) else {
      throw .workbook(.unwritable(sheet: sheets.first?.name ?? "", .noVisibleSheet))
    }
  }
}

extension WorkbookSheet {
  private static let textLimit = 32_767

  /// Refuses what Excel would call damage.
  fileprivate func check() throws(TabularError) {
    let isNamed =
      !name.isEmpty && name.utf16.count <= 31 && !name.hasPrefix("'") && !name.hasSuffix("'")
      && !name.unicodeScalars.contains { "[]:*?/\\".unicodeScalars.contains($0) || $0.value < 0x20 }
    guard isNamed else { throw .workbook(.unwritable(sheet: name, .sheetName)) }
    guard rows.count <= CellReference.rowLimit, columns.count <= CellReference.columnLimit else {
      throw .workbook(.unwritable(sheet: name, .outsideSheet))
    }
    for (row, cells) in rows.enumerated() {
      guard cells.count <= CellReference.columnLimit else {
        throw .workbook(.unwritable(sheet: name, .outsideSheet))
      }
      for (column, cell) in cells.enumerated() {
        switch cell.content {
        case .text(let text) where text.utf16.count > Self.textLimit:
          let place = CellReference(row: row + 1, column: column).description
          throw .workbook(.unwritable(sheet: name, .textTooLong(cell: place)))
        case .number(let number) where !number.isFinite:
          let place = CellReference(row: row + 1, column: column).description
          throw .workbook(.unwritable(sheet: name, .notANumber(cell: place)))
        case .blank, .text, .number, .boolean, .date: continue
        }
      }
    }
  }
}
