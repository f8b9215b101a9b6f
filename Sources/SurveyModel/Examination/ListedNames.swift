extension [String] {
  /// Its first names in quotes; of a longer list also how many there are.
  func listed(upTo limit: Int) -> String {
    let shown = prefix(limit).map { "'\($0)'" }.joined(separator: ", ")
    return count > limit ? "\(shown), … (\(count))" : shown
  }
}
