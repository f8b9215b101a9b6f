import Foundation

@testable import Tabular

/// What other programs make of the bytes of each encoding: see `Encodings/tables.py`.
struct ReferenceTables: Decodable {
  let letters: String
  let bytes: [String: [String?]]
  let texts: [String: [String: String]]

  static let shared: ReferenceTables? = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let place = folder.appendingPathComponent("Encodings/tables.json")
    guard let data = try? Data(contentsOf: place) else { return nil }
    return try? JSONDecoder().decode(ReferenceTables.self, from: data)
  }()

  /// A text and its bytes in one encoding.
  struct Sample: Sendable {
    let encoding: TextEncoding
    let text: String
    let bytes: [UInt8]
  }

  /// All texts in all encodings, made by other programs.
  static let samples: [Sample] = {
    let texts = shared?.texts ?? [:]
    return texts.keys.sorted().flatMap { name in
      (texts[name] ?? [:]).keys.sorted().compactMap { text in
        TextEncoding(named: name).map {
          Sample(encoding: $0, text: text, bytes: bytes(ofHex: texts[name]?[text] ?? ""))
        }
      }
    }
  }()

  static func bytes(ofHex hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
  }
}

/// Writes text in an encoding: the way back of the decoders, for tests.
struct TextEncoder {
  private var spellings: [Character: [UInt8]] = [:]
  let encoding: TextEncoding

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    guard let table = LegacyTable.table(of: encoding) else { return }
    for letter in UInt8(1)...0xFF where table.single[Int(letter)] != .none {
      add(table.single[Int(letter)], [letter])
    }
    // The small marks of VNI stand at small letters, which are above 0x60 as the marks are.
    for letter in UInt8(1)...0xFF where table.letterRow[Int(letter)] != 0 {
      for mark in [UInt8](0x80...0xFF) where encoding != .vni || mark & 0x20 == letter & 0x20 {
        let place = Int(table.letterRow[Int(letter)]) * LegacyTable.columns
        let pair = table.pairs[place + Int(table.markColumn[Int(mark)])]
        if pair != .none { add(pair, [letter, mark]) }
      }
    }
  }

  private mutating func add(_ scalar: PackedScalar, _ bytes: [UInt8]) {
    guard let letter = Unicode.Scalar(scalar.value) else { return }
    if spellings[Character(letter)] == nil { spellings[Character(letter)] = bytes }
  }

  /// The bytes of `text`; none where a letter has no place in the encoding.
  func bytes(of text: String) -> [UInt8]? {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1258, .tcvn3, .vni, .viscii, .windows1252:
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let spelling = spellings[Character(scalar)] else { return nil }
        bytes += spelling
      }
      return bytes
    }
  }
}

/// What a stream gave: its text, and the error that ended it.
struct Streamed: Equatable {
  var bytes: [UInt8] = []
  var error: TabularError?
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

func stream(
  _ bytes: [UInt8],
  _ encoding: TextEncoding,
  repairsMojibake: Bool = false,
  chunkSize: Int = ByteStream.defaultChunkSize
) -> Streamed {
  var result = Streamed()
  do throws(TabularError) {
    let stream = try ByteStream(
      .bytes(bytes),
      encoding: encoding,
      repairsMojibake: repairsMojibake,
      chunkSize: chunkSize
    )
    while let chunk = try stream.nextChunk() { result.bytes += chunk }
  } catch {
    result.error = error
  }
  return result
}
