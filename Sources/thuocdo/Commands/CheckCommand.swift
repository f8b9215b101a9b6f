import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: words(
      "Kiểm tra tệp phiếu hỏi, kế hoạch hoặc danh mục đơn vị: mọi điều chưa đúng, kèm vị trí và cách sửa.",
      "Report everything that is wrong with questionnaires, plans and registers of units, with place and repair."
    ),
    discussion: words(
      "Phiếu không có lỗi được khảo sát: câu không bao giờ được hỏi, lựa chọn không bao giờ được nhận, câu bắt buộc không ai trả lời được, chỉ số không tính ai, thang đo ngược chiều, bản dịch lẫn lộn. Mã kết thúc 1 khi có lỗi; chỉ có cảnh báo thì là 0.",
      "Questionnaires without errors are examined: questions never asked, options never accepted, required questions that nobody can answer, indicators that count nobody, contrary scales, mixed up translations. Exits with 1 when there are errors; warnings alone exit with 0."
    )
  )

  @Argument(
    help: help(
      "Tệp phiếu (YAML, hoặc XLSForm .xlsx, .md, .csv), kế hoạch (YAML) hoặc thư mục danh mục đơn vị.",
      "Questionnaires (YAML, or XLSForms as .xlsx, .md, .csv), plans (YAML) or folders of units."
    )
  )
  var files: [String]

  @Option(
    help: help(
      "Số giây tối đa để khảo sát một phiếu (mặc định 1; với --paths là 60); 0 là không tìm đường đi.",
      "Seconds at most for the examination of a form (1 if not given; 60 with --paths); 0 searches no paths."
    )
  )
  var budget: Double?

  @Flag(
    help: help(
      "In từng điều đã chứng minh (+), bác bỏ (-), chưa xác định (?), với đường đi.",
      "Print everything that was proven (+), refuted (-) or left undecided (?), with its path."
    )
  )
  var claims = false

  @Option(
    help: help(
      "Tạo tệp CSV dữ liệu thử từ phiếu: mọi lựa chọn, đường đi, giới hạn; - là ra đầu ra chuẩn.",
      "Make a CSV file of test data from the form: every option, path and boundary; - is standard output."
    ),
    completion: .file(extensions: ["csv"])
  )
  var paths: String?

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let budget, !(0...86_400).contains(budget) {
      throw ValidationError(
        words("--budget nhận số giây từ 0 đến 86400", "--budget takes 0 to 86400 seconds")
      )
    }
    if paths != nil, claims {
      throw ValidationError(
        words(
          "--claims không đi cùng --paths; hãy chạy check hai lần",
          "--claims does not go with --paths; run check twice"
        )
      )
    }
    if paths != nil, files.count != 1 {
      throw ValidationError(
        words("--paths chỉ nhận một phiếu mỗi lần", "--paths takes one questionnaire at a time")
      )
    }
  }

  /// What may be searched in one form: many steps, until the seconds are over.
  private var searchBudget: ExaminationBudget? {
    let budget = budget ?? 1
    guard budget > 0 else { return nil }
    let end = Environment.uptime() + Int64(budget * 1_000)
    return ExaminationBudget(steps: 50_000_000) { Environment.uptime() >= end }
  }

  func run() throws {
    try runReporting {
      let workflow = Environment.workflow
      if let paths { return try writePaths(to: paths, workflow) }
      var questionnaires: [Questionnaire] = []
      var read: [(path: String, findings: [Diagnostic])] = []
      var examinations: [String: FormExamination] = [:]
      var plans: [String] = []
      for path in files {
        if UnitFolder.isFound(at: path) {
          read.append((path, try workflow.unitFiles(in: path).findings))
          continue
        }
        let found = try workflow.examinedDefinition(at: path, budget: { searchBudget })
        examinations[path] = found.examination
        switch found.definition {
        case .questionnaire(let questionnaire):
          questionnaires.append(questionnaire)
          read.append((path, found.findings))
        case .plan: plans.append(path)
        case .unreadable: read.append((path, found.findings))
        }
      }
      for path in plans {
        let found = try workflow.definition(at: path, questionnaires: questionnaires)
        read.append((path, found.findings))
        guard case .plan(let plan) = found.definition else { continue }
        let absent = plan.questionnaireIDs.subtracting(questionnaires.map(\.id)).sorted()
        if !absent.isEmpty {
          let names = absent.joined(separator: ", ")
          Streams.finding(
            words(
              "\(path): chưa đối chiếu với phiếu \(names); thêm tệp phiếu vào cùng lệnh",
              "\(path): not held against \(names); add these questionnaires to the command"
            )
          )
        }
      }
      for (path, findings) in read {
        for finding in findings { Streams.result(finding.text(in: workflow.language)) }
        if findings.isEmpty {
          Streams.result(words("\(path): không có điều gì phải sửa", "\(path): nothing to mend"))
        }
        if let examination = examinations[path], !examination.claims.isEmpty {
          if claims {
            for line in examination.claimLines(in: workflow.language) { Streams.result(line) }
          }
          let summary = examination.summary(in: workflow.language)
          Streams.result(words("\(path): khảo sát: \(summary)", "\(path): examined: \(summary)"))
        }
      }
      if read.contains(where: \.findings.containsErrors) { throw ExitCode(1) }
    }
  }

  /// Writes test data made from the form; how many rows there are is said on standard error, so that
  /// the data can go to standard output.
  private func writePaths(to path: String, _ workflow: Workflow) throws {
    let (form, _, _) = try workflow.questionnaire(at: files[0])
    try OutputFile.check(path, overwriting: force)
    let end = Environment.uptime() + Int64((budget ?? 60) * 1_000)
    let budget = ExaminationBudget(steps: 20_000) { Environment.uptime() >= end }
    let made = try workflow.testPaths(of: form, budget: budget)
    try OutputFile.write(made.csv, to: path, overwriting: force)
    Streams.finding(
      words(
        "\(path): \(made.accepted) dòng thử sẽ được nhận, \(made.refused) dòng sẽ bị trả lại (dữ liệu thử, không phải phiếu thật)",
        "\(path): \(made.accepted) test rows to be taken, \(made.refused) to be sent back (made up, no real forms)"
      )
    )
    if made.isTooLong {
      Streams.finding(
        words(
          "\(path): phiếu có hơn 800 câu trả lời lần lượt nên không tạo được dòng thử",
          "\(path): no test rows are made of a form with more than 800 questions"
        )
      )
    }
    if !made.unreached.isEmpty {
      let list = made.unreached.prefix(20).joined(separator: "; ")
      let rest = made.unreached.count > 20 ? "; … (\(made.unreached.count))" : ""
      Streams.finding(
        words(
          "không có dòng riêng cho: \(list)\(rest)",
          "no row of their own have: \(list)\(rest)"
        )
      )
    }
    if made.accepted == 0 { throw ExitCode(1) }
  }
}
