extension Question {
  /// The questions whose answers set its value; none where it follows from what is answered at any
  /// time, or is typed.
  public var triggers: [String] {
    (trigger ?? "").split(separator: ",").map { part in
      let name = String(part).trimmed
      guard name.hasPrefix("${"), name.hasSuffix("}") else { return name }
      return String(name.dropFirst(2).dropLast()).trimmed
    }.filter { !$0.isEmpty }
  }

  /// Whether its value is computed anew whenever something that it reads changes.
  var isComputed: Bool { calculation != nil && triggers.isEmpty }

  /// Whether an answer to another question may set its value.
  var isTriggered: Bool {
    if triggers.isEmpty { return false }
    return switch kind {
    case .carried, .metadata, .note: false
    default: true
    }
  }
}
