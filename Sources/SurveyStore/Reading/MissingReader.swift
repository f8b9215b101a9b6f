import SurveyModel

/// Reads the sparse column of reasons, a JSON object of questions and reasons, by its bytes.
///
/// Rows have few reasons in ever other combinations: finding each question costs less than
/// remembering whole texts.
struct MissingReader {
  /// The questions of the version that is read: their ids one after the other.
  private var bytes: [UInt8] = []
  private var names: [(start: Int, length: Int, question: Int)] = []
  /// Places in ``names`` by their hash, −1 where there is none; their number is a power of two.
  private var slots: [Int32] = [-1]
  private let reasons = MissingReason.allCases.map { reason in
    (name: Array(reason.rawValue.utf8), byte: AnswerByte.byte(of: reason))
  }

  /// Reads from now on the reasons of a version that is read in this way.
  mutating func begin(_ reading: VersionReading, of questionnaire: Questionnaire) {
    bytes = []
    names = []
    for (index, question) in questionnaire.questions.enumerated() where question.kind.isStored {
      guard let source = reading.source(of: question.id) else { continue }
      let name = Array(source.question.utf8)
      // Of two questions that are read from one, the later one has its reasons.
      if let known = names.firstIndex(where: {
        Array(bytes[$0.start..<$0.start + $0.length]) == name
      }) {
        names[known].question = index
        continue
      }
      names.append((bytes.count, name.count, index))
      bytes += name
    }
    var size = 4
    while size < 4 * names.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (place, name) in names.enumerated() {
      var slot = 0
      bytes.withUnsafeBufferPointer { all in
        let name = UnsafeBufferPointer(rebasing: all[name.start..<name.start + name.length])
        slot = Self.hash(name) & (size - 1)
      }
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(place)
    }
  }

  /// Calls `body` with each question and the byte of its reason.
  func read(_ json: UnsafeBufferPointer<UInt8>, _ body: (_ question: Int, _ byte: UInt8) -> Void) {
    var place = 1
    guard json.first == UInt8(ascii: "{") else { return }
    while place < json.count {
      guard let name = Self.text(json, &place, before: UInt8(ascii: ":")),
        let value = Self.text(json, &place, before: UInt8(ascii: ","))
      else { return readOther(json, body) }
      if let question = question(name), let byte = byte(value) { body(question, byte) }
    }
  }

  /// The text that stands at `place` in quotes, with the sign that has to follow or the end.
  @inline(__always)
  private static func text(
    _ json: UnsafeBufferPointer<UInt8>,
    _ place: inout Int,
    before sign: UInt8
  ) -> UnsafeBufferPointer<UInt8>? {
    guard place < json.count, json[place] == UInt8(ascii: "\"") else { return nil }
    let start = place + 1
    var end = start
    while end < json.count, json[end] != UInt8(ascii: "\"") {
      if json[end] == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    guard end + 1 < json.count else { return nil }
    let next = json[end + 1]
    let isLast = next == UInt8(ascii: "}") && end + 2 == json.count && sign == UInt8(ascii: ",")
    guard next == sign || isLast else { return nil }
    place = end + 2
    return UnsafeBufferPointer(rebasing: json[start..<end])
  }

  /// Reads what is written in another way than this program writes it.
  private func readOther(
    _ json: UnsafeBufferPointer<UInt8>,
    _ body: (_ question: Int, _ byte: UInt8) -> Void
  ) {
    let parts = JSONText.strings(in: String(decoding: json, as: UTF8.self))
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      var (name, reason) = (parts[index], parts[index + 1])
      name.withUTF8 { name in
        reason.withUTF8 { reason in
          if let question = question(name), let byte = byte(reason) { body(question, byte) }
        }
      }
    }
  }

  private func question(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = names[Int(slots[slot])]
      if known.length == name.count, isEqual(known.start, name) { return known.question }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func isEqual(_ start: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<name.count where bytes[start + index] != name[index] { return false }
    return true
  }

  @inline(__always)
  private func byte(_ name: UnsafeBufferPointer<UInt8>) -> UInt8? {
    for reason in reasons where reason.name.count == name.count && reason.name.elementsEqual(name) {
      return reason.byte
    }
    return nil
  }

  @inline(__always)
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash ^ hash >> 15)
  }
}
