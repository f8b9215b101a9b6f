import ArgumentParser
import SurveyModel
import SurveyTerminal
import SurveyWorkflow

struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview",
    abstract: words(
      "Hỏi và nhập phiếu tại máy; mỗi câu trả lời được ghi ngay xuống đĩa.",
      "Conduct interviews at the terminal; every answer is on disk at once."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @OptionGroup var choice: StudyOptions

  @OptionGroup var form: FormOptions

  @Option(
    name: .customLong("form-language"),
    help: help("Ngôn ngữ của phiếu, ví dụ vi, en.", "The language of the form, such as vi, en.")
  )
  var formLanguage: String?

  @Flag(
    help: help(
      "Nhập phiếu giấy: khối câu cùng thang trên một dòng, ít chữ hơn.",
      "Enter paper forms: blocks of one scale on one line, fewer words."
    )
  )
  var entry = false

  @Option(
    help: help(
      "Số phiếu cần có của đợt, để cho biết còn bao nhiêu.",
      "How many forms the wave is to have, to show what is missing."
    )
  )
  var goal: Int?

  @Flag(help: help("Từng dòng chữ, cho trình đọc màn hình.", "Plain lines, for screen readers."))
  var plain = false

  @Flag(
    help: help(
      "Ghi cả diễn biến: thời điểm từng câu, câu trả lời bị đổi; xuất bằng audit-log.",
      "Keep the course too: the times of questions, changed answers; written by audit-log."
    )
  )
  var audit = false

  @OptionGroup var people: OperatorOptions
  @OptionGroup var verification: VerifyOptions
  @OptionGroup var respondents: SelfOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let goal, goal < 1 {
      throw ValidationError(words("--goal phải là số từ 1 trở lên", "--goal has to be 1 or more"))
    }
  }

  func run() throws {
    try runReporting {
      try check()
      let workflow = try people.workflow
      if verification.verify {
        try verify(workflow)
        return
      }
      let (open, questionnaire, version) = try form.chosen(
        workflow.open(study, forWriting: true),
        questionnaire: choice.questionnaire,
        workflow
      )
      let keeper = try workflow.keeper(
        for: open,
        questionnaire: questionnaire,
        version: version,
        wave: choice.wave,
        mode: respondents.isSelf ? .kiosk : entry ? .paper : .terminal
      )
      if respondents.isSelf {
        try runSelfResponse(workflow, keeper)
        try open.close()
        return
      }
      let stored = try keeper.storedCount()
      let outcome = try TerminalConsole.using(linesOnly: plain) { console in
        let conductor = conductor(at: console, workflow)
        let recorder = KeeperRecorder(keeper, keepsCourse: audit)
        let opening = try recorder.offer(by: conductor)
        if opening == .leave {
          return Outcome(ending: .quit, saved: 0, discarded: 0, carried: [:])
        }
        return try conductor.run(
          plan: keeper.plan,
          language: formLanguage,
          resuming: opening.form,
          mode: entry ? .paper : .terminal,
          manner: entry ? .entry : .interview,
          count: goal != nil || stored > 0 ? FieldworkCount(stored: stored, goal: goal) : nil,
          operatorCode: workflow.operatorName,
          deviceCode: keeper.deviceCode,
          recorder: recorder,
          clock: { Environment.now() }
        )
      }
      try open.close()
      Streams.result(
        words("Đã lưu \(outcome.saved) phiếu.", "\(outcome.saved) interviews saved.")
      )
    }
  }
}

extension InterviewCommand {
  /// Refuses options that mean nothing together.
  fileprivate func check() throws(UsageProblem) {
    try respondents.check(entry: entry, verify: verification.verify, goal: goal, plain: plain)
    if verification.verify {
      if entry { throw .excludes("--verify", "--entry") }
      if goal != nil { throw .excludes("--verify", "--goal") }
      if audit { throw .excludes("--verify", "--audit") }
    } else if let option = verification.strayOption {
      throw .needs(option: option, others: "--verify")
    }
  }

  private func conductor(at console: TerminalConsole, _ workflow: Workflow) -> InterviewConductor {
    InterviewConductor(
      screen: console,
      keyboard: console,
      interface: workflow.language,
      style: Environment.allowsColour(on: 1) ? .emphasised : .plain,
      continueCommand: continueCommand,
      uptime: Environment.uptime
    )
  }

  /// Hands the terminal to respondents.
  fileprivate func runSelfResponse(_ workflow: Workflow, _ keeper: InterviewKeeper) throws {
    let settings = try respondents.settings
    // What somebody left when the power went is nobody's to see.
    for form in try keeper.unfinished() { try keeper.discard(form) }
    let outcome = try TerminalConsole.using(linesOnly: plain) { console in
      let conductor = conductor(at: console, workflow)
      return try conductor.runSelfResponse(
        plan: keeper.plan,
        language: formLanguage,
        settings: settings,
        recorder: KeeperRecorder(keeper, keepsCourse: audit),
        clock: { Environment.now() }
      )
    }
    Streams.result(
      words(
        "Đã lưu \(outcome.saved) phiếu, bỏ \(outcome.discarded) phiếu dở hoặc không đồng ý.",
        "\(outcome.saved) interviews saved, \(outcome.discarded) unfinished or declined were dropped."
      )
    )
  }

  /// Has paper forms keyed a second time.
  fileprivate func verify(_ workflow: Workflow) throws {
    let (open, questionnaire, version) = try form.chosen(
      workflow.open(study, forWriting: true),
      questionnaire: choice.questionnaire,
      workflow
    )
    let keeper = try workflow.verification(
      of: open,
      questionnaire: questionnaire,
      version: version,
      wave: choice.wave,
      choice: try verification.choice
    )
    Streams.finding(VerifyOptions.opening(keeper))
    let outcome = try TerminalConsole.using(linesOnly: plain) { console in
      let conductor = conductor(at: console, workflow)
      return try conductor.verify(
        plan: keeper.plan,
        language: formLanguage,
        total: keeper.count,
        desk: KeeperDesk(keeper)
      )
    }
    try open.close()
    Streams.result(
      words(
        "Đã kiểm \(outcome.forms) phiếu, \(outcome.fields) câu: \(outcome.keyerErrors) lỗi người nhập, \(outcome.verifierErrors) lỗi người kiểm.",
        "\(outcome.forms) forms verified, \(outcome.fields) answers: \(outcome.keyerErrors) keyer errors, \(outcome.verifierErrors) verifier errors."
      )
    )
  }

  /// What resumes a form that was set aside, as a shell takes it.
  fileprivate var continueCommand: String {
    var words = ["thuocdo", "interview", study]
    if let questionnaire = choice.questionnaire { words += ["--questionnaire", questionnaire] }
    if let path = form.path { words += ["--form", path] }
    if let version = form.version { words += ["--form-version", version] }
    if let wave = choice.wave { words += ["--wave", wave] }
    if let goal { words += ["--goal", String(goal)] }
    if entry { words.append("--entry") }
    if audit { words.append("--audit") }
    if let code = people.code { words += ["--operator", code] }
    return words.map(Self.quoted).joined(separator: " ")
  }

  /// In single quotes where a shell would take a bare word apart.
  private static func quoted(_ word: String) -> String {
    let isBare =
      !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return isBare ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
