import SurveyModel

/// The options of a closed question as its cells or a codebook show them.
struct ChoiceProposal: Hashable {
  /// One option.
  struct Option: Hashable {
    /// The code; none where it is still to be given.
    var code: String?
    var label: String
  }

  /// The options, in no order yet when they have no codes.
  var options: [Option]
  /// Options that say why there is no answer.
  var missing: [Missing] = []
  /// Whether the codes are levels in order although nothing says what they mean.
  var isBareScale = false

  /// An option that is no answer.
  struct Missing: Hashable {
    var code: String?
    var label: String
    let reason: MissingReason
  }

  /// The list with codes for all options, and what is to be said about it.
  struct Finished {
    let choices: [Choice]
    let scale: Scale?
    let missing: [MissingCode]
    let notes: [SketchNote]
  }

  /// Gives codes and an order; `language` is that of the labels.
  func finished(language: String) -> Finished {
    var notes: [SketchNote] = []
    let recognised = ScaleWords.recognise(options.map(\.label))
    let ordered = recognised.map { found in
      found.order.compactMap { label in options.first { $0.label == label } }
    }
    let hasCodes = options.allSatisfy { $0.code != nil }
    var final =
      hasCodes
      ? options.sorted { Self.precedes($0, $1) } : ordered ?? options.sorted(by: Self.byLabel)
    if !hasCodes { final = Self.withCodes(final, isScale: recognised != nil) }
    func text(_ label: String) -> LocalizedText { LocalizedText([language: label]) }
    let codes = Set(final.compactMap(\.code))
    let missing = missingCodes(taken: codes, language)
    let direction = recognised.flatMap { Self.direction(final.map(\.label), $0.order) }
    guard let recognised, let direction else {
      let choices = final.map { Choice(code: $0.code ?? "", label: text($0.label)) }
      let isNumbered = final.allSatisfy { $0.code.flatMap { NumberText.parseInteger($0) } != nil }
      guard isBareScale, isNumbered else {
        return Finished(choices: choices, scale: nil, missing: missing, notes: notes)
      }
      notes.append(.bareScale)
      let scale = Scale(direction: .ascending, neutral: nil)
      return Finished(choices: choices, scale: scale, missing: missing, notes: notes)
    }
    notes.append(recognised.positive.isEmpty ? .orderProposed : .scaleProposed)
    let choices = final.map { option in
      Choice(
        code: option.code ?? "",
        label: text(option.label),
        isPositive: recognised.positive.contains(option.label)
      )
    }
    let neutral = recognised.neutral.flatMap { label in final.first { $0.label == label }?.code }
    return Finished(
      choices: choices,
      scale: Scale(direction: direction, neutral: neutral),
      missing: missing,
      notes: notes
    )
  }

  private func missingCodes(taken: Set<String>, _ language: String) -> [MissingCode] {
    var taken = taken
    return missing.map { missing in
      var code = missing.code ?? (missing.reason == .doNotKnow ? "98" : "99")
      if taken.contains(code), missing.code == nil {
        code = (90...999).lazy.map(String.init).first { !taken.contains($0) } ?? code
      }
      taken.insert(code)
      let label = LocalizedText([language: missing.label])
      return MissingCode(code: code, reason: missing.reason, label: label)
    }
  }

  /// The direction in which `labels` run through `order`; none where they jump.
  private static func direction(_ labels: [String], _ order: [String]) -> Scale.Direction? {
    if labels == order { return .ascending }
    return labels == Array(order.reversed()) ? .descending : nil
  }

  // MARK: Codes

  /// Numbers from 1, unless a label is itself a number: then a number stands for itself.
  private static func withCodes(_ options: [Option], isScale: Bool) -> [Option] {
    let labels = options.map(\.label)
    if labels.contains(where: { NumberText.parse($0, allowsComma: true) != nil }) {
      var taken: Set<String> = []
      return options.map { option in
        let number = NumberText.parseInteger(option.label)
        // Zeros in front belong to a code of places and offices.
        let isDigits = option.label.utf8.allSatisfy { (0x30...0x39).contains($0) }
        var code =
          number.map { isDigits ? option.label : String($0) } ?? "k_"
          + SketchWords.id(SketchWords.words(of: option.label))
        while !taken.insert(code).inserted { code += "_2" }
        return Option(code: code, label: option.label)
      }
    }
    if !isScale, labels.allSatisfy(isCode) {
      return options.map { Option(code: $0.label, label: $0.label) }
    }
    return options.enumerated().map { Option(code: String($0 + 1), label: $1.label) }
  }

  /// Whether `label` could be the name of an option in another system: `apt_1`, `yes`.
  private static func isCode(_ label: String) -> Bool {
    guard let first = label.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return label.utf8.count <= 40
      && label.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      }
  }

  private static func precedes(_ one: Option, _ other: Option) -> Bool {
    let codes = (one.code ?? "", other.code ?? "")
    if let left = NumberText.parse(codes.0), let right = NumberText.parse(codes.1), left != right {
      return left < right
    }
    return VietnameseOrder.precedes(codes.0, codes.1)
  }

  /// Ranges by their first number, the rest by the alphabet, "other" last.
  private static func byLabel(_ one: Option, _ other: Option) -> Bool {
    let keys = (key(one.label), key(other.label))
    if keys.0.rank != keys.1.rank { return keys.0.rank < keys.1.rank }
    if keys.0.number != keys.1.number { return keys.0.number < keys.1.number }
    return VietnameseOrder.precedes(one.label, other.label)
  }

  private static func key(_ label: String) -> (rank: Int, number: Double) {
    let folded = MatchingKey(label).text
    if isOther(folded) { return (2, 0) }
    let start = folded.drop { "<>≤≥$~ ".contains($0) }
    let digits = start.prefix { $0.isNumber || $0 == "," || $0 == "." }.filter(\.isNumber)
    guard let number = Double(digits) else { return (1, 0) }
    // "under 18" before "18-24", "over 60" behind "45-60".
    let bound =
      folded.hasPrefix("<") ? -0.5 : folded.hasPrefix(">") || folded.hasSuffix("+") ? 0.5 : 0
    return (0, number + bound)
  }

  /// Whether a folded label is the answer outside the list.
  static func isOther(_ key: String) -> Bool {
    key == "khác" || key.hasPrefix("khác (") || key.hasPrefix("khác, ") || key == "mục khác"
      || key == "other" || key == "others" || key.hasPrefix("other (")
      || key.hasPrefix("other, ")
  }
}
