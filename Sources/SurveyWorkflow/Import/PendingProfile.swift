import Dispatch
import SurveyFormats
import SurveyModel
import Synchronization

/// What a share of the columns of a table tells, found out on another core.
///
/// The result is written before the semaphore is signalled and read after it was waited for.
final class PendingProfile: @unchecked Sendable {
  private var result: Result<FormatProfiler?, any Error>?
  private let done = DispatchSemaphore(value: 0)
  private let isAbandoned = Atomic(false)

  /// Begins to look at `share` of the columns of the table that stands in `source`, which is kept
  /// until the end: a pipe's bytes go with it.
  static func begin(
    _ source: SourceFile,
    reading: TableReading,
    plan: InterviewPlan,
    options: ValueOptions,
    moment: FormMoment,
    share: ColumnShare
  ) -> PendingProfile {
    let profile = PendingProfile()
    DispatchQueue.global().async {
      profile.result = Result {
        try withExtendedLifetime(source) {
          var table = try InterviewTable(source.source, reading: reading)
          var keys: KeyScan?
          return try table.profile(
            for: plan,
            options: options,
            moment: moment,
            share: share,
            keys: &keys,
            isStopped: { profile.isAbandoned.load(ordering: .relaxed) },
            lend: { _ in true }
          )
        }
      }
      profile.done.signal()
    }
    return profile
  }

  /// Says that nobody wants to know any more.
  func abandon() { isAbandoned.store(true, ordering: .relaxed) }

  /// What was found, as soon as it is known.
  func value() throws -> FormatProfiler? {
    done.wait()
    done.signal()
    return try result?.get()
  }
}
