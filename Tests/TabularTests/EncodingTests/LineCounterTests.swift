import Testing

@testable import Tabular

@Suite struct LineCounterTests {
  @Test(arguments: 0..<100)
  func `line ends are counted alike however the bytes come`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      [0x0A, 0x0D, 0x61, 0x8A, 0x8D].randomElement(using: &generator) ?? UInt8(0)
    }
    var line = 1
    for at in bytes.indices
    where bytes[at] == 0x0D || bytes[at] == 0x0A && (at == 0 || bytes[at - 1] != 0x0D) {
      line += 1
    }
    for size in [1, 2, 9, 60] {
      var counter = LineCounter()
      var at = 0
      while at < bytes.count {
        let part = Array(bytes[at..<min(bytes.count, at + size)])
        part.withUnsafeBytes { counter.count($0) }
        at += size
      }
      #expect(counter.line == line)
    }
  }
}
