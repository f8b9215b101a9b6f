package import SurveyModel
package import SurveyStatistics

/// The tree of an index with an estimate on every node, 0...100.
package struct IndexResult: Sendable {
  /// An item.
  package struct Item: Sendable {
    package let question: Question
    package let estimate: Estimate?
  }

  /// An element with its items.
  package struct Element: Sendable {
    package let element: Index.Element
    /// What comparisons with other elements need.
    let statistics: DomainStatistics?
    package let items: [Item]

    package var estimate: Estimate? { statistics?.estimates.first.flatMap { $0 } }
  }

  /// A part with its elements.
  package struct Part: Sendable {
    package let part: Index.Part
    package let estimate: Estimate?
    package let elements: [Element]
  }

  /// The formulas.
  package let index: Index
  /// The parts.
  package let parts: [Part]
}
