import Foundation
import Testing

@testable import Tabular

/// What reading a whole table gave: the records, and the error that ended it.
struct Parsed: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var blankLines = 0
  var error: TabularError?
}

/// Reads a table to its end or to its first error.
func parse(
  _ source: ByteSource,
  delimiter: CSVDelimiter = .comma,
  encoding: TextEncoding = .utf8,
  chunkSize: Int = ByteStream.defaultChunkSize,
  recordLimit: Int = CSVReader.defaultRecordLimit
) -> Parsed {
  var parsed = Parsed()
  do throws(TabularError) {
    let stream = try ByteStream(source, encoding: encoding, chunkSize: chunkSize)
    var reader = CSVReader(stream, delimiter: delimiter, recordLimit: recordLimit)
    defer { parsed.blankLines = reader.blankLineCount }
    var record = CSVRecord()
    while try reader.read(into: &record) {
      parsed.rows.append(record.texts)
      parsed.lines.append(record.line)
    }
  } catch {
    parsed.error = error
  }
  return parsed
}

func parse(_ text: String, delimiter: CSVDelimiter = .comma) -> Parsed {
  parse(.text(text), delimiter: delimiter)
}

/// SplitMix64: the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A folder of its own for one test.
final class WorkDirectory {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tabular-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }
}

/// The folder of reference data, where there is one.
let referenceFolder: URL? = {
  guard let path = ProcessInfo.processInfo.environment["THUOCDO_REFERENCE"] else { return nil }
  let folder = URL(fileURLWithPath: path).appendingPathComponent("real")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// Makes a pipe at `path` whose reader gets `data` once.
func writeOnce(_ data: Data, into path: String) throws {
  try #require(mkfifo(path, 0o600) == 0)
  let writer = Thread {
    try? FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: data)
  }
  writer.start()
}

/// Makes a pipe at `path` whose reader gets the file at `file` once.
func writeOnce(_ file: String, into path: String) throws {
  try writeOnce(try Data(contentsOf: URL(fileURLWithPath: file)), into: path)
}
