import SurveyModel
import SurveyReport
import SurveyStatistics

/// What was typed after `sample draw`.
package struct SampleDrawArguments: Sendable {
  package var frame = ""
  package var size: String?
  package var method = "srs"
  package var strata: String?
  package var allocation = "proportional"
  package var minimum = "2"
  package var measure: String?
  package var identity: String?
  package var seed: UInt64 = 0

  /// Nothing typed.
  package init() {}
}

extension Workflow {
  /// Draws a sample from a list; the drawn rows are the answer's CSV file.
  package func sampleDraw(_ arguments: SampleDrawArguments) throws -> SampleAnswer {
    let method: DrawMethod = try UsageProblem.parse(arguments.method, "--method")
    let usesSize = method == .pps || method == .ppsSystematic
    if usesSize, arguments.measure == nil {
      throw UsageProblem.needs(option: "--method \(method.rawValue)", others: "--pps COL")
    }
    if !usesSize, arguments.measure != nil {
      throw UsageProblem.needs(option: "--pps", others: "--method pps | --method pps-systematic")
    }
    let division = try Division(arguments)
    return try attempt(arguments.frame) {
      let frame = try SampleFrame(path: arguments.frame)
      for name in DrawPages.columns where frame.table.names.contains(name) {
        throw FrameProblem.columnTaken(name)
      }
      if let identity = arguments.identity { _ = try frame.distinct(identity) }
      let strata = try arguments.strata.map { try frame.groups($0) }
      let groups = strata ?? ([""], [Int](repeating: 0, count: frame.rows))
      let sizes =
        usesSize ? try arguments.measure.map { try frame.numbers($0, isCount: true) } : nil
      if let sizes, let row = sizes.firstIndex(where: { $0 <= 0 }) {
        // In the file the header is a row too.
        throw PlanningProblem(error: .invalidSize(sizes[row], row: row + 1), names: [])
      }
      let samples = try division.samples(
        groups,
        strata: arguments.strata ?? "",
        sizes: sizes
      )
      let draw = try planning(names: groups.names) { () throws(PlanningError) in
        if strata == nil, let sample = samples.first {
          return try SampleDraw(
            sample,
            of: frame.rows,
            by: method,
            sizes: sizes,
            seed: arguments.seed
          )
        }
        return try SampleDraw(
          samples,
          strata: groups.codes,
          by: method,
          sizes: sizes,
          seed: arguments.seed
        )
      }
      return DrawPages(
        language: language,
        frame: frame,
        names: strata?.names ?? [],
        samples: samples,
        draw: draw
      ).answer
    }
  }
}

/// How the sample is divided among strata.
private enum Division {
  case whole(Int)
  case shared(Int, AllocationRule, minimum: Int)
  case file(String)

  /// The rules that have a name.
  private enum Rule: String, CaseIterable {
    case proportional
    case equal
  }

  init(_ arguments: SampleDrawArguments) throws(UsageProblem) {
    let allocation = arguments.allocation
    let rule = Rule(rawValue: allocation)
    if rule == nil {
      guard arguments.strata != nil, allocation.hasSuffix(".csv") else {
        throw .notAmong(
          option: "--allocation",
          text: allocation,
          known: Rule.allCases.map(\.rawValue) + ["FILE.csv (--strata COL)"]
        )
      }
      self = .file(allocation)
      return
    }
    guard let size = arguments.size else {
      throw .needs(option: "sample draw", others: "--size 400 | --allocation FILE.csv")
    }
    let sample = try UsageProblem.whole(size, "--size")
    let minimum = try UsageProblem.whole(arguments.minimum, "--minimum")
    guard arguments.strata != nil else {
      self = .whole(sample)
      return
    }
    // N_h times the mean size is the total size of the stratum.
    self = .shared(sample, rule == .equal ? .equal : .neyman, minimum: minimum)
  }

  /// The number to draw in each group; proportional to the sizes when there are any.
  func samples(
    _ groups: (names: [String], codes: [Int]),
    strata: String,
    sizes: [Double]?
  ) throws -> [Int] {
    switch self {
    case .whole(let sample): return [sample]
    case .file(let path): return try Self.allocated(path, strata: strata, names: groups.names)
    case .shared(let sample, let rule, let minimum):
      var units = [Int](repeating: 0, count: groups.names.count)
      var measures = [Double](repeating: 0, count: groups.names.count)
      for (row, code) in groups.codes.enumerated() {
        units[code] += 1
        measures[code] += sizes?[row] ?? 1
      }
      let parts = units.indices.map { code in
        AllocationGroup(
          population: Double(units[code]),
          deviation: measures[code] / Double(units[code]),
          floor: min(max(0, minimum), units[code])
        )
      }
      return try planning(names: groups.names) { () throws(PlanningError) in
        guard sample <= groups.codes.count else {
          throw .sampleExceedsFrame(sample: sample, units: groups.codes.count)
        }
        return try Allocation(of: sample, among: parts, by: rule).interviews
      }
    }
  }

  /// The numbers of an allocation that was made before: a column of strata and a column `n`.
  private static func allocated(
    _ path: String,
    strata: String,
    names: [String]
  ) throws -> [Int] {
    try attempt(path) {
      let table = try SampleFrame(path: path)
      let groups = try table.distinct(strata)
      let counts = try table.wholes("n")
      let known = Dictionary(zip(groups, counts)) { first, _ in first }
      for group in groups where !names.contains(group) { throw FrameProblem.unknownGroup(group) }
      return try names.map { name in
        guard let count = known[name] else { throw FrameProblem.unallocated(group: name) }
        return count
      }
    }
  }
}

