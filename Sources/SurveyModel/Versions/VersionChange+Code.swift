extension VersionChange {
  /// The stable word for a kind of change.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    case titleChanged = "title-changed"
    case consentChanged = "consent-changed"
    case languageAdded = "language-added"
    case languageRemoved = "language-removed"
    case keyChanged = "key-changed"
    case sampleChanged = "sample-changed"
    case added
    case removed
    case renamed
    case moved
    case relabelled
    case hintChanged = "hint-changed"
    case typeChanged = "type-changed"
    case calculationChanged = "calculation-changed"
    case optionAdded = "option-added"
    case optionRemoved = "option-removed"
    case optionRecoded = "option-recoded"
    case optionMissing = "option-missing"
    case optionRelabelled = "option-relabelled"
    case optionsReordered = "options-reordered"
    case directionChanged = "direction-changed"
    case positiveChanged = "positive-changed"
    case neutralChanged = "neutral-changed"
    case pointsChanged = "points-changed"
    case scaleChanged = "scale-changed"
    case missingCodesChanged = "missing-codes-changed"
    case rangeChanged = "range-changed"
    case constraintChanged = "constraint-changed"
    case requiredChanged = "required-changed"
    case relevanceChanged = "relevance-changed"
    case filterChanged = "filter-changed"
    case dependencyChanged = "dependency-changed"
    case indicatorAdded = "indicator-added"
    case indicatorRemoved = "indicator-removed"
    case indicatorRelabelled = "indicator-relabelled"
    case formulaChanged = "formula-changed"
    case affected
    /// A map says that answers before and after are not to be compared.
    case declared
    /// The answers are of a version that came later.
    case laterVersion = "later-version"
  }

  /// The stable word for what changed.
  public var code: Code {
    switch kind {
    case .titleChanged: .titleChanged
    case .consentChanged: .consentChanged
    case .languageAdded: .languageAdded
    case .languageRemoved: .languageRemoved
    case .keyChanged: .keyChanged
    case .sampleChanged: .sampleChanged
    case .added: .added
    case .removed: .removed
    case .renamed: .renamed
    case .moved: .moved
    case .relabelled: .relabelled
    case .hintChanged: .hintChanged
    case .typeChanged: .typeChanged
    case .calculationChanged: .calculationChanged
    case .optionAdded: .optionAdded
    case .optionRemoved: .optionRemoved
    case .optionRecoded: .optionRecoded
    case .optionMissing: .optionMissing
    case .optionRelabelled: .optionRelabelled
    case .optionsReordered: .optionsReordered
    case .directionChanged: .directionChanged
    case .positiveChanged: .positiveChanged
    case .neutralChanged: .neutralChanged
    case .pointsChanged: .pointsChanged
    case .scaleChanged: .scaleChanged
    case .missingCodesChanged: .missingCodesChanged
    case .rangeChanged: .rangeChanged
    case .constraintChanged: .constraintChanged
    case .requiredChanged: .requiredChanged
    case .relevanceChanged: .relevanceChanged
    case .filterChanged: .filterChanged
    case .dependencyChanged: .dependencyChanged
    case .declared: .declared
    case .indicatorAdded: .indicatorAdded
    case .indicatorRemoved: .indicatorRemoved
    case .indicatorRelabelled: .indicatorRelabelled
    case .formulaChanged: .formulaChanged
    case .affected: .affected
    }
  }

  /// Whether answers to the question mean something else, and not only figures made of them.
  var touchesAnswers: Bool {
    switch code {
    case .relabelled, .typeChanged, .calculationChanged, .optionAdded, .optionRemoved,
      .optionRecoded, .optionMissing, .optionRelabelled, .relevanceChanged, .dependencyChanged,
      .declared:
      true
    case .titleChanged, .consentChanged, .languageAdded, .languageRemoved, .keyChanged,
      .sampleChanged, .added, .removed, .renamed, .moved, .hintChanged, .optionsReordered,
      .directionChanged, .positiveChanged, .neutralChanged, .pointsChanged, .scaleChanged,
      .missingCodesChanged, .rangeChanged, .constraintChanged, .requiredChanged, .filterChanged,
      .indicatorAdded, .indicatorRemoved, .indicatorRelabelled, .formulaChanged, .affected,
      .laterVersion:
      false
    }
  }
}

extension VersionChange {
  /// Whether answers before and after are not counted together.
  var setsAnswersApart: Bool { touchesAnswers && impact >= .incomparable }
}

extension VersionChange.Code: LocalizedMessage {
  /// The change in a few words, as a reason why answers are not counted together.
  public func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .relabelled: language.choose("câu hỏi được viết khác đi", "the question reads differently")
    case .typeChanged: language.choose("kiểu câu hỏi đã đổi", "the type changed")
    case .calculationChanged: language.choose("công thức tính đã đổi", "the calculation changed")
    case .optionAdded: language.choose("thang đo có thêm mức", "the scale has a further level")
    case .optionRemoved: language.choose("có lựa chọn bị bỏ", "an option was removed")
    case .optionRecoded: language.choose("mã của lựa chọn đã đổi", "options have other codes")
    case .optionMissing:
      language.choose("có lựa chọn thành lý do không trả lời", "an option became a missing reason")
    case .optionRelabelled:
      language.choose("mã cũ mang nghĩa mới", "a code has another meaning")
    case .relevanceChanged:
      language.choose("điều kiện hỏi đã đổi: hỏi những người khác", "it is asked of other people")
    case .dependencyChanged:
      language.choose(
        "điều kiện hoặc công thức đọc câu đã đổi",
        "its condition or formula reads a question that changed"
      )
    case .declared: language.choose("bản đồ nói không so sánh được", "the map says so")
    case .laterVersion:
      language.choose("phiên bản sau đã đổi câu này", "a later version changed the question")
    case .removed: language.choose("câu hỏi đã bỏ", "the question was removed")
    case .titleChanged, .consentChanged, .languageAdded, .languageRemoved, .keyChanged,
      .sampleChanged, .added, .renamed, .moved, .hintChanged, .optionsReordered,
      .directionChanged, .positiveChanged, .neutralChanged, .pointsChanged, .scaleChanged,
      .missingCodesChanged, .rangeChanged, .constraintChanged, .requiredChanged, .filterChanged,
      .indicatorAdded, .indicatorRemoved, .indicatorRelabelled, .formulaChanged, .affected:
      rawValue
    }
  }
}
