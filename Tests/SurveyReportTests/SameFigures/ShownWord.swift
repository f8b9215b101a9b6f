import Foundation

@testable import Tabular

/// The tables of a Word document, each below the paragraph of its caption.
enum ShownWord {
  static func tables(_ bytes: [UInt8]) throws -> ShownTables {
    let part = try ZipArchive(.bytes(bytes)).part("word/document.xml", limit: 1 << 26)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var document: [UInt8] = []
    while true {
      let count = try part.read(into: &buffer, at: 0)
      if count == 0 { break }
      document += buffer[..<count]
    }
    let xml = String(decoding: document, as: UTF8.self)
    var result: ShownTables = [:]
    var before = ""
    for piece in xml.components(separatedBy: "<w:tbl>") {
      let parts = piece.components(separatedBy: "</w:tbl>")
      if parts.count > 1 {
        // The first row holds the titles.
        let rows = elements("w:tr", of: parts[0]).map { row in
          ShownRow.trimmed(elements("w:tc", of: row).map(text))
        }
        result[before] = Array(rows.dropFirst())
      }
      before = elements("w:p", of: parts[parts.count - 1]).last.map(text) ?? ""
    }
    return result
  }

  private static func elements(_ name: String, of xml: String) -> [String] {
    var result: [String] = []
    for piece in xml.components(separatedBy: "</\(name)>").dropLast() {
      guard
        let start = [
          piece.range(of: "<\(name)>", options: .backwards),
          piece.range(of: "<\(name) ", options: .backwards),
        ]
        .compactMap({ $0 }).max(by: { $0.lowerBound < $1.lowerBound })
      else { continue }
      result.append(String(piece[start.lowerBound...]))
    }
    return result
  }

  private static func text(_ xml: String) -> String {
    let pieces = xml.components(separatedBy: "<w:t").dropFirst().filter {
      $0.hasPrefix(">") || $0.hasPrefix(" ")
    }
    let text = pieces.map { piece -> String in
      let inside = piece.components(separatedBy: "</w:t>")[0]
      return String(inside.drop { $0 != ">" }.dropFirst())
    }
    return ShownMarkup.plain(text.joined()).trimmingCharacters(in: .whitespaces)
  }
}
