import SurveyStatistics
import Testing

/// A case of the reference: a table, its design, and what R made of it.
struct GoldenCase {
  let content: JSON
  let table: Table
  var design: SampleDesign
  let tolerance: Double

  init(_ name: String) throws {
    content = try Reference.load(name)
    table = try Reference.table(content["input"]["csv"].string ?? "")
    let design = content["design"]
    let options = content["options"]
    let table = table
    self.design = try SampleDesign(
      rows: table.rows,
      weights: design["weights"].string.map { table.numbers($0) },
      strata: design["strata"].texts.map { table.codes($0) },
      clusters: design["ids"].texts.map { table.codes($0) },
      fpc: design["fpc"].texts.map { table.numbers($0) },
      nest: design["nest"].flag,
      lonelyPSU: LonelyPSU(rawValue: options["lonely_psu"].string ?? "fail") ?? .fail,
      lonelyInDomains: options["adjust_domain_lonely"].flag
    )
    tolerance = max(content["tolerance_rel"].number ?? 1e-9, 1e-9)
  }

  /// Whether this target computes what the case holds.
  static func isSupported(_ content: JSON) -> Bool {
    content["design"]["type"].string == "taylor" && content["steps"].list.isEmpty
      && content["options"]["lonely_psu"].string != "adjust"
      && !content["tags"].list.contains { $0.string == "informational" }
  }

  func domain(_ expected: JSON) -> [Bool]? {
    let conditions = expected["domain"]
    guard !conditions.keys.isEmpty else { return nil }
    var inside = [Bool](repeating: true, count: table.rows)
    for key in conditions.keys {
      let wanted = conditions[key]
      let allowed = wanted.list.isEmpty ? [wanted] : wanted.list
      for (row, text) in table.texts(key).enumerated() {
        inside[row] = inside[row] && allowed.contains { $0.isSame(as: text) }
      }
    }
    return inside
  }

  func indicator(_ description: JSON) -> [Double] {
    let texts = table.texts(description["var"].string ?? "")
    return texts.map { text in
      guard !text.isEmpty else { return .nan }
      if let least = description["ge"].number { return (Double(text) ?? .nan) >= least ? 1 : 0 }
      return description["in"].list.contains { $0.isSame(as: text) } ? 1 : 0
    }
  }
}

extension JSON {
  /// A list of texts, a single text, or nothing.
  var texts: [String] { string.map { [$0] } ?? list.map(\.text) }

  func isSame(as text: String) -> Bool {
    if let string { return string == text }
    return number != nil && number == Double(text)
  }
}
