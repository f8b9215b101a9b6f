import Glibc

/// Bytes that can be read more than once, wherever they come from.
///
/// A file is read where it lies. What standard input or a pipe brings is kept in memory while it
/// is short, and else in a file without a name that goes with the spool.
package final class ByteSpool: Sendable {
  /// A stream up to this length is kept in memory.
  package static let memoryLimit = 32 << 20

  /// The bytes; a file stays readable as long as the spool lives.
  package let source: ByteSource
  /// Whether they came through standard input or a pipe, beside which no file can stand.
  package let isStream: Bool
  private let file: FileDescriptor?

  /// Takes `source` in, to its end where it can be read only once.
  package init(
    _ source: ByteSource,
    memoryLimit: Int = ByteSpool.memoryLimit
  ) throws(TabularError) {
    isStream = try Self.isStream(source)
    guard isStream else {
      self.source = source
      file = nil
      return
    }
    let stream = try ByteStream(raw: source)
    var bytes: [UInt8] = []
    while bytes.count <= memoryLimit {
      guard let chunk = try stream.nextChunk() else {
        self.source = .bytes(bytes)
        file = nil
        return
      }
      bytes += chunk
    }
    let file = try Self.nameless()
    try Self.append(bytes, to: file)
    bytes = []
    while let chunk = try stream.nextChunk() { try Self.append(chunk, to: file) }
    self.source = .file(path: "/proc/self/fd/\(file.number)")
    self.file = file
  }

  private static func isStream(_ source: ByteSource) throws(TabularError) -> Bool {
    switch source {
    case .bytes: return false
    case .standardInput: return true
    case .file(let path):
      var status = stat()
      // What cannot be looked at is refused where it is opened.
      return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }
  }

  private static func append(_ bytes: [UInt8], to file: FileDescriptor) throws(TabularError) {
    let problem = file.writeAll(bytes)
    guard problem == 0 else { throw .cannotWrite(path: P_tmpdir, FileProblem(errno: problem)) }
  }

  private static func nameless() throws(TabularError) -> FileDescriptor {
    guard let stream = tmpfile() else {
      throw .cannotWrite(path: P_tmpdir, FileProblem(errno: errno))
    }
    defer { fclose(stream) }
    let number = fcntl(fileno(stream), F_DUPFD_CLOEXEC, 3)
    guard number >= 0 else { throw .cannotWrite(path: P_tmpdir, FileProblem(errno: errno)) }
    return FileDescriptor(number: number, isOwned: true)
  }
}
