import SurveyModel

/// A number by which equal rows of files are noticed.
///
/// Each answer becomes words of 64 bits: a tag of its kind in the lowest five bits of the first
/// word, then its value. A word is taken in by exclusive or and multiplication by the odd number
/// next to 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4); the two
/// halves of the product of 128 bits are folded onto each other, so that every bit of a word reaches
/// all others. It is the same on every machine, so that numbers that are stored stay comparable. It
/// notices accidents; it is no proof.
struct RowDigest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  private init(start: UInt64) { value = start }

  /// The beginning of a number for a key: where the key and the answers of two rows agree in their
  /// numbers, these are two witnesses and not one.
  static var ofKey: RowDigest { RowDigest(start: 0x243f_6a88_85a3_08d3) }

  init(_ answers: [Answer]) {
    for answer in answers { add(answer) }
  }

  mutating func add(_ answer: Answer) {
    switch answer {
    case .integer(let number):
      mix(1)
      mix(UInt64(bitPattern: Int64(number)))
    case .decimal(let number):
      mix(2)
      mix(number.bitPattern)
    case .text(let text): add(text, short: 3, long: 8)
    case .date(let date): add(date)
    case .choice(let code): add(code, short: 5, long: 9)
    case .choices(let codes):
      beginChoices(codes.count)
      for code in codes { add(code, short: 5, long: 9) }
    case .missing(let reason): add(reason)
    }
  }

  mutating func add(_ date: CalendarDate) {
    mix(4)
    mix(UInt64(bitPattern: Int64(date.daysSince1970)))
  }

  /// Adds a choice whose code is at hand as a ``Swift/String/shortKey``.
  mutating func addChoice(shortKey: UInt64) { mix(shortKey << 5 | 5) }

  mutating func beginChoices(_ count: Int) { mix(UInt64(count) << 5 | 6) }

  mutating func add(_ reason: MissingReason) { mix(UInt64(reason.storedNumber) << 5 | 7) }

  /// The words that an answer becomes, for rows whose answers come again and again.
  static func words(of answer: Answer) -> [UInt64] {
    var words: [UInt64] = []
    func add(_ text: String, short: UInt64, long: UInt64) {
      if let key = text.shortKey { return words.append(key << 5 | short) }
      words.append(UInt64(text.utf8.count) << 5 | long)
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        words.append(bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
        bytes = bytes.dropFirst(8)
      }
    }
    switch answer {
    case .integer(let number): words = [1, UInt64(bitPattern: Int64(number))]
    case .decimal(let number): words = [2, number.bitPattern]
    case .text(let text): add(text, short: 3, long: 8)
    case .date(let date): words = [4, UInt64(bitPattern: Int64(date.daysSince1970))]
    case .choice(let code): add(code, short: 5, long: 9)
    case .choices(let codes):
      words = [UInt64(codes.count) << 5 | 6]
      for code in codes { add(code, short: 5, long: 9) }
    case .missing(let reason): words = [UInt64(reason.storedNumber) << 5 | 7]
    }
    return words
  }

  /// Adds the bytes of a text that is at hand as UTF-8.
  mutating func add(text bytes: Span<UInt8>) {
    let count = bytes.count
    guard count > 7 else {
      var key = UInt64(count)
      for index in bytes.indices { key = key << 8 | UInt64(bytes[index]) }
      return mix(key << 5 | 3)
    }
    mix(UInt64(count) << 5 | 8)
    var place = 0
    while place + 8 <= count {
      mix(
        UInt64(bigEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      )
      place += 8
    }
    guard place < count else { return }
    var word: UInt64 = 0
    for index in place..<count { word = word << 8 | UInt64(bytes[index]) }
    mix(word)
  }

  @inline(__always)
  mutating func mix(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    value = product.high ^ product.low
  }

  private mutating func add(_ text: String, short: UInt64, long: UInt64) {
    if let key = text.shortKey { return mix(key << 5 | short) }
    var text = text
    text.withUTF8 { bytes in
      mix(UInt64(bytes.count) << 5 | long)
      var word: UInt64 = 0
      var filled = 0
      for byte in bytes {
        word = word << 8 | UInt64(byte)
        filled += 1
        if filled == 8 {
          mix(word)
          word = 0
          filled = 0
        }
      }
      if filled > 0 { mix(word) }
    }
  }
}

extension String {
  /// The bytes of a text of up to seven bytes, and before them their number, in 59 bits.
  var shortKey: UInt64? {
    let count = utf8.count
    guard count <= 7 else { return nil }
    // Going through the bytes in one piece is several times as fast as one by one.
    let key = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.reduce(UInt64(count)) { $0 << 8 | UInt64($1) }
    }
    return key ?? utf8.reduce(UInt64(count)) { $0 << 8 | UInt64($1) }
  }
}

extension MissingReason {
  /// A number that never changes, whatever the order of the cases.
  var storedNumber: Int {
    switch self {
    case .notApplicable: 0
    case .doNotKnow: 1
    case .refused: 2
    case .noAnswer: 3
    case .notReached: 4
    case .notCollected: 5
    }
  }
}
