/// Items of few levels, several of them packed in one byte, so that one look-up answers for all.
///
/// A million answers to 39 items of five levels are 13 bytes a row. What is added up by level —
/// means, indices, the influence of each row on them — is added up by packed byte first, and then
/// taken apart.
package struct CodedItems: Sendable {
  /// Consecutive items in one byte.
  struct Pack: Sendable {
    /// The items.
    let items: Range<Int>
    /// How many values the byte may have.
    let width: Int
    /// The packed byte of each row.
    let codes: [UInt8]
    /// For each item, its own code for each packed byte; nil for a missing answer.
    let codesOfItem: [[UInt8?]]
  }

  /// The packs, which hold the items in order.
  let packs: [Pack]
  /// The number of items.
  let count: Int
  /// The number of rows.
  let rows: Int

  /// Packs columns of one byte a row; bytes from `answers` on are missing answers.
  ///
  /// All columns are equally long.
  package init(_ columns: [[UInt8]], answers: Int) {
    count = columns.count
    rows = columns.first?.count ?? 0
    let codes = columns.map { Self.occurring($0, below: answers) }
    var packs: [Pack] = []
    var first = 0
    while first < columns.count {
      var (end, width) = (first, 1)
      // One level more stands for a missing answer.
      while end < columns.count, width * (codes[end].count + 1) <= 256 {
        width *= codes[end].count + 1
        end += 1
      }
      packs.append(Self.pack(first..<end, width, columns, codes))
      first = end
    }
    self.packs = packs
  }

  /// The answers that occur, ascending.
  private static func occurring(_ column: [UInt8], below answers: Int) -> [UInt8] {
    var occurs = [Bool](repeating: false, count: 256)
    let bytes = column.span
    for row in bytes.indices { occurs[Int(bytes[row])] = true }
    // More would leave no value of a byte for a missing answer.
    return (0..<min(answers, 255)).filter { occurs[$0] }.map { UInt8($0) }
  }

  private static func pack(
    _ items: Range<Int>,
    _ width: Int,
    _ columns: [[UInt8]],
    _ codes: [[UInt8]]
  ) -> Pack {
    var packed = [UInt8](repeating: 0, count: columns.first?.count ?? 0)
    var codesOfItem: [[UInt8?]] = []
    var stride = 1
    for item in items {
      let levels = codes[item].count + 1
      var place = [UInt8](repeating: 0, count: 256)
      for (index, code) in codes[item].enumerated() {
        place[Int(code)] = UInt8(truncatingIfNeeded: (index + 1) * stride)
      }
      add(columns[item], place, to: &packed)
      codesOfItem.append(
        (0..<width).map { byte in
          let level = byte / stride % levels
          return level == 0 ? nil : codes[item][level - 1]
        }
      )
      stride *= levels
    }
    return Pack(items: items, width: width, codes: packed, codesOfItem: codesOfItem)
  }

  private static func add(_ column: [UInt8], _ place: [UInt8], to packed: inout [UInt8]) {
    let (bytes, place) = (column.span, place.span)
    var packed = packed.mutableSpan
    for row in 0..<min(bytes.count, packed.count) {
      packed[row] = packed[row] &+ place[Int(bytes[row])]
    }
  }
}

extension CodedItems.Pack {
  /// For each packed byte the number for which it stands of one of the items; NaN for a missing
  /// answer.
  ///
  /// `values` holds the number of each code of the item.
  func values(of item: Int, _ values: [Double]) -> [Double] {
    codesOfItem[item - items.lowerBound].map { code in code.map { values[Int($0)] } ?? .nan }
  }
}
