import SurveyModel

/// Reads the keys of one map, notes which were asked for, and reports the rest.
final class MapReader {
  let context: ReadingContext
  /// Where the map begins.
  let location: SourceLocation
  /// The keys as they are written; of a key that is written twice only the first.
  let entries: [YAMLEntry]
  private var known: [String] = []

  /// Reads the keys of `node`; anything but a map is reported.
  init?(_ node: YAMLNode, _ context: ReadingContext) {
    guard case .map(let entries) = node.content else {
      node.reportShape(expecting: .map, context)
      return nil
    }
    var firstUse: [String: SourceLocation] = [:]
    var unique: [YAMLEntry] = []
    for entry in entries {
      if let first = firstUse[entry.key] {
        let finding = StructureFinding.duplicateKey(entry.key, firstLine: first.line)
        context.report(finding, at: entry.keyLocation)
      } else {
        firstUse[entry.key] = entry.keyLocation
        unique.append(entry)
      }
    }
    self.context = context
    self.entries = unique
    location = node.location
  }

  /// Whether `key` is written, with or without a value.
  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// Where `key` is written, else where the map begins.
  func location(of key: String) -> SourceLocation {
    entries.first { $0.key == key }?.keyLocation ?? location
  }

  /// The value of `key`, if there is one; a key without a value is reported.
  func node(_ key: String) -> YAMLNode? {
    known.append(key)
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    guard !entry.value.isNull else {
      context.report(StructureFinding.emptyValue(key), at: entry.keyLocation)
      return nil
    }
    return entry.value.isRefused ? nil : entry.value
  }

  /// The value of `key`, which has to be there.
  func required(_ key: String) -> YAMLNode? {
    if !has(key) { context.report(StructureFinding.missingKey(key), at: location) }
    return node(key)
  }

  /// Marks keys as known whose values are not read, because of an error that was reported.
  func allow(_ keys: [String]) { known += keys }

  /// Reports all keys that nobody asked for.
  func finish() {
    for entry in entries where !known.contains(entry.key) {
      if entry.value.isNull, entry.key.contains(where: { $0 == " " || !$0.isASCII }) {
        context.report(StructureFinding.unquotedText(entry.key), at: entry.keyLocation)
      } else {
        let nearest = nearestName(to: entry.key, among: known.filter { !has($0) })
        let finding = StructureFinding.unknownKey(entry.key, nearest: nearest, known: known)
        context.report(finding, at: entry.keyLocation)
      }
    }
  }
}

extension YAMLNode {
  /// Reads the node as a map and reports the keys that `body` does not ask for.
  func map<Value>(_ context: ReadingContext, _ body: (MapReader) -> Value?) -> Value? {
    guard let reader = MapReader(self, context) else { return nil }
    let value = body(reader)
    reader.finish()
    return value
  }

  /// The items of a list; anything else is reported.
  func items(_ context: ReadingContext) -> [YAMLNode] {
    guard case .list(let items) = content else {
      reportShape(expecting: .list, context)
      return []
    }
    return items.filter { item in
      if item.isNull { context.report(StructureFinding.emptyItem, at: item.location) }
      return !item.isNull && !item.isRefused
    }
  }

  /// The scalar; anything else is reported.
  func scalar(_ context: ReadingContext) -> YAMLScalar? {
    guard case .scalar(let scalar) = content else {
      reportShape(expecting: .scalar, context)
      return nil
    }
    return scalar
  }

  /// Reports that the node has another shape than the format wants.
  func reportShape(expecting expected: YAMLShape, _ context: ReadingContext) {
    guard let shape else { return }
    context.report(StructureFinding.wrongShape(expected: expected, found: shape), at: location)
  }
}
