import SurveyModel

/// The questions of a table as they are being proposed, in the order of the file.
struct QuestionnaireDraft {
  private(set) var items: [SketchItem] = []
  let columns: [ColumnProfile]
  let codebook: Codebook

  /// Proposes a question or a reason against one for every column.
  ///
  /// `wider` names the columns whose type was too narrow for their cells, with how often.
  init(_ table: SketchTable, codebook: Codebook, wider: [Int: [Int]]) {
    columns = table.columns
    self.codebook = codebook
    let drafter = ColumnDrafter(codebook: codebook)
    let groups = optionGroups()
    var groupOfColumn: [Int: Int] = [:]
    for (index, group) in groups.enumerated() {
      for member in group.members { groupOfColumn[member.column] = index }
      if let joined = group.joined { groupOfColumn[joined] = index }
    }
    var done: Set<Int> = []
    for column in columns {
      if let index = groupOfColumn[column.position] {
        if done.insert(index).inserted {
          items.append(.question(draft(groups[index])))
        }
        continue
      }
      items.append(drafter.item(column))
    }
    widen(wider)
    noteInterviewDate()
    findBareScales()
    groupNeighbours()
    shareOptions()
    name()
  }

  /// The questions.
  var questions: [QuestionDraft] {
    items.compactMap { if case .question(let draft) = $0 { draft } else { nil } }
  }

  /// Keeps text that would be left out: all of it when asked, what is not plainly personal when
  /// nothing else is there to ask.
  mutating func keepText(all: Bool) {
    let hasOthers = questions.contains { $0.reasons.isEmpty }
    guard all || !hasOthers else { return }
    update { draft in
      if all || draft.reasons == [.freeText] {
        draft.notes += draft.reasons.isEmpty ? [] : [.keptText]
        draft.reasons = []
      }
    }
  }

  private mutating func update(_ body: (inout QuestionDraft) -> Void) {
    items = items.map { item in
      guard case .question(var draft) = item else { return item }
      body(&draft)
      return .question(draft)
    }
  }

  // MARK: Options in columns of their own

  private func optionGroups() -> [OptionColumns] {
    var groups: [OptionColumns] = []
    var taken: Set<Int> = []
    var places: [String: Int] = [:]
    for column in columns {
      guard let known = codebook[column.header] else { continue }
      taken.insert(column.position)
      guard known.isOption else { continue }
      let cut = column.header.lastRange(of: "_")
      let stem = cut.map { String(column.header[..<$0.lowerBound]) } ?? known.question
      let code = cut.map { String(column.header[$0.upperBound...]) }
      let label = known.optionLabel.isEmpty ? column.header : known.optionLabel
      let member = OptionColumns.Member(column: column.position, code: code, label: label)
      if let place = places[stem] {
        groups[place].members.append(member)
      } else {
        places[stem] = groups.count
        groups.append(OptionColumns(stem: stem, joined: nil, members: [member]))
      }
    }
    return groups
      + OptionColumns.find(in: columns.filter { !taken.contains($0.position) }, all: columns)
  }

  private func draft(_ group: OptionColumns) -> QuestionDraft {
    let first = group.joined ?? group.members[0].column
    let known = codebook[columns[group.members[0].column].header]
    let label = known.map { $0.text.isEmpty ? group.stem : $0.text } ?? group.stem
    var proposal = ChoiceProposal(
      options: group.members.map { .init(code: $0.code, label: $0.label) }
    )
    if group.members.allSatisfy({ $0.code == nil }) {
      for index in proposal.options.indices { proposal.options[index].code = String(index + 1) }
    }
    if let joined = group.joined {
      let codes = Set(proposal.options.map { $0.code ?? "" })
      let signs = MissingWords.signs
      let cells = JoinedCells.find(in: columns[joined], aside: signs, isMultiple: true)
      let others = (cells?.options ?? columns[joined].values).filter { value in
        !signs.contains(value) && !codes.contains(value) && Identifier.isCode(value)
      }
      proposal.options += others.map { .init(code: $0, label: $0) }
    }
    var draft = QuestionDraft(column: first, kind: .many(proposal), label: label)
    draft.optionColumns = group.members.map(\.column)
    draft.notes.append(.optionColumns(group.members.count))
    if known != nil { draft.notes.append(.codesOfColumns) }
    draft.ownID = known == nil ? nil : QuestionIDs.proposal(for: group.stem)
    return draft
  }

