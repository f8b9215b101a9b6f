/// Compares the options of a question in two versions.
struct OptionComparison {
  let subject: VersionChange.Subject
  let old: ChoiceList
  let new: ChoiceList
  /// The codes of the newer version that stand for a missing answer.
  var missing: [MissingCode] = []
  /// What a map says becomes of codes.
  var targets: [String: VersionMap.Target] = [:]
  /// Whether each option has an answer of its own, as in a multiple choice.
  let isMultiple: Bool

  var changes: [VersionChange] {
    var changes: [VersionChange] = []
    let likely = LikelyCodes(from: old, to: new)
    var reached: Set<String> = []
    for choice in old.choices {
      if let target = targets[choice.code] {
        changes += mapped(choice, target)
        if case .code(let code) = target { reached.insert(code) }
      } else {
        changes += own(choice, likely)
        if let code = likely.code(of: choice.code) { reached.insert(code) }
        reached.insert(choice.code)
      }
    }
    let before = Set(old.choices.map(\.code))
    for choice in new.choices where !reached.contains(choice.code) && !before.contains(choice.code)
    {
      let impact: ChangeImpact = old.scale != nil && !isMultiple ? .incomparable : .comparable
      changes.append(
        VersionChange(subject, .optionAdded(code: choice.code, label: choice.label), impact)
      )
    }
    return changes + meaning
  }

  private func mapped(_ choice: Choice, _ target: VersionMap.Target) -> [VersionChange] {
    switch target {
    case .code(let code):
      guard code != choice.code else { return [] }
      let kind = VersionChange.Kind.optionRecoded(from: choice.code, to: code, label: choice.label)
      return [VersionChange(subject, kind, .comparable, isSettled: true)]
    case .missing(let reason):
      let kind = VersionChange.Kind.optionMissing(
        code: choice.code,
        reason: reason,
        label: choice.label
      )
      return [VersionChange(subject, kind, .comparable, isSettled: true)]
    case .notComparable:
      let kind = VersionChange.Kind.optionRemoved(code: choice.code, label: choice.label)
      return [VersionChange(subject, kind, .comparable, isSettled: true)]
    }
  }

  /// What became of an option of which no map speaks.
  private func own(_ choice: Choice, _ likely: LikelyCodes) -> [VersionChange] {
    if let code = likely.code(of: choice.code), code != choice.code {
      let kind = VersionChange.Kind.optionRecoded(from: choice.code, to: code, label: choice.label)
      return [VersionChange(subject, kind, .forbidden)]
    }
    guard let place = new.index(of: choice.code) else {
      if let code = missing.first(where: { $0.code == choice.code }) {
        let kind = VersionChange.Kind.optionMissing(
          code: choice.code,
          reason: code.reason,
          label: choice.label
        )
        return [VersionChange(subject, kind, .incomparable)]
      }
      let kind = VersionChange.Kind.optionRemoved(code: choice.code, label: choice.label)
      return [VersionChange(subject, kind, isMultiple ? .comparable : .incomparable)]
    }
    let label = new.choices[place].label
    // Words that stay in one language hold the meaning of the code.
    let holds = Rewording.likeness(choice.label, label) < .reworded
    return Rewording.all(choice.label, label).map { rewording in
      let impact: ChangeImpact =
        switch rewording.likeness {
        case .same, .slip: .harmless
        case .reworded: holds ? .comparable : .incomparable
        case .different: holds ? .comparable : .forbidden
        }
      return VersionChange(
        subject,
        .optionRelabelled(
          code: choice.code,
          language: rewording.language,
          from: rewording.old,
          to: rewording.new,
          rewording.likeness
        ),
        impact
      )
    }
  }

  /// Order, direction, positive levels and points: the answers stay, figures made of them change.
  private var meaning: [VersionChange] {
    var changes: [VersionChange] = []
    func add(_ kind: VersionChange.Kind, _ impact: ChangeImpact) {
      changes.append(VersionChange(subject, kind, impact))
    }
    let codes = (old.choices.map(\.code), new.choices.map(\.code))
    let kept = (
      codes.0.filter { Set(codes.1).contains($0) }, codes.1.filter { Set(codes.0).contains($0) }
    )
    if targets.isEmpty, kept.0 != kept.1 { add(.optionsReordered, .harmless) }
    switch (old.scale, new.scale) {
    case (let old?, let new?):
      if old.direction != new.direction {
        // Where a map turns the codes round, the answers turn with the scale.
        let kind = VersionChange.Kind.directionChanged(from: old.direction, to: new.direction)
        changes.append(
          VersionChange(
            subject,
            kind,
            targets.isEmpty ? .incomparable : .comparable,
            isSettled: !targets.isEmpty
          )
        )
      }
      if translated(old.neutral) != new.neutral {
        add(.neutralChanged(from: old.neutral, to: new.neutral), .incomparable)
      }
    case (nil, nil): break
    case (let old, _): add(.scaleChanged(isScale: old == nil), .incomparable)
    }
    func positive(_ list: ChoiceList) -> [String] { list.choices.filter(\.isPositive).map(\.code) }
    let before = positive(old).compactMap { translated($0) }
    let gained = Set(positive(new)).subtracting(before).subtracting(added)
    let lost = Set(before).subtracting(positive(new))
    if !gained.isEmpty || !lost.intersection(codes.1).isEmpty {
      add(.positiveChanged(from: positive(old), to: positive(new)), .incomparable)
    }
    let points = Dictionary(
      new.choices.map { ($0.code, $0.points) },
      uniquingKeysWith: { first, _ in first }
    )
    let differ = old.choices.contains { choice in
      guard let code = translated(choice.code), let now = points[code] else { return false }
      return now != choice.points
    }
    if differ { add(.pointsChanged, .incomparable) }
    return changes
  }

  /// Options that are new altogether.
  private var added: Set<String> {
    let before = Set(old.choices.compactMap { translated($0.code) })
    return Set(new.choices.map(\.code)).subtracting(before)
  }

  private func translated(_ code: String?) -> String? { code.flatMap { targets.code($0) } }
}

/// Where the words of options went: which code carries the label of a code in the other version.
struct LikelyCodes {
  private var found: [String: String] = [:]

  init(from old: ChoiceList, to new: ChoiceList) {
    var codes: [String: [String]] = [:]
    for choice in new.choices {
      for key in Self.keys(choice.label) { codes[key, default: []].append(choice.code) }
    }
    for choice in old.choices {
      let counts = Self.keys(choice.label).flatMap { codes[$0] ?? [] }
      let candidates = Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +)
      guard let most = candidates.values.max() else { continue }
      // The code itself, wherever its words are no worse there than elsewhere.
      let best = candidates.filter { $0.value == most }.map(\.key).sorted()
      found[choice.code] = best.contains(choice.code) ? choice.code : best.first
    }
  }

  /// The code of the newer version with the words of `code`, if there is one.
  func code(of code: String) -> String? { found[code] }

  private static func keys(_ label: LocalizedText) -> [String] {
    label.translations.sorted { $0.key < $1.key }.compactMap { language, words in
      let key = LabelLikeness.words(words).joined(separator: " ")
      return key.isEmpty ? nil : "\(language):\(key)"
    }
  }
}
