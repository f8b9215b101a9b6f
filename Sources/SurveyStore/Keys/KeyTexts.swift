/// The keys of a file one after another, each with its record; many go to a file.
final class KeyTexts {
  /// A key that was kept.
  struct Kept {
    let number: Int
    let line: Int
    let isOrigin: Bool
    let text: [UInt8]
  }

  private static let headLength = 25
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
    _ text: some Collection<UInt8>,
    number: Int,
    line: Int,
    isOrigin: Bool
  ) throws(StudyError) -> UInt64 {
    let place = UInt64(file?.size ?? 0) + UInt64(memory.count)
    append(UInt64(bitPattern: Int64(number)))
    append(UInt64(bitPattern: Int64(line)))
    append(UInt64(text.count))
    memory.append(isOrigin ? 1 : 0)
    memory.append(contentsOf: text)
    if memory.count >= limit { try spill() }
    return place
  }

  /// The key at a place that ``add(_:number:line:isOrigin:)`` gave.
  func kept(at place: UInt64) throws(StudyError) -> Kept {
    let head = try bytes(at: place, Self.headLength)
    func word(_ index: Int) -> Int {
      Int(truncatingIfNeeded: head[index..<index + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
    return Kept(
      number: word(0),
      line: word(8),
      isOrigin: head[24] == 1,
      text: try bytes(at: place + UInt64(Self.headLength), word(16))
    )
  }

  private func append(_ word: UInt64) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      memory.append(UInt8(truncatingIfNeeded: word >> shift))
    }
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
