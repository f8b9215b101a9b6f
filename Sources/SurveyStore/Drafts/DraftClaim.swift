/// The right to fill in a form; nobody else is offered it as long as this lives.
///
/// The system lets go of it when the process ends, however it ends.
package final class DraftClaim {
  private let lock: StudyLock

  init(_ lock: StudyLock) { self.lock = lock }
}

extension StudyFile {
  /// Claims a form, or gives nothing while another terminal fills it in.
  package func claim(_ draft: DraftID) throws(StudyError) -> DraftClaim? {
    try StudyLock.take("draft-\(draft.rawValue)", study: path).map { DraftClaim($0) }
  }
}
