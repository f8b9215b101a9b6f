extension String {
  /// The letters without their marks, `đ` as `d`: what is left of Vietnamese typed without a
  /// Vietnamese keyboard.
  package var unaccented: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var letters = String.UnicodeScalarView()
    for scalar in decomposedScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      switch scalar {
      case "đ": letters.append("d")
      case "Đ": letters.append("D")
      default: letters.append(scalar)
      }
    }
    return String(letters)
  }
}
