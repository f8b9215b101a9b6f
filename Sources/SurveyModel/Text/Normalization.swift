@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode normalisation form C.
  ///
  /// This is the one place where the product composes text: cells, YAML scalars and keystrokes
  /// pass through it, so that "hòa" typed as base letter and mark is stored as the bytes that
  /// every other program expects. Normalise cells, never whole files.
  public var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) || unicodeScalars.allSatisfy(\.staysComposed) { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// The scalars of Unicode normalisation form D: base letters followed by their marks.
  var decomposedScalars: [Unicode.Scalar] { Array(_nfd) }
}

extension Unicode.Scalar {
  /// Whether composing leaves the character as it is, whatever stands beside it; false says nothing.
  ///
  /// Latin letters and the usual punctuation, with all letters of Vietnamese: none of them combines
  /// with its neighbour. Nothing has to be looked up for them.
  fileprivate var staysComposed: Bool {
    switch value {
    case 0..<0x300, 0x1E00...0x1EFF, 0x2010...0x2027: true
    default: false
    }
  }
}
