import Testing

@testable import Tabular

struct ZipWriterTests {
  @Test func `parts are read as they were written`() throws {
    let parts = [
      ZipWriter.Part(name: "a.txt", bytes: Array("một\n".utf8)),
      ZipWriter.Part(name: "thư mục/trống", bytes: []),
      ZipWriter.Part(name: "b", bytes: (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7) }),
    ]
    let bytes = try ZipWriter.archive(parts)
    #expect(bytes.count < 20_000)
    #expect(try ZipWriter.archive(parts) == bytes)
    let archive = try ZipArchive(.bytes(bytes))
    for part in parts {
      let read = try archive.part(part.name, limit: 1 << 20)
      var buffer = [UInt8](repeating: 0, count: 200_000)
      var count = 0
      while true {
        let received = try read.read(into: &buffer, at: count)
        if received == 0 { break }
        count += received
      }
      #expect(Array(buffer[..<count]) == part.bytes)
    }
  }

  @Test func `two parts of one name are refused`() {
    let part = ZipWriter.Part(name: "a", bytes: [1])
    #expect(throws: TabularError.workbook(.damagedArchive(part: "a"))) {
      try ZipWriter.archive([part, part])
    }
  }
}
