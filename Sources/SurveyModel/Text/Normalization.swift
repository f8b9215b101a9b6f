@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode normalisation form C.
  ///
  /// This is the one place where the product composes text: cells, YAML scalars and keystrokes
  /// pass through it, so that "hòa" typed as base letter and mark is stored as the bytes that
  /// every other program expects. Normalise cells, never whole files.
  public var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// The scalars of Unicode normalisation form D: base letters followed by their marks.
  var decomposedScalars: [Unicode.Scalar] { Array(_nfd) }
}
