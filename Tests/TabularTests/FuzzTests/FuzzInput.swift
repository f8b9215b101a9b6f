import Foundation

@testable import Tabular

/// Made-up inputs: noise, tables in all encodings, and real files with some bytes changed.
///
/// An input depends on its seed alone, so a failure can be looked at again.
struct FuzzInput {
  let bytes: [UInt8]
  let encoding: TextEncoding
  let repairsMojibake: Bool
  let chunkSize: Int
  let delimiter: CSVDelimiter
  let isWorkbook: Bool

  init(seed: Int, workbooks: [[UInt8]]) {
    var generator = SeededGenerator(seed: seed)
    encoding = TextEncoding.allCases.randomElement(using: &generator) ?? .utf8
    repairsMojibake = Int.random(in: 0..<4, using: &generator) == 0
    chunkSize =
      Bool.random(using: &generator)
      ? ByteStream.defaultChunkSize : Int.random(in: 1...64, using: &generator)
    delimiter = CSVDelimiter.allCases.randomElement(using: &generator) ?? .comma
    let kind = Int.random(in: 0..<100, using: &generator)
    // A workbook costs a hundred times as much as a text.
    isWorkbook = kind == 0 && !workbooks.isEmpty
    switch kind {
    case 0 where !workbooks.isEmpty:
      bytes = Self.changed(workbooks.randomElement(using: &generator) ?? [], &generator)
    case 0..<15: bytes = Self.noise(of: Array(0...255), &generator)
    case 15..<35: bytes = Self.noise(of: Self.signs, &generator)
    default: bytes = Self.changed(Self.table(encoding, &generator), &generator)
    }
  }

  private static let signs =
    Array("ab1,;\t|\"\"\"\"\r\r\n\n\n= ".utf8)
    + [0, 0xC3, 0xA9, 0xE1, 0xBA, 0xBF, 0xEF, 0xBB, 0xFF, 0xFE, 0xEC, 0xD8, 0x3D, 0xDC, 0xF0, 0x9F]

  private static let cells = [
    "id", "1", "02", "4,5", "3.75", "-9", "NA", "", "Rất hài lòng", "Không", "Dấu thời gian",
    "phường Đông Hoà", "01/02/2024", "a\nb", "\"", "đường, phố", "Ráº¥t khÃ´ng", "😀", "=1+1", "ế",
    "sep=;", "2024-05-06T07:08:09+07:00", "9,12E+08", "e\u{301}", "“XÔ",
  ]

  private static func noise(of alphabet: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...120, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator) ?? 0
    }
  }

  private static func table(
    _ encoding: TextEncoding,
    _ generator: inout SeededGenerator
  ) -> [UInt8] {
    let encoder = Self.encoders[encoding]
    let width = Int.random(in: 1...5, using: &generator)
    var bytes = Int.random(in: 0..<8, using: &generator) == 0 ? FileSignature.utf8Mark : []
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let cells = (0..<width).map { _ in
        Self.cells.randomElement(using: &generator) ?? ""
      }
      let line = CSVWriter.bytes(of: [cells], format: .exact)
      let text = String(decoding: line, as: UTF8.self)
      bytes += encoder?.bytes(of: text) ?? Array(text.utf8)
    }
    return bytes
  }

  private static let encoders = Dictionary(
    uniqueKeysWithValues: TextEncoding.allCases.map { ($0, TextEncoder($0)) }
  )

  /// `bytes` with none to four places flipped, cut out, doubled or filled with something else.
  private static func changed(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}

/// The seeds of a run: a few thousand, or as many as `THUOCDO_FUZZ` says, beginning with
/// `THUOCDO_FUZZ_FROM`.
enum FuzzRun {
  static let seeds: Range<Int> = {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["THUOCDO_FUZZ"].flatMap { Int($0) } ?? 4000
    let first = environment["THUOCDO_FUZZ_FROM"].flatMap { Int($0) } ?? 0
    return first..<(first + max(0, count))
  }()

  /// Small workbooks, good and hostile ones.
  static let workbooks: [[UInt8]] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Workbooks")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".xlsx") }.sorted().compactMap { name in
      let data = try? Data(contentsOf: folder.appendingPathComponent(name))
      return data.flatMap { $0.count < 20_000 ? Array($0) : nil }
    }
  }()
}
