import Dispatch
import SurveyFormats
import SurveyStore
import Synchronization

/// The SHA-256 of a file, computed while the file is looked at for other things.
final class PendingDigest: Sendable {
  private let result = Mutex<Result<String, any Error>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Begins to read `source`.
  static func begin(_ source: SourceFile) -> PendingDigest {
    let digest = PendingDigest()
    DispatchQueue.global().async {
      let result = Result { try hash(source) }
      digest.result.withLock { $0 = result }
      digest.done.signal()
    }
    return digest
  }

  /// The digits, as soon as they are known.
  func value() throws -> String {
    done.wait()
    done.signal()
    return try result.withLock { $0 }?.get() ?? ""
  }

  private static func hash(_ source: SourceFile) throws -> String {
    var digest = FileDigest()
    try source.forEachChunk { digest.update($0) }
    return digest.finalize()
  }
}
