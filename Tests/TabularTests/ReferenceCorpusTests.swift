import Foundation
import Testing

@testable import Tabular

@Suite(.enabled(if: referenceFolder != nil))
struct ReferenceCorpusTests {
  struct Entry: Decodable {
    let file: String
    let delimiter: String
    let escape: String?
    let encoding: String
    let expected: String
  }

  struct Expected: Decodable {
    struct Outcome: Decodable {
      let rows: [[String]]?
      let error: String?
    }

    let pythonStrict: Outcome

    enum CodingKeys: String, CodingKey { case pythonStrict = "python_csv_strict" }
  }

  private func folder(_ name: String) throws -> URL {
    try #require(referenceFolder).appendingPathComponent(name)
  }

  @Test func `small awkward files give the agreed records`() throws {
    let csv = try folder("csv")
    let manifest = try Data(contentsOf: csv.appendingPathComponent("manifest.json"))
    let entries = try JSONDecoder().decode([Entry].self, from: manifest)
    #expect(entries.count == 27)
    // A backslash escapes nothing in RFC 4180: that one file is another dialect.
    #expect(entries.filter { $0.escape != nil }.count == 1)
    for entry in entries where entry.escape == nil {
      let delimiter = try #require(CSVDelimiter(rawValue: entry.delimiter))
      let path = csv.appendingPathComponent(entry.file).path
      let parsed = parse(.file(path: path), delimiter: delimiter)
      if entry.encoding.hasPrefix("iso-") {
        guard case .undecodable = parsed.error else {
          Issue.record("\(entry.file): \(parsed)")
          continue
        }
        continue
      }
      let json = try Data(contentsOf: csv.appendingPathComponent(entry.expected))
      let expected = try JSONDecoder().decode(Expected.self, from: json).pythonStrict
      let rows = try #require(expected.rows)
      #expect(parsed.error == nil, "\(entry.file)")
      #expect(parsed.rows == rows.filter { !$0.isEmpty }, "\(entry.file)")
      #expect(parsed.blankLines == rows.filter(\.isEmpty).count, "\(entry.file)")
    }
  }

  private func exports() throws -> [URL] {
    let walk = FileManager.default.enumerator(
      at: try folder("exports"),
      includingPropertiesForKeys: nil
    )
    let files = try #require(walk).compactMap { $0 as? URL }
    return files.filter { ["csv", "tsv"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  @Test func `exports of other systems are read with one width, or refused by name`() throws {
    var outcomes: [String: Int] = [:]
    for url in try exports() {
      let bytes = try Data(contentsOf: url)
      if bytes.starts(with: [0xFF, 0xFE]) {
        let error = parse(.file(path: url.path)).error
        #expect(error == .undecodable(line: 1, offset: 0, .otherUnicode(.utf16LittleEndian)))
        outcomes["UTF-16", default: 0] += 1
        continue
      }
      let stream = try ByteStream(.file(path: url.path))
      let best = try #require(try CSVDialect.candidates(in: stream).first)
      let parsed = parse(.file(path: url.path), delimiter: best.delimiter)
      if String(data: bytes, encoding: .utf8) == nil {
        guard case .undecodable(_, _, .invalidUTF8) = parsed.error else {
          Issue.record("\(url.lastPathComponent): \(String(describing: parsed.error))")
          continue
        }
        outcomes["other encoding", default: 0] += 1
      } else {
        #expect(parsed.error == nil, "\(url.lastPathComponent)")
        #expect(Set(parsed.rows.map(\.count)) == [best.width], "\(url.lastPathComponent)")
        #expect(best.consistency == 1, "\(url.lastPathComponent)")
        outcomes["UTF-8", default: 0] += 1
      }
    }
    #expect(outcomes == ["UTF-8": 41, "UTF-16": 3, "other encoding": 7])
  }

  @Test func `the file with CR line ends is cut right`() throws {
    let path = try folder("exports/538_misc/poll-of-pollsters-3.tsv").path
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(
      parse(.file(path: path), delimiter: .tab).error
        == .undecodable(line: 1, offset: 1748, .invalidUTF8(bytes[1748]))
    )
    let ascii = bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
    let best = try CSVDialect.candidates(in: ByteStream(.bytes(ascii))).first
    #expect(best?.delimiter == .tab && best?.width == 69 && best?.consistency == 1)
    let parsed = parse(.bytes(ascii), delimiter: .tab)
    #expect(parsed.rows.map(\.count) == Array(repeating: 69, count: 28))
    #expect(parsed.lines == Array(1...28))
  }

  @Test func `the old encodings keep their table`() throws {
    let path = try folder("exports/no_surveyxact/semicolon_ansi_dataset.csv").path
    let best = try CSVDialect.candidates(in: ByteStream(.file(path: path))).first
    #expect(best?.delimiter == .semicolon && best?.width == 242)
    #expect(best?.consistency == 1)
  }
}
