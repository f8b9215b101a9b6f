extension VersionMap {
  /// What is wrong with the map from `old` to `new`; nothing when it can be used.
  public func check(from old: Questionnaire, to new: Questionnaire) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func report(_ finding: VersionMapFinding, _ location: SourceLocation) {
      findings.append(Diagnostic(finding, at: location))
    }
    var seen: [String: Int] = [:]
    var successors: [String: String] = [:]
    for entry in entries {
      if let line = seen[entry.question] {
        report(.questionTwice(entry.question, firstLine: line), entry.location)
      }
      seen[entry.question] = seen[entry.question] ?? entry.location.line
      if !entry.isConfirmed { report(.notConfirmed(entry.question), entry.location) }
      guard let place = old.index(of: entry.question) else {
        let nearest = nearestName(to: entry.question, among: old.questions.map(\.id))
        report(.unknownOld(entry.question, version: from, nearest: nearest), entry.location)
        continue
      }
      if entry.isDropped,
        entry.becomes != nil || !entry.recodes.isEmpty || entry.isComparable != nil
      {
        report(.droppedAndMore(entry.question), entry.location)
        continue
      }
      if entry.isDropped { continue }
      let to = entry.becomes ?? entry.question
      guard let target = new.index(of: to) else {
        let nearest = nearestName(to: to, among: new.questions.map(\.id))
        report(.unknownNew(to, version: self.to, nearest: nearest), entry.location)
        continue
      }
      if let other = successors[to], other != entry.question {
        report(.twoIntoOne(other, entry.question, into: to), entry.location)
      }
      successors[to] = successors[to] ?? entry.question
      findings += codes(entry, old.questions[place], new.questions[target])
    }
    findings += intruders(old) + circles
    return findings.sortedByPlace
  }

  /// Renames to the id of a question that is still there.
  private func intruders(_ old: Questionnaire) -> [Diagnostic] {
    let leaving = Set(entries.filter { $0.isDropped || $0.becomes != nil }.map(\.question))
    return entries.compactMap { entry in
      guard let to = entry.becomes, to != entry.question, old.index(of: to) != nil,
        !leaving.contains(to)
      else { return nil }
      return Diagnostic(
        VersionMapFinding.twoIntoOne(to, entry.question, into: to),
        at: entry.location
      )
    }
  }

  /// Renames that come back to where they began.
  private var circles: [Diagnostic] {
    let renames = renames.filter { $0.key != $0.value }
    var told: Set<String> = []
    var findings: [Diagnostic] = []
    for entry in entries where renames[entry.question] != nil && !told.contains(entry.question) {
      var path = [entry.question]
      while let last = path.last, let next = renames[last] {
        if next == entry.question {
          told.formUnion(path)
          findings.append(
            Diagnostic(VersionMapFinding.circle(path + [next]), at: entry.location)
          )
          break
        }
        if path.contains(next) { break }
        path.append(next)
      }
    }
    return findings
  }

  private func codes(_ entry: Entry, _ old: Question, _ new: Question) -> [Diagnostic] {
    guard let first = entry.recodes.first else { return [] }
    guard let one = old.kind.choiceList, let other = new.kind.choiceList else {
      return [Diagnostic(VersionMapFinding.noOptions(entry.question), at: first.location)]
    }
    var seen: Set<String> = []
    var findings: [Diagnostic] = []
    for recode in entry.recodes {
      func report(_ finding: VersionMapFinding) {
        findings.append(Diagnostic(finding, at: recode.location))
      }
      if !seen.insert(recode.code).inserted {
        report(.codeTwice(recode.code, question: entry.question))
      }
      if one.index(of: recode.code) == nil {
        let known = one.choices.map(\.code)
        report(.unknownOldCode(recode.code, question: entry.question, known: known))
      }
      if case .code(let code) = recode.target, other.index(of: code) == nil {
        report(.unknownNewCode(code, question: new.id, known: other.choices.map(\.code)))
      }
    }
    return findings
  }
}

/// What can be wrong with a map from one version to the next.
enum VersionMapFinding: DiagnosticMessage, Equatable {
  case questionTwice(String, firstLine: Int)
  case notConfirmed(String)
  case unknownOld(String, version: String, nearest: String?)
  case unknownNew(String, version: String, nearest: String?)
  case droppedAndMore(String)
  case twoIntoOne(String, String, into: String)
  case circle([String])
  case noOptions(String)
  case codeTwice(String, question: String)
  case unknownOldCode(String, question: String, known: [String])
  case unknownNewCode(String, question: String, known: [String])

