/// Compares what is published from two versions.
struct IndicatorComparison {
  let old: Questionnaire
  let new: Questionnaire
  /// Which questions and codes go by others in the newer version.
  let map: VersionMap?
  /// For each question of the newer version what changed in it.
  let changes: [String: [VersionChange]]
  /// Questions of the newer version that have the id of another of the older.
  let reused: Set<String>

  var result: [VersionChange] {
    var result: [VersionChange] = []
    for indicator in new.indicators {
      let subject = VersionChange.Subject.indicator(id: indicator.id, label: indicator.label)
      guard let before = old.indicator(indicator.id) else {
        result.append(VersionChange(subject, .indicatorAdded, .harmless))
        continue
      }
      if before.label != indicator.label, !Rewording.all(before.label, indicator.label).isEmpty {
        result.append(VersionChange(subject, .indicatorRelabelled, .harmless))
      }
      if formula(before, map) != formula(indicator, nil) {
        result.append(VersionChange(subject, .formulaChanged, .incomparable))
      }
      let items = indicator.items.filter { changesFigures($0, of: indicator) }
      if !items.isEmpty {
        result.append(VersionChange(subject, .affected(by: items), .incomparable))
      }
    }
    for indicator in old.indicators where new.indicator(indicator.id) == nil {
      let subject = VersionChange.Subject.indicator(id: indicator.id, label: indicator.label)
      result.append(VersionChange(subject, .indicatorRemoved, .comparable))
    }
    return result
  }

  private func changesFigures(_ item: String, of indicator: Indicator) -> Bool {
    reused.contains(item)
      || (changes[item] ?? []).contains { change in
        change.impact >= .incomparable || change.code == .optionRecoded && indicator.readsNumbers
      }
  }

  /// All that decides a figure, with the questions by their ids of the newer version.
  private struct Formula: Hashable {
    let kind: Indicator.Kind
    let measure: Indicator.Measure?
    let countedMissing: Set<MissingReason>
  }

  private func formula(_ indicator: Indicator, _ map: VersionMap?) -> Formula {
    let renames = map?.renames ?? [:]
    func name(_ id: String) -> String { renames[id] ?? id }
    func code(_ code: String, of id: String) -> String? {
      (map?.entry(id)?.targets ?? [:]).code(code)
    }
    let nothing = LocalizedText([:])
    let kind: Indicator.Kind =
      switch indicator.kind {
      case .share(let item, let codes):
        .share(
          item: name(item),
          codes: codes.map { Set($0.compactMap { code($0, of: item) }).sorted() }
        )
      case .allPositive(let items): .allPositive(items: items.map(name))
      case .anyPositive(let items): .anyPositive(items: items.map(name))
      case .atLeast(let minimum, let items): .atLeast(minimum: minimum, items: items.map(name))
      case .test(let answers, let pass):
        .test(
          answers: answers.map { answer in
            TestItem(
              item: name(answer.item),
              right: code(answer.right, of: answer.item) ?? answer.right
            )
          },
          pass: pass
        )
      case .mean(let item): .mean(item: name(item))
      case .index(let index):
        .index(
          Index(
            itemFormula: index.itemFormula,
            combine: index.combine,
            parts: index.parts.map { part in
              Index.Part(
                id: part.id,
                label: nothing,
                elements: part.elements.map {
                  Index.Element(id: $0.id, label: nothing, items: $0.items.map(name))
                }
              )
            }
          )
        )
      case .points(let items, let classes):
        .points(
          items: items.map(name),
          classes: classes.map { PointClass(atLeast: $0.atLeast, label: nothing) }
        )
      case .netPromoter(let item): .netPromoter(item: name(item))
      case .ratio(let numerator, let denominator):
        .ratio(numerator: name(numerator), denominator: name(denominator))
      case .countOfChoices(let item): .countOfChoices(item: name(item))
      }
    return Formula(
      kind: kind,
      measure: indicator.measure,
      countedMissing: indicator.countedMissing
    )
  }
}

extension Indicator {
  /// Whether codes are taken for numbers, so that other codes make other figures.
  fileprivate var readsNumbers: Bool {
    switch kind {
    case .mean, .netPromoter, .ratio: true
    case .index(let index): index.itemFormula != .topLevels
    case .share, .allPositive, .anyPositive, .atLeast, .test, .points, .countOfChoices: false
    }
  }
}
