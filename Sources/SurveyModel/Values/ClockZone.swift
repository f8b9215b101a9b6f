/// How far a clock is ahead of UTC, where some place of the earth has such clocks.
///
/// From -12:00 to +14:00, in full, half and three quarters of hours.
package struct ClockZone: Hashable, Sendable {
  /// Minutes ahead of UTC.
  package let minutes: Int

  /// None where no clock goes so.
  package init?(minutes: Int) {
    guard (-12 * 60...14 * 60).contains(minutes), [0, 30, 45].contains(abs(minutes) % 60) else {
      return nil
    }
    self.minutes = minutes
  }
}
