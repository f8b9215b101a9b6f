/// Reads the parts of a small archive that is in memory.
package enum ZipReader {
  /// The most bytes that a part is unpacked to.
  private static let limit = 200_000_000

  /// The names of its parts in their order.
  package static func names(of bytes: [UInt8]) throws(TabularError) -> [String] {
    try ZipArchive(.bytes(bytes)).names
  }

  /// The bytes of a part; `nil` when there is none of this name.
  package static func part(_ name: String, of bytes: [UInt8]) throws(TabularError) -> [UInt8]? {
    let archive = try ZipArchive(.bytes(bytes))
    guard archive.contains(name) else { return nil }
    let part = try archive.part(name, limit: limit)
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try part.read(into: &buffer, at: 0)
      guard count > 0 else { return content }
      content += buffer[..<count]
    }
  }
}
