import Foundation
import Testing

@testable import Tabular

@Suite struct ByteSpoolTests {
  private static let text = Data(
    (0..<20_000).map { "\($0),phường Đông Hoà\n" }.joined().utf8
  )

  @Test(arguments: [0, 1000, ByteSpool.memoryLimit])
  func `a pipe can be read as often as one wants`(memoryLimit: Int) throws {
    let directory = try WorkDirectory()
    let pipe = directory.path("pipe")
    try writeOnce(Self.text, into: pipe)
    let spool = try ByteSpool(.file(path: pipe), memoryLimit: memoryLimit)
    let first = try Self.contents(spool.source)
    #expect(first == Array(Self.text))
    #expect(spool.isStream)
    #expect(try Self.contents(spool.source) == first)
    if case .bytes = spool.source {
      #expect(memoryLimit >= Self.text.count)
    } else {
      #expect(memoryLimit < Self.text.count)
    }
  }

  @Test func `a file stays where it lies`() throws {
    let directory = try WorkDirectory()
    let path = directory.path("a.csv")
    try Self.text.write(to: URL(fileURLWithPath: path))
    let spool = try ByteSpool(.file(path: path))
    #expect(spool.source == .file(path: path))
    #expect(!spool.isStream)
    let absent = ByteSource.file(path: directory.path("absent"))
    #expect(try ByteSpool(absent).source == absent)
  }

  @Test func `a folder is none`() throws {
    let directory = try WorkDirectory()
    #expect(throws: TabularError.cannotOpen(path: directory.url.path, .directory)) {
      try ByteSpool(.file(path: directory.url.path))
    }
  }

  private static func contents(_ source: ByteSource) throws -> [UInt8] {
    let stream = try ByteStream(raw: source)
    var bytes: [UInt8] = []
    while let chunk = try stream.nextChunk() { bytes += chunk }
    return bytes
  }
}
