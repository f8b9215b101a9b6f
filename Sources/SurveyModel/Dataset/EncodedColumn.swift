/// A column of texts, each of which is kept once.
public struct EncodedColumn: Sendable, Hashable {
  /// For each row the place of its text, in a byte where that is enough.
  public enum Codes: Sendable, Hashable {
    /// At most 256 texts.
    case narrow([UInt8])
    /// Any number of texts.
    case wide([Int32])
  }

  /// The texts; the empty one is a missing cell.
  public let texts: [String]
  /// The place in ``texts`` of each row's text.
  public let codes: Codes

  /// Makes a column from texts and their places.
  public init(texts: [String], codes: Codes) {
    self.texts = texts
    self.codes = codes
  }

  /// Encodes cells, texts in the order of their first rows.
  public init(cells: [String]) {
    var places: [String: Int32] = [:]
    var texts: [String] = []
    let codes = cells.map { cell -> Int32 in
      if let place = places[cell] { return place }
      let place = Int32(texts.count)
      places[cell] = place
      texts.append(cell)
      return place
    }
    self.texts = texts
    self.codes =
      texts.count <= 256 ? .narrow(codes.map { UInt8(truncatingIfNeeded: $0) }) : .wide(codes)
  }

  /// The number of rows.
  public var count: Int {
    switch codes {
    case .narrow(let codes): codes.count
    case .wide(let codes): codes.count
    }
  }

  /// For each row the element of `table` at the place of its text.
  @inlinable public func map<Value>(_ table: [Value]) -> [Value] {
    switch codes {
    case .narrow(let codes): codes.map { table[Int($0)] }
    case .wide(let codes): codes.map { table[Int($0)] }
    }
  }

  /// The first row whose text fulfils a condition.
  public func firstRow(where holds: (String) -> Bool) -> Int? {
    let wanted = texts.map(holds)
    guard wanted.contains(true) else { return nil }
    switch codes {
    case .narrow(let codes): return codes.firstIndex { wanted[Int($0)] }
    case .wide(let codes): return codes.firstIndex { wanted[Int($0)] }
    }
  }
}
