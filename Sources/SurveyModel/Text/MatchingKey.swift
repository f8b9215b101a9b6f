/// The form in which headers and labels are compared.
///
/// Two texts match when they differ only in composition (NFC or NFD), case, runs of white space,
/// or the placement of the tone in `oa`, `oe`, `uy` ("hoà" and "hòa"). Accents count: "ma" never
/// matches "mã".
public struct MatchingKey: Hashable, Sendable {
  /// The folded text.
  public let text: String

  /// Folds `text`.
  public init(_ text: String) {
    if let folded = Self.foldedASCII(text) {
      self.text = folded
      return
    }
    var folded = String.UnicodeScalarView()
    folded.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.lowercased().unicodeScalars {
      if Self.isIgnorable(scalar) { continue }
      if scalar.isWhiteSpace {
        pendingSpace = !folded.isEmpty
        continue
      }
      if pendingSpace {
        folded.append(" ")
        pendingSpace = false
      }
      folded.append(scalar)
    }
    self.text = Self.movingTones(in: String(folded).composed)
  }

  /// Folds a text of ASCII only, which has no marks; none for any other text.
  private static func foldedASCII(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x09...0x0D, 0x20: pendingSpace = !bytes.isEmpty
      default:
        if pendingSpace { bytes.append(0x20) }
        pendingSpace = false
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Zero-width characters and byte order marks, which no reader can see.
  private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Whether a vowel with a tone stands before a vowel that may take it.
  private static func hasTone(_ text: String) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if !previous.isASCII, scalar == "a" || scalar == "e" || scalar == "y",
        tones[previous] != nil
      {
        return true
      }
      previous = scalar
    }
    return false
  }

  /// Moves the tone of an open `oa`, `oe`, `uy` from the first vowel to the second.
  private static func movingTones(in text: String) -> String {
    guard hasTone(text) else { return text }
    var scalars = Array(text.unicodeScalars)
    for index in scalars.indices.dropLast() {
      guard let toned = tones[scalars[index]] else { continue }
      let next = scalars[index + 1]
      guard toned.base.followers.unicodeScalars.contains(next),
        let moved = toned.tone.applied(to: next)
      else { continue }
      scalars[index] = toned.base.scalar
      scalars[index + 1] = moved
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

private enum Tone: Int, CaseIterable {
  case grave, acute, hook, tilde, dot

  func applied(to vowel: Unicode.Scalar) -> Unicode.Scalar? {
    let forms: String
    switch vowel {
    case "a": forms = "àáảãạ"
    case "e": forms = "èéẻẽẹ"
    case "y": forms = "ỳýỷỹỵ"
    default: return nil
    }
    return Array(forms.unicodeScalars)[rawValue]
  }
}

private struct Base {
  let scalar: Unicode.Scalar
  let followers: String
}

private let tones: [Unicode.Scalar: (base: Base, tone: Tone)] = {
  var table: [Unicode.Scalar: (base: Base, tone: Tone)] = [:]
  let rows = [
    (Base(scalar: "o", followers: "ae"), "òóỏõọ"),
    (Base(scalar: "u", followers: "y"), "ùúủũụ"),
  ]
  for (base, forms) in rows {
    for (tone, scalar) in zip(Tone.allCases, forms.unicodeScalars) { table[scalar] = (base, tone) }
  }
  return table
}()