private struct DrawPages {
  static let columns = ["sample_probability", "sample_weight", "sample_population", "sample_draw"]

  let language: InterfaceLanguage
  let frame: SampleFrame
  let names: [String]
  let samples: [Int]
  let draw: SampleDraw

  private var mark: String {
    "\(draw.method.rawValue); seed \(draw.seed); \(SplitMix64.name)"
  }

  private var isEqual: Bool { draw.method == .srs || draw.method == .systematic }

  var answer: SampleAnswer {
    let numbers = DecimalText(language: language)
    let (drawn, units) = (numbers.count(draw.units.count), numbers.count(frame.rows))
    var blocks: [Report.Block] = [
      .paragraph(
        language.choose(
          "Đã chọn \(drawn) trong \(units) đơn vị: \(method).",
          "Drew \(drawn) of \(units) units: \(method)."
        )
      ),
      .paragraph(
        language.choose(
          "Số hạt giống \(draw.seed), bộ sinh \(SplitMix64.name): cùng danh sách và số này thì chọn lại đúng các đơn vị đó.",
          "Seed \(draw.seed), generator \(SplitMix64.name): the same list and seed draw the same units."
        )
      ),
    ]
    if !names.isEmpty { blocks.append(.table(table)) }
    let certain = draw.units.count { $0.probability == 1 }
    if !isEqual, certain > 0 {
      let count = numbers.count(certain)
      blocks.append(
        .paragraph(
          language.choose(
            "\(count) đơn vị lớn đến mức chắc chắn được chọn (quyền số 1).",
            "\(count) units are so large that they are taken for certain (weight 1)."
          )
        )
      )
    }
    let left = zip(names, samples).filter { $0.1 == 0 }.map(\.0)
    if !left.isEmpty {
      let list = left.joined(separator: ", ")
      blocks.append(
        .note(
          language.choose(
            "Không chọn ai ở: \(list). Kết quả không đại diện cho các tầng này.",
            "Nobody was drawn in: \(list). Results do not stand for these strata."
          )
        )
      )
    }
    return SampleAnswer(
      language,
      title: language.choose("Chọn mẫu", "Sample"),
      blocks,
      json: json,
      csv: [frame.table.names + Self.columns] + draw.units.map(record),
      findings: findings
    )
  }

  private var method: String {
    switch draw.method {
    case .srs:
      language.choose("ngẫu nhiên đơn giản, không hoàn lại", "simple random, without replacement")
    case .systematic:
      language.choose(
        "hệ thống, điểm đầu ngẫu nhiên, bước nhảy lẻ",
        "systematic, random start, fractional interval"
      )
    case .pps:
      language.choose(
        "xác suất tỷ lệ với quy mô, thủ tục Sampford",
        "probability proportional to size, Sampford's procedure"
      )
    case .ppsSystematic:
      language.choose(
        "xác suất tỷ lệ với quy mô, hệ thống",
        "probability proportional to size, systematic"
      )
    }
  }

  private var findings: [String] {
    let repeated = frame.repeatedRows
    guard repeated > 0 else { return [] }
    let count = DecimalText(language: language).count(repeated)
    return [
      language.choose(
        "lưu ý: \(count) dòng của danh sách trùng hệt dòng khác; đơn vị ghi hai lần có gấp đôi cơ hội (dùng --id để kiểm tra).",
        "note: \(count) rows of the list repeat another row; a unit listed twice has twice the chance (--id checks)."
      )
    ]
  }

  private func record(_ unit: SampleDraw.Unit) -> [String] {
    frame.record(unit.row) + [
      SampleAnswer.cell(unit.probability), SampleAnswer.cell(unit.weight),
      String(draw.stratumSizes[unit.stratum]), mark,
    ]
  }

  private var table: Table {
    Table(
      caption: language.choose("Số đơn vị của mỗi tầng", "Units by stratum"),
      columns: [
        .init(language.choose("Tầng", "Stratum")),
        .init(language.choose("Trong danh sách", "In the list"), .trailing),
        .init(language.choose("Được chọn", "Drawn"), .trailing),
      ],
      rows: names.indices.map {
        Table.Row([.text(names[$0]), .count(draw.stratumSizes[$0]), .count(samples[$0])])
      }
    )
  }

  private var json: [(String, JSONValue)] {
    [
      ("method", .string(draw.method.rawValue)),
      // Numbers above 2⁵³ do not survive all readers.
      (
        "seed",
        draw.seed < 1 << 53 ? .integer(Int(draw.seed)) : .string(String(draw.seed))
      ),
      ("generator", .string(SplitMix64.name)), ("frame_units", .integer(frame.rows)),
      ("size", .integer(draw.units.count)),
      (
        "strata",
        .array(
          names.indices.map {
            .object([
              ("stratum", .string(names[$0])), ("units", .integer(draw.stratumSizes[$0])),
              ("n", .integer(samples[$0])),
            ])
          }
        )
      ),
      (
        "units",
        .array(
          draw.units.map { unit in
            .object([
              ("row", .integer(unit.row + 1)), ("probability", .number(unit.probability)),
              ("weight", .number(unit.weight)),
            ])
          }
        )
      ),
    ]
  }
}
