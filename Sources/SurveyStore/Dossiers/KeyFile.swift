#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file beside a study that holds the keys of its waves: one line for each, key and wave.
///
/// It is no part of the study, so that a study can be handed on without it.
struct KeyFile {
  static let suffix = ".khoa"
  private static let title = "thuocdo-dossier-keys-1"

  let path: String

  init(study: String) { path = study + Self.suffix }

  /// The key of a wave.
  func key(of wave: String) throws(StudyError) -> [UInt8]? {
    try lines().lazy.compactMap { Self.parsed($0) }.first { $0.wave == wave }?.key
  }

  /// Adds the key of a wave; on disk when this returns.
  func add(_ key: [UInt8], of wave: String) throws(StudyError) {
    let digits = key.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let lines = try lines()
    try write((lines.isEmpty ? [Self.title] : lines) + ["\(digits) \(wave)"])
  }

  /// Overwrites and removes the key of a wave; those of others are on disk before.
  func destroy(_ wave: String) throws(StudyError) {
    let lines = try lines()
    let kept = lines.filter { Self.parsed($0)?.wave != wave }
    guard kept.count < lines.count else { return }
    let isLast = kept.count <= 1
    if !isLast { try writeDraft(kept) }
    try overwrite()
    if isLast { unlink(path) } else { try takeDraft() }
  }

  private static func parsed(_ line: String) -> (key: [UInt8], wave: String)? {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].utf8.count == 64 else { return nil }
    var key: [UInt8] = []
    var rest = parts[0][...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      key.append(byte)
      rest = rest.dropFirst(2)
    }
    return (key, String(parts[1]))
  }

  /// None when there is no file; one that cannot be read is never taken for an empty one.
  private func lines() throws(StudyError) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw .notReadable(path: path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count >= 0, bytes.count < 1 << 20 else { throw .notReadable(path: path) }
      if count == 0 { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  /// Writes zeros over the whole file, where the file system writes in place.
  private func overwrite() throws(StudyError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritable(path: path) }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    _ = lseek(descriptor, 0, SEEK_SET)
    let zeros = [UInt8](repeating: 0x30, count: max(0, size))
    guard Self.write(zeros, to: descriptor), fsync(descriptor) == 0 else {
      throw .notWritable(path: path)
    }
  }

  private func write(_ lines: [String]) throws(StudyError) {
    try writeDraft(lines)
    try takeDraft()
  }

  private var draft: String { path + ".new" }

  private func writeDraft(_ lines: [String]) throws(StudyError) {
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritable(path: path) }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let isWhole = Self.write(bytes, to: descriptor) && fsync(descriptor) == 0
    close(descriptor)
    guard isWhole else {
      unlink(draft)
      throw .notWritable(path: path)
    }
  }

  /// Puts the draft in the place of the file; the name is on disk, too, when this returns.
  private func takeDraft() throws(StudyError) {
    guard rename(draft, path) == 0 else {
      // The draft stays: it may hold the only keys.
      throw .notWritable(path: path)
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
        Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
