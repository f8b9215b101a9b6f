import SurveyFormats
import SurveyModel

/// The whole line on shipped questionnaires and made-up answers, from an empty folder to reports.
package struct Demo {
  /// A file that the demo writes.
  package struct File: Sendable {
    /// The name inside the demo's folder.
    package let name: String
    /// The bytes.
    package let bytes: [UInt8]
  }

  /// The folder of shipped questionnaires and plans.
  package let home: String
  /// The folder that the demo fills.
  package let folder: String
  /// How the user calls the program.
  package let program: String
  /// The same seed makes the same demo.
  package let seed: UInt64

  let workflow: Workflow
  let say: (String) -> Void
  let write: (File) throws -> Void
  let look: TextLook
  /// What a command ends with to speak the language of the demo.
  let languageWords: [String]

  /// The folder of the made-up year inside that of the demo.
  package static let yearFolder = "nam-2025"

  /// Prepares a demo; `say` gets what each step did, `write` puts a file into the folder, which may
  /// be one inside it.
  package init(
    program: String,
    languageWords: [String],
    home: String,
    folder: String,
    seed: UInt64,
    look: TextLook,
    workflow: Workflow,
    say: @escaping (String) -> Void,
    write: @escaping (File) throws -> Void
  ) {
    self.program = program
    self.home = home
    self.folder = folder
    self.seed = seed
    self.look = look
    self.languageWords = languageWords
    // The same seed makes the same studies, too.
    let identities = SeededIdentities(seed: seed)
    self.workflow = Workflow(
      language: workflow.language,
      clock: workflow.clock,
      random: { identities.next() },
      operatorName: workflow.operatorName
    )
    self.say = say
    self.write = write
  }

  private static let names = [
    "nhan-thuc-nguoi-dan", "nhan-thuc-can-bo", "sipas-2023", "mot-cua",
  ]
  /// Everything but text, which the demo prints.
  private static let formats = ReportFormat.allCases.filter { $0 != .text }
  private static let plan = "soc-trang-2024"

  /// Runs every step.
  package func run() throws {
    try runTour()
    try runYear(from: 6)
    finish("\(folder)/khao-sat.thuocdo")
  }

  private func runTour() throws {
    let study = "\(folder)/khao-sat.thuocdo"
    let language = workflow.language
    step(1, "Kiểm tra bốn phiếu hỏi và kế hoạch", "Checking four questionnaires and a plan")
    var questionnaires: [Questionnaire] = []
    for name in Self.names {
      questionnaires.append(try workflow.questionnaire(at: path(of: name)).questionnaire)
    }
    let planPath = "\(home)/Data/plans/\(Self.plan).yaml"
    let plan = try workflow.plan(at: planPath, questionnaires: questionnaires).plan
    say(
      language.choose(
        "   \(questionnaires.map { "\($0.id): \($0.questions.count) câu" }.joined(separator: "; ")). Kế hoạch: \(plan.targets.count) chỉ tiêu.",
        "   \(questionnaires.map { "\($0.id): \($0.questions.count) questions" }.joined(separator: "; ")). The plan: \(plan.targets.count) targets."
      )
    )

    step(
      2,
      "Tạo câu trả lời GIẢ LẬP từ số hạt giống \(seed)",
      "Making up answers from seed \(seed)"
    )
    var simulations: [Simulation] = []
    let firstDay = CalendarDate(year: 2026, month: 9, day: 7) ?? workflow.clock().localDate
    for questionnaire in questionnaires {
      let simulation = try workflow.simulate(questionnaire, seed: seed, firstDay: firstDay)
      try write(File(name: "\(questionnaire.id).csv", bytes: simulation.csv))
      try write(File(name: "\(questionnaire.id).truth.csv", bytes: simulation.truthCSV))
      say(
        language.choose(
          "   \(folder)/\(questionnaire.id).csv: \(simulation.rows) phiếu chọn từ \(simulation.people) người giả lập, \(simulation.flawed) dòng cố ý sai",
          "   \(folder)/\(questionnaire.id).csv: \(simulation.rows) interviews drawn from \(simulation.people) made-up people, \(simulation.flawed) rows wrong on purpose"
        )
      )
      simulations.append(simulation)
    }

    step(3, "Tạo tệp nghiên cứu", "Making the study file")
    _ = try workflow.new(
      study,
      questionnaires: Self.names.map(path),
      plan: planPath,
      wave: "2026-q3"
    )
    say("   \(study) (SQLite)")

    step(
      4,
      "Nhập bốn tệp CSV theo đúng quy tắc của phiếu",
      "Importing four CSV files by the forms' rules"
    )
    let open = try workflow.open(study, forWriting: true)
    for name in Self.names {
      var options = ImportOptions()
      options.questionnaire = name
      let summary = try workflow.importFile("\(folder)/\(name).csv", into: open, options: options)
      say(indented(summary.text(in: language)))
      if let example = summary.examples.first { say("     \(example)") }
    }
    let again = try workflow.importFile(
      "\(folder)/\(Self.names[0]).csv",
      into: open,
      options: {
        var options = ImportOptions()
        options.questionnaire = Self.names[0]
        return options
      }()
    )
    say(indented(again.text(in: language)))
    try open.close()

    step(
      5,
      "Ước lượng, chỉ tiêu và báo cáo, cạnh giá trị thật",
      "Estimates, targets and reports beside the truth"
    )
    let reader = try workflow.open(study, forWriting: false)
    for (name, simulation) in zip(Self.names, simulations) {
      var options = ReportOptions()
      options.questionnaire = name
      options.truth = simulation.truth
      options.isMadeUp = true
      let reports = try workflow.reports(
        on: reader,
        options: options,
        formats: Self.formats,
        look: look
      )
      for (format, report) in reports {
        try write(File(name: "\(name).bao-cao.\(format.fileExtension)", bytes: report.content))
      }
    }
    var options = ReportOptions()
    options.questionnaire = Self.names[0]
    options.truth = simulations[0].truth
    options.isMadeUp = true
    let targets = try workflow.targets(of: reader, options: options, format: .text, look: look)
    try reader.close()
    say("")
    say(targets.text)
  }

  func path(of name: String) -> String {
    "\(home)/Questionnaires/\(name)/questionnaire.yaml"
  }

  func step(_ number: Int, _ vietnamese: String, _ english: String) {
    say("\(number). " + workflow.language.choose(vietnamese, english))
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "   \($0)" }.joined(separator: "\n")
  }

  private func finish(_ study: String) {
    let language = workflow.language
    say("")
    say(language.choose("Mở các tệp này bằng trình duyệt:", "Open these files in a browser:"))
    for page in yearPages { say("   \(page)") }
    for name in Self.names { say("   \(folder)/\(name).bao-cao.html") }
    let others = Self.formats.filter { $0 != .html }.map { ".\($0.fileExtension)" }
      .joined(separator: ", ")
    say(
      language.choose(
        "Cũng các báo cáo này, để sửa và ký hoặc cho chương trình khác: \(others)",
        "The same reports, to be edited and signed or for other programs: \(others)"
      )
    )
    say(language.choose("Thử tiếp ba lệnh:", "Three commands to try next:"))
    say("   \(program) interview \(study) --questionnaire mot-cua")
    say("   \(program) targets \(study) --questionnaire \(Self.names[0])")
    say(
      "   \(program) estimate \(study) --questionnaire \(Self.names[0]) --indicator hieu_ro --by loai_nguoi_tra_loi"
    )
  }
}
