#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the file system says about a path.
///
/// The file itself is never opened here: closing any descriptor of a database would drop the locks
/// that SQLite holds on it in this process.
struct FileEntry {
  let path: String
  let exists: Bool
  let isFolder: Bool
  let size: Int64

  init(_ path: String) {
    self.path = path
    var information = stat()
    exists = stat(path, &information) == 0
    isFolder = exists && information.st_mode & S_IFMT == S_IFDIR
    size = exists ? Int64(information.st_size) : 0
  }

  var isReadable: Bool { access(path, R_OK) == 0 }
  var isWritable: Bool { access(path, W_OK) == 0 }

  /// The room that is left on its disk; 0 where nobody knows.
  var freeBytes: Int64 {
    var information = statvfs()
    guard statvfs(path, &information) == 0 else { return 0 }
    return Int64(clamping: UInt64(information.f_bavail)) &* Int64(clamping: information.f_frsize)
  }

  /// The folder in which the file is.
  var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether changes wait beside the file.
  var hasJournal: Bool { FileEntry(path + "-wal").size > 0 }

  /// The path in a form that SQLite takes for a path and nothing else.
  var connectionPath: String { path.hasPrefix("/") ? path : "./" + path }

  /// The file as an address that tells SQLite that nobody changes it.
  var immutableAddress: String {
    var address = "file:"
    for scalar in connectionPath.unicodeScalars {
      switch scalar {
      case "?": address += "%3f"
      case "#": address += "%23"
      case "%": address += "%25"
      default: address.unicodeScalars.append(scalar)
      }
    }
    return address + "?immutable=1"
  }
}
