import SurveyModel

/// Several options in one cell, behind each other.
struct JoinedCells: Hashable {
  /// What stands between two options.
  let separator: Character
  /// The different options.
  let options: [String]

  /// Looks for the separator that takes the cells of `column` apart into few options.
  ///
  /// `isMultiple` says that the column is known to hold several options, so that a few rows are
  /// enough.
  static func find(in column: ColumnProfile, aside: Set<String>, isMultiple: Bool) -> JoinedCells? {
    guard !column.isOpen else { return nil }
    let cells = column.counts.filter { !aside.contains($0.key) }
    for separator: Character in [";", "\n", ",", " "] {
      guard cells.keys.contains(where: { $0.contains(separator) }),
        let options = options(cells, separator, isMultiple: isMultiple)
      else { continue }
      return JoinedCells(separator: separator, options: options)
    }
    return nil
  }

  private static let optionLimit = 40

  private static func options(
    _ cells: [String: Int],
    _ separator: Character,
    isMultiple: Bool
  ) -> [String]? {
    var rows: [(pieces: [String], count: Int)] = cells.map { cell, count in
      (cell.split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }, count)
    }
    if separator == " ", !rows.allSatisfy({ $0.pieces.allSatisfy(isCode) }) { return nil }
    if separator == "," { rejoin(&rows) }
    var uses: [String: Int] = [:]
    var several = 0
    for (pieces, count) in rows {
      guard Set(pieces).count == pieces.count else { return nil }
      if pieces.count > 1 { several += count }
      for piece in pieces { uses[piece, default: 0] += count }
      if uses.count > optionLimit { return nil }
    }
    guard several > 0, uses.keys.allSatisfy({ $0.utf8.count <= 200 }) else { return nil }
    if !isMultiple {
      let answers = uses.values.reduce(0, +)
      guard several >= 2, cells.count > uses.count, answers >= uses.count * 3 else { return nil }
    }
    return uses.keys.sorted { VietnameseOrder.precedes($0, $1) }
  }

  /// Puts pieces together that never occur apart: an option may itself hold the separator.
  private static func rejoin(_ rows: inout [(pieces: [String], count: Int)]) {
    for _ in 0..<8 {
      var next: [String: Set<String>] = [:]
      var previous: [String: Set<String>] = [:]
      for (pieces, _) in rows {
        for (index, piece) in pieces.enumerated() {
          next[piece, default: []].insert(index + 1 < pieces.count ? pieces[index + 1] : "")
          previous[piece, default: []].insert(index > 0 ? pieces[index - 1] : "")
        }
      }
      func belong(_ one: String, _ other: String) -> Bool {
        next[one] == [other] && previous[other] == [one]
      }
      var hasJoined = false
      for row in rows.indices {
        var joined: [String] = []
        var index = 0
        let pieces = rows[row].pieces
        while index < pieces.count {
          if index + 1 < pieces.count, belong(pieces[index], pieces[index + 1]) {
            joined.append("\(pieces[index]), \(pieces[index + 1])")
            index += 2
            hasJoined = true
          } else {
            joined.append(pieces[index])
            index += 1
          }
        }
        rows[row].pieces = joined
      }
      if !hasJoined { return }
    }
  }

  private static func isCode(_ text: String) -> Bool {
    guard text.utf8.count <= 24, let first = text.utf8.first else { return false }
    if (0x30...0x39).contains(first) || first == UInt8(ascii: "-") {
      return text.utf8.count <= 4 && NumberText.parseInteger(text) != nil
    }
    return (0x61...0x7A).contains(first)
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
          || byte == UInt8(ascii: "_")
      }
  }
}
