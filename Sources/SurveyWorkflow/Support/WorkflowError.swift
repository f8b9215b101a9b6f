import SurveyFormats
package import SurveyModel
import Tabular

/// An operation that cannot be done, in a sentence with place, rule and repair.
package struct WorkflowError: Error, Sendable {
  /// The file or study that it is about.
  package let place: String?
  /// The sentence.
  package let message: any LocalizedMessage

  /// Wraps a stage's own error.
  package init(_ message: any LocalizedMessage, at place: String? = nil) {
    self.message = message
    self.place = place
  }

  /// The code under which it is documented, where it has one.
  package var code: String? {
    switch message {
    case let fault as TableFault: fault.code
    case let problem as ImportProblem: problem.code
    case let problem as KnownFileProblem: problem.code
    default: nil
    }
  }

  /// Whether it is about the file at `path` alone, so that others can be imported all the same.
  ///
  /// A full disk, a study that is in use and a command that was stopped are about all of them.
  package func isAbout(file path: String) -> Bool {
    guard place == path else { return false }
    switch message {
    case let fault as TableFault:
      if case .tabular(.cannotWrite(_, .noSpace)) = fault { return false }
      return true
    case let problem as ImportProblem:
      if case .stopped = problem { return false }
      return true
    default: return message is KnownFileProblem
    }
  }

  /// `place: sentence [code]`; a sentence that names the place itself is not given it twice.
  package func text(in language: InterfaceLanguage) -> String {
    let sentence = message.text(in: language) + (code.map { " [\($0)]" } ?? "")
    guard let place, !sentence.hasPrefix("\(place): ") else { return sentence }
    return "\(place): \(sentence)"
  }
}

/// A sentence in both languages.
package struct Sentence: LocalizedMessage {
  private let vietnamese: String
  private let english: String

  /// Makes a sentence.
  package init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  package func text(in language: InterfaceLanguage) -> String {
    language.choose(vietnamese, english)
  }
}
