import Crypto

/// The SHA-256 of a file, fed with its bytes piece by piece.
package struct FileDigest {
  private var hasher = SHA256()

  /// Starts with no bytes.
  package init() {}

  /// Adds the next bytes.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { storage in
      hasher.update(bufferPointer: UnsafeRawBufferPointer(storage))
    }
    if done == nil {
      Array(bytes).withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }
  }

  /// Adds the next bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
  }

  /// The 64 hexadecimal digits of everything that was added.
  package func finalize() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = hasher.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The SHA-256 of `bytes` as 64 hexadecimal digits.
package func sha256Hex(of bytes: some Sequence<UInt8>) -> String {
  var digest = FileDigest()
  digest.update(bytes)
  return digest.finalize()
}
