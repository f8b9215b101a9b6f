import Dispatch
import SurveyFormats
import SurveyModel
import Tabular

/// What a share of the columns of a table tells, found out on another core.
///
/// The result is written before the semaphore is signalled and read after it was waited for.
final class PendingProfile: @unchecked Sendable {
  private var result: Result<FormatProfiler?, any Error>?
  private let done = DispatchSemaphore(value: 0)

  /// Begins to look at `share` of the columns of the table that stands in `source`.
  static func begin(
    _ source: ByteSource,
    reading: TableReading,
    plan: InterviewPlan,
    options: ValueOptions,
    moment: FormMoment,
    share: ColumnShare
  ) -> PendingProfile {
    let profile = PendingProfile()
    DispatchQueue.global().async {
      profile.result = Result {
        var table = try InterviewTable(source, reading: reading)
        var keys: KeyScan?
        return try table.profile(
          for: plan,
          options: options,
          moment: moment,
          share: share,
          keys: &keys
        ) { _ in true }
      }
      profile.done.signal()
    }
    return profile
  }

  /// What was found, as soon as it is known.
  func value() throws -> FormatProfiler? {
    done.wait()
    done.signal()
    return try result?.get()
  }
}
