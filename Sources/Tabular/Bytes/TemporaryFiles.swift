import Glibc

/// The names under which files are written until they are complete, and the ones left behind.
///
/// A program that is killed cannot remove what it was writing. Whoever writes holds a lock, which ends
/// with the program; files that nobody holds are removed by the next one that writes in the folder.
enum TemporaryFiles {
  private static let prefix = ".tabular-"
  private static let suffix = ".tmp"

  /// The name with a number.
  static func name(_ number: Int) -> String { "\(prefix)\(number)\(suffix)" }

  /// Holds a new file; false when somebody took it for one left behind and removed it.
  ///
  /// Where the file system knows no locks it is held by nothing, and nothing is removed there.
  static func hold(_ descriptor: Int32) -> Bool {
    while flock(descriptor, LOCK_EX) != 0 {
      if errno != EINTR { return true }
    }
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_nlink > 0
  }

  /// Removes files in `folder`, empty or with its slash, that nobody holds.
  static func sweep(_ folder: String) {
    for name in names(in: folder) { remove(folder + name) }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if isTemporary(name) { names.append(name) }
    }
    return names
  }

  private static func isTemporary(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let number = name.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    return !number.isEmpty && number.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func remove(_ path: String) {
    // A pipe of this name must not be waited for, and a link not be followed.
    let number = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return }
    let descriptor = FileDescriptor(number: number, isOwned: true)
    guard flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else { return }
    var held = stat()
    var named = stat()
    // By now the name may be that of another file.
    guard fstat(descriptor.number, &held) == 0, lstat(path, &named) == 0,
      held.st_mode & S_IFMT == S_IFREG, held.st_ino == named.st_ino, held.st_dev == named.st_dev
    else { return }
    _ = unlink(path)
  }
}
