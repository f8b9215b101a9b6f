/// Where the bytes of a table come from.
package enum ByteSource: Sendable, Hashable {
  case file(path: String)
  case standardInput
  case bytes([UInt8])

  /// A table held in a string.
  package static func text(_ text: String) -> ByteSource { .bytes(Array(text.utf8)) }
}
