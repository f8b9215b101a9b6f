extension String {
  /// The letters without their marks, `đ` as `d`: what is left of Vietnamese typed without a
  /// Vietnamese keyboard.
  package var unaccented: String {
    var letters = String.UnicodeScalarView()
    for scalar in decomposedScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark: continue
      default: break
      }
      switch scalar {
      case "đ": letters.append("d")
      case "Đ": letters.append("D")
      default: letters.append(scalar)
      }
    }
    return String(letters)
  }
}
