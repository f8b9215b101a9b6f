import SurveyModel
import SurveyStore

/// Keeps how much is typed in one sitting; one in which nothing was typed leaves no trace.
final class SittingLog {
  private let file: StudyFile
  private let start: Sitting.Start
  private var sitting: SittingID?

  init(_ file: StudyFile, _ start: Sitting.Start) {
    self.file = file
    self.start = start
  }

  /// The sitting, which begins when it is first needed.
  func id() throws -> SittingID {
    if let sitting { return sitting }
    let begun = try file.begin(start)
    sitting = begun
    return begun
  }

  /// Keeps the counts so far.
  func keep(_ counts: TypingCounts, at moment: Timestamp) throws {
    guard sitting != nil || counts.keystrokes > 0 else { return }
    try file.update(try id(), counts, at: moment)
  }
}
