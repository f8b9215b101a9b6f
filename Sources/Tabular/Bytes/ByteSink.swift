import Glibc

/// Where the bytes of a table go.
package final class ByteSink {
  private enum Target {
    case memory
    case descriptor(FileDescriptor, name: String)
    case file(AtomicFile)
  }

  private let target: Target
  /// What was written, for a sink in memory.
  package private(set) var bytes: [UInt8] = []

  private init(_ target: Target) { self.target = target }

  /// Keeps the bytes in memory.
  package static func memory() -> ByteSink { ByteSink(.memory) }

  /// Writes to standard output.
  package static func standardOutput() -> ByteSink {
    ByteSink(.descriptor(FileDescriptor(number: STDOUT_FILENO, isOwned: false), name: "-"))
  }

  /// Writes a file that takes its name when it is complete.
  ///
  /// A pipe or a device such as `/dev/stdout` is written to as it is.
  package static func file(path: String) throws(TabularError) -> ByteSink {
    var status = stat()
    guard stat(path, &status) == 0 else { return ByteSink(.file(try AtomicFile(path: path))) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .cannotWrite(path: path, .directory)
    case S_IFREG: return ByteSink(.file(try AtomicFile(path: path, mode: status.st_mode)))
    default:
      let number = open(path, O_WRONLY | O_CLOEXEC)
      guard number >= 0 else { throw .cannotWrite(path: path, FileProblem(errno: errno)) }
      return ByteSink(.descriptor(FileDescriptor(number: number, isOwned: true), name: path))
    }
  }

  /// Whether a file stands at `path`, which ``file(path:)`` would replace.
  package static func replacesFile(at path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  func write(_ part: [UInt8]) throws(TabularError) {
    switch target {
    case .memory: bytes.append(contentsOf: part)
    case .descriptor(let descriptor, let name):
      let problem = descriptor.writeAll(part)
      if problem != 0 { throw .cannotWrite(path: name, FileProblem(errno: problem)) }
    case .file(let file): try file.write(part)
    }
  }

  func commit() throws(TabularError) {
    if case .file(let file) = target { try file.commit() }
  }
}
