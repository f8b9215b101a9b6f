/// The named way in which one item's index is computed from its answers, 0...100.
public enum ItemFormula: String, CaseIterable, Hashable, Sendable {
  /// Share of answers on positive levels × 100.
  case topLevels = "top-levels"
  /// Mean code / highest code × 100.
  case meanOverMaximum = "mean-over-maximum"
  /// (Mean code − lowest) / (highest − lowest) × 100.
  case rescaledMean = "rescaled-mean"
}

/// The named way in which items become elements, parts and the whole.
public enum CombineRule: String, CaseIterable, Hashable, Sendable {
  /// Mean of the item indices, each item the same.
  case itemsEqual = "items-equal"
  /// Every answer the same.
  case answersPooled = "answers-pooled"
  /// Mean of the elements, each element the same.
  case elementsEqual = "elements-equal"
}

/// A composite of items in elements and parts, computed by two named formulas.
public struct Index: Hashable, Sendable {
  /// A group of items that is published by itself.
  public struct Element: Hashable, Sendable {
    /// The name of the element.
    public let id: String
    /// How it is shown.
    public let label: LocalizedText
    /// Its items.
    public let items: [String]

    /// Makes an element.
    public init(id: String, label: LocalizedText, items: [String]) {
      self.id = id
      self.label = label
      self.items = items
    }
  }

  /// A group of elements that is published by itself.
  public struct Part: Hashable, Sendable {
    /// The name of the part.
    public let id: String
    /// How it is shown.
    public let label: LocalizedText
    /// Its elements.
    public let elements: [Element]

    /// Makes a part.
    public init(id: String, label: LocalizedText, elements: [Element]) {
      self.id = id
      self.label = label
      self.elements = elements
    }
  }

  /// From answers to the index of an item.
  public let itemFormula: ItemFormula
  /// From items to elements, parts and the whole.
  public let combine: CombineRule
  /// The tree.
  public let parts: [Part]

  /// Makes an index.
  public init(itemFormula: ItemFormula, combine: CombineRule, parts: [Part]) {
    self.itemFormula = itemFormula
    self.combine = combine
    self.parts = parts
  }

  /// All items in the order of the tree.
  public var items: [String] { parts.flatMap { $0.elements.flatMap(\.items) } }
}
