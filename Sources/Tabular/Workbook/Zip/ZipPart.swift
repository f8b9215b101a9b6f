import CZip

/// One file of an archive, inflated piece by piece.
///
/// The library compares length and checksum when the last byte has been read.
final class ZipPart {
  /// No honest sheet is packed so much tighter than this.
  private static let ratioLimit = 500
  /// Below this many bytes the ratio says nothing.
  private static let harmlessLength = 16 << 20

  /// The path inside the archive.
  let name: String
  private let file: OpaquePointer
  private let archive: ZipArchive
  private let compressed: Int
  private let limit: Int
  private var produced = 0

  init(name: String, file: OpaquePointer, compressed: Int, limit: Int, of archive: ZipArchive) {
    self.name = name
    self.file = file
    self.compressed = compressed
    self.limit = limit
    self.archive = archive
  }

  deinit { _ = zip_fclose(file) }

  /// Reads into the room behind `offset`; 0 is the end.
  func read(into buffer: inout [UInt8], at offset: Int) throws(TabularError) -> Int {
    guard offset >= 0, offset < buffer.count else { return 0 }
    let received = buffer.withUnsafeMutableBytes { bytes -> Int in
      let room = UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])
      guard let base = room.baseAddress else { return 0 }
      return Int(zip_fread(file, base, UInt64(room.count)))
    }
    guard received >= 0 else { throw .workbook(.damagedArchive(part: name)) }
    produced += received
    let isBomb = produced > Self.harmlessLength && produced / Self.ratioLimit > compressed
    if produced > limit || isBomb {
      throw .workbook(.inflatesTooMuch(part: name, bytes: produced))
    }
    return received
  }
}
