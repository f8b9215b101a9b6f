/// Gives out names that are plain and differ in more than case.
struct NameAllocator {
  private var taken: Set<String>

  init(taken: some Sequence<String>) {
    self.taken = Set(taken.map { $0.lowercased() })
  }

  /// The escaped form of `wanted`, with a number behind it when it is taken.
  mutating func allocate(_ wanted: String) -> String {
    let base = Self.escape(wanted)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    return name
  }

  /// Letters, digits and `_` stay, everything else becomes `_`.
  static func escape(_ name: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let stays =
        scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType == .decimal
        || scalar.properties.generalCategory == .nonspacingMark
      escaped.append(stays ? scalar : "_")
    }
    return escaped.isEmpty ? "_" : String(escaped)
  }
}
