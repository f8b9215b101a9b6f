import Foundation
import Testing

/// Reference results from other programs, present only where `THUOCDO_REFERENCE` says so.
enum Reference {
  static let folder = ProcessInfo.processInfo.environment["THUOCDO_REFERENCE"].map {
    URL(fileURLWithPath: $0).appendingPathComponent("golden/stats")
  }

  static var isPresent: Bool { folder != nil }

  /// The names of the cases that fulfil a condition.
  static func names(where holds: (JSON) -> Bool) -> [String] {
    guard let folder else { return [] }
    let cases = folder.appendingPathComponent("cases")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }
      .sorted()
      .filter { name in (try? load(name)).map(holds) ?? false }
  }

  static func load(_ name: String) throws -> JSON {
    let folder = try #require(folder)
    let data = try Data(contentsOf: folder.appendingPathComponent("cases/\(name).json"))
    return JSON(try JSONSerialization.jsonObject(with: data))
  }

  static func table(_ path: String) throws -> Table {
    let folder = try #require(folder)
    return Table(try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8))
  }
}

/// A value of a JSON file; "Inf" and "NaN" are numbers there.
struct JSON {
  private let value: Any?

  init(_ value: Any?) { self.value = value is NSNull ? nil : value }

  subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }

  var exists: Bool { value != nil }
  var string: String? { value as? String }
  var list: [JSON] { (value as? [Any])?.map { JSON($0) } ?? [] }
  var numbers: [Double] { list.map { $0.number ?? .nan } }
  var keys: [String] { ((value as? [String: Any])?.keys).map { $0.sorted() } ?? [] }
  var flag: Bool { (value as? NSNumber)?.boolValue ?? false }
  var int: Int? { (value as? NSNumber)?.intValue }

  var number: Double? {
    switch string {
    case "Inf": .infinity
    case "-Inf": -.infinity
    case "NaN": .nan
    default: (value as? NSNumber)?.doubleValue
    }
  }

  /// As it would stand in a table.
  var text: String {
    string ?? number.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? ""
  }
}

/// A comma-separated table with a header and no quoted line breaks; empty means missing.
struct Table {
  private var columns: [String: [String]] = [:]
  let rows: Int

  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      }
    }
    rows = max(0, lines.count - 1)
    for (index, name) in (lines.first ?? []).enumerated() {
      columns[name] = lines.dropFirst().map { $0[index] }
    }
  }

  func texts(_ name: String) -> [String] { columns[name] ?? [] }

  func numbers(_ name: String) -> [Double] { texts(name).map { Double($0) ?? .nan } }

  func codes(_ name: String) -> [Int] {
    var known: [String: Int] = [:]
    return texts(name).map { text in
      let code = known[text] ?? known.count
      known[text] = code
      return code
    }
  }
}

/// Whether a value agrees with its reference.
func agrees(_ got: Double?, _ want: Double?, relative: Double = 1e-9) -> Bool {
  guard let want else { return true }
  guard let got else { return !want.isFinite }
  if want.isNaN { return true }
  if want.isInfinite { return got == want }
  return (got - want).magnitude <= max(relative * want.magnitude, 1e-12)
}
