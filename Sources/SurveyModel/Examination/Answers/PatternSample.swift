extension ExpressionPattern {
  /// A shortest text of this pattern that can be an answer, if one is found among common signs.
  ///
  /// An answer is not empty and has no blanks at its ends.
  var sample: String? {
    struct State: Hashable {
      let place: Int
      let isAtStart: Bool
      let isAtEnd: Bool
    }
    var seen: Set<State> = []
    var frontier: [(state: State, text: String)] = [
      (State(place: 0, isAtStart: true, isAtEnd: false), "")
    ]
    // All states of one length are visited before those that read one sign more.
    while !frontier.isEmpty {
      var next: [(state: State, text: String)] = []
      while let (state, text) = frontier.popLast() {
        guard program.indices.contains(state.place), seen.insert(state).inserted else { continue }
        func go(to place: Int, isAtEnd: Bool? = nil) {
          let there = State(
            place: place,
            isAtStart: state.isAtStart,
            isAtEnd: isAtEnd ?? state.isAtEnd
          )
          frontier.append((there, text))
        }
        switch program[state.place] {
        case .accept: if !text.isEmpty, text.trimmed == text, matches(text) { return text }
        case .jump(let target): go(to: target)
        case .split(let first, let second):
          go(to: second)
          go(to: first)
        case .atStart: if state.isAtStart { go(to: state.place + 1) }
        case .atEnd: go(to: state.place + 1, isAtEnd: true)
        case .consume(let set):
          guard !state.isAtEnd, let sign = Self.signs.first(where: { set.contains($0) }) else {
            continue
          }
          let there = State(place: state.place + 1, isAtStart: false, isAtEnd: false)
          next.append((there, text + String(sign)))
        }
      }
      frontier = next
    }
    return nil
  }

  private static let signs = Array("0123456789aAbBcCzZ@._-+/ ,;:()đĐáẢ".unicodeScalars)
}