  // MARK: Types

  private mutating func widen(_ wider: [Int: [Int]]) {
    update { draft in
      for cells in wider[draft.column] ?? [] {
        draft.notes.append(.notOfType(draft.kind.name, cells: cells))
        draft.kind = draft.kind.wider
        draft.missing = []
        if case .text = draft.kind { draft.reasons = [.freeText] }
      }
    }
  }

  /// The first date could be that of the interview.
  private mutating func noteInterviewDate() {
    var isDone = false
    update { draft in
      guard !isDone, case .date = draft.kind, draft.reasons.isEmpty else { return }
      draft.notes.append(.maybeInterviewDate)
      isDone = true
    }
  }

  /// Three or more neighbours with the same few whole numbers from 1 on are levels of a scale.
  private mutating func findBareScales() {
    var run: [Int] = []
    var highest = 0
    func values(_ index: Int) -> Set<Int>? {
      guard case .question(let draft) = items[index], case .integer = draft.kind,
        draft.notes.contains(.maybeCodes)
      else { return nil }
      let numbers = columns[draft.column].values.compactMap { Int($0) }
      let missing = Set(draft.missing.compactMap { $0.code.flatMap { Int($0) } })
      let rest = Set(numbers).subtracting(missing)
      guard let low = rest.min(), let high = rest.max(), low >= 1, high <= 7, rest.count >= 3 else {
        return nil
      }
      return rest
    }
    func finish(_ items: inout [SketchItem]) {
      defer {
        run = []
        highest = 0
      }
      guard run.count >= 3, highest >= 3 else { return }
      for index in run {
        guard case .question(var draft) = items[index] else { continue }
        var proposal = ChoiceProposal(
          options: (1...highest).map { .init(code: String($0), label: String($0)) }
        )
        proposal.isBareScale = true
        draft.kind = .one(proposal)
        draft.notes.removeAll { $0 == .maybeCodes }
        items[index] = .question(draft)
      }
    }
    var items = self.items
    for index in items.indices {
      guard let found = values(index), let high = found.max() else {
        finish(&items)
        continue
      }
      if highest > 0, abs(high - highest) > 1 { finish(&items) }
      run.append(index)
      highest = max(highest, high)
    }
    finish(&items)
    self.items = items
  }

  // MARK: Neighbours

  /// Questions whose names begin alike, up to a bracket, dash or colon, belong together.
  private mutating func groupNeighbours() {
    var previous: (index: Int, cuts: [String])?
    for index in items.indices {
      guard case .question(var draft) = items[index], draft.reasons.isEmpty else { continue }
      let cuts = Self.beginnings(of: draft.label)
      if draft.group == nil, let earlier = previous,
        case .question(var other) = items[earlier.index],
        let shared = cuts.first(where: { earlier.cuts.contains($0) })
      {
        draft.group = shared
        items[index] = .question(draft)
        if other.group == nil {
          other.group = shared
          items[earlier.index] = .question(other)
        }
      }
      previous = (index, cuts)
    }
  }

  private static func beginnings(of label: String) -> [String] {
    HeaderParts.splits(of: label).map(\.group.trimmed).filter { $0.count >= 3 && $0.contains(" ") }
  }

