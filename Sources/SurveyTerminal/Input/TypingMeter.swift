package import SurveyModel

/// Counts what is typed in one sitting, and the time at it.
///
/// Time is taken from a clock that never jumps; the wall clock only says when a sitting began.
package final class TypingMeter {
  /// A longer wait than this is a pause and no work.
  static let longestWait: Int64 = 300_000

  /// What was counted so far.
  package var counts = TypingCounts()
  private let uptime: () -> Int64
  private var last: Int64

  /// Begins to count; `uptime` gives milliseconds since any moment.
  package init(uptime: @escaping () -> Int64 = { 0 }) {
    self.uptime = uptime
    last = uptime()
  }

  /// The milliseconds of the clock that never jumps.
  var now: Int64 { uptime() }

  /// Something was typed.
  func typed() {
    let now = uptime()
    let wait = now &- last
    if wait > 0, wait <= Self.longestWait { counts.activeMilliseconds += wait }
    last = now
  }
}
