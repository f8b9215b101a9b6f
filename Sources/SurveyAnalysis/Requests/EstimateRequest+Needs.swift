package import SurveyModel

extension EstimateRequest {
  /// The columns that the request needs of a table with these columns.
  package func needs(among names: [String]) -> EncodedTable.Needs {
    var needs = EncodedTable.Needs()
    for statistic in statistics {
      switch statistic {
      case .mean(let name), .total(let name), .quantile(let name, _): needs.numbers.insert(name)
      case .ratio(let above, let below): needs.numbers.formUnion([above, below])
      case .proportion(let condition): needs.texts.insert(condition.variable)
      }
    }
    needs.texts.formUnion(breakdowns.joined())
    needs.texts.formUnion(design.strata + design.clusters)
    needs.numbers.formUnion(design.fpc)
    needs.numbers.formUnion([design.weight, design.probability].compactMap { $0 })
    if let replicates = design.replicates {
      needs.numbers.formUnion(replicates.columns(among: names))
    }
    for adjustment in design.adjustments {
      needs.texts.formUnion(adjustment.margins.map(\.column))
      needs.numbers.formUnion(adjustment.totals.map(\.column))
    }
    return needs
  }
}

extension EstimateRequest.Adjustment {
  var margins: [EstimateRequest.KnownMargin] {
    switch self {
    case .poststratify(let margin): [margin]
    case .rake(let margins), .calibrate(let margins, _, _): margins
    }
  }

  var totals: [EstimateRequest.KnownTotal] {
    if case .calibrate(_, let totals, _) = self { totals } else { [] }
  }
}

extension EstimateRequest.Replicates {
  /// The columns that the pattern means, in their order.
  func columns(among names: [String]) -> [String] {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map { String($0) }
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return names.filter { $0 == pattern }
    }
    return names.filter { name in
      guard name.hasPrefix(first), name.hasSuffix(last), name.count >= first.count + last.count
      else { return false }
      var rest = name.dropFirst(first.count).dropLast(last.count)
      for part in parts.dropFirst().dropLast() where !part.isEmpty {
        guard let range = rest.firstRange(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
      return true
    }
  }
}
