/// The answers to one question turn by turn, as they are written: one for each turn of its repeat,
/// and that for each turn of every repeat around it.
enum TurnTree: Hashable, Sendable {
  /// The answer in one turn.
  case answer(Answer)
  /// What is written in each turn, in order.
  case turns([TurnTree])

  /// Nothing in any turn.
  static let nothing = TurnTree.turns([])

  /// What is written in the turn that `path` leads to, outer repeats first.
  subscript(path: some Collection<Int>) -> TurnTree? {
    guard let turn = path.first else { return self }
    guard case .turns(let turns) = self, turns.indices.contains(turn) else { return nil }
    return turns[turn][path.dropFirst()]
  }

  /// The answer in the turn that `path` leads to.
  func answer(at path: some Collection<Int>) -> Answer? {
    guard case .answer(let answer) = self[path] else { return nil }
    return answer
  }

  /// How many turns are written in the turn of the repeat around them that `path` leads to, up to the
  /// last one that holds something.
  func count(at path: some Collection<Int>) -> Int {
    guard case .turns(let turns) = self[path] else { return 0 }
    return turns.lastIndex { !$0.holdsNothing(.noAnswer) }.map { $0 + 1 } ?? 0
  }

  /// Writes an answer in a turn; turns before it that are not written hold nothing.
  mutating func set(_ answer: Answer, at path: ArraySlice<Int>) {
    guard let turn = path.first else {
      self = .answer(answer)
      return
    }
    var turns: [TurnTree] = if case .turns(let turns) = self { turns } else { [] }
    let rest = path.dropFirst()
    while turns.count <= turn {
      turns.append(rest.isEmpty ? .answer(.missing(.notReached)) : .nothing)
    }
    turns[turn].set(answer, at: rest)
    self = .turns(turns)
  }

  /// The answers with the turns in which they were given, in the order of the turns.
  var answers: [(path: [Int], answer: Answer)] {
    switch self {
    case .answer(let answer): [([], answer)]
    case .turns(let turns):
      turns.enumerated().flatMap { turn, inner in
        inner.answers.map { ([turn] + $0.path, $0.answer) }
      }
    }
  }

  /// The text, see ``SeriesText``; turns without anything at the end are left out, and nothing in
  /// all of them is the empty text.
  var text: String { text(leavingOut: .noAnswer) }

  /// The same with what was left blank, which was answered by that.
  var textWithBlanks: String { text(leavingOut: nil) }

  private func text(leavingOut blank: MissingReason?) -> String {
    holdsNothing(blank) ? "" : element(leavingOut: blank)
  }

  private func element(leavingOut blank: MissingReason?) -> String {
    switch self {
    case .answer(let answer): return SeriesText.element(answer)
    case .turns(let turns):
      let count = turns.lastIndex { !$0.holdsNothing(blank) }.map { $0 + 1 } ?? 0
      let elements = turns.prefix(count).map { $0.element(leavingOut: blank) }
      return "[" + elements.joined(separator: ",") + "]"
    }
  }

  private func holdsNothing(_ blank: MissingReason?) -> Bool {
    switch self {
    case .turns(let turns): turns.allSatisfy { $0.holdsNothing(blank) }
    case .answer(let answer):
      switch answer.missingReason {
      case nil, .refused, .doNotKnow: false
      case .noAnswer: blank == .noAnswer
      case .notReached, .notApplicable, .notCollected: true
      }
    }
  }
}

extension AnswerReader {
  /// The answers in the turns of a repeat, read from a JSON array.
  ///
  /// - Throws: why the first element that is no answer is none.
  public func readSeries(_ text: String) throws(AnswerRejection) -> Answer {
    if text.trimmed.isEmpty { return .missing(.noAnswer) }
    guard let elements = SeriesText.elements(text, depth: depth),
      let tree = try tree(of: .elements(elements), depth: depth)
    else { throw .notASeries(text: text, depth: depth) }
    return tree.text.isEmpty ? .missing(.noAnswer) : .text(tree.text)
  }

  /// What is written of one element; `nil` where the arrays are not as deep as the repeats.
  private func tree(
    of element: SeriesText.Element,
    depth: Int
  ) throws(AnswerRejection) -> TurnTree? {
    switch element {
    case .elements(let elements):
      guard depth > 0 else { return nil }
      var turns: [TurnTree] = []
      for element in elements {
        guard let turn = try tree(of: element, depth: depth - 1) else { return nil }
        turns.append(turn)
      }
      return .turns(turns)
    case .nothing: return depth > 0 ? .nothing : .answer(.missing(.notReached))
    case .missing(let reason): return depth > 0 ? nil : .answer(.missing(reason))
    case .text(let text): return depth > 0 ? nil : .answer(try read(text))
    }
  }

  /// What is written in the turns; what is no answer is missing.
  ///
  /// An answer where turns should stand is that of the first: so studies hold it in which a repeat
  /// inside another was gone through once.
  func tree(_ answer: Answer?) -> TurnTree {
    guard case .text(let text) = answer, let elements = SeriesText.elements(text, depth: depth)
    else { return .nothing }
    return tree(of: .elements(elements), in: depth)
  }

  private func tree(of element: SeriesText.Element, in depth: Int) -> TurnTree {
    switch element {
    case .elements(let elements): .turns(elements.map { tree(of: $0, in: depth - 1) })
    case .nothing: depth > 0 ? .nothing : .answer(.missing(.notReached))
    case .missing, .text:
      depth > 0 ? .turns([tree(of: element, in: depth - 1)]) : .answer(answer(of: element))
    }
  }

  private func answer(of element: SeriesText.Element) -> Answer {
    switch element {
    case .text(let text): (try? read(text)) ?? .missing(.noAnswer)
    case .missing(let reason): .missing(reason)
    case .nothing, .elements: .missing(.notReached)
    }
  }
}
