extension Answer {
  /// Whether two answers say the same, whatever the order of chosen options.
  package func saysTheSame(as other: Answer) -> Bool {
    switch (self, other) {
    case (.choices(let one), .choices(let two)): Set(one) == Set(two)
    case (.missing(let one), .missing(let two)): one == two
    case (.missing, _), (_, .missing): false
    default: self == other || text == other.text
    }
  }
}
