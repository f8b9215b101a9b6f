import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

/// Our estimates against those of R's package survey, from the same made-up interviews.
@Suite struct RReferenceTests {
  @Test(arguments: ["nhan-thuc-nguoi-dan", "sipas-2023", "mot-cua"])
  func `every figure is that of R`(_ id: String) throws {
    let reference = try ReferenceData(id)
    let results = try reference.results()
    #expect(results.seed == ReferenceData.seed)
    #expect(results.data == "Data/\(id).csv")
    #expect(results.lines.count > 20)
    let estimates = try FiguresByScope(reference)
    for line in results.lines {
      let name = "\(line.indicator) \(line.scope)"
      let found = try #require(estimates[line.indicator, line.scope], "\(name)")
      expectClose(found.value, line.estimate, name)
      expectClose(found.standardError, line.se, name + " se")
      #expect(found.degreesOfFreedom == line.df, "\(name) df")
      #expect(found.sampleSize == line.n, "\(name) n")
      for (rule, ends) in line.intervals ?? [:] {
        let method = try #require(ProportionInterval(rawValue: rule))
        let interval = try #require(method.interval(for: found, level: 0.9), "\(name) \(rule)")
        try #require(ends.count == 2)
        expectClose(interval.lower, ends[0], "\(name) \(rule) lower")
        expectClose(interval.upper, ends[1], "\(name) \(rule) upper")
      }
    }
  }

  @Test func `R looked at every estimate that the product publishes`() throws {
    for id in ["nhan-thuc-nguoi-dan", "sipas-2023", "mot-cua"] {
      let reference = try ReferenceData(id)
      let known = Set(try reference.results().lines.map { "\($0.indicator) \($0.scope)" })
      let published = try FiguresByScope(reference).names
      #expect(published.subtracting(known) == [], "\(id)")
    }
  }

  private func expectClose(
    _ value: Double,
    _ expected: Double,
    _ name: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let scale = max(expected.magnitude, 1e-3)
    #expect(
      (value - expected).magnitude <= 1e-9 * scale,
      "\(name): \(value), R has \(expected)",
      sourceLocation: sourceLocation
    )
  }
}

/// The figures of all indicators under the names that the script for R gives them.
struct FiguresByScope {
  private var figures: [String: Estimate] = [:]

  var names: Set<String> { Set(figures.keys) }

  subscript(indicator: String, scope: String) -> Estimate? { figures["\(indicator) \(scope)"] }

  init(_ reference: ReferenceData) throws {
    let estimator = IndicatorEstimator(data: reference.data, design: reference.design.design)
    let variables = ReferenceData.groups.compactMap { GroupVariable($0, in: reference.data) }
    for indicator in reference.data.questionnaire.indicators {
      let result = try estimator.estimate(indicator, by: variables)
      add(result.estimates.overall, indicator, "overall")
      for breakdown in result.estimates.breakdowns {
        for (level, estimate) in breakdown.groups {
          add(estimate, indicator, "\(breakdown.question.id)=\(level.code)")
        }
      }
      switch result.detail {
      case .none: break
      case .points(let items):
        for (question, estimate) in items { add(estimate, indicator, "item:\(question.id)") }
      case .choices(let choices):
        for (choice, estimates) in choices {
          add(estimates.overall, indicator, "choice:\(choice.code)")
        }
      case .index(let tree):
        for part in tree.parts {
          add(part.estimate, indicator, "part:\(part.part.id)")
          for element in part.elements {
            add(element.estimate, indicator, "element:\(element.element.id)")
            for item in element.items {
              add(item.estimate, indicator, "item:\(item.question.id)")
            }
          }
        }
      }
    }
    try addOtherRules(reference, estimator, variables)
  }

  /// The first index again by the two rules that its questionnaire does not use.
  private mutating func addOtherRules(
    _ reference: ReferenceData,
    _ estimator: IndicatorEstimator,
    _ variables: [GroupVariable]
  ) throws {
    guard reference.id == "sipas-2023",
      let indicator = reference.data.questionnaire.indicator("sipas"),
      case .index(let index) = indicator.kind
    else { return }
    for rule in [CombineRule.elementsEqual, .answersPooled] {
      for formula in [ItemFormula.meanOverMaximum, .rescaledMean] {
        let other = Indicator(
          id: "sipas/\(rule.rawValue)/\(formula.rawValue)",
          label: indicator.label,
          kind: .index(Index(itemFormula: formula, combine: rule, parts: index.parts)),
          location: indicator.location
        )
        let result = try estimator.estimate(other, by: variables)
        add(result.estimates.overall, other, "overall")
        for breakdown in result.estimates.breakdowns {
          for (level, estimate) in breakdown.groups {
            add(estimate, other, "\(breakdown.question.id)=\(level.code)")
          }
        }
        guard case .index(let tree) = result.detail else { continue }
        for part in tree.parts { add(part.estimate, other, "part:\(part.part.id)") }
      }
    }
  }

  private mutating func add(_ estimate: Estimate?, _ indicator: Indicator, _ scope: String) {
    if let estimate { figures["\(indicator.id) \(scope)"] = estimate }
  }
}
