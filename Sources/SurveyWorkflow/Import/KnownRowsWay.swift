import SurveyFormats
import SurveyStore

/// What becomes of rows whose cells are all known.
struct KnownRowsWay {
  /// Takes rows one by one; none in a dry run.
  let writer: BatchWriter?
  /// Takes new rows many at a time.
  let blocks: BlockWriter?
  /// Whether new rows need not be checked by themselves.
  let takesNew: Bool
  /// Knows the digests of rows, where the study may have them.
  let digests: BlockDigests?
}
