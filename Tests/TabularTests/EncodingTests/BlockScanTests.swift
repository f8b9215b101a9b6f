import CScan
import Testing

@testable import Tabular

/// The compares of each kind of processor, as far as this one has them.
struct BlockScanTests {
  private typealias Marks = (UnsafePointer<UInt8>, Int, UInt8, UnsafeMutablePointer<scan_marks>)
    -> Void
  private typealias Blocks = (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<UInt32>) -> Int

  private static var kinds: [(marks: Marks, blocks: Blocks)] {
    var kinds: [(Marks, Blocks)] = [(scan_blocks_any, utf8_blocks_any)]
    #if arch(x86_64)
    if scan_widest().rawValue >= scan_avx2.rawValue {
      kinds.append((scan_blocks_avx2, utf8_blocks_avx2))
    }
    if scan_widest() == scan_avx512 { kinds.append((scan_blocks_avx512, utf8_blocks_avx512)) }
    #endif
    return kinds
  }

  private static let pieces: [[UInt8]] = [
    Array("Không hài lòng,".utf8), Array("Hài lòng\r\n".utf8), Array("\"😀\"".utf8), [0, 0x22],
    Array("one,two;three\tfour and more of the same\n".utf8), Array("បាទ".utf8), [0xC4, 0x82, 0xC3],
    [0xC3, 0x83, 0xC2, 0xA0], Array("\u{D7FF}\u{E000}\u{10FFFF}\u{10000}\u{800}".utf8),
  ]

  private func text(_ generator: inout SeededGenerator, faults: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 323 { bytes += Self.pieces.randomElement(using: &generator) ?? [] }
    for _ in 0..<faults {
      bytes[Int.random(in: 0..<323, using: &generator)] =
        UInt8.random(in: .min ... .max, using: &generator)
    }
    return [0, 0, 0] + bytes[..<320]
  }

  @Test(arguments: 0..<400)
  func `all kinds find the same, and the faults that the library finds`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let bytes = text(&generator, faults: seed % 3)
    let firstFault = firstInvalidUTF8(in: bytes.span)
    for kind in Self.kinds {
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress.map({ $0 + 3 }) else { return }
        var marks = [scan_marks](repeating: scan_marks(), count: 5)
        marks.withUnsafeMutableBufferPointer { marks in
          if let first = marks.baseAddress { kind.marks(base, 5, UInt8(ascii: ","), first) }
        }
        func places(_ bits: (scan_marks) -> UInt64) -> [Int] {
          (0..<320).filter { bits(marks[$0 / 64]) >> UInt64($0 % 64) & 1 == 1 }
        }
        func places(of byte: UInt8) -> [Int] { (0..<320).filter { bytes[$0 + 3] == byte } }
        #expect(places(\.delimiters) == places(of: UInt8(ascii: ",")))
        #expect(places(\.line_feeds) == places(of: UInt8(ascii: "\n")))
        #expect(places(\.returns) == places(of: UInt8(ascii: "\r")))
        #expect(places(\.quotes) == places(of: UInt8(ascii: "\"")))
        #expect(places(\.nuls) == places(of: 0))
        var content: UInt32 = 0
        let valid = kind.blocks(base, 5, &content)
        #expect(valid == marks.firstIndex { $0.faults != 0 } ?? 5)
        // What is cut off at the end is no fault yet; a fault shows where it begins or behind.
        if valid < 5 {
          #expect((firstFault ?? 323) - 3 < 64 * (valid + 1))
        } else {
          #expect((firstFault ?? 323) - 3 > 316)
        }
      }
    }
  }

  @Test func `what blocks hold is said`() {
    let plain = [UInt8](repeating: 0x61, count: 67)
    for kind in Self.kinds {
      for (letters, expected) in [
        ("ab", 0), ("Đặng", utf8_high), ("Ãa", utf8_high),
        ("Ã\u{C2}", utf8_high | utf8_doubled),
        ("Ă\u{C2}", utf8_high | utf8_doubled),
      ] {
        let bytes = plain + Array(letters.utf8) + plain
        bytes.withUnsafeBufferPointer { buffer in
          guard let base = buffer.baseAddress else { return }
          var content: UInt32 = 0
          #expect(kind.blocks(base + 3, 2, &content) == 2)
          #expect(Int(content) == expected)
        }
      }
    }
  }

  @Test func `the first block may stand at the beginning`() {
    let bytes = Array("Đồng ý".utf8) + [UInt8](repeating: 0x2C, count: 64)
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var marks = scan_marks()
      scan_blocks(base, 0, 1, 0x2C, &marks)
      #expect(marks.faults == 0)
      #expect(marks.delimiters == UInt64.max << 10)
      // Without what stands before it, the rest of a letter is a fault.
      scan_blocks(base + 1, 1, 1, 0x2C, &marks)
      #expect(marks.faults == 0)
      scan_blocks(base + 1, 0, 1, 0x2C, &marks)
      #expect(marks.faults != 0)
    }
  }

  private typealias Listing = (
    UnsafePointer<scan_marks>, Int, Int32, UnsafeMutablePointer<Int32>
  ) -> Int
  private typealias Turning = (UnsafePointer<Int32>, Int, Int, UnsafeMutablePointer<Int32>, Int)
    -> Void

  private static var placeKinds: [(list: Listing, turn: Turning)] {
    var kinds: [(Listing, Turning)] = [(mask_places_any, turn_places_any)]
    #if arch(x86_64)
    if scan_widest() == scan_avx512 { kinds.append((mask_places_avx512, turn_places_avx512)) }
    #endif
    return kinds
  }

  @Test(arguments: 0..<60)
  func `bits become places in their order`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let masks = (0..<seed % 20).map { _ in
      (0..<seed % 5).reduce(UInt64.max) { bits, _ in bits & generator.next() }
    }
    let expected = masks.indices.flatMap { block -> [Int32] in
      (0..<64).filter { masks[block] >> UInt64($0) & 1 == 1 }.map { Int32(100 + 64 * block + $0) }
    }
    let marks = masks.map { mask in
      var marks = scan_marks()
      marks.delimiters = mask
      return marks
    }
    for kind in Self.placeKinds {
      let found = [Int32](unsafeUninitializedCapacity: expected.count + Int(places_slack)) {
        buffer,
        count in
        marks.withUnsafeBufferPointer { marks in
          guard let first = marks.baseAddress, let target = buffer.baseAddress else { return }
          count = kind.list(first, marks.count, 100, target)
        }
      }
      #expect(found == expected)
    }
  }

  @Test(arguments: [(1, 1), (16, 16), (17, 15), (42, 390), (5, 33), (33, 1), (1, 40)])
  func `rows become columns, and nothing else is written`(width: Int, rows: Int) {
    let list = (0..<Int32(width * rows)).map { $0 }
    let stride = rows + 3
    var expected = [Int32](repeating: -1, count: width * stride)
    for row in 0..<rows {
      for column in 0..<width { expected[column * stride + row] = list[row * width + column] }
    }
    for kind in Self.placeKinds {
      var columns = [Int32](repeating: -1, count: width * stride)
      list.withUnsafeBufferPointer { list in
        columns.withUnsafeMutableBufferPointer { columns in
          guard let first = list.baseAddress, let target = columns.baseAddress else { return }
          kind.turn(first, width, rows, target, stride)
        }
      }
      #expect(columns == expected)
    }
  }
}
