import Foundation
import SurveyFormats
import SurveyStatistics
import SurveyWorkflow

/// A file of the made-up survey with some of its bytes or lines changed, and how it is imported.
///
/// An input depends on its seed alone, so a failure can be looked at again.
struct ImportFuzzInput {
  let name: String
  let bytes: [UInt8]
  let options: ImportOptions

  init(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let file = Self.files.randomElement(using: &generator) ?? ("", [])
    // The extension stays; what a file is may not depend on it.
    name = "f\(seed)-\(file.name)"
    var bytes = file.bytes
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      Self.change(&bytes, &generator)
    }
    self.bytes = bytes
    var options = ImportOptions()
    options.allOrNothing = Int.random(in: 0..<8, using: &generator) == 0
    options.onChange = ImportOptions.OnChange.allCases.randomElement(using: &generator) ?? .skip
    options.again = Int.random(in: 0..<8, using: &generator) == 0
    options.reading.repairsMojibake = file.name.contains("ma-hoa-hai-lan")
    self.options = options
  }

  private static func change(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &generator)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
    case 2:
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
      bytes.removeSubrange(place..<end)
    case 3:
      // Now and then the file ends in the middle.
      if Int.random(in: 0..<4, using: &generator) == 0 { bytes.removeSubrange(place...) }
    case 4...7:
      let cell = cells.randomElement(using: &generator) ?? ""
      bytes.insert(contentsOf: Array(cell.utf8), at: place)
    default: moveLine(at: place, in: &bytes, &generator)
    }
  }

  /// Doubles, takes out or moves a line.
  private static func moveLine(
    at place: Int,
    in bytes: inout [UInt8],
    _ generator: inout SplitMix64
  ) {
    let feed = UInt8(ascii: "\n")
    let start = bytes[..<place].lastIndex(of: feed).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: feed).map { $0 + 1 } ?? bytes.count
    let line = Array(bytes[start..<end])
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: bytes.insert(contentsOf: line, at: start)
    case 1: bytes.removeSubrange(start..<end)
    default:
      bytes.removeSubrange(start..<end)
      let target = bytes.isEmpty ? 0 : Int.random(in: bytes.indices, using: &generator)
      let landing = bytes[target...].firstIndex(of: feed).map { $0 + 1 } ?? bytes.count
      bytes.insert(contentsOf: line, at: landing)
    }
  }

  private static let cells = [
    ",", ";", "\t", "\"", "\n", "\r", "\r\n", " ", "1", "5", "98", "99", "-9", "4 - ", "NA", "KTL",
    "31/02/2025", "12/31/2025", "45928", "1e400", "9,12E+08", "99999999999999999999", "1.234.567,5",
    "Tổng cộng", "Trung bình", "Hài lòng", "Không biết", "=1+1", "a\u{301}", "\u{0}", "\u{FEFF}",
    "ngay,noi,gioi_tinh\n", "Ngày giao dịch", "_rejected_code", "id",
  ]

  /// The files of the corpus, in the order of their names.
  static let files: [(name: String, bytes: [UInt8])] = {
    let folder = corpus.appendingPathComponent("files")
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
      let data = try? Data(contentsOf: folder.appendingPathComponent(name))
      return data.map { (name, Array($0)) }
    }
  }()

  /// The form of the corpus.
  static var form: String { corpus.appendingPathComponent("phieu.yaml").path }

  private static let corpus = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("EndToEndTests/Fixtures/Corpus")
}
