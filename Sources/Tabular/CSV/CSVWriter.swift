/// Writes records to a sink through a buffer.
///
/// ```swift
/// var writer = CSVWriter(to: try .file(path: "export.csv"), format: .export)
/// try writer.write(["id", "ý kiến"])
/// try writer.finish()
/// ```
/// A file appears under its name only when ``finish()`` has succeeded.
package struct CSVWriter {
  private static let bufferLimit = 64 * 1024

  private let sink: ByteSink
  private var encoder: CSVEncoder
  private var buffer: [UInt8] = []

  /// Begins a table in `sink`.
  package init(to sink: ByteSink, format: CSVFormat = .export) {
    self.sink = sink
    encoder = CSVEncoder(format: format)
    encoder.begin(&buffer)
  }

  /// Writes one record.
  package mutating func write(_ cells: some Sequence<String>) throws(TabularError) {
    for cell in cells { encoder.append(cell, to: &buffer) }
    try endRecord()
  }

  /// Writes a record that was read, byte for byte, after some cells in front.
  package mutating func write(
    _ record: CSVRecord,
    after leading: [String] = []
  ) throws(TabularError) {
    for cell in leading { encoder.append(cell, to: &buffer) }
    for index in 0..<record.count {
      record.withBytes(of: index) { encoder.append($0, to: &buffer) }
    }
    try endRecord()
  }

  /// Writes what is buffered and, for a file, puts it in its place.
  package mutating func finish() throws(TabularError) {
    try flush()
    try sink.commit()
  }

  /// The bytes of a whole table.
  package static func bytes(
    of records: [[String]],
    format: CSVFormat = .export
  ) -> [UInt8] {
    var output: [UInt8] = []
    var encoder = CSVEncoder(format: format)
    encoder.begin(&output)
    for record in records {
      for cell in record { encoder.append(cell, to: &output) }
      encoder.endRecord(&output)
    }
    return output
  }

  private mutating func endRecord() throws(TabularError) {
    encoder.endRecord(&buffer)
    if buffer.count >= Self.bufferLimit { try flush() }
  }

  private mutating func flush() throws(TabularError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
