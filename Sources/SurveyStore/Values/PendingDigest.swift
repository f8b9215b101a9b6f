import Dispatch
package import SurveyModel
import Synchronization

/// The digest of a dataset, computed beside other work.
package final class PendingDigest: Sendable {
  private let group = DispatchGroup()
  private let digits = Mutex("")

  /// Begins with the answers of `data` and the random number of a study.
  package init(of data: Dataset, salt: UInt64) {
    DispatchQueue.global().async(group: group) { [self] in
      var digest = DatasetDigest(salt: salt)
      digest.add(data)
      let text = digest.finalize()
      digits.withLock { $0 = text }
    }
  }

  /// The 64 hexadecimal digits, as soon as they are known.
  package var value: String {
    group.wait()
    return digits.withLock { $0 }
  }
}
