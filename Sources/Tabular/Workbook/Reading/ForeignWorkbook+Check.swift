import Glibc

extension ForeignWorkbook {
  private static let archiveMark: [UInt8] = [0x50, 0x4B]
  private static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Refuses by name what does not begin as an archive.
  static func check(_ source: ByteSource) throws(TabularError) {
    switch source {
    case .bytes(let bytes):
      try check(head: bytes) { offset, count in
        guard offset >= 0, offset < bytes.count else { return [] }
        return Array(bytes[offset..<min(bytes.count, offset + count)])
      }
    case .file(let path):
      let descriptor = try FileDescriptor.reading(path: path)
      let read = { (offset: Int, count: Int) -> [UInt8] in
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
          filled = max(0, pread(descriptor.number, buffer.baseAddress, count, off_t(offset)))
        }
      }
      try check(head: read(0, 512), read)
    case .standardInput: throw .workbook(.foreign(.noArchive))
    }
  }

  private static func check(
    head: [UInt8],
    _ read: (Int, Int) -> [UInt8]
  ) throws(TabularError) {
    if head.isEmpty { throw .emptyFile }
    if head.starts(with: archiveMark) { return }
    guard head.starts(with: compoundMark) else { throw .workbook(.foreign(.noArchive)) }
    throw .workbook(.foreign(isEncrypted(head, read) ? .encrypted : .xls))
  }

  /// Whether a compound file holds an encrypted package: its directory says so.
  ///
  /// See [MS-CFB] 2.2 for the header and 2.6 for the directory, [MS-OFFCRYPTO] 2.3.4 for the name.
  private static func isEncrypted(_ head: [UInt8], _ read: (Int, Int) -> [UInt8]) -> Bool {
    guard head.count >= 52 else { return false }
    let shift = Int(head[30])
    guard shift == 9 || shift == 12 else { return false }
    let sector = (0..<4).reduce(0) { $0 | Int(head[48 + $1]) << (8 * $1) }
    guard sector < 1 << 28 else { return false }
    let directory = read((sector + 1) << shift, 4096)
    let name: [UInt8] = Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] }
    return directory.firstRange(of: name) != nil
  }
}
