import SurveyModel

/// The words under which something is known; one word may stand for several things.
struct HeaderWords<Value: Hashable> {
  private var exact: [String: [Value]] = [:]
  private var letters: [String: [Value]] = [:]
  private var plain: [String: [Value]] = [:]
  /// What is long enough to be recognised by its beginning.
  private var long: [(letters: String, value: Value)] = []

  /// Adds the words of `value` in all languages.
  mutating func add(_ text: LocalizedText, _ value: Value) {
    for words in Set(text.translations.values).sorted() { add(words, value) }
  }

  /// Adds one spelling.
  mutating func add(_ words: String, _ value: Value) {
    let key = HeaderKey(words)
    Self.add(value, &exact, key.exact)
    for form in Set([key.letters, key.numberless]) where !form.isEmpty {
      Self.add(value, &letters, form)
    }
    Self.add(value, &plain, key.plain)
    if key.numberless.count >= Self.leastLength { long.append((key.numberless, value)) }
  }

  private static func add(_ value: Value, _ table: inout [String: [Value]], _ key: String) {
    guard !key.isEmpty else { return }
    if table[key]?.contains(value) != true { table[key, default: []].append(value) }
  }

  /// What `key` stands for, and by what; the surest form that finds anything decides.
  func find(_ key: HeaderKey) -> (values: [Value], evidence: HeaderEvidence)? {
    if let values = exact[key.exact] { return (values, .label) }
    guard !key.letters.isEmpty else { return nil }
    if let values = letters[key.letters] ?? letters[key.numberless] { return (values, .label) }
    if key.letters.utf8.allSatisfy({ $0 < 0x80 }), let values = plain[key.plain] {
      return (values, .unaccented)
    }
    return nil
  }

  /// Whether the words are known as they stand, marks and brackets with them.
  func isExact(_ key: HeaderKey) -> Bool { exact[key.exact] != nil }

  /// What the whole words stand for with which a header begins that goes on with more than a number;
  /// the longest decide.
  func findLead(of key: HeaderKey) -> [Value] {
    for form in [key.letters, key.numberless] {
      if let values = Self.lead(of: form, in: letters) { return values }
    }
    guard key.letters.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
    return Self.lead(of: key.plain, in: plain) ?? []
  }

  private static func lead(of form: String, in table: [String: [Value]]) -> [Value]? {
    var lead = form[...]
    while let space = lead.lastIndex(of: " ") {
      lead = form[..<space]
      guard lead.count >= leastLead, let values = table[String(lead)] else { continue }
      // `Lần 4` is another question than `Lần`.
      return form[form.index(after: space)...].allSatisfy(\.isWholeNumber) ? [] : values
    }
    return nil
  }

  /// The shortest words that a header may go on behind.
  private static var leastLead: Int { 2 }

  /// The shortest beginning by which words are recognised.
  private static var leastLength: Int { 20 }

  /// What words that were cut off stand for.
  func findCutOff(_ key: HeaderKey) -> [Value] {
    findLong(key) { letters in letters.hasPrefix(key.numberless) }
  }

  /// What the words stand for with which a header begins that goes on behind them.
  func findBeginning(of key: HeaderKey) -> [Value] {
    findLong(key) { letters in key.numberless.hasPrefix(letters) }
  }

  private func findLong(_ key: HeaderKey, where isMeant: (String) -> Bool) -> [Value] {
    guard key.numberless.count >= Self.leastLength else { return [] }
    var found: [Value] = []
    for (letters, value) in long where !found.contains(value) && isMeant(letters) {
      found.append(value)
    }
    return found
  }
}
