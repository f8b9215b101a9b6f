/// Combinations of options that stand for all combinations to the rules.
struct ChoiceSubsets {
  /// The codes of each combination, in the order of the list; none is empty.
  let subsets: [[String]]
  /// Whether to the rules every other combination is the same as one of these.
  let isComplete: Bool

  init(_ choices: [Choice], use: AnswerUse, bounds: [ExpressionValue], wantsAll: Bool) {
    let codes = choices.map(\.code)
    let exclusive = Set(choices.filter(\.isExclusive).map(\.code))
    func isPossible(_ chosen: [String]) -> Bool {
      !chosen.isEmpty && (chosen.count == 1 || exclusive.isDisjoint(with: chosen))
    }
    if codes.count <= AnswerCandidateMaker.shortMultiple {
      subsets = Self.all(codes).filter(isPossible)
      isComplete = true
      return
    }
    // Options that rules name, all combinations of them, each with as many others as counts ask for.
    let named = codes.filter { use.codes.contains($0) }
    let others = codes.filter { !use.codes.contains($0) && !exclusive.contains($0) }
    let isSmall = named.count <= AnswerCandidateMaker.shortMultiple
    let cores = isSmall ? [[]] + Self.all(named) : [[]] + named.map { [$0] } + [named]
    var sizes: Set<Int> = [1]
    for count in use.counts where count.isFinite && count.magnitude < 1_000 {
      let near = Int(count.rounded(.down))
      sizes.formUnion([near - 1, near, near + 1, near + 2])
    }
    var found: [[String]] = []
    var seen: Set<[String]> = []
    func add(_ chosen: [String]) {
      let inOrder = codes.filter { chosen.contains($0) }
      if isPossible(inOrder), seen.insert(inOrder).inserted { found.append(inOrder) }
    }
    for core in cores {
      add(core)
      add(core + others.prefix(1))
      for size in sizes where size > core.count { add(core + others.prefix(size - core.count)) }
    }
    for code in exclusive.sorted() where codes.contains(code) { add([code]) }
    if wantsAll {
      for code in codes {
        add([code])
        for size in sizes where size > 1 {
          add([code] + others.filter { $0 != code }.prefix(size - 1))
        }
        if codes.count * cores.count <= 1_000 { for core in cores { add(core + [code]) } }
      }
    }
    subsets = found
    let comparesTexts = bounds.contains { !$0.asString.isEmpty && !$0.isTruth }
    let tellsOptionsApart = wantsAll && codes.count * cores.count > 1_000
    isComplete =
      isSmall && !tellsOptionsApart && !use.isGeneral && !comparesTexts && use.patterns.isEmpty
      && use.lengths.isEmpty
  }

  /// All combinations but the empty one, small ones first.
  private static func all(_ codes: [String]) -> [[String]] {
    guard codes.count < 16 else { return codes.map { [$0] } }
    let sets = (1..<(1 << codes.count)).map { bits in
      codes.indices.filter { bits & (1 << $0) != 0 }.map { codes[$0] }
    }
    return sets.enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }
    .map(\.element)
  }
}
