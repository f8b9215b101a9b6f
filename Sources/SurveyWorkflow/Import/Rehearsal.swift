import SurveyStore

/// A copy of a study on which an import of several files is tried, each file meeting what those
/// before it brought.
package struct Rehearsal {
  fileprivate let scratch: ScratchStudy

  /// Removes the copy.
  package func discard() { scratch.discard() }
}

extension Workflow {
  /// Copies the study at `path`; who asks for it discards it.
  package func rehearsal(of path: String) throws(WorkflowError) -> Rehearsal {
    try attempt(path) { Rehearsal(scratch: try ScratchStudy(of: path)) }
  }

  /// Opens the copy for writing.
  package func open(_ rehearsal: Rehearsal) throws(WorkflowError) -> OpenStudy {
    try open(rehearsal.scratch.path, forWriting: true, keysOf: rehearsal.scratch.original)
  }
}
