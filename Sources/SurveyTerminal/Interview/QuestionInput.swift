import SurveyModel

/// Reads what is typed at one question.
struct QuestionInput {
  let reader: LineReader
  let page: Page
  let words: QuestionWords

  /// What was typed.
  enum Typed: Hashable {
    case entry(Entry)
    /// What a scanner read where no text is asked for.
    case scanned(String)
    /// A text that was too long, to be edited.
    case tooLong(String)
    case stopped
  }

  static let prompt = "> "

  /// Reads an entry for the question at `index`.
  ///
  /// Where several codes can be chosen, `chosen` are those chosen so far, and `isChanged` says
  /// that they are others than those of the kept answer. A text begins with `initial`. When the
  /// answer is doubtful, `+` alone accepts it.
  func read(
    _ index: Int,
    offered: [Choice],
    chosen: [String],
    isChanged: Bool,
    initial: String,
    isDoubtful: Bool
  ) throws -> Typed {
    let question = words.plan.steps[index].question
    let codes = offered.map(\.code) + question.missing.map(\.code)
    switch question.kind {
    case .selectMultiple where reader.readsKeys:
      return try readToggles(offered, question, chosen, isChanged)
    case .selectOne, .selectMultiple, .acknowledge, .note, .carried:
      let completion = CodeCompletion(codes)
      return try readLine(question, initial: "", isComplete: completion.isComplete)
    case .rank, .integer, .decimal, .range, .date, .time, .dateTime:
      return try readLine(question, initial: initial) { $0 == "*" || isDoubtful && $0 == "+" }
    case .text, .barcode, .calculate, .hidden, .metadata:
      return try readLine(question, initial: initial) { isDoubtful && $0 == "+" }
    }
  }

  private func readLine(
    _ question: Question,
    initial: String,
    isComplete: (String) -> Bool
  ) throws -> Typed {
    switch try reader.read(prompt: Self.prompt, initial: initial, isComplete: isComplete) {
    case .stopped: .stopped
    case .line(let text, .byScan, _): .scanned(text)
    case .line(let text, _, let isCut) where isCut: .tooLong(text)
    case .line(let text, _, _): .entry(Entry(text, for: question))
    }
  }

  /// Each complete code is chosen or unchosen at once; Enter ends.
  private func readToggles(
    _ offered: [Choice],
    _ question: Question,
    _ kept: [String],
    _ wasChanged: Bool
  ) throws -> Typed {
    let codes = offered.map(\.code) + question.missing.map(\.code)
    let completion = CodeCompletion(codes)
    var chosen = Set(kept)
    var isChanged = wasChanged
    while true {
      let line = try reader.read(prompt: Self.prompt, isComplete: completion.isCompleteItem)
      guard case .line(let text, let end, _) = line else { return .stopped }
      if end == .byScan { return .scanned(text) }
      var rest: [String] = []
      for word in text.split(separator: " ").map(String.init) {
        guard offered.contains(where: { $0.code == word }) else {
          rest.append(word)
          continue
        }
        isChanged = true
        if chosen.remove(word) == nil { chosen.insert(word) }
      }
      let inOrder = offered.filter { chosen.contains($0.code) }
      let value = inOrder.map(\.code).joined(separator: " ")
      if rest.isEmpty {
        if !text.isEmpty {
          let labels = inOrder.map { words.option($0.code, $0.label) }
          try page.say(PromptMessage.chosen(labels), indent: "  ")
        }
        if end == .byItself { continue }
        return .entry(isChanged ? .value(value) : .enter)
      }
      let entry = Entry(text, for: question)
      return .entry(entry == .plus && isChanged ? .value(value) : entry)
    }
  }
}
