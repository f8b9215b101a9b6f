/// A table that is handed out record by record, whatever file it stands in.
package protocol RecordSource {
  /// Replaces `record` by the next one; false at the end.
  ///
  /// - Throws: ``TabularError``; `record` is then undefined.
  mutating func read(into record: inout CSVRecord) throws(TabularError) -> Bool

  /// Takes the next records whose cells can be found at once, or none where there is no such way.
  mutating func takeRun(into run: inout RecordRun)

  /// The number of empty lines or rows that were skipped so far.
  var blankLineCount: Int { get }
}

extension CSVReader: RecordSource {}

extension RecordSource {
  package mutating func takeRun(into run: inout RecordRun) { run.release() }
}
