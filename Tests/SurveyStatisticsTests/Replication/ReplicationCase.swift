import Foundation
import SurveyStatistics
import Testing

/// A case of the reference with replicate weights.
struct ReplicationCase {
  let content: JSON
  let table: Table
  let design: ReplicateDesign

  init(_ name: String) throws {
    content = try Reference.load(name)
    let input = content["input"]
    table = try Reference.table(input["csv"].string ?? "")
    let replicates = try Reference.table(input["replicate_weights_csv"].string ?? "")
    let columns = (1...).lazy.map { replicates.numbers("rep\($0)") }.prefix { !$0.isEmpty }
    let weights = table.numbers(content["design"]["weights"].string ?? "")
    let kind = content["design"]
    let first = content["expected"].list.first { $0["stat"].string == "design" }
    let type = try #require(Self.type(kind))
    let factors = first?["rscales"].list.compactMap(\.number)
    design = try ReplicateDesign(
      rows: table.rows,
      weights: weights.isEmpty ? [Double](repeating: 1, count: table.rows) : weights,
      replicateWeights: Array(columns),
      form: kind["combined"].flag ? .combined : .multipliers,
      type: type,
      scale: Self.needsFactors(type) ? kind["scale"].number : nil,
      rscales: Self.needsFactors(type) ? factors : nil,
      mse: kind["mse"].flag
    )
  }

  private static func needsFactors(_ type: ReplicateType) -> Bool {
    switch type {
    case .jk1, .jkn, .bootstrap, .other: true
    default: false
    }
  }

  private static func type(_ design: JSON) -> ReplicateType? {
    switch design["method"].string {
    case "JK1": .jk1
    case "JKn": .jkn
    case "JK2": .jk2
    case "BRR": .brr
    case "Fay": .fay(rho: design["rho"].number ?? 0)
    case "bootstrap": .bootstrap
    case "ACS": .acs
    case "successive-difference": .successiveDifference
    case "other": .other
    default: nil
    }
  }

  func domain(_ expected: JSON) -> [Bool]? {
    let conditions = expected["domain"]
    guard !conditions.keys.isEmpty else { return nil }
    return (0..<table.rows).map { row in
      conditions.keys.allSatisfy { conditions[$0].isSame(as: table.texts($0)[row]) }
    }
  }

  func indicator(_ description: JSON) -> [Double] {
    table.texts(description["var"].string ?? "").map { text in
      guard !text.isEmpty else { return .nan }
      return description["in"].list.contains { $0.isSame(as: text) } ? 1 : 0
    }
  }
}

/// The made-up survey beside the scripts, and what R made of it.
enum ShippedSurvey {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("R")

  static func table(_ name: String) throws -> Table {
    Table(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
  }

  static func results(_ name: String) throws -> JSON {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return JSON(try JSONSerialization.jsonObject(with: data))
  }
}

extension Table {
  /// The columns of replicate weights.
  var replicates: [[Double]] {
    Array((1...).lazy.map { self.numbers("rep\($0)") }.prefix { !$0.isEmpty })
  }
}
