import SurveyModel

/// Columns that each hold one option of a multiple choice.
struct OptionColumns: Hashable {
  /// One column.
  struct Member: Hashable {
    let column: Int
    let code: String?
    let label: String
  }

  /// What the columns share: the id or the words of the question.
  let stem: String
  /// The column that holds all options in one cell, when there is one.
  let joined: Int?
  var members: [Member]

  /// Finds the groups among `columns`, in the order of their first column.
  static func find(
    in columns: [ColumnProfile],
    all: [ColumnProfile]
  ) -> [OptionColumns] {
    var positions: [String: Int] = [:]
    for column in columns.reversed() where !column.header.isEmpty {
      positions[MatchingKey(column.header).text] = column.position
    }
    var groups: [OptionColumns] = []
    var places: [String: Int] = [:]
    func add(_ member: Member, to stem: String, joined: Int?, kind: String) {
      let key = "\(kind) \(MatchingKey(stem).text)"
      if let place = places[key] {
        groups[place].members.append(member)
      } else {
        places[key] = groups.count
        groups.append(OptionColumns(stem: stem.trimmed, joined: joined, members: [member]))
      }
    }
    for column in columns {
      guard let (cut, joined, kind) = role(of: column, positions) else { continue }
      let member = Member(
        column: column.position,
        code: kind == "words" ? nil : cut.part,
        label: kind == "words" ? (words(in: column) ?? cut.part) : cut.part
      )
      add(member, to: cut.stem, joined: joined, kind: kind)
    }
    return groups.filter { group in
      if group.joined != nil { return true }
      guard group.members.count >= 2 else { return false }
      let codes = group.members.map { $0.code ?? MatchingKey($0.label).text }
      return Set(codes).count == codes.count
        && group.members.contains { all.indices.contains($0.column) && all[$0.column].filled > 0 }
    }
  }

  private typealias Cut = (stem: String, part: String)

  private static func role(
    of column: ColumnProfile,
    _ positions: [String: Int]
  ) -> (cut: Cut, joined: Int?, kind: String)? {
    let marks = Marks(column)
    if let group = column.group, let part = column.part {
      guard isWords(column, part) else { return nil }
      return ((group, part), nil, "words")
    }
    for cut in cuts(of: column.header, ["/", "___", "__", ".", ":"]) + bracket(column.header)
    where marks != .other {
      if let joined = positions[MatchingKey(cut.stem).text], joined != column.position,
        Identifier.isCode(cut.part)
      {
        return (cut, joined, "codes")
      }
    }
    if marks == .binary || marks == .truth || marks == .ticks {
      for cut in cuts(of: column.header, ["___", "__"]) + bracket(column.header)
      where Identifier.isCode(cut.part) {
        return (cut, nil, "codes")
      }
      if marks == .binary || marks == .truth, column.blank == 0,
        let cut = cuts(of: column.header, ["_"]).first,
        NumberText.parseInteger(cut.part) != nil
      {
        return (cut, nil, "codes")
      }
    }
    // The name of a question begins with a letter, and is not answered with True or False.
    for cut in cuts(of: column.header, ["/"]) where Identifier.isCode(cut.part) {
      let isNumber = NumberText.parseInteger(cut.part) != nil
      if marks == .truth || isNumber && (marks == .binary || marks == .ticks) {
        return (cut, nil, "codes")
      }
    }
    for cut in bracket(column.header) + cuts(of: column.header, [" - ", " – ", "/", ": "])
    where isWords(column, cut.part) {
      return (cut, nil, "words")
    }
    return nil
  }

  /// What the cells of a column say about its being an option.
  private enum Marks {
    /// Both signs for chosen and for not chosen.
    case binary
    /// The same as True and False.
    case truth
    /// Only a sign for chosen.
    case ticks
    case nothing
    case other

    init(_ column: ColumnProfile) {
      let answers = column.values.filter { !MissingWords.signs.contains($0) }
      let values = Set(answers.map { $0.lowercased() })
      if column.isOpen {
        self = .other
      } else if values.isEmpty {
        self = .nothing
      } else if values.isSubset(of: ["true", "false"]) {
        self = .truth
      } else if values.isSubset(of: ["0", "1", "true", "false"]) {
        self = .binary
      } else if values.isSubset(of: ["y", "x", "✓", "✔", "có", "yes", "checked"]),
        column.blank > 0 || answers.count < column.values.count
      {
        self = .ticks
      } else {
        self = .other
      }
    }
  }

  /// What stands in a column beside signs for nothing.
  private static func words(in column: ColumnProfile) -> String? {
    column.values.first { !MissingWords.signs.contains($0) }
  }

  /// Whether the only thing in the cells is the option itself.
  private static func isWords(_ column: ColumnProfile, _ part: String) -> Bool {
    let values = column.values.filter { !MissingWords.signs.contains($0) }
    guard !column.isOpen, values.count == 1, let value = values.first else { return false }
    return MatchingKey(value) == MatchingKey(part)
  }

  private static func cuts(of header: String, _ separators: [String]) -> [Cut] {
    separators.compactMap { separator in
      guard let range = header.lastRange(of: separator), range.lowerBound > header.startIndex,
        range.upperBound < header.endIndex
      else { return nil }
      return (
        String(header[..<range.lowerBound]).trimmed, String(header[range.upperBound...]).trimmed
      )
    }
  }

  private static func bracket(_ header: String) -> [Cut] {
    guard header.last == "]", let open = header.lastIndex(of: "["), open > header.startIndex else {
      return []
    }
    let part = header[header.index(after: open)...].dropLast()
    return part.isEmpty ? [] : [(header[..<open].trimmed, part.trimmed)]
  }
}

extension Identifier {
  /// Whether `text` can be the code of an option: no white space, ASCII, short.
  static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 40
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "-")
      }
  }
}
