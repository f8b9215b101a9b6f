import SurveyModel

/// Decides what printed numbers of options mean in each closed column.
///
/// Paper forms may print a scale from 5 to 1 that the questionnaire counts from 1 to 5. Cells with
/// number and words show it. The words hold, and a number alone is read the same way when at least
/// two different cells of the list show the other end and none shows this one.
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
      let mirrored = members.reduce(into: Set<Int>()) { $0.formUnion($1.profile.mirrored) }
      let before = members.compactMap { options.known(header[$0.column])?.isMirrored }
      let isForced =
        isMeant(members, showsOtherEnd: !mirrored.isEmpty) || before.contains(true)
      // What was read as declared before stays so.
      if !isForced, before.contains(false) { continue }
      guard !mirrored.isEmpty || isForced else { continue }
      let contradictions = members.reduce(0) { $0 + $1.profile.straight + $1.profile.odd }
      if isForced, mirrored.isEmpty, options.numbering == nil, !options.isContinued,
        let (column, profile) = members.first(where: { $0.profile.firstStraight != nil }),
        let example = profile.firstStraight
      {
        throw FormatFault(column: header[column], kind: .againstMap(.mirrored, example))
      }
      if isForced || contradictions == 0 && mirrored.count >= 2 {
        for (column, profile) in members
        where isForced || profile.firstMirrored != nil || profile.bare > 0 {
          formats.columns[column].numbering = .mirrored
          note(profile, column, members, &formats)
        }
      } else {
        try refuseBareNumbers(members)
      }
    }
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
  private func isMeant(
    _ members: [(column: Int, profile: ScaleProfile)],
    showsOtherEnd: Bool
  ) -> Bool {
    guard options.numbering == .mirrored, let first = members.first else { return false }
    return showsOtherEnd || lists[first.column]?.scale != nil
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

  /// Numbers alone have no certain meaning where cells of the same list contradict each other.
  private func refuseBareNumbers(
    _ members: [(column: Int, profile: ScaleProfile)]
  ) throws(FormatFault) {
    guard let shown = firstMirrored(members) else { return }
    for (column, profile) in members {
      // A column whose own cells agree with the questionnaire stands by itself.
      if profile.straight > 0, profile.mirrored.isEmpty, profile.odd == 0 { continue }
      guard profile.bare > 0, let example = profile.firstBare else { continue }
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
  }
}
