import SurveyAnalysis
import Synchronization

/// Random numbers for the identities of made-up studies, the same for a seed.
final class SeededIdentities: Sendable {
  private let generator: Mutex<SeededGenerator>

  init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed ^ 0x1D)) }

  func next() -> UInt64 { generator.withLock { $0.next() } }
}
