import SurveyModel

extension FormConductor {
  /// How the terminal was given to respondents, where it was.
  var selfResponse: SelfResponse? {
    if case .selfResponse(let settings) = tools.manner { settings } else { nil }
  }

  /// Answers what a respondent is not asked: the day of the interview.
  ///
  /// - Returns: whether it did.
  mutating func answersItself(_ index: Int) throws -> Bool {
    guard selfResponse != nil, session.plan.steps[index].question.role == .interviewDate else {
      return false
    }
    let day = session.suggestion(at: index) ?? .date(tools.clock().localDate)
    return try give(day, to: index, confirmed: true) == nil
  }

  /// What happens when a respondent does not go on, or somebody wants to leave.
  ///
  /// Without the code of staff the question stays; a form that is left is thrown away.
  ///
  /// - Returns: whether the form goes on.
  mutating func goesOn(_ settings: SelfResponse) throws -> Bool {
    guard tools.reader.stop == .key else { return false }
    let prompt = SelfMessage.staffCode.text(in: page.interface)
    let typed = try tools.reader.read(prompt: prompt, isSecret: true)
    if case .line(settings.staffCode, _, _) = typed {
      isLeftByStaff = true
      return false
    }
    return tools.reader.stop == .key || tools.reader.stop == nil
  }

  /// Throws the form away.
  func abandon() throws -> Ending {
    try tools.recorder.discarded()
    return .discarded
  }

  /// Asks whether the form is to be handed in; what is wrong is asked again.
  mutating func handIn(_ settings: SelfResponse) throws -> Ending? {
    if let problem = session.problems.first {
      session.jump(to: problem.question)
      try page.say(problem.rejection, indent: "  ")
      return nil
    }
    try page.clear(settings)
    try page.say(SelfMessage.handIn)
    let completion = CodeCompletion(["1"], commands: ["-"])
    while true {
      let typed = try tools.reader.read(
        prompt: QuestionInput.prompt,
        isComplete: completion.isComplete
      )
      guard case .line(let line, _, _) = typed else {
        if try goesOn(settings) { continue }
        return try abandon()
      }
      switch line {
      case "1": return try save()
      case "-":
        session.back()
        return nil
      default: try page.say(SelfMessage.handIn)
      }
    }
  }
}

extension Page {
  /// Leaves nothing of what was shown on the screen.
  func clear(_ settings: SelfResponse) throws {
    let sequence = "\u{1B}[2J\u{1B}[3J\u{1B}[H"
    try screen.write(settings.canClear ? sequence : String(repeating: "\n", count: 60))
  }
}

/// What respondents are told at a terminal of their own.
enum SelfMessage: LocalizedMessage {
  case setUp
  case start(hasLanguages: Bool)
  case keys
  case handIn
  case thanks
  case staffCode

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .setUp: "Nhân viên trả lời trước các câu chung cho mọi phiếu, rồi giao máy cho người dân."
    case .start(let hasLanguages):
      "Xin mời bấm Enter để bắt đầu." + (hasLanguages ? " Press * for another language." : "")
    case .keys: "Bấm số của câu trả lời; - = câu trước; . = bỏ qua"
    case .handIn: "Đã hết câu hỏi. 1 = gửi phiếu, - = xem lại câu trước"
    case .thanks: "Phiếu đã được gửi. Xin cảm ơn Ông/Bà!"
    case .staffCode: "Mã nhân viên: "
    }
  }

  private var english: String {
    switch self {
    case .setUp: "Staff answers what is the same for all forms, then hands the terminal over."
    case .start(let hasLanguages):
      "Please press Enter to begin." + (hasLanguages ? " Bấm * để đổi ngôn ngữ." : "")
    case .keys: "Press the number of the answer; - = previous question; . = skip"
    case .handIn: "There are no more questions. 1 = hand the form in, - = previous question"
    case .thanks: "The form is handed in. Thank you!"
    case .staffCode: "Staff code: "
    }
  }
}
