import Dispatch
import SurveyFormats
import SurveyStore
import Synchronization
import Tabular

/// What all bytes of a file tell, its SHA-256 and its encoding, found out while the file is looked
/// at for other things.
final class PendingExamination: Sendable {
  private struct Findings {
    let sha256: String
    /// None where nobody asked for it, or the file is no text.
    let guess: EncodingGuess?
  }

  private let result = Mutex<Result<Findings, any Error>?>(nil)
  private let done = DispatchSemaphore(value: 0)
  /// What the beginning says about the encoding, where that is beyond doubt and was asked for.
  let beginning: EncodingGuess?

  private init(beginning: EncodingGuess?) { self.beginning = beginning }

  /// Begins to read `source`; with `trustsBeginning` its encoding is of interest too.
  static func begin(_ source: SourceFile, trustsBeginning: Bool) -> PendingExamination {
    let beginning = trustsBeginning ? try? EncodingGuess(beginning: source.source) : nil
    let examination = PendingExamination(beginning: beginning)
    DispatchQueue.global().async {
      let result = Result { try examine(source, wantsGuess: beginning != nil) }
      examination.result.withLock { $0 = result }
      examination.done.signal()
    }
    return examination
  }

  /// The digits of the SHA-256, as soon as they are known.
  func sha256(isStopped: () -> Bool) throws -> String { try findings(isStopped)?.sha256 ?? "" }

  /// Whether the whole file is read as its beginning says, as soon as that is known.
  func confirmsBeginning(isStopped: () -> Bool) throws -> Bool {
    guard let beginning else { return true }
    return try findings(isStopped)?.guess?.confirms(beginning) == true
  }

  private func findings(_ isStopped: () -> Bool) throws -> Findings? {
    while done.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
      if isStopped() { throw ImportProblem.stopped }
    }
    done.signal()
    return try result.withLock { $0 }?.get()
  }

  private static func examine(_ source: SourceFile, wantsGuess: Bool) throws -> Findings {
    var digest = FileDigest()
    if wantsGuess,
      let guess = try? EncodingGuess(examining: source.source, lend: { digest.update($0) })
    {
      return Findings(sha256: digest.finalize(), guess: guess)
    }
    digest = FileDigest()
    try source.forEachChunk { digest.update($0) }
    return Findings(sha256: digest.finalize(), guess: nil)
  }
}
