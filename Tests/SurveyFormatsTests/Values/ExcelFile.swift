@testable import Tabular

/// A workbook as Excel writes it, for tests of how its cells are understood.
struct ExcelFile {
  /// One cell as it is stored.
  enum Cell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    /// A number with the format of this place in ``ExcelFile/formats``.
    case number(Double, format: Int? = nil)
    /// A formula without a result, or with an empty text for one.
    case formula(String, givesText: Bool = false)

    init(stringLiteral text: String) { self = .text(text) }
    init(floatLiteral number: Double) { self = .number(number) }
    init(integerLiteral number: Int) { self = .number(Double(number)) }
  }

  /// The rows, with the header.
  var rows: [[Cell]]
  /// Formats of numbers, such as `0.0%`.
  var formats: [String] = []
  /// Whether the workbook says that it counts days from 1904.
  var is1904 = false
  /// Ranges that are merged, such as `B2:B3`.
  var merges: [String] = []

  /// Further sheets behind the first, which is called "Phiếu".
  var more: [(name: String, rows: [[Cell]])] = []

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    func part(_ name: String, _ text: String) -> ZipWriter.Part {
      ZipWriter.Part(name: name, bytes: Array(text.utf8))
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    let names = (["Phiếu"] + more.map(\.name)).enumerated()
    let sheets = names.map {
      "<sheet name=\"\($1)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0 + 1)\"/>"
    }
    let links = names.map {
      "<Relationship Id=\"s\($0.offset + 1)\" Type=\"\(kinds)/worksheet\" Target=\"worksheets/sheet\($0.offset + 1).xml\"/>"
    }
    let merged = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return try ZipWriter.archive(
      [
        part("[Content_Types].xml", "<Types xmlns=\"\(package)/content-types\"/>"),
        part(
          "_rels/.rels",
          "<Relationships xmlns=\"\(package)/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"\(kinds)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
        part(
          "xl/workbook.xml",
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(kinds)\"><workbookPr\(is1904 ? " date1904=\"1\"" : "")/>"
            + "<sheets>\(sheets.joined())</sheets></workbook>"
        ),
        part(
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"\(package)/relationships\">"
            + links.joined()
            + "<Relationship Id=\"r2\" Type=\"\(kinds)/styles\" Target=\"styles.xml\"/></Relationships>"
        ),
        part(
          "xl/styles.xml",
          "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>"
        ),
        part(
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(Self.data(rows))</sheetData>"
            + (merges.isEmpty ? "" : "<mergeCells>\(merged)</mergeCells>") + "</worksheet>"
        ),
      ]
        + more.enumerated().map { place, sheet in
          part(
            "xl/worksheets/sheet\(place + 2).xml",
            "<worksheet xmlns=\"\(main)\"><sheetData>\(Self.data(sheet.rows))</sheetData></worksheet>"
          )
        }
    )
  }

  private static func data(_ rows: [[Cell]]) -> String {
    rows.enumerated().map { row, cells in
      let stored = cells.enumerated().map { column, cell in
        let place = CellReference(row: row + 1, column: column).description
        return switch cell {
        case .text(""): ""
        case .text(let text):
          "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        case .number(let number, let format):
          "<c r=\"\(place)\" s=\"\(format.map { $0 + 1 } ?? 0)\"><v>\(number)</v></c>"
        case .formula(let text, let givesText):
          "<c r=\"\(place)\"\(givesText ? " t=\"str\"" : "")><f>\(text)</f><v></v></c>"
        }
      }
      return "<row r=\"\(row + 1)\">\(stored.joined())</row>"
    }.joined()
  }
}
