import SurveyModel

/// Decides what printed numbers of options mean in each closed column.
///
/// Paper forms may print a scale from 5 to 1 that the questionnaire counts from 1 to 5. Cells with
/// number and words show it. The words hold when at least two different cells of the list show the
/// other end and none shows this one. Numbers alone are then read the same way in a column that shows
/// both by itself, and asked about in any other.
struct ScaleDecision {
  let columns: [(column: Int, profile: ScaleProfile)]
  let header: [String]
  let options: ValueOptions
  /// The options of each column.
  let lists: [Int: ChoiceList]

  func decide(into formats: inout ColumnFormats) throws(FormatFault) {
    if options.numbering == .asDeclared { return }
    let byList = Dictionary(grouping: columns) { name(ofListIn: $0.column) }
    for (_, members) in byList.sorted(by: { $0.key < $1.key }) {
      if try decideLabels(members, &formats) { continue }
      if isMeant(members) {
        for (column, profile) in members { mirror(column, profile, members, &formats) }
      } else {
        try decideColumns(members, &formats)
      }
    }
  }

  /// Decides each column of a list as it was decided before, else by its own cells.
  private func decideColumns(
    _ members: [(column: Int, profile: ScaleProfile)],
    _ formats: inout ColumnFormats
  ) throws(FormatFault) {
    var open: [(column: Int, profile: ScaleProfile)] = []
    for (column, profile) in members {
      switch options.known(header[column])?.isMirrored {
      case true?:
        try refuseMap(column, profile)
        mirror(column, profile, members, &formats)
      case false?: break
      case nil: open.append((column, profile))
      }
    }
    let shown = members.reduce(into: Set<Int>()) { $0.formUnion($1.profile.mirrored) }
    let isCertain =
      shown.count >= 2 && members.allSatisfy { $0.profile.straight + $0.profile.odd == 0 }
    for (column, profile) in open {
      let count = profile.mirrored.count
      if isCertain, count >= 2 || count == 1 && !profile.hasBareEnd {
        mirror(column, profile, members, &formats)
      } else if profile.hasBareEnd || !isCertain {
        try refuseBareNumbers(column, profile, members)
      }
    }
  }

  /// Refuses a map that says of a column what none of its cells shows, and one contradicts.
  private func refuseMap(_ column: Int, _ profile: ScaleProfile) throws(FormatFault) {
    guard profile.mirrored.isEmpty, let example = profile.firstStraight, !options.isContinued else {
      return
    }
    throw FormatFault(column: header[column], kind: .againstMap(.mirrored, example))
  }

  private func mirror(
    _ column: Int,
    _ profile: ScaleProfile,
    _ members: [(column: Int, profile: ScaleProfile)],
    _ formats: inout ColumnFormats
  ) {
    formats.columns[column].numbering = .mirrored
    note(profile, column, members, &formats)
  }

  /// Decides whether numbers are codes or words where the same number is the code of one option and the
  /// words of another, such as "1" for the second of 0, 1, 2 and more children; true for words.
  ///
  /// A cell that can be only the one or only the other tells, if none tells the contrary.
  private func decideLabels(
    _ members: [(column: Int, profile: ScaleProfile)],
    _ formats: inout ColumnFormats
  ) throws(FormatFault) -> Bool {
    guard let (column, profile) = members.first(where: { $0.profile.doubles > 0 }),
      let shown = profile.firstDouble
    else { return false }
    let before = members.lazy.compactMap { options.known(header[$0.column])?.numbersAreLabels }
      .first
    let onlyLabels = members.contains { $0.profile.onlyLabels > 0 }
    let onlyCodes = members.contains { $0.profile.onlyCodes > 0 }
    if options.numbering != .labels, before == nil, onlyLabels == onlyCodes {
      throw FormatFault(
        column: header[column],
        kind: .openNumbers(
          profile.doubles,
          shown.example,
          byCode: name(shown.code, in: column),
          byLabel: name(shown.label, in: column)
        )
      )
    }
    guard options.numbering == .labels || before ?? onlyLabels else { return false }
    for (column, _) in members {
      formats.columns[column].numbering = .labels
      formats.notes.append(
        FormatNote(column: header[column], kind: .numberLabels(shown.example.text))
      )
    }
    return true
  }

  /// A scale and a plain list may have the same name.
  private func name(ofListIn column: Int) -> String {
    lists[column].map { ($0.scale == nil ? "c" : "s") + $0.id } ?? ""
  }

  /// Whether the user's word about scales is about this list: other lists have no other end, unless
  /// their own cells show one.
  private func isMeant(_ members: [(column: Int, profile: ScaleProfile)]) -> Bool {
    guard options.numbering == .mirrored, let first = members.first else { return false }
    return lists[first.column]?.scale != nil || firstMirrored(members) != nil
  }

  /// What the first contradicting cell of a list shows.
  private func firstMirrored(
    _ members: [(column: Int, profile: ScaleProfile)]
  ) -> (example: FormatFault.Example, printed: Int, label: Int)? {
    members.lazy.compactMap(\.profile.firstMirrored).first
  }

  private func name(_ index: Int, in column: Int) -> String {
    guard let choices = lists[column]?.choices, choices.indices.contains(index) else { return "" }
    return choices[index].label.text("vi")
  }

  private func note(
    _ profile: ScaleProfile,
    _ column: Int,
    _ members: [(column: Int, profile: ScaleProfile)],
    _ formats: inout ColumnFormats
  ) {
    guard let choices = lists[column]?.choices, let last = choices.last else { return }
    let shown = profile.firstMirrored ?? firstMirrored(members)
    let code = shown.map { choices[min($0.printed, choices.count - 1)].code } ?? last.code
    let label = name(shown?.label ?? 0, in: column)
    formats.notes.append(
      FormatNote(column: header[column], kind: .mirroredScale(code: code, label: label))
    )
  }

  /// Numbers alone have no certain meaning where cells of the same list contradict each other, or
  /// only another column shows that it counts from the other end.
  private func refuseBareNumbers(
    _ column: Int,
    _ profile: ScaleProfile,
    _ members: [(column: Int, profile: ScaleProfile)]
  ) throws(FormatFault) {
    guard profile.bare > 0, let example = profile.firstBare else { return }
    if let shown = profile.firstMirrored {
      throw FormatFault(
        column: header[column],
        kind: .openScale(
          bare: profile.bare,
          example,
          contradicting: shown.example,
          byCode: name(shown.printed, in: column),
          byLabel: name(shown.label, in: column)
        )
      )
    }
    // A column whose own cells agree with the questionnaire stands by itself.
    if profile.straight > 0, profile.odd == 0 { return }
    let other = members.first { member in
      member.profile.firstMirrored != nil
        || options.known(header[member.column])?.isMirrored == true
    }
    guard let other else { return }
    throw FormatFault(
      column: header[column],
      kind: .openScaleBeside(bare: profile.bare, example, other: header[other.column])
    )
  }
}
