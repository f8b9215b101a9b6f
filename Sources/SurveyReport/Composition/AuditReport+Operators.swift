import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension AuditReport {
  /// What is told of operators, and the flagged interviews of each.
  var operatorBlocks: [Report.Block] {
    var blocks: [Report.Block] = []
    if !audit.told.isEmpty { blocks.append(.table(findingsTable)) }
    if let table = workTable { blocks.append(.table(table)) }
    return blocks.isEmpty ? [] : [.heading(words(.byOperator), level: 2)] + blocks
  }

  private var findingsTable: Table {
    Table(
      caption: words(.aboutOperators),
      columns: [
        .init(words(.operators)), .init(words(.subject)),
        .init("n", .trailing), .init(words(.value), .trailing), .init(words(.others), .trailing),
        .init(words(.difference), .trailing), .init(words(.pValue), .trailing),
      ],
      rows: audit.told.map { finding in
        let isShare = isShare(finding)
        func cell(_ value: Double) -> Table.Cell {
          isShare ? .share(value) : .number(value, decimals: 2)
        }
        let interval: Table.Cell =
          finding.interval.map { ends in
            let range = ends.lower...max(ends.lower, ends.upper)
            return .changeInterval(range, isShare: isShare)
          } ?? .empty
        return Table.Row([
          .text(operatorName(finding.place)), .text(subject(finding)),
          .count(finding.interviews), cell(finding.value),
          finding.rule == .digitPreference ? .empty : cell(finding.others), interval,
          .pValue(finding.adjustedPValue),
        ])
      }
    )
  }

  private func isShare(_ finding: OperatorFinding) -> Bool {
    guard finding.rule == .operatorMeans, let id = finding.subject,
      let indicator = questionnaire.indicator(id)
    else { return true }
    switch indicator.kind {
    case .share, .allPositive, .anyPositive, .atLeast, .test: return true
    case .mean, .index, .points, .netPromoter, .ratio, .countOfChoices: return false
    }
  }

  func subject(_ finding: OperatorFinding) -> String {
    switch finding.rule {
    case .missingAnswers: return words(.missingShare)
    case .digitPreference:
      let question = finding.subject.flatMap { questionnaire.index(of: $0) }
        .map { label(questionnaire.questions[$0].label) }
      return "\(words(.digits)): \(question ?? finding.subject ?? "")"
    default:
      return finding.subject.flatMap { questionnaire.indicator($0) }.map { label($0.label) }
        ?? finding.subject ?? ""
    }
  }

  /// The interviews of each operator, and how many of them are flagged.
  private var workTable: Table? {
    let work = audit.work
    guard work.contains(where: { $0.place >= 0 }) else { return nil }
    let shown = work.filter { $0.flagged > 0 || work.count <= 50 }
    guard !shown.isEmpty else { return nil }
    return Table(
      caption: words(.flagged),
      columns: [
        .init(words(.operators)), .init(word("Số phiếu", "Interviews"), .trailing),
        .init(words(.flagged), .trailing), .init(word("Tỷ lệ", "Share"), .trailing),
      ],
      rows: shown.map { one in
        Table.Row([
          .text(one.place < 0 ? words(.nobody) : operatorName(one.place)), .count(one.interviews),
          .count(one.flagged), .share(Double(one.flagged) / Double(max(1, one.interviews))),
        ])
      }
    )
  }
}
