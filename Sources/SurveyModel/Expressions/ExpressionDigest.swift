/// The hash functions of `digest()`: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4).
///
/// They serve forms that other systems made and guard nothing here.
enum ExpressionDigest: String, CaseIterable {
  case md5 = "MD5"
  case sha1 = "SHA-1"
  case sha256 = "SHA-256"
  case sha384 = "SHA-384"
  case sha512 = "SHA-512"

  /// The digest of some bytes.
  func digest(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .md5: Self.md5(bytes)
    case .sha1: Self.sha1(bytes)
    case .sha256: Self.sha256(bytes)
    case .sha384: Array(Self.sha512(bytes, from: Self.start384).prefix(48))
    case .sha512: Self.sha512(bytes, from: Self.start512)
    }
  }

  /// The message with its padding: a one bit, zeros, and its length in bits.
  static func padded(_ bytes: [UInt8], block: Int, bigEndian: Bool) -> [UInt8] {
    var message = bytes + [0x80]
    let lengthBytes = block / 8
    while message.count % block != block - lengthBytes { message.append(0) }
    let bits = UInt64(bytes.count) &* 8
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
    let zeros = Array(repeating: UInt8(0), count: lengthBytes - 8)
    return message + (bigEndian ? zeros + length.reversed() : length + zeros)
  }

  private static func words32(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt32] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: 4).map { start in
      let four = bytes[start..<start + 4]
      return (bigEndian ? Array(four) : four.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  static func bytes<Word: FixedWidthInteger>(
    of words: [Word],
    bigEndian: Bool
  ) -> [UInt8] {
    words.flatMap { word in
      let all = (0..<Word.bitWidth / 8).map { UInt8(truncatingIfNeeded: word >> Word(8 * $0)) }
      return bigEndian ? all.reversed() : all
    }
  }

  private static func left(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }

  static func right<Word: FixedWidthInteger>(_ word: Word, _ bits: Word) -> Word {
    word >> bits | word << (Word(Word.bitWidth) - bits)
  }

  // MARK: MD5

  /// ⌊2³² |sin(i + 1)|⌋, written out so that no sine has to be exact.
  private static let sines: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613,
    0xfd46_9501, 0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193,
    0xa679_438e, 0x49b4_0821, 0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d,
    0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8, 0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed,
    0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a, 0xfffa_3942, 0x8771_f681, 0x6d9d_6122,
    0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70, 0x289b_7ec6, 0xeaa1_27fa,
    0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665, 0xf429_2244,
    0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb,
    0xeb86_d391,
  ]

  private static let turns: [[UInt32]] = [
    [7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21],
  ]

  private static func md5(_ bytes: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
    let message = padded(bytes, block: 64, bigEndian: false)
    for start in stride(from: 0, to: message.count, by: 64) {
      let words = words32(message[start..<start + 64], bigEndian: false)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for step in 0..<64 {
        let (mixed, place): (UInt32, Int) =
          switch step / 16 {
          case 0: (b & c | ~b & d, step)
          case 1: (d & b | ~d & c, (5 * step + 1) % 16)
          case 2: (b ^ c ^ d, (3 * step + 5) % 16)
          default: (c ^ (b | ~d), 7 * step % 16)
          }
        let sum = a &+ mixed &+ sines[step] &+ words[place]
        (a, d, c, b) = (d, c, b, b &+ left(sum, turns[step / 16][step % 4]))
      }
      state = zip(state, [a, b, c, d]).map(&+)
    }
    return Self.bytes(of: state, bigEndian: false)
  }

  // MARK: SHA-1

  private static func sha1(_ bytes: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    let message = padded(bytes, block: 64, bigEndian: true)
    for start in stride(from: 0, to: message.count, by: 64) {
      var words = words32(message[start..<start + 64], bigEndian: true)
      for step in 16..<80 {
        words.append(
          left(words[step - 3] ^ words[step - 8] ^ words[step - 14] ^ words[step - 16], 1)
        )
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for step in 0..<80 {
        let (mixed, key): (UInt32, UInt32) =
          switch step / 20 {
          case 0: (b & c | ~b & d, 0x5a82_7999)
          case 1: (b ^ c ^ d, 0x6ed9_eba1)
          case 2: (b & c | b & d | c & d, 0x8f1b_bcdc)
          default: (b ^ c ^ d, 0xca62_c1d6)
          }
        let next = left(a, 5) &+ mixed &+ e &+ key &+ words[step]
        (e, d, c, b, a) = (d, c, left(b, 30), a, next)
      }
      state = zip(state, [a, b, c, d, e]).map(&+)
    }
    return Self.bytes(of: state, bigEndian: true)
  }
}
