/// Names with texts in the order in which they are written, such as the further columns of a row.
public struct Attributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One name with its text.
  public struct Entry: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The text.
    public let text: String

    /// Makes an entry.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The entries; of a name that comes twice, the last one counts.
  public private(set) var entries: [Entry] = []

  /// No entries.
  public init() {}

  /// Entries in the order written.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, text) in elements { self[name] = text }
  }

  /// Entries in their order.
  public init(_ elements: some Sequence<(String, String)>) {
    for (name, text) in elements { self[name] = text }
  }

  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }

  /// The text of a name; a new name comes last, and `nil` takes one away.
  public subscript(name: String) -> String? {
    get { entries.first { $0.name == name }?.text }
    set {
      let place = entries.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let text?): entries[place] = Entry(name: name, text: text)
      case (let place?, nil): entries.remove(at: place)
      case (nil, let text?): entries.append(Entry(name: name, text: text))
      case (nil, nil): break
      }
    }
  }
}
