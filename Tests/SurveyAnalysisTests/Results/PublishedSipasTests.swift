import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

/// The published national figures of 2023 and 2024 as they follow from their parts.
///
/// 2024: policy 83.84, service 84.09, overall 83.94. 2023: overall 82.66; policy 82.49 is the value
/// of 2024 less the published increase; the five elements of service are published.
@Suite struct PublishedSipasTests {
  /// Items of the nine elements: four of policy, five of service.
  private static let sizes = [2, 2, 9, 10, 3, 4, 3, 3, 3]

  private static let year2024 =
    Array(repeating: 83.84, count: 4) + Array(repeating: 84.09, count: 5)
  private static let year2023 =
    Array(repeating: 82.49, count: 4) + [83, 83.02, 83.12, 83.03, 82.27]

  @Test(arguments: [(year2024, 83.94), (year2023, 82.66)])
  func `items that weigh the same give the published overall figure`(
    _ elements: [Double],
    _ published: Double
  ) throws {
    let study = try Study(elements: elements, sizes: Self.sizes)
    let result = try study.estimate(.itemsEqual)
    let overall = try #require(result.estimates.overall)
    #expect(Self.halfUp(overall.value) == published)
    guard case .index(let tree) = result.detail else {
      Issue.record("an index has a tree")
      return
    }
    let found = tree.parts.flatMap(\.elements).compactMap(\.estimate?.value)
    #expect(found.map(Self.halfUp) == elements)
    #expect(tree.parts.map { $0.estimate.map { Self.halfUp($0.value) } }.first == elements.first)
  }

  @Test(arguments: [(year2024, 83.94), (year2023, 82.66)])
  func `nine elements that weigh the same do not give it`(
    _ elements: [Double],
    _ published: Double
  ) throws {
    let study = try Study(elements: elements, sizes: Self.sizes)
    let overall = try #require(try study.estimate(.elementsEqual).estimates.overall)
    #expect(Self.halfUp(overall.value) != published)
    #expect((overall.value - published) > 0.03)
  }

  @Test(arguments: [(year2024, 83.94, 83.965), (year2023, 82.66, 82.693)])
  func `two parts that weigh the same do not give it`(
    _ elements: [Double],
    _ published: Double,
    _ average: Double
  ) throws {
    let study = try Study(elements: elements, sizes: Self.sizes)
    let overall = try #require(
      try study.estimate(.elementsEqual, asTwoElements: true).estimates.overall
    )
    #expect((overall.value - average).magnitude < 0.0005)
    #expect(Self.halfUp(overall.value) != published)
  }

  @Test func `when everybody answers everything, pooling the answers is the same`() throws {
    let study = try Study(elements: Self.year2023, sizes: Self.sizes)
    let pooled = try #require(try study.estimate(.answersPooled).estimates.overall)
    let items = try #require(try study.estimate(.itemsEqual).estimates.overall)
    #expect((pooled.value - items.value).magnitude < 1e-9)
  }

  private static func halfUp(_ value: Double) -> Double {
    (value * 100 + 0.5 + 1e-9).rounded(.down) / 100
  }

  /// Weighted interviews in which the share of satisfied answers to each item is its element's.
  ///
  /// Interviews are ordered by how much they approve: interview *j* is satisfied with the elements
  /// whose value is among the *j* highest, and weighs the difference to the next value.
  private struct Study {
    let data: Dataset
    let design: SampleDesign
    let parts: [Index.Part]

    init(elements values: [Double], sizes: [Int]) throws {
      var elements: [Index.Element] = []
      var valueOf: [String: Double] = [:]
      for (number, (value, size)) in zip(values, sizes).enumerated() {
        let items = (1...size).map { "e\(number)_\($0)" }
        for item in items { valueOf[item] = value }
        elements.append(Index.Element(id: "e\(number)", label: Made.text("E"), items: items))
      }
      parts = [
        Index.Part(id: "policy", label: Made.text("P"), elements: Array(elements.prefix(4))),
        Index.Part(id: "service", label: Made.text("S"), elements: Array(elements.dropFirst(4))),
      ]
      let bounds = [100] + Set(values).sorted(by: >) + [0]
      let form = Made.questionnaire(
        elements.flatMap(\.items).map { Made.question($0, .selectOne(Made.scale(5))) }
      )
      data = Made.data(
        form,
        form.questions.map { question in
          bounds.dropFirst().map { bound in
            (valueOf[question.id] ?? 0) > bound + 1e-9 ? "5" : "1"
          }
        }
      )
      design = try SampleDesign(
        rows: data.count,
        weights: zip(bounds, bounds.dropFirst()).map { $0 - $1 }
      )
    }

    func estimate(_ rule: CombineRule, asTwoElements: Bool = false) throws -> IndicatorResult {
      let two = parts.map { part in
        let items = part.elements.flatMap(\.items)
        let element = Index.Element(id: part.id, label: part.label, items: items)
        return Index.Part(id: part.id, label: part.label, elements: [element])
      }
      let index = Index(
        itemFormula: .topLevels,
        combine: rule,
        parts: asTwoElements ? two : parts
      )
      let indicator = Made.indicator("sipas", .index(index))
      return try IndicatorEstimator(data: data, design: design).estimate(indicator, by: [])
    }
  }
}