  /// Neighbours of one group, or with levels of one scale, get the same options.
  private mutating func shareOptions() {
    var start = 0
    while start < items.count {
      guard case .question(let first) = items[start], case .one(var shared) = first.kind,
        shared != .yesNo
      else {
        start += 1
        continue
      }
      var members = [start]
      var next = start + 1
      while next < items.count, case .question(let draft) = items[next],
        case .one(let options) = draft.kind,
        let union = shared.union(
          options,
          isGroup: first.group != nil && draft.group == first.group
        )
      {
        shared = union
        members.append(next)
        next += 1
      }
      for index in members {
        guard case .question(var draft) = items[index] else { continue }
        draft.kind = .one(shared)
        items[index] = .question(draft)
      }
      start = next
    }
  }

  // MARK: Names

  private mutating func name() {
    let proposals = questions.map { draft in
      let own = draft.ownID ?? QuestionIDs.proposal(for: draft.label)
      return own.isEmpty ? "cot_\(draft.column + 1)" : own
    }
    var ids = QuestionIDs.unique(
      proposals,
      headers: questions.map { columns[$0.column].header },
      columns: columns.map(\.header)
    )[...]
    var firstColumn: [String: Int] = [:]
    update { draft in
      draft.id = ids.popFirst() ?? ""
      let key = MatchingKey(draft.label).text
      if let first = firstColumn[key] {
        draft.notes.insert(.repeatedHeader(first: first + 1, second: draft.column + 1), at: 0)
      } else {
        firstColumn[key] = draft.column
      }
    }
  }
}

extension ChoiceProposal {
  /// The options of both, when they belong together.
  func union(_ other: ChoiceProposal, isGroup: Bool) -> ChoiceProposal? {
    if self == other { return self }
    let hasCodes = (options + other.options).map { $0.code != nil }
    guard Set(hasCodes).count == 1, isBareScale == other.isBareScale else { return nil }
    if isBareScale { return unionByCode(other, isGroup: isGroup) }
    if hasCodes.first == true {
      guard isGroup else { return nil }
      let shared = options.filter { other.options.contains($0) }
      guard shared.count == min(options.count, other.options.count) else { return nil }
    }
    var keys = Set(options.map { MatchingKey($0.label) })
    let sharedCount = other.options.count { keys.contains(MatchingKey($0.label)) }
    var union = self
    union.options += other.options.filter { keys.insert(MatchingKey($0.label)).inserted }
    for missing in other.missing where !union.missing.contains(where: { $0.label == missing.label })
    {
      union.missing.append(missing)
    }
    if hasCodes.first == true { return union }
    let labels = union.options.map(\.label)
    let isScale =
      ScaleWords.recognise(labels) != nil
      && (ScaleWords.recognise(options.map(\.label)) != nil
        || ScaleWords.recognise(other.options.map(\.label)) != nil)
    if isScale, sharedCount >= 1 { return union }
    let smaller = min(options.count, other.options.count)
    return isGroup && sharedCount * 2 >= smaller && smaller >= 2 ? union : nil
  }

  /// The levels of both scales, with words where one of them has words; none when they disagree.
  ///
  /// Words of another question are not taken over, unless both share some.
  private func unionByCode(_ other: ChoiceProposal, isGroup: Bool) -> ChoiceProposal? {
    let words = Set(options.filter { $0.label != $0.code })
    let others = Set(other.options.filter { $0.label != $0.code })
    guard isGroup || words.isEmpty && others.isEmpty || !words.isDisjoint(with: others) else {
      return nil
    }
    var union = self
    for option in other.options {
      guard let place = union.options.firstIndex(where: { $0.code == option.code }) else {
        union.options.append(option)
        continue
      }
      let mine = union.options[place]
      if mine.label == mine.code {
        union.options[place] = option
      } else if option.label != option.code, MatchingKey(option.label) != MatchingKey(mine.label) {
        return nil
      }
    }
    for missing in other.missing where !union.missing.contains(where: { $0.code == missing.code }) {
      union.missing.append(missing)
    }
    return union
  }
}
