import Foundation
import Glibc
import Testing

@testable import Tabular

@Suite struct ByteStreamTests {
  @Test func `a missing file is named`() {
    #expect(throws: TabularError.cannotOpen(path: "/no/such.csv", .missing)) {
      try ByteStream(.file(path: "/no/such.csv"))
    }
  }

  @Test func `a folder is refused`() throws {
    let directory = try WorkDirectory()
    #expect(throws: TabularError.cannotOpen(path: directory.url.path, .directory)) {
      try ByteStream(.file(path: directory.url.path))
    }
  }

  @Test(.enabled(if: geteuid() != 0))
  func `a file without permission is refused`() throws {
    let directory = try WorkDirectory()
    let path = directory.path("a.csv")
    #expect(FileManager.default.createFile(atPath: path, contents: Data("a".utf8)))
    #expect(chmod(path, 0) == 0)
    #expect(throws: TabularError.cannotOpen(path: path, .permission)) {
      try ByteStream(.file(path: path))
    }
  }

  @Test func `system errors have kinds`() {
    #expect(FileProblem(errno: ENOENT) == .missing)
    #expect(FileProblem(errno: ENOTDIR) == .missing)
    #expect(FileProblem(errno: EISDIR) == .directory)
    #expect(FileProblem(errno: EACCES) == .permission)
    #expect(FileProblem(errno: EROFS) == .permission)
    #expect(FileProblem(errno: ENOSPC) == .noSpace)
    #expect(FileProblem(errno: EIO) == .other(errno: EIO))
  }

  @Test func `a read failure says where`() throws {
    // Memory of the process at address 0 cannot be read: a true EIO.
    #expect(throws: TabularError.readFailure(offset: 0, .other(errno: EIO))) {
      try ByteStream(.file(path: "/proc/self/mem"))
    }
  }

  @Test(arguments: [1, 5, 64, 4096])
  func `a file and its bytes read alike`(chunkSize: Int) throws {
    let directory = try WorkDirectory()
    let rows = (0..<500).map { ["\($0)", "ý kiến \"\($0)\"", "a\nb"] }
    let bytes = CSVWriter.bytes(of: rows)
    let path = directory.path("a.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let fromFile = parse(.file(path: path), chunkSize: chunkSize)
    #expect(fromFile == parse(.bytes(bytes), chunkSize: chunkSize))
    #expect(fromFile.rows == rows)
  }

  @Test func `a pipe is read to its end`() throws {
    let directory = try WorkDirectory()
    let path = directory.path("pipe")
    try writeOnce(Data("a,b\n1,2\n".utf8), into: path)
    #expect(parse(.file(path: path)).rows == [["a", "b"], ["1", "2"]])
  }

  @Test func `peeking consumes nothing`() throws {
    let stream = try ByteStream(.text("\u{FEFF}a,b\n1,2\n"), chunkSize: 3)
    #expect(try stream.peek(3) == Array("a,b".utf8))
    #expect(try stream.peek(100) == Array("a,b\n1,2\n".utf8))
    #expect(try stream.peek(0) == [])
    var reader = CSVReader(stream)
    #expect(try reader.next()?.texts == ["a", "b"])
    #expect(try reader.next()?.texts == ["1", "2"])
  }
}
