/// The keys of a file one after another, each with its record; many go to a file.
final class KeyTexts {
  /// A key that was kept.
  struct Kept {
    let number: Int
    let isOrigin: Bool
    let text: [UInt8]
  }

  /// The number of the record, then the length of the key, whose highest bit marks the line of an
  /// earlier file; each with the lowest byte first.
  private static let headLength = 12
  private static let originMark: UInt32 = 1 << 31
  private let limit: Int
  private let study: String
  private var memory: [UInt8] = []
  private var file: SpillFile?

  /// `limit` is how many bytes stay in memory.
  init(beside study: String, limit: Int = 24 << 20) {
    self.study = study
    self.limit = limit
  }

  /// Keeps a key and gives its place.
  func add(
    _ text: Span<UInt8>,
    number: Int,
    isOrigin: Bool
  ) throws(StudyError) -> UInt64 {
    let place = UInt64(file?.size ?? 0) + UInt64(memory.count)
    let length = UInt32(truncatingIfNeeded: text.count) | (isOrigin ? Self.originMark : 0)
    append(UInt64(bitPattern: Int64(number)))
    append(length)
    text.withUnsafeBufferPointer { memory.append(contentsOf: $0) }
    if memory.count >= limit { try spill() }
    return place
  }

  /// The key at a place that ``add(_:number:isOrigin:)`` gave.
  func kept(at place: UInt64) throws(StudyError) -> Kept {
    let head = try bytes(at: place, Self.headLength)
    let number = head[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let length = head[8...].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Kept(
      number: Int(truncatingIfNeeded: number),
      isOrigin: length & Self.originMark != 0,
      text: try bytes(at: place + UInt64(Self.headLength), Int(length & ~Self.originMark))
    )
  }

  private func append(_ word: some FixedWidthInteger) {
    withUnsafeBytes(of: word.littleEndian) { memory.append(contentsOf: $0) }
  }

  private func bytes(at place: UInt64, _ count: Int) throws(StudyError) -> [UInt8] {
    let flushed = UInt64(file?.size ?? 0)
    if place >= flushed {
      let start = Int(place - flushed)
      return Array(memory[start..<start + count])
    }
    guard let file else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    var failure: StudyError?
    bytes.withUnsafeMutableBytes { buffer in
      do throws(StudyError) {
        try file.read(at: Int64(place), into: buffer)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private func spill() throws(StudyError) {
    let target: SpillFile
    if let file { target = file } else { target = try SpillFile(beside: study) }
    file = target
    var failure: StudyError?
    memory.withUnsafeBytes { bytes in
      do throws(StudyError) { try target.append(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    memory.removeAll(keepingCapacity: true)
  }
}