  /// The stable codes.
  enum Code: String, CaseIterable {
    case questionTwice = "version-map-question-twice"
    case notConfirmed = "version-map-not-confirmed"
    case unknownOld = "version-map-unknown-old"
    case unknownNew = "version-map-unknown-new"
    case droppedAndMore = "version-map-dropped-and-more"
    case twoIntoOne = "version-map-two-into-one"
    case circle = "version-map-circle"
    case noOptions = "version-map-no-options"
    case codeTwice = "version-map-code-twice"
    case unknownOldCode = "version-map-unknown-old-code"
    case unknownNewCode = "version-map-unknown-new-code"
  }

  var code: String {
    let code: Code =
      switch self {
      case .questionTwice: .questionTwice
      case .notConfirmed: .notConfirmed
      case .unknownOld: .unknownOld
      case .unknownNew: .unknownNew
      case .droppedAndMore: .droppedAndMore
      case .twoIntoOne: .twoIntoOne
      case .circle: .circle
      case .noOptions: .noOptions
      case .codeTwice: .codeTwice
      case .unknownOldCode: .unknownOldCode
      case .unknownNewCode: .unknownNewCode
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity { .error }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .questionTwice(let id, let line):
      "câu '\(id)' đã có ở dòng \(line); hãy gộp hai dòng làm một"
    case .notConfirmed(let id):
      "đề xuất cho câu '\(id)' chưa có người xác nhận; xem lại rồi đổi thành 'confirmed: true'"
    case .unknownOld(let id, let version, let nearest):
      "phiên bản '\(version)' không có câu '\(id)'; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "ghi mã câu của phiên bản cũ")
    case .unknownNew(let id, let version, let nearest):
      "phiên bản '\(version)' không có câu '\(id)'; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "ghi 'becomes' hoặc 'dropped: true'")
    case .droppedAndMore(let id):
      "câu '\(id)' đã bỏ (dropped) thì không có 'becomes', 'recode' hay 'comparable'; hãy giữ một điều"
    case .twoIntoOne(let one, let other, let into):
      "hai câu '\(one)' và '\(other)' cùng thành '\(into)'; mỗi câu mới nhận câu trả lời của một câu cũ"
    case .circle(let path):
      "đổi mã chạy vòng tròn: \(path.joined(separator: " → ")); hãy dùng mã câu mới"
    case .noOptions(let id):
      "câu '\(id)' không phải câu chọn nên không có 'recode'; hãy bỏ đi, hoặc ghi 'comparable: false'"
    case .codeTwice(let code, let question):
      "mã \(code) của câu '\(question)' được đổi hai lần; hãy giữ một"
    case .unknownOldCode(let code, let question, let known):
      "câu '\(question)' của phiên bản cũ không có mã '\(code)'; có: \(known.joined(separator: ", "))"
    case .unknownNewCode(let code, let question, let known):
      "câu '\(question)' của phiên bản mới không có mã '\(code)'; có: \(known.joined(separator: ", ")), hoặc not-comparable"
    }
  }

  private var english: String {
    switch self {
    case .questionTwice(let id, let line):
      "question '\(id)' was already given on line \(line); make one line of the two"
    case .notConfirmed(let id):
      "nobody has confirmed the proposal for question '\(id)'; look at it and write 'confirmed: true'"
    case .unknownOld(let id, let version, let nearest):
      "version '\(version)' has no question '\(id)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "use the id that the older version has")
    case .unknownNew(let id, let version, let nearest):
      "version '\(version)' has no question '\(id)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "write 'becomes' or 'dropped: true'")
    case .droppedAndMore(let id):
      "question '\(id)' is dropped and has no 'becomes', 'recode' or 'comparable'; keep one of them"
    case .twoIntoOne(let one, let other, let into):
      "questions '\(one)' and '\(other)' both become '\(into)'; a question takes the answers of one"
    case .circle(let path):
      "renames go in a circle: \(path.joined(separator: " → ")); use new ids"
    case .noOptions(let id):
      "question '\(id)' has no options and no 'recode'; remove it, or write 'comparable: false'"
    case .codeTwice(let code, let question):
      "code \(code) of question '\(question)' is given twice; keep one"
    case .unknownOldCode(let code, let question, let known):
      "question '\(question)' of the older version has no code '\(code)'; it has \(known.joined(separator: ", "))"
    case .unknownNewCode(let code, let question, let known):
      "question '\(question)' of the newer version has no code '\(code)'; it has \(known.joined(separator: ", ")), or not-comparable"
    }
  }
}
