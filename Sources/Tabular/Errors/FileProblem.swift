import Glibc

/// Why the system refused a file.
package enum FileProblem: Sendable, Hashable {
  case missing
  case directory
  case permission
  case noSpace
  case other(errno: Int32)

  init(errno number: Int32) {
    switch number {
    case ENOENT, ENOTDIR: self = .missing
    case EISDIR: self = .directory
    case EACCES, EPERM, EROFS: self = .permission
    case ENOSPC, EDQUOT: self = .noSpace
    default: self = .other(errno: number)
    }
  }
}
