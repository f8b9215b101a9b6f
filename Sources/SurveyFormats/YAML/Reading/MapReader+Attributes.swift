import SurveyModel

extension MapReader {
  /// Names with texts in no language, in the order written.
  func attributes(_ key: String) -> Attributes {
    guard let node = node(key), let map = MapReader(node, context) else { return Attributes() }
    return Attributes(
      map.entries.compactMap { entry in
        guard !entry.value.isRefused, let scalar = entry.value.scalar(context) else { return nil }
        return (entry.key, scalar.text)
      }
    )
  }
}
