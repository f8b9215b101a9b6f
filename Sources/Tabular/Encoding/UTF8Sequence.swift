/// One scalar at the beginning of some bytes, read strictly.
enum UTF8Sequence {
  case scalar(UInt32, length: Int)
  /// The bytes end inside a sequence that is right so far.
  case incomplete
  case invalid

  /// Reads the sequence at `offset`, which must be inside `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    let lead = bytes[offset]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0..<0x80:
      self = .scalar(UInt32(lead), length: 1)
      return
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { lowest = 0xA0 }
      if lead == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { lowest = 0x90 }
      if lead == 0xF4 { highest = 0x8F }
    default:
      self = .invalid
      return
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for place in 1..<length {
      guard offset + place < bytes.count else {
        self = .incomplete
        return
      }
      let byte = bytes[offset + place]
      guard (lowest...highest).contains(byte) else {
        self = .invalid
        return
      }
      (lowest, highest) = (0x80, 0xBF)
      value = value << 6 | UInt32(byte) & 0x3F
    }
    self = .scalar(value, length: length)
  }
}
