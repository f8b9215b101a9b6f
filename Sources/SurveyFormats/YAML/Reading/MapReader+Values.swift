import SurveyModel

extension MapReader {
  /// Words in no particular language, without white space at their ends.
  func string(_ key: String) -> String? { node(key).flatMap { string($0, key) } }

  /// Words that have to be there.
  func requiredString(_ key: String) -> String? { required(key).flatMap { string($0, key) } }

  private func string(_ node: YAMLNode, _ key: String) -> String? {
    guard let scalar = node.scalar(context) else { return nil }
    let text = scalar.text.trimmed
    if text.isEmpty { context.report(StructureFinding.emptyValue(key), at: node.location) }
    return text.isEmpty ? nil : text
  }

  /// A list of words.
  func strings(_ key: String) -> [(text: String, location: SourceLocation)]? {
    node(key).map { $0.strings(context) }
  }

  /// A name, which has to be there; names that never become columns may hold `-`.
  func requiredID(_ key: String, allowsHyphen: Bool = false) -> String? {
    required(key).flatMap { $0.id(context, allowsHyphen: allowsHyphen) }
  }

  /// A number.
  func number(_ key: String) -> Double? {
    guard let node = node(key), let scalar = node.scalar(context) else { return nil }
    guard let number = NumberText.parse(scalar.text.trimmed), number.isFinite else {
      context.report(ValueFinding.badNumber(key: key, text: scalar.text), at: node.location)
      return nil
    }
    return number
  }

  /// A whole number that is not negative.
  func count(_ key: String) -> Int? {
    guard let node = node(key), let scalar = node.scalar(context) else { return nil }
    guard let number = NumberText.parseInteger(scalar.text.trimmed), number >= 0 else {
      context.report(ValueFinding.badCount(key: key, text: scalar.text), at: node.location)
      return nil
    }
    return number
  }

  /// A whole number that is not negative and has to be there.
  func requiredCount(_ key: String) -> Int? {
    if !has(key) { context.report(StructureFinding.missingKey(key), at: location) }
    return count(key)
  }

  /// A share that is written with `%`, as 0...1.
  func percentage(_ key: String) -> Double? {
    guard let node = node(key), let scalar = node.scalar(context) else { return nil }
    guard let share = Percentage.parse(scalar.text), (0...1).contains(share) else {
      context.report(ValueFinding.badPercentage(key: key, text: scalar.text), at: node.location)
      return nil
    }
    return share
  }

  /// A share that is written with `%`, which has to be there.
  func requiredPercentage(_ key: String) -> Double? {
    if !has(key) { context.report(StructureFinding.missingKey(key), at: location) }
    return percentage(key)
  }

  /// A share with `%` as 0...1, or a plain number as it is.
  func threshold(_ key: String) -> Double? {
    guard let node = required(key), let scalar = node.scalar(context) else { return nil }
    let number = Percentage.parse(scalar.text) ?? NumberText.parse(scalar.text.trimmed)
    guard let number, number.isFinite else {
      context.report(ValueFinding.badThreshold(key: key, text: scalar.text), at: node.location)
      return nil
    }
    return number
  }

  /// `true` or `false`.
  func flag(_ key: String) -> Bool? {
    guard let node = node(key), let scalar = node.scalar(context) else { return nil }
    switch scalar.text {
    case "true": return true
    case "false": return false
    default:
      context.report(ValueFinding.badFlag(key: key, text: scalar.text), at: node.location)
      return nil
    }
  }

  /// A word of a closed vocabulary; an unknown one is reported and read as the nearest.
  func word<Word: RawRepresentable<String>>(
    _ key: String,
    _ vocabulary: Vocabulary,
    _ words: [Word]
  ) -> Word? {
    node(key).flatMap { $0.word(context, vocabulary, words) }
  }

  /// A word of a closed vocabulary, which has to be there.
  func requiredWord<Word: RawRepresentable<String>>(
    _ key: String,
    _ vocabulary: Vocabulary,
    _ words: [Word]
  ) -> Word? {
    required(key).flatMap { $0.word(context, vocabulary, words) }
  }
}

extension YAMLNode {
  /// A list of words; blank ones are reported.
  func strings(_ context: ReadingContext) -> [(text: String, location: SourceLocation)] {
    items(context).compactMap { item in
      guard let scalar = item.scalar(context) else { return nil }
      let text = scalar.text.trimmed
      if text.isEmpty { context.report(StructureFinding.emptyItem, at: item.location) }
      return text.isEmpty ? nil : (text, item.location)
    }
  }

  /// A name; one with other characters is reported and kept, so that references to it still work.
  func id(_ context: ReadingContext, allowsHyphen: Bool = false) -> String? {
    guard let scalar = scalar(context) else { return nil }
    if !Identifier.isValid(scalar.text, allowsHyphen: allowsHyphen) {
      let finding = ValueFinding.invalidID(scalar.text, allowsHyphen: allowsHyphen)
      context.report(finding, at: location)
    }
    return scalar.text.isEmpty ? nil : scalar.text
  }

  /// A word of a closed vocabulary; an unknown one is reported and read as the nearest.
  func word<Word: RawRepresentable<String>>(
    _ context: ReadingContext,
    _ vocabulary: Vocabulary,
    _ words: [Word]
  ) -> Word? {
    guard let scalar = scalar(context) else { return nil }
    if let word = words.first(where: { $0.rawValue == scalar.text }) { return word }
    let known = words.map(\.rawValue)
    let nearest = nearestName(to: scalar.text, among: known)
    let finding = VocabularyFinding(
      vocabulary: vocabulary,
      word: scalar.text,
      nearest: nearest,
      known: known
    )
    context.report(finding, at: location)
    return words.first { $0.rawValue == nearest }
  }
}
