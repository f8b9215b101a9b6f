/// Turns the bytes of a keyboard into keys, over the borders of reads.
///
/// Input methods for Vietnamese send bursts: deletions and replacement text in one read. Every
/// byte is therefore taken in order; nothing assumes one key for each read. Unknown escape
/// sequences are swallowed whole, bytes that are no UTF-8 become U+FFFD, so that they are seen.
package struct KeyDecoder {
  private enum State: Hashable {
    case ground
    case escape
    /// After `ESC [`, with the parameters so far.
    case control([UInt8])
    /// After `ESC [ [`, a function key of the Linux console.
    case console
    /// After `ESC O`.
    case keypad
    /// Inside a string for the terminal, to its end.
    case string
    case stringEscape
  }

  private var state = State.ground
  private var partial: [UInt8] = []
  private var expected = 0
  private var followsReturn = false

  /// Makes a decoder at the beginning of input.
  package init() {}

  /// Whether an escape sequence has begun; if nothing follows soon, it was the key ESC.
  package var isInsideSequence: Bool { state != .ground }

  /// Ends an escape sequence that did not go on.
  package mutating func abandonSequence() { state = .ground }

  /// The keys that `bytes` complete.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { decode(byte, into: &keys) }
    return keys
  }

  private mutating func decode(_ byte: UInt8, into keys: inout [Key]) {
    switch state {
    case .ground:
      ground(byte, into: &keys)
    case .escape:
      switch byte {
      case 0x5B: state = .control([])
      case 0x4F: state = .keypad
      case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string
      case 0x1B: break
      case 0x20..<0x80: state = .ground
      default:
        state = .ground
        ground(byte, into: &keys)
      }
    case .control(let parameters):
      control(byte, parameters, into: &keys)
    case .console:
      state = .ground
    case .keypad:
      state = .ground
      if let key = Self.keypadKey(byte) { keys.append(key) }
    case .string:
      if byte == 0x07 { state = .ground } else if byte == 0x1B { state = .stringEscape }
    case .stringEscape:
      state = byte == 0x5C ? .ground : .string
    }
  }

  private mutating func control(_ byte: UInt8, _ parameters: [UInt8], into keys: inout [Key]) {
    switch byte {
    case 0x5B where parameters.isEmpty:
      state = .console
    case 0x40..<0x7F:
      state = .ground
      if let key = Self.controlKey(byte, parameters) { keys.append(key) }
    case 0x20..<0x40:
      state = .control(parameters.count < 16 ? parameters + [byte] : parameters)
    default:
      state = .ground
      ground(byte, into: &keys)
    }
  }

  private mutating func ground(_ byte: UInt8, into keys: inout [Key]) {
    let isAfterReturn = followsReturn
    followsReturn = byte == 0x0D
    if byte >= 0x80 {
      text(byte, into: &keys)
      return
    }
    endText(into: &keys)
    switch byte {
    case 0x01: keys.append(.home)
    case 0x03: keys.append(.interrupt)
    case 0x04: keys.append(.endOfInput)
    case 0x05: keys.append(.end)
    case 0x08, 0x7F: keys.append(.deleteBackward)
    case 0x09: keys.append(.scalar(" "))
    case 0x0A: if !isAfterReturn { keys.append(.enter) }
    case 0x0D: keys.append(.enter)
    case 0x15: keys.append(.clear)
    case 0x1B: state = .escape
    case 0x20..<0x7F: keys.append(.scalar(Unicode.Scalar(byte)))
    default: break
    }
  }

  private mutating func text(_ byte: UInt8, into keys: inout [Key]) {
    if byte & 0xC0 == 0x80, !partial.isEmpty {
      partial.append(byte)
    } else {
      endText(into: &keys)
      switch byte {
      case 0xC2...0xDF: expected = 2
      case 0xE0...0xEF: expected = 3
      case 0xF0...0xF4: expected = 4
      default: expected = 1
      }
      partial = [byte]
    }
    guard partial.count >= expected else { return }
    for scalar in String(decoding: partial, as: UTF8.self).unicodeScalars
    where scalar.properties.generalCategory != .control && scalar.value != 0xFEFF {
      keys.append(.scalar(scalar))
    }
    partial = []
  }

  /// Shows a character that was not finished.
  private mutating func endText(into keys: inout [Key]) {
    guard !partial.isEmpty else { return }
    partial = []
    keys.append(.scalar("\u{FFFD}"))
  }

  private static func controlKey(_ byte: UInt8, _ parameters: [UInt8]) -> Key? {
    switch byte {
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "~"):
      switch String(decoding: parameters, as: UTF8.self) {
      case "1", "7": .home
      case "4", "8": .end
      case "3": .deleteForward
      default: nil
      }
    default: nil
    }
  }

  /// The numeric keypad in its application mode.
  private static func keypadKey(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "p")...UInt8(ascii: "y"):
      .scalar(Unicode.Scalar(byte - UInt8(ascii: "p") + UInt8(ascii: "0")))
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "k"): .scalar("+")
    case UInt8(ascii: "m"): .scalar("-")
    case UInt8(ascii: "j"): .scalar("*")
    case UInt8(ascii: "o"): .scalar("/")
    case UInt8(ascii: "n"): .scalar(".")
    default: controlKey(byte, [])
    }
  }
}
