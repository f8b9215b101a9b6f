import SurveyModel

/// Decides which groups that the questionnaire does not know are sections under another title.
///
/// `Mẹ - Tuổi` is the age of somebody else, and `Mức độ quan trọng [Thái độ]` no satisfaction; but a
/// grid that holds all rows of a section is that section, whatever the file calls it.
struct GroupTitles {
  private let dictionary: HeaderDictionary
  private var questionnaire: Questionnaire { dictionary.questionnaire }

  init(_ dictionary: HeaderDictionary) { self.dictionary = dictionary }

  /// The matches with those below a section under another title believed.
  func believing(_ matches: [HeaderMatch?], _ header: [String]) -> [HeaderMatch?] {
    var groups: [String: Set<Int>] = [:]
    for match in matches {
      if let group = match?.group, case .question(let question)? = match?.meaning {
        groups[group, default: []].insert(question)
      }
    }
    guard !groups.isEmpty else { return matches }
    let answers = matches.compactMap { $0?.meaning.question == nil ? nil : $0 }
    let believed = Set(
      groups.keys.filter { group in
        guard let rows = groups[group], !asksOtherwise(group, than: rows),
          !areOptions(under: group, header)
        else { return false }
        // The title of the whole table, or the one of whoever answers.
        if answers.count > 1, answers.allSatisfy({ $0.group == group }) { return true }
        if isOfRespondent(group) { return true }
        let isAlone = groups.allSatisfy { $0.key == group || $0.value.isDisjoint(with: rows) }
        return isAlone && areWholeSections(rows)
      }
    )
    guard !believed.isEmpty else { return matches }
    return matches.map { match in
      guard let match, let group = match.group, believed.contains(group) else { return match }
      return HeaderMatch(match.meaning, .truncated)
    }
  }

  /// Whether all or nearly all rows of each section that is touched are there.
  private func areWholeSections(_ rows: Set<Int>) -> Bool {
    let sections = Dictionary(grouping: rows) { questionnaire.sectionOfQuestion[$0] }
    return sections.allSatisfy { section, rows in
      guard rows.count > 1, let list = questionnaire.questions[rows[0]].kind.choiceList else {
        return false
      }
      let all = questionnaire.questions.indices.filter {
        questionnaire.sectionOfQuestion[$0] == section
          && questionnaire.questions[$0].shape == .selectOne(list)
      }
      return rows.allSatisfy(all.contains) && rows.count * 5 >= all.count * 4
    }
  }

  /// Whether a title names whoever answers, or the form, and nobody else: `A. Thông tin chung`.
  private func isOfRespondent(_ group: String) -> Bool {
    let words = group.split(separator: " ").drop { word in
      word == "phần" || word == "mục" || word.count == 1 || word.allSatisfy { "ivx".contains($0) }
    }
    return Self.ofRespondent.contains(words.joined(separator: " "))
  }

  private static let ofRespondent: Set<String> = {
    let people = [
      "người trả lời", "người được hỏi", "người được phỏng vấn", "người được khảo sát",
      "người cung cấp thông tin", "cá nhân", "nhân khẩu học", "phiếu", "phiếu khảo sát",
    ]
    let leads = ["", "thông tin ", "thông tin về ", "thông tin của ", "đặc điểm "]
    return Set(leads.flatMap { lead in people.map { lead + $0 } }).union([
      "thông tin", "thông tin chung", "thông tin cơ bản", "đặc điểm chung", "respondent",
      "the respondent", "about you", "about the respondent", "general", "general information",
      "personal information", "respondent information", "demographics",
    ])
  }()

  /// Whether what stands below a group is rather the options of a multiple choice.
  private func areOptions(under group: String, _ header: [String]) -> Bool {
    let parts = Set(
      header.compactMap { text in
        HeaderParts.splits(of: text.composed.trimmed)
          .first { HeaderKey($0.group).letters == group }
          .map { HeaderKey($0.part).letters }
      }
    )
    return questionnaire.questions.contains { question in
      guard case .selectMultiple(let list) = question.shape else { return false }
      let options = Set(
        list.choices.flatMap { $0.label.translations.values }.map {
          HeaderKey($0).letters
        }
      )
      return parts.intersection(options).count > 1
    }
  }

  /// Whether a title says that its rows are asked for something else than the questionnaire asks.
  private func asksOtherwise(_ group: String, than rows: Set<Int>) -> Bool {
    let words = Self.otherwise.filter { group.contains($0) }
    guard !words.isEmpty else { return false }
    let titles = Set(rows.map { questionnaire.sectionOfQuestion[$0] }).flatMap { section in
      questionnaire.sections[section].title.translations.values.map { HeaderKey($0).letters }
    }
    return words.contains { word in !titles.contains { $0.contains(word) } }
  }

  private static let otherwise = [
    "quan trọng", "kỳ vọng", "kì vọng", "mong muốn", "mong đợi", "kỳ trước", "lần trước",
    "năm trước", "importan", "expect", "last time", "last year", "previous",
  ]
}
