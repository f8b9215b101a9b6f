package import Tabular

/// A report that was written earlier, read for comparison.
package struct ReportFile: Sendable {
  /// The bytes of the file.
  package let bytes: [UInt8]
  /// What it rests on; `nil` when the file is no report of this program.
  package let manifest: ReportManifest?
  /// Its text line by line; of a document its paragraphs and cells.
  package let lines: [String]

  /// Reads the bytes of a file in any format.
  ///
  /// - Throws: ``TabularError`` when it is an archive that cannot be read.
  package init(_ bytes: [UInt8]) throws(TabularError) {
    self.bytes = bytes
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else {
      manifest = ReportManifest(in: bytes)
      lines = Self.lines(of: bytes)
      return
    }
    var found: ReportManifest?
    for name in ["docProps/custom.xml", "xl/sharedStrings.xml"] where found == nil {
      found = ReportManifest(in: try ZipReader.part(name, of: bytes) ?? [])
    }
    manifest = found
    var lines: [String] = []
    for name in try ZipReader.names(of: bytes) where Self.holdsText(name) {
      lines += Self.runs(of: try ZipReader.part(name, of: bytes) ?? [])
    }
    self.lines = lines
  }

  private static func holdsText(_ name: String) -> Bool {
    name == "word/document.xml" || name == "xl/sharedStrings.xml"
      || name.hasPrefix("xl/worksheets/")
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// What stands between tags.
  private static func runs(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "<")).compactMap { piece in
      guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let text = String(decoding: piece[(end + 1)...], as: UTF8.self)
      return text.contains { !$0.isWhitespace } ? text : nil
    }
  }
}
