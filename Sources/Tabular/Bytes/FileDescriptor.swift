import Glibc

/// An open file that is closed with its last owner.
final class FileDescriptor: Sendable {
  let number: Int32
  private let isOwned: Bool

  init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { _ = close(number) }
  }

  /// Opens a file or a pipe for reading; a folder is refused here, not at the first read.
  static func reading(path: String) throws(TabularError) -> FileDescriptor {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else {
      throw .cannotOpen(path: path, FileProblem(errno: errno))
    }
    let descriptor = FileDescriptor(number: number, isOwned: true)
    var status = stat()
    if fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotOpen(path: path, .directory)
    }
    return descriptor
  }

  /// The size of a file; none of what is no file.
  var fileSize: Int? {
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return max(0, Int(status.st_size))
  }

  /// Reads once, again after a signal; 0 is the end and a negative result is `-errno`.
  func readSome(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      let problem = errno
      if problem != EINTR { return -Int(problem) }
    }
  }

  /// Writes all of `bytes`; the result is 0 or an `errno`.
  func writeAll(_ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer -> Int32 in
      var rest = buffer[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = write(number, part.baseAddress, part.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else {
          let problem = errno
          if problem != EINTR { return problem }
        }
      }
      return 0
    }
  }
}
