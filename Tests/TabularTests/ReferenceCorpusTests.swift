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
    var refused: [String] = []
    for entry in entries {
      let delimiter = try #require(CSVDelimiter(rawValue: entry.delimiter))
      let path = csv.appendingPathComponent(entry.file).path
      // Greek is none of the encodings that are read: the words give it away.
      guard let encoding = Self.encodings[entry.encoding] else {
        refused.append(entry.encoding)
        guard case .undecodable = parse(.file(path: path), delimiter: delimiter).error else {
          Issue.record("\(entry.file) was read as UTF-8")
          continue
        }
        let guess = try EncodingGuess(examining: .file(path: path))
        #expect(guess.isUnknown || guess.isClose, "\(entry.file): \(guess.candidates)")
        continue
      }
      let parsed = parse(.file(path: path), delimiter: delimiter, encoding: encoding)
      let json = try Data(contentsOf: csv.appendingPathComponent(entry.expected))
      let expected = try JSONDecoder().decode(Expected.self, from: json).pythonStrict
      let rows = try #require(expected.rows)
      #expect(parsed.error == nil, "\(entry.file)")
      // A backslash escapes nothing in RFC 4180: in the one file of that dialect it stays.
      let read = entry.escape.map { escape in
        parsed.rows.map { $0.map { $0.replacingOccurrences(of: escape, with: "") } }
      }
      #expect((read ?? parsed.rows) == rows.filter { !$0.isEmpty }, "\(entry.file)")
      #expect(parsed.blankLines == rows.filter(\.isEmpty).count, "\(entry.file)")
    }
    #expect(refused == ["iso-8859-7"])
  }

  private static let encodings: [String: TextEncoding] = [
    "utf-8": .utf8, "utf-8-bom": .utf8, "iso-8859-1": .windows1252,
  ]

  private func exports() throws -> [URL] {
    let walk = FileManager.default.enumerator(
      at: try folder("exports"),
      includingPropertiesForKeys: nil
    )
    let files = try #require(walk).compactMap { $0 as? URL }
    return files.filter { ["csv", "tsv"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  @Test func `exports of other systems are read with one width, whatever their encoding`() throws {
    var outcomes: [TextEncoding: Int] = [:]
    for url in try exports() {
      let guess = try EncodingGuess(examining: .file(path: url.path))
      let name = url.lastPathComponent
      let stream = try ByteStream(.file(path: url.path), encoding: guess.best)
      let best = try #require(try CSVDialect.candidates(in: stream).first)
      let parsed = parse(
        .file(path: url.path),
        delimiter: best.delimiter,
        encoding: guess.best
      )
      #expect(parsed.error == nil, "\(name)")
      outcomes[guess.best, default: 0] += 1
      // Its texts hold commas that nothing quotes: the file itself is uneven.
      if name == "comma_ansi_structure.csv" { continue }
      #expect(Set(parsed.rows.map(\.count)) == [best.width], "\(name)")
      #expect(best.consistency == 1, "\(name)")
    }
    #expect(outcomes[.utf8] == 41)
    #expect(outcomes[.utf16LittleEndian] == 3)
    #expect(outcomes.values.reduce(0, +) == 51)
  }

  @Test func `the same table in two encodings has the same cells`() throws {
    for (kind, width) in [("dataset", 242), ("structure", 7), ("labels", 3)] {
      let folder = try folder("exports/no_surveyxact")
      let western = parse(
        .file(path: folder.appendingPathComponent("semicolon_ansi_\(kind).csv").path),
        delimiter: .semicolon,
        encoding: .windows1252
      )
      let unicode = parse(
        .file(path: folder.appendingPathComponent("tab_utf16_\(kind).csv").path),
        delimiter: .tab,
        encoding: .utf16LittleEndian
      )
      #expect(western.error == nil && unicode.error == nil)
      #expect(western.rows.first?.count == width)
      #expect(western.rows == unicode.rows, "\(kind)")
    }
  }

  @Test func `the file with CR line ends is cut right`() throws {
    let path = try folder("exports/538_misc/poll-of-pollsters-3.tsv").path
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(
      parse(.file(path: path), delimiter: .tab).error
        == .undecodable(line: 1, offset: 1748, .invalidUTF8(bytes[1748]))
    )
    let best = try CSVDialect.candidates(
      in: ByteStream(.file(path: path), encoding: .windows1252)
    ).first
    #expect(best?.delimiter == .tab && best?.width == 69 && best?.consistency == 1)
    let parsed = parse(.file(path: path), delimiter: .tab, encoding: .windows1252)
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
