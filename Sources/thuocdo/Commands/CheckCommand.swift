import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: words(
      "Kiểm tra tệp phiếu hỏi hoặc kế hoạch: mọi điều chưa đúng, kèm vị trí và cách sửa.",
      "Report everything that is wrong with questionnaires and plans, with place and repair."
    ),
    discussion: words(
      "Mã kết thúc 1 khi có lỗi; chỉ có cảnh báo thì là 0.",
      "Exits with 1 when there are errors; warnings alone exit with 0."
    )
  )

  @Argument(
    help: help(
      "Tệp phiếu (YAML, hoặc XLSForm .xlsx, .md, .csv) hoặc kế hoạch (YAML).",
      "Questionnaires (YAML, or XLSForms as .xlsx, .md, .csv) or plans (YAML)."
    )
  )
  var files: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      let workflow = Environment.workflow
      var questionnaires: [Questionnaire] = []
      var read: [(path: String, findings: [Diagnostic])] = []
      var plans: [String] = []
      for path in files {
        let (definition, _, findings) = try workflow.definition(at: path)
        switch definition {
        case .questionnaire(let questionnaire):
          questionnaires.append(questionnaire)
          read.append((path, findings))
        case .plan: plans.append(path)
        case .unreadable: read.append((path, findings))
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
      }
      if read.contains(where: \.findings.containsErrors) { throw ExitCode(1) }
    }
  }
}
