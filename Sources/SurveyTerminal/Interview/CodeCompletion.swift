import SurveyModel

/// Knows when a typed code is complete, so that no Enter is needed.
struct CodeCompletion: Hashable {
  private let codes: Set<String>

  /// Knows the codes of a closed question, its missing codes and the commands of one key.
  init(_ codes: some Sequence<String>, commands: [String] = ["+", "-", "*", "."]) {
    self.codes = Set(codes.map(\.composed)).union(commands)
  }

  /// Whether `typed` is a code and not the beginning of another one.
  func isComplete(_ typed: String) -> Bool {
    codes.contains(typed)
      && !codes.contains { $0.utf8.count > typed.utf8.count && $0.utf8.starts(with: typed.utf8) }
  }

  /// The same for codes one after the other, where a space behind a code completes it.
  func isCompleteItem(_ typed: String) -> Bool {
    isComplete(typed) || (typed.last == " " && codes.contains(typed.trimmed))
  }
}
