/// The keys of a file one after another, each with its record; many go to a file.
final class KeyTexts {
  /// A key that was kept.
  struct Kept {
    let number: Int
    let isOrigin: Bool
    let text: [UInt8]
  }

  private static let headLength = 17
  /// What is read ahead of keys that are asked for in their order.
  private static let windowLength = 1 << 16

  private let limit: Int
  private let study: String
  private var memory: [UInt8] = []
  private var file: SpillFile?
  private var window: [UInt8] = []
  private var windowStart: UInt64 = 0

  /// `limit` is how many bytes stay in memory.
  init(beside study: String, limit: Int = 24 << 20) {
    self.study = study
    self.limit = limit
  }

  /// Keeps a key and gives its place; places ascend as keys are added.
  func add(
    _ text: some Collection<UInt8>,
    number: Int,
    isOrigin: Bool
  ) throws(StudyError) -> UInt64 {
    let place = UInt64(file?.size ?? 0) + UInt64(memory.count)
    let head = (
      UInt64(bitPattern: Int64(number)).bigEndian,
      UInt64(text.count).bigEndian,
      isOrigin ? 1 : 0 as UInt8
    )
    withUnsafeBytes(of: head) { memory.append(contentsOf: $0.prefix(Self.headLength)) }
    memory.append(contentsOf: text)
    if memory.count >= limit { try spill() }
    return place
  }

  /// The key at a place that ``add(_:number:isOrigin:)`` gave.
  func kept(at place: UInt64) throws(StudyError) -> Kept {
    let head = try bytes(at: place, Self.headLength)
    return Kept(
      number: Self.word(head, 0),
      isOrigin: head[16] == 1,
      text: try bytes(at: place + UInt64(Self.headLength), Self.word(head, 8))
    )
  }

  /// The number of the record whose key is at a place; quick where places ascend.
  func number(at place: UInt64) throws(StudyError) -> Int {
    let flushed = UInt64(file?.size ?? 0)
    if place >= flushed { return Self.word(memory, Int(place - flushed)) }
    let isNear = place >= windowStart && place - windowStart + 8 <= UInt64(window.count)
    if !isNear {
      window = try bytes(at: place, Int(min(UInt64(Self.windowLength), flushed - place)))
      windowStart = place
    }
    return Self.word(window, Int(place - windowStart))
  }

  private static func word(_ bytes: [UInt8], _ start: Int) -> Int {
    var word: UInt64 = 0
    for index in start..<start + 8 { word = word << 8 | UInt64(bytes[index]) }
    return Int(truncatingIfNeeded: word)
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
