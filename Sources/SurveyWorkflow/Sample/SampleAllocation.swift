import SurveyModel
import SurveyReport
import SurveyStatistics

/// What was typed after `sample allocate`.
package struct SampleAllocationArguments: Sendable {
  package var frame = ""
  package var size = ""
  package var strata = ""
  package var population: String?
  package var deviation: String?
  package var rate: String?
  package var cost: String?
  package var method = "proportional"
  package var minimum = "2"

  /// Nothing typed.
  package init() {}

  /// The rules that have a name.
  enum Method: String, CaseIterable {
    case proportional
    case equal
    case neyman
    case cost

    var rule: AllocationRule {
      switch self {
      case .proportional: .proportional
      case .equal: .equal
      case .neyman: .neyman
      case .cost: .costOptimal
      }
    }

    func name(in language: InterfaceLanguage) -> String {
      switch self {
      case .proportional:
        language.choose("tỷ lệ với số người", "proportional to the population")
      case .equal: language.choose("bằng nhau", "equal numbers")
      case .neyman: language.choose("Neyman (số người × độ lệch chuẩn)", "Neyman's (N × S)")
      case .cost:
        language.choose(
          "tối ưu theo chi phí (số người × độ lệch chuẩn / √chi phí)",
          "by cost (N × S / √c)"
        )
      }
    }
  }
}

extension Workflow {
  /// Divides a sample among the strata of a list.
  package func sampleAllocation(
    _ arguments: SampleAllocationArguments
  ) throws -> SampleAnswer {
    let sample = try UsageProblem.whole(arguments.size, "--size")
    let minimum = try UsageProblem.whole(arguments.minimum, "--minimum")
    let method: SampleAllocationArguments.Method = try UsageProblem.parse(
      arguments.method,
      "--method"
    )
    if method == .neyman || method == .cost, arguments.deviation == nil, arguments.rate == nil {
      throw UsageProblem.needs(
        option: "--method \(method.rawValue)",
        others: "--sd COL | --rate COL"
      )
    }
    if method == .cost, arguments.cost == nil {
      throw UsageProblem.needs(option: "--method cost", others: "--cost COL")
    }
    return try attempt(arguments.frame) {
      let frame = try SampleFrame(path: arguments.frame)
      let strata = try frame.groups(arguments.strata)
      let groups = try arguments.groups(frame, strata, method, minimum: minimum)
      let allocation = try planning(names: strata.names) { () throws(PlanningError) in
        try Allocation(of: sample, among: groups, by: method.rule)
      }
      return AllocationPages(
        language: language,
        column: arguments.strata,
        names: strata.names,
        groups: groups,
        allocation: allocation,
        method: method
      ).answer
    }
  }
}

extension SampleAllocationArguments {
  fileprivate func groups(
    _ frame: SampleFrame,
    _ strata: (names: [String], codes: [Int]),
    _ method: Method,
    minimum: Int
  ) throws -> [AllocationGroup] {
    var people = [Int](repeating: 0, count: strata.names.count)
    let counts =
      try population.map { try frame.wholes($0) } ?? Array(repeating: 1, count: frame.rows)
    for (code, count) in zip(strata.codes, counts) {
      people[code] = people[code].addingReportingOverflow(count).partialValue
    }
    var groups = people.map { people in
      AllocationGroup(population: Double(people), floor: min(max(0, minimum), people))
    }
    guard method == .neyman || method == .cost else { return groups }
    var spread: [Double] = []
    if let deviation {
      spread = try SampleFrame.constant(frame.numbers(deviation), column: deviation, strata)
    } else if let rate {
      spread = try SampleFrame.constant(frame.shares(rate), column: rate, strata)
        .map { ($0 * (1 - $0)).squareRoot() }
    }
    for (index, value) in spread.enumerated() { groups[index].deviation = value }
    if method == .cost, let cost {
      let costs = try SampleFrame.constant(frame.numbers(cost), column: cost, strata)
      for (index, value) in costs.enumerated() { groups[index].cost = value }
    }
    return groups
  }
}

private struct AllocationPages {
  let language: InterfaceLanguage
  let column: String
  let names: [String]
  let groups: [AllocationGroup]
  let allocation: Allocation
  let method: SampleAllocationArguments.Method

  var answer: SampleAnswer {
    let numbers = DecimalText(language: language)
    let total = allocation.interviews.reduce(0, +)
    let people = groups.reduce(0) { $0 + Int($1.population) }
    return SampleAnswer(
      language,
      title: language.choose("Phân bổ mẫu", "Allocation of the sample"),
      [
        .paragraph(
          language.choose(
            "Chia \(numbers.count(total)) phiếu cho \(numbers.count(names.count)) tầng: \(method.name(in: language)).",
            "\(numbers.count(total)) interviews for \(numbers.count(names.count)) strata: \(method.name(in: language))."
          )
        ),
        .table(table(total: total, people: people)),
        .note(
          language.choose(
            "Không tầng nào quá số người của tầng; làm tròn theo phần dư lớn nhất nên tổng đúng bằng cỡ mẫu.",
            "No stratum gets more than its people; rounding by largest remainders keeps the total."
          )
        ),
      ],
      json: [
        ("size", .integer(total)), ("method", .string(method.rawValue)),
        ("strata", .array(names.indices.map(json))),
      ],
      csv: [[column, "population", "n", "weight"]]
        + names.indices.map { index in
          let count = allocation.interviews[index]
          return [
            names[index], SampleAnswer.cell(groups[index].population), String(count),
            count > 0 ? SampleAnswer.cell(groups[index].population / Double(count)) : "",
          ]
        }
    )
  }

  private func table(total: Int, people: Int) -> Table {
    let rows = names.indices.map { index in
      Table.Row([
        .text(names[index]), .count(Int(groups[index].population)),
        .count(allocation.interviews[index]),
        groups[index].population > 0
          ? .share(Double(allocation.interviews[index]) / groups[index].population) : .empty,
      ])
    }
    let sum = Table.Row(
      [
        .text(language.choose("Tổng", "Total")), .count(people), .count(total),
        people > 0 ? .share(Double(total) / Double(people)) : .empty,
      ],
      isTotal: true
    )
    return Table(
      caption: language.choose("Số phiếu của mỗi tầng", "Interviews by stratum"),
      columns: [
        .init(column), .init(language.choose("Số người", "Population"), .trailing),
        .init(language.choose("Số phiếu", "Interviews"), .trailing),
        .init(language.choose("Tỷ lệ chọn", "Fraction"), .trailing),
      ],
      rows: rows + [sum]
    )
  }

  private func json(_ index: Int) -> JSONValue {
    .object([
      ("stratum", .string(names[index])),
      ("population", .number(groups[index].population)),
      ("n", .integer(allocation.interviews[index])),
      ("exact", .number(allocation.exact[index])),
    ])
  }
}
