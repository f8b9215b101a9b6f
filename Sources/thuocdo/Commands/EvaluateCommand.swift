import ArgumentParser
import SurveyModel
import SurveyWorkflow

/// Evaluates expressions without a form, one line of standard input after another.
///
/// Not among the listed commands: it serves the comparison with other programs.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: words(
      "Tính biểu thức không cần phiếu, mỗi dòng một biểu thức.",
      "Evaluate expressions without a form, one on each line."
    ),
    shouldDisplay: false
  )

  func run() throws {
    let trial = ExpressionTrial(now: Environment.workflow.clock())
    while let line = readLine() {
      switch trial.evaluate(line) {
      case .value(let value): Streams.result("\(value.typeName)\t\(value.asString)")
      case .refused(let error): Streams.result("error\t\(error.code)")
      }
    }
  }
}
