/// What each style of a workbook makes of numbers.
struct CellStyles {
  private var formats: [NumberFormat] = []

  /// A workbook without styles.
  init() {}

  /// Reads `styles.xml`.
  init(_ part: ZipPart) throws(TabularError) {
    var xml = try XMLScanner(part)
    var custom: [Int: NumberFormat] = [:]
    var isInCellFormats = false
    while true {
      switch try xml.next() {
      case .end: return
      case .open where xml.isNamed("numFmt"):
        if let id = try xml.value("numFmtId").flatMap({ Int($0) }),
          let code = try xml.value("formatCode")
        {
          custom[id] = NumberFormat(code: code)
        }
      case .open where xml.isNamed("cellXfs"): isInCellFormats = true
      case .close where xml.isNamed("cellXfs"): isInCellFormats = false
      case .open where isInCellFormats && xml.isNamed("xf"):
        let id = try xml.value("numFmtId").flatMap { Int($0) } ?? 0
        formats.append(custom[id] ?? NumberFormat(builtin: id))
      case .open, .close, .text: continue
      }
    }
  }

  /// The format of a style; plain when there is no such style.
  subscript(style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }
}
