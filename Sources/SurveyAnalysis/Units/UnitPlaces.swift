package import SurveyModel

/// The administrative unit of each interview, as it was on the day of the interview.
package struct UnitPlaces: Sendable {
  /// Why an interview has no unit.
  package enum Problem: Hashable, Sendable {
    /// The question was not answered.
    case blank
    /// The name belongs to different units on different days, and the day is not known.
    case undated(String)
    /// The register has no such unit.
    case unknown(String, nearest: String?)
    /// Several units had the name on that day.
    case ambiguous(String, [AdministrativeUnit])
    /// Units have the name, but not on the day of the interview.
    case otherDay(String)
  }

  /// One interview's place.
  package enum Place: Hashable, Sendable {
    case unit(AdministrativeUnit)
    case problem(Problem)
  }

  /// The question that asks for the place.
  package let question: Question
  /// The register that names were looked up in.
  package let register: UnitRegister
  /// For each interview its unit or why it has none.
  package let places: [Place]
  /// For each interview its day, where that is known.
  package let days: [CalendarDate?]

  /// Looks the answers to `questionID` up.
  ///
  /// The answer is a name, a code or an id of the register; of a closed question the label counts
  /// first, then the code of the option.
  ///
  /// - Parameters:
  ///   - questionID: The question that asks for the place.
  ///   - data: The interviews.
  ///   - days: The day of each interview; by default the answers to the question with the role
  ///     `interview-date`.
  ///   - register: The units.
  ///   - family: Only these ids may be meant; see ``SurveyModel/UnitRegister/family(of:)``.
  /// - Throws: ``StudyDesignError`` when the question is not there or has several answers.
  package init(
    _ questionID: String,
    in data: Dataset,
    days: [CalendarDate?]? = nil,
    register: UnitRegister,
    family: Set<String>? = nil
  ) throws(StudyDesignError) {
    guard let index = data.questionnaire.index(of: questionID) else {
      throw .unknownQuestion(questionID)
    }
    question = data.questionnaire.questions[index]
    self.register = register
    let known = days ?? data.interviewDays
    self.days = (0..<data.count).map { known.indices.contains($0) ? known[$0] : nil }
    let texts = try Self.texts(data.columns[index], of: question)
    var found: [Asked: Place] = [:]
    places = zip(texts, self.days).map { texts, day in
      guard !texts.isEmpty else { return .problem(.blank) }
      let asked = Asked(texts: texts, day: day)
      if let place = found[asked] { return place }
      let place = Self.place(asked, register, family)
      found[asked] = place
      return place
    }
  }

  private struct Asked: Hashable {
    let texts: [String]
    let day: CalendarDate?
  }

  /// For each interview the texts that may name its unit, in the order in which they are tried.
  private static func texts(
    _ column: Dataset.Column,
    of question: Question
  ) throws(StudyDesignError) -> [[String]] {
    switch column.values {
    case .choice(let positions):
      let texts = (question.kind.choiceList?.choices ?? []).map { choice in
        [choice.label.text("vi"), choice.code]
      }
      return positions.map(texts, else: [])
    case .text(let texts):
      return texts.map { text in
        guard let text = text?.trimmed, !text.isEmpty else { return [] }
        return [text]
      }
    case .number, .choices:
      throw .makesNoGroups(question.id)
    }
  }

  private static func place(
    _ asked: Asked,
    _ register: UnitRegister,
    _ family: Set<String>?
  ) -> Place {
    var first: Place?
    for text in asked.texts {
      let problem: Problem
      switch register.match(text, on: asked.day, in: family) {
      case .one(let unit): return .unit(unit)
      case .several(let units):
        problem = asked.day == nil ? .undated(text) : .ambiguous(text, units)
      case .otherDays: problem = .otherDay(text)
      case .none(let nearest): problem = .unknown(text, nearest: nearest)
      }
      if first == nil { first = .problem(problem) }
    }
    return first ?? .problem(.blank)
  }
}

extension Dataset {
  /// The day of each interview by the question with the role `interview-date`.
  var interviewDays: [CalendarDate?] {
    guard let index = questionnaire.questions.firstIndex(where: { $0.role == .interviewDate }),
      columns.indices.contains(index), case .text(let texts) = columns[index].values
    else { return [] }
    var known: [String: CalendarDate?] = [:]
    return texts.map { text in
      guard let text else { return nil }
      if let day = known[text] { return day }
      let day = CalendarDate(iso: text)
      known[text] = .some(day)
      return day
    }
  }
}

extension UnitPlaces.Problem: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .blank: "không ghi địa phương"
    case .undated(let text): "“\(text)” là đơn vị khác nhau tùy ngày, mà phiếu không có ngày"
    case .unknown(let text, let nearest):
      "danh mục không có “\(text)”" + (nearest.map { " (có phải là “\($0)”?)" } ?? "")
    case .ambiguous(let text, let units):
      "có \(units.count) đơn vị tên “\(text)”; cần ghi thêm cấp trên"
    case .otherDay(let text): "ngày phỏng vấn không có đơn vị nào tên “\(text)”"
    }
  }

  private var english: String {
    switch self {
    case .blank: "no place was given"
    case .undated(let text): "“\(text)” means different units by day, and the form has no day"
    case .unknown(let text, let nearest):
      "the register has no “\(text)”" + (nearest.map { " (did you mean “\($0)”?)" } ?? "")
    case .ambiguous(let text, let units):
      "\(units.count) units are called “\(text)”; the one above has to be given"
    case .otherDay(let text): "no unit was called “\(text)” on the day of the interview"
    }
  }
}
