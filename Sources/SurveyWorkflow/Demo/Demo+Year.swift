import SurveyFormats
import SurveyModel

/// A year of four quarters and three waves, before and after a reform of units.
extension Demo {
  /// The pages of the reports on the year.
  var yearPages: [String] {
    DemoReport.all(register: "").map { "\(folder)/\(Self.yearFolder)/\($0.name).html" }
  }

  private static let yearForm = "sipas-2023"
  /// What the year needs besides answers; shipped in `Data/demo/nam-2025`.
  private static let yearFiles = [
    "ke-hoach.yaml", "so-lieu.csv", "don-vi/units.csv", "don-vi/successions.csv",
  ]

  /// Makes the study of the year, and reports on it in every format.
  func runYear(from first: Int) throws {
    let year = "\(folder)/\(Self.yearFolder)"
    let study = "\(year)/nam.thuocdo"
    let form = path(of: Self.yearForm)
    step(
      first,
      "Một năm GIẢ LẬP: bốn quý, ba đợt, chín xã; từ 01/07/2025 còn sáu xã",
      "A MADE-UP year: four quarters, three waves, nine communes; six since 1 July 2025"
    )
    for name in Self.yearFiles { try copy(name, to: year) }
    let questionnaire = try workflow.questionnaire(at: form).questionnaire
    let waves = MadeUpWave.all(
      of: questionnaire,
      plan: try workflow.compile(questionnaire),
      seed: seed
    )
    let plan = "\(year)/ke-hoach.yaml"
    typed(["new", study, "--questionnaire", form, "--plan", plan, "--wave", waves[0].id])
    _ = try entry.new(study, questionnaires: [form], plan: plan, wave: waves[0].id)
    for (place, wave) in waves.enumerated() {
      if place > 0 { try add(wave, to: study) }
      try fill(wave, in: year, study)
    }
    let counts = "\(year)/so-lieu.csv"
    typed(["count", study, "--import", counts])
    let counted = try entry.importCounts(from: counts, isDryRun: false, in: study)
    said(counted.write(.text, width: look.width))
    try reports(on: study, in: year, step: first + 1)
  }

  /// The workflow of whoever enters the year, by a clock that stands: JSON tells when a count was
  /// entered.
  private var entry: Workflow {
    let midnight = Int64((CalendarDate(year: 2026, month: 1, day: 15) ?? .epoch).daysSince1970)
    let noon = Timestamp(milliseconds: midnight * 86_400_000 + 5 * 3_600_000)
    return Workflow(
      language: workflow.language,
      clock: { noon },
      random: workflow.random,
      operatorName: workflow.operatorName
    )
  }

  private func copy(_ name: String, to year: String) throws {
    let source = try attempt("\(home)/Data/demo/\(Self.yearFolder)/\(name)") {
      try SourceFile(path: "\(home)/Data/demo/\(Self.yearFolder)/\(name)").text()
    }
    try write(File(name: "\(Self.yearFolder)/\(name)", bytes: Array(source.utf8)))
  }

  private func add(_ wave: MadeUpWave, to study: String) throws {
    let first = wave.days.lowerBound
    let last = wave.days.upperBound
    typed([
      "wave", study, wave.id, "--from", written(first), "--to", written(last), "--close-others",
    ])
    try entry.addWave(wave.id, label: nil, from: first, to: last, closing: true, in: study)
  }

  private func fill(_ wave: MadeUpWave, in year: String, _ study: String) throws {
    let file = "\(Self.yearFolder)/\(wave.id).csv"
    try write(File(name: file, bytes: wave.csv))
    typed(["import", study, "\(year)/\(wave.id).csv"])
    let entry = self.entry
    let open = try entry.open(study, forWriting: true)
    defer { try? open.close() }
    let summary = try entry.importFile(
      "\(folder)/\(file)",
      into: open,
      options: ImportOptions()
    )
    said(
      workflow.language.choose(
        "nhận \(summary.accepted) phiếu, trả lại \(summary.rejected) dòng",
        "took \(summary.accepted) interviews, sent \(summary.rejected) rows back"
      )
    )
  }

  private func reports(on study: String, in year: String, step number: Int) throws {
    step(
      number,
      "Báo cáo cả năm, quý IV so với quý III, và hai nửa năm theo đơn vị mới; mỗi báo cáo bảy định dạng",
      "Reports on the year, on quarter IV against III, and on both halves by the new units; seven formats each"
    )
    let register = "\(year)/don-vi"
    let language = workflow.language
    let open = try workflow.open(study, forWriting: false)
    defer { try? open.close() }
    for report in DemoReport.all(register: register) {
      let outputs = try workflow.reports(
        on: open,
        options: report.options,
        look: TextLook(width: look.width, isColoured: false)
      )
      let ends = outputs.map(\.format.fileExtension)
      typed(
        ["report", study] + report.words + ["-o", "\(year)/\(report.name).html"],
        note: language.choose("hoặc ", "or ")
          + ends.filter { $0 != "html" }.map { ".\($0)" }.joined(separator: " ")
      )
      for (format, output) in outputs {
        let name = "\(Self.yearFolder)/\(report.name).\(format.fileExtension)"
        try write(File(name: name, bytes: output.content))
      }
      try verify(outputs, named: "\(year)/\(report.name)", study, open, report.options)
    }
  }

  private func verify(
    _ outputs: [(format: ReportFormat, output: ReportOutput)],
    named name: String,
    _ study: String,
    _ open: OpenStudy,
    _ options: ReportOptions
  ) throws {
    let register = options.units?.folder
    typed(
      ["verify", study] + (register.map { ["--register", $0] } ?? []),
      // A shell makes all files of it.
      last: "\(name.asShellWord).*"
    )
    var verifier = ReportVerifier(workflow, of: open, register: register ?? "")
    var sentences: Set<String> = []
    for (format, output) in outputs {
      let file = "\(name).\(format.fileExtension)"
      let check = try verifier.check(output.content, at: file)
      guard case .identical = check.outcome else {
        throw WorkflowError(DemoProblem.notVerified, at: file)
      }
      sentences.insert(check.sentence)
    }
    let count = outputs.count
    said(
      workflow.language.choose("\(count) tệp. ", "\(count) files. ")
        + sentences.sorted().joined(separator: " ")
    )
  }

  private func written(_ day: CalendarDate) -> String {
    workflow.language.choose(day.dayMonthYear, day.description)
  }

  /// Shows a command as the user would type it, with a remark that a shell passes over.
  private func typed(_ words: [String], last: String? = nil, note: String? = nil) {
    let line = ([program] + words + languageWords).map(\.asShellWord) + (last.map { [$0] } ?? [])
    say("   $ \(line.joined(separator: " "))" + (note.map { "   # \($0)" } ?? ""))
  }

  /// What it answered.
  private func said(_ text: String) { say("     \(text.trimmed)") }
}

/// What should never happen in a demo.
enum DemoProblem: LocalizedMessage {
  case notVerified

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.notVerified, .vietnamese):
      "báo cáo vừa ghi không kiểm chứng được; xin báo lỗi này cho dự án"
    case (.notVerified, .english):
      "a report that was just written cannot be verified; please report this"
    }
  }
}
