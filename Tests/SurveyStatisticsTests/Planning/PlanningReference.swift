import Foundation

/// What R made of the shipped survey; `R/planning.R` writes it.
enum PlanningReference {
  static func load() throws -> JSON {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appendingPathComponent("R/planning.json"))
    return JSON(try JSONSerialization.jsonObject(with: data))
  }
}

extension JSON {
  var integers: [Int] { list.compactMap(\.int) }
}

/// Whether lists agree, number by number.
func agree(_ got: [Double], _ want: [Double], relative: Double = 1e-9) -> Bool {
  got.count == want.count && !want.isEmpty
    && zip(got, want).allSatisfy { agrees($0, $1, relative: relative) }
}
