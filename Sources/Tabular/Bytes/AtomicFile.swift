import Glibc

/// A file that appears under its name complete or not at all.
///
/// It is written beside its place under another name, forced to the disk and
/// renamed; without ``commit()`` nothing stays behind. What a killed program
/// left behind is removed by the next file in the folder.
final class AtomicFile {
  private let path: String
  private let finalPath: String
  /// Where the bytes stand until they get their name, for libraries that write by themselves.
  let temporaryPath: String
  private let folder: String
  private let descriptor: FileDescriptor
  private var isCommitted = false

  /// Makes the temporary file; `mode` is that of the file to be replaced.
  init(path: String, mode: mode_t? = nil) throws(TabularError) {
    self.path = path
    let place = Self.resolved(path)
    let folder = place.folder
    TemporaryFiles.sweep(folder)
    var attempt = 0
    while true {
      let candidate = folder + TemporaryFiles.name(attempt)
      let number = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      var problem = EEXIST
      if number >= 0 {
        let opened = FileDescriptor(number: number, isOwned: true)
        if TemporaryFiles.hold(number) {
          descriptor = opened
          temporaryPath = candidate
          break
        }
      } else {
        problem = errno
      }
      attempt += 1
      guard problem == EEXIST, attempt < 1000 else {
        throw .cannotWrite(path: path, FileProblem(errno: problem))
      }
    }
    self.folder = folder
    finalPath = place.path
    if let mode { _ = fchmod(descriptor.number, mode & 0o7777) }
  }

  deinit {
    if !isCommitted { _ = unlink(temporaryPath) }
  }

  func write(_ bytes: [UInt8]) throws(TabularError) {
    let problem = descriptor.writeAll(bytes)
    if problem != 0 { throw .cannotWrite(path: path, FileProblem(errno: problem)) }
  }

  /// Forces the bytes to the disk and gives the file its name; a second call does nothing.
  func commit() throws(TabularError) {
    guard !isCommitted else { return }
    guard fsync(descriptor.number) == 0, rename(temporaryPath, finalPath) == 0 else {
      throw .cannotWrite(path: path, FileProblem(errno: errno))
    }
    isCommitted = true
    let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      // Some file systems cannot; the file itself is safe by then.
      _ = fsync(directory)
      _ = close(directory)
    }
  }

  /// The file behind a symbolic link, so that the link stays; and its folder with the slash.
  private static func resolved(_ path: String) -> (path: String, folder: String) {
    var target = path
    if let real = realpath(path, nil) {
      target = String(cString: real)
      free(real)
    }
    guard let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (target, "") }
    return (target, String(target[...slash]))
  }
}
