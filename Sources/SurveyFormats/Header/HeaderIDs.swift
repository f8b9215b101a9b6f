import SurveyModel

/// The ids under which questions and options are known, in the spellings of many systems.
struct HeaderIDs {
  private var meanings: [String: ColumnMap.Meaning] = [:]
  /// The names that may stand in a path before a question.
  private var groups: Set<String> = ["data"]
  /// The multiple choices.
  private var multiples: Set<Int> = []

  /// What stands between a question and the code of its option.
  private static let separators = ["__", "___", "/", ".", ":", "-"]

  init(_ questionnaire: Questionnaire) {
    let questions = questionnaire.questions
    let named = questionnaire.sections.map(\.id) + questionnaire.groups.map(\.id)
    groups.formUnion(([questionnaire.id] + named).map { $0.lowercased() })
    for (index, question) in questions.enumerated() where question.kind.isStored {
      meanings[question.id.lowercased()] = .question(index)
    }
    for (index, question) in questions.enumerated() {
      guard case .selectMultiple = question.shape else { continue }
      multiples.insert(index)
      for (place, code) in question.optionCodes.enumerated() {
        let meaning = ColumnMap.Meaning.option(question: index, choice: place)
        for name in Self.spellings(of: question.id.lowercased(), code.lowercased())
        where meanings[name] == nil { meanings[name] = meaning }
      }
    }
    for (index, question) in questions.enumerated() where question.kind == .text {
      addOther(index, question, of: questions)
    }
    addRows(questionnaire)
  }

  /// `section[question]`, as LimeSurvey names the rows of an array.
  private mutating func addRows(_ questionnaire: Questionnaire) {
    for (index, question) in questionnaire.questions.enumerated() where question.kind.isStored {
      let section = questionnaire.sections[questionnaire.sectionOfQuestion[index]].id.lowercased()
      for name in Self.spellings(of: section, question.id.lowercased())
      where meanings[name] == nil { meanings[name] = .question(index) }
    }
  }

  /// `q__1`, `q[1]`, `q_1`; `-9` is `n9` in Survey Solutions and `_9` in REDCap.
  private static func spellings(of id: String, _ code: String) -> [String] {
    var codes = [code]
    if code.hasPrefix("-") { codes += ["n\(code.dropFirst())", "_\(code.dropFirst())"] }
    return codes.flatMap { code in
      separators.map { "\(id)\($0)\(code)" } + ["\(id)[\(code)]", "\(id)_\(code)"]
    }
  }

  /// `kenh/other` is the question `kenh_other` or `kenh_khac`.
  private mutating func addOther(_ index: Int, _ question: Question, of questions: [Question]) {
    let id = question.id.lowercased()
    for ending in OtherWords.endings where id.hasSuffix(ending) {
      let owner = String(id.dropLast(ending.count))
      guard questions.contains(where: { $0.id.lowercased() == owner && $0.kind.choiceList != nil })
      else { continue }
      for name in ["\(owner)[other]", "\(owner)/other", "\(owner)_other", "\(owner)__other"]
      where meanings[name] == nil { meanings[name] = .question(index) }
    }
  }

  /// What `text` means as it stands.
  subscript(text: String) -> ColumnMap.Meaning? { meanings[text.lowercased()] }

  /// What the end of a path means: `group/name`, `group-name`, `group.name`, `rep[1]/name`.
  ///
  /// The longest end that is known is taken; `me-tuoi` may be the age of somebody else, so groups that
  /// the questionnaire does not know are told. Further turns of a repeat (`rep[2]/name`) mean
  /// nothing: the first one has the column.
  func end(ofPath text: String) -> (meaning: ColumnMap.Meaning, unknownGroups: String?)? {
    let text = text.lowercased()
    guard text.utf8.allSatisfy(Self.isPathByte) else { return nil }
    for index in text.indices where "/-.:".contains(text[index]) {
      guard let meaning = meanings[String(text[text.index(after: index)...])] else { continue }
      if Self.isFurtherTurn(text[..<index]) { return nil }
      let path = text[..<index]
      return (meaning, isKnown(path) ? nil : String(path))
    }
    return nil
  }

  /// The multiple choice whose id stands before something that is none of its options.
  func multipleChoice(of text: String) -> Int? {
    let text = text.lowercased()
    guard text.utf8.allSatisfy(Self.isPathByte) else { return nil }
    let starts = text.indices.filter { "/-.:".contains(text[$0]) }.map { text.index(after: $0) }
    for start in [text.startIndex] + starts {
      for cut in text[start...].indices where "_/.:-[".contains(text[cut]) {
        guard case .question(let index)? = meanings[String(text[start..<cut])],
          multiples.contains(index)
        else { continue }
        let mark = text[cut...].prefix { "_/.:-[".contains($0) }
        let rest = text[mark.endIndex...]
        let isNumber = !rest.isEmpty && rest.allSatisfy(\.isWholeNumber)
        // A name may go on with one of these.
        if mark == "_" || mark == "-" ? isNumber : !rest.isEmpty { return index }
      }
    }
    return nil
  }

  private func isKnown(_ path: Substring) -> Bool {
    path.split { "/-.:".contains($0) }.allSatisfy { part in
      groups.contains(String(part.prefix { $0 != "[" }))
    }
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || "/-.:_[]".utf8.contains(byte)
  }

  private static func isFurtherTurn(_ path: Substring) -> Bool {
    path.split(separator: "[").dropFirst().contains { part in
      part.prefix { $0 != "]" } != "1"
    }
  }
}
