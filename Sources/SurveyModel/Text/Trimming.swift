extension StringProtocol {
  /// The text without white space, zero-width characters and byte order marks at its ends.
  public var trimmed: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isWhiteSpace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }
}

extension Unicode.Scalar {
  /// Whether the character has the property White_Space, which the standard library has to look up.
  var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
