import SurveyModel

/// What cells mean as headers, remembered while a table is looked through.
///
/// The same cells are met under every encoding, delimiter and place for the header.
final class HeaderMatcher {
  /// What is known of one record.
  struct Row {
    /// The cells without white space at their ends.
    let cells: [String]
    /// What each cell means on its own.
    let matches: [HeaderMatch?]
    /// Which cells are what systems write below a question that has one column.
    let areResponses: [Bool]
    /// What the record means as a header.
    let map: ColumnMap
  }

  /// Cells that are remembered.
  private static let limit = 20_000

  let dictionary: HeaderDictionary
  private var matches: [String: HeaderMatch?] = [:]
  private var groups: [String: HeaderDictionary.Group] = [:]
  /// What parts mean below groups that the questionnaire does not know.
  private var loose: [String: HeaderMatch?] = [:]

  init(_ dictionary: HeaderDictionary) { self.dictionary = dictionary }

  /// What a record means.
  func row(_ cells: [String]) -> Row {
    let matches = cells.map(match)
    let trimmed = cells.map(\.trimmed)
    return Row(
      cells: trimmed,
      matches: matches,
      areResponses: trimmed.map(ResponseWords.contain),
      map: ColumnMap(header: cells, matches: matches, dictionary)
    )
  }

  /// What a cell means on its own.
  private func match(_ cell: String) -> HeaderMatch? {
    if let known = matches[cell] { return known }
    let found = dictionary.match(cell)
    if matches.count < Self.limit { matches[cell] = .some(found) }
    return found
  }

  /// What stands above parts.
  func group(_ text: String) -> HeaderDictionary.Group {
    if let known = groups[text] { return known }
    let group = dictionary.group(text)
    if groups.count < Self.limit { groups[text] = group }
    return group
  }

  /// What a part means below a group.
  func match(part: String, of group: HeaderDictionary.Group) -> HeaderMatch? {
    guard group.isUnknown else { return dictionary.match(part: part, of: group) }
    if let known = loose[part] { return known?.below(group) }
    let found = dictionary.match(part: part, of: group)
    if loose.count < Self.limit { loose[part] = .some(found) }
    return found?.below(group)
  }
}
