import Foundation
import Testing

/// The made-up survey of the statistics' own tests, estimated from the command line and by R.
@Suite struct EstimateAgainstRTests {
  private static let results = Program.checkout
    .appendingPathComponent("Tests/SurveyStatisticsTests/R")

  /// A figure of `--format json` with its standard error.
  private struct Estimated: Decodable {
    let statistic: String
    let variable: String
    let domain: [String: String]
    let estimate: Double?
    let se: Double?
    let ci: [Double?]?
    let df: Int?
    let n: Int
  }

  private struct Answer: Decodable {
    struct Design: Decodable {
      let replicates: Int?
      let df: Int
    }

    let design: Design
    let estimates: [Estimated]
  }

  private struct Weighted: Decodable {
    struct Estimate: Decodable {
      let domain: String
      let variable: String
      let df: Int
      let n: Int
      let mean: Double
      let mean_se: Double
      let total: Double
      let total_se: Double
    }

    let name: String
    let estimates: [Estimate]
  }

  private let folder: Folder

  init() throws {
    folder = try Folder()
    let survey = try String(
      contentsOf: Self.results.appendingPathComponent("survey.csv"),
      encoding: .utf8
    )
    // R's cut(age, c(0, 35, 55, 100)).
    let lines = survey.split(separator: "\n").enumerated().map { index, line in
      if index == 0 { return "\(line),band" }
      let age = Int(line.split(separator: ",", omittingEmptySubsequences: false)[8]) ?? 0
      return "\(line),\(age <= 35 ? "young" : age <= 55 ? "middle" : "old")"
    }
    try folder.write("survey.csv", lines.joined(separator: "\n") + "\n")
    try folder.write("sex.csv", "sex,size\nnam,1650\nnu,1900\n")
    try folder.write("area.csv", "area;size\na;1700\nb;1200\nc;650\n")
    try folder.write("band.csv", "band,size\nold,1400\nyoung,1000\nmiddle,1150\n")
  }

  private func estimate(_ file: String, _ arguments: [String]) throws -> Answer {
    let outcome = try Program.run(
      ["estimate", file, "--weight", "weight", "--format", "json"] + arguments,
      in: folder
    )
    try #require(outcome.ended(0), outcome.summary)
    return try JSONDecoder().decode(Answer.self, from: outcome.outputBytes)
  }

  private func isClose(_ value: Double?, _ expected: Double?) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return abs(value - expected) <= 1e-9 * max(abs(value), abs(expected))
  }

  private static let one = ["--strata", "stratum", "--cluster", "psu"]
  private static let two = one + ["--cluster", "household", "--fpc", "fpc1", "--fpc", "fpc2"]
  private static let rake =
    ["--rake", "sex=sex.csv", "--rake", "area=area.csv"]
    + ["--rake", "band=band.csv"]
  private static let linear = ["--calibrate", "sex=sex.csv", "--calibrate", "age=175000"]

  private static let adjustments: [(String, [String])] = [
    ("poststratified_one", one + ["--poststratify", "sex=sex.csv"]),
    ("poststratified_two", two + ["--poststratify", "sex=sex.csv"]),
    ("raking_one", one + rake), ("raking_two", two + rake),
    (
      "raking_two",
      two + rake.map { $0 == "--rake" ? "--calibrate" : $0 } + ["--calibrate-distance", "raking"]
    ),
    ("linear_one", one + linear), ("linear_two", two + linear),
    ("exponential_two", two + linear + ["--calibrate-distance", "raking"]),
    ("logit_two", two + linear + ["--calibrate-distance", "logit:0.5,1.6"]),
    ("bounded_two", two + linear + ["--calibrate-distance", "linear:0.9,1.19"]),
    ("chain_two", two + ["--poststratify", "area=area.csv"] + linear),
  ]

  @Test(arguments: adjustments)
  func `adjusted weights give R's figures`(name: String, options: [String]) throws {
    let results = try JSONDecoder().decode(
      [Weighted].self,
      from: Data(contentsOf: Self.results.appendingPathComponent("weighting.json"))
    )
    let expected = try #require(results.first { $0.name == name })
    let variables = ["q1", "q2", "happy", "minutes"]
    let answer = try estimate(
      "survey.csv",
      options + variables.flatMap { ["--mean", $0, "--total", $0] }
        + ["--by", "sex", "--by", "area", "--by", "sex*area"]
    )
    let domains = [
      "all": [:], "nu": ["sex": "nu"], "c": ["area": "c"], "nam_a": ["sex": "nam", "area": "a"],
    ]
    var compared = 0
    for figure in expected.estimates {
      guard let domain = domains[figure.domain] else { continue }
      func found(_ statistic: String) throws -> Estimated {
        try #require(
          answer.estimates.first {
            $0.statistic == statistic && $0.variable == figure.variable && $0.domain == domain
          }
        )
      }
      let (mean, total) = (try found("mean"), try found("total"))
      #expect(isClose(mean.estimate, figure.mean), "\(figure)")
      #expect(isClose(mean.se, figure.mean_se), "\(figure)")
      #expect(isClose(total.estimate, figure.total), "\(figure)")
      #expect(isClose(total.se, figure.total_se), "\(figure)")
      #expect(mean.df == figure.df && mean.n == figure.n, "\(figure)")
      compared += 1
    }
    #expect(compared == 16)
  }

  @Test(arguments: [
    ("bootstrap", ["--replicate-type", "bootstrap", "--replicate-factors"]),
    ("fay", ["--replicate-type", "Fay", "--rho", "0.3"]),
  ])
  func `replicate weights give R's figures`(name: String, options: [String]) throws {
    let survey = try folder.read("survey.csv").split(separator: "\n")
    let replicates = try String(
      contentsOf: Self.results.appendingPathComponent("replication_\(name).csv"),
      encoding: .utf8
    ).split(separator: "\n")
    try #require(survey.count == replicates.count)
    let lines = zip(survey, replicates).map { "\($0),\($1)" }
    try folder.write("both.csv", lines.joined(separator: "\n") + "\n")
    let all = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: Self.results.appendingPathComponent("replication.json"))
      ) as? [String: Any]
    )
    let expected = try #require(all[name] as? [String: Any])
    // R's own bootstrap has another factor than weights from elsewhere.
    let scale = try #require(expected["scale"] as? Double)
    let scales = name == "bootstrap" ? ["--scale", "\(scale)"] : []
    let answer = try estimate(
      "both.csv",
      options + scales + [
        "--replicates", "rep*", "--mean", "q2", "--mean", "minutes", "--total", "q2", "--total",
        "minutes", "--proportion", "happy=1", "--ci", "xlogit", "--ratio", "minutes/age",
        "--quantile", "minutes@0.253", "--quantile", "minutes@0.8", "--by", "sex", "--by", "area",
      ]
    )
    #expect(answer.design.df == expected["df"] as? Int)
    var compared = 0
    for figure in try #require(expected["figures"] as? [[String: Any]]) {
      let domain =
        (figure["domain"] as? String).map { [$0: figure["level"] as? String ?? ""] } ?? [:]
      for (statistic, variable, index) in Self.asked(figure) {
        let found = try #require(
          answer.estimates.first {
            $0.variable == variable && $0.statistic == statistic && $0.domain == domain
          }
        )
        func number(_ key: String) -> Double? {
          index.map { (figure[key] as? [Any])?[$0] as? Double } ?? figure[key] as? Double
        }
        #expect(isClose(found.estimate, number("value")), "\(figure)")
        compared += 1
        let limits = [number("lower"), number("upper")]
        if statistic == "quantile" {
          // R leaves a limit out that is beyond the values; then there is no standard error.
          guard let lower = limits[0], let upper = limits[1] else { continue }
          #expect(isClose(found.ci?[0], lower) && isClose(found.ci?[1], upper), "\(figure)")
        }
        #expect(isClose(found.se, number("se")), "\(figure)")
        if let ends = figure["ci"] as? [Double] {
          #expect(isClose(found.ci?[0], ends[0]) && isClose(found.ci?[1], ends[1]), "\(figure)")
        }
      }
    }
    try compareAdjusted(all, index: name == "bootstrap" ? 1 : 2, options + scales)
    // Two means, two totals, a proportion, a ratio and two quantiles in six domains.
    #expect(compared == 48)
  }

  /// Post-stratifies the full weights and each replicate, as R does.
  private func compareAdjusted(_ all: [String: Any], index: Int, _ options: [String]) throws {
    let adjusted = try #require((all["adjusted"] as? [[String: Any]])?[index])
    try folder.write("sex2.csv", "sex,size\nnam,2100\nnu,1500\n")
    let answer = try estimate(
      "both.csv",
      options + [
        "--replicates", "rep*", "--poststratify", "sex=sex2.csv", "--mean", "q1", "--total",
        "happy",
      ]
    )
    #expect(answer.design.df == adjusted["df"] as? Int)
    for (figure, key) in zip(answer.estimates, ["mean", "total"]) {
      #expect(isClose(figure.estimate, adjusted[key] as? Double), "\(key)")
      #expect(isClose(figure.se, adjusted["\(key)_se"] as? Double), "\(key)")
    }
  }

  /// How a figure of R is asked for here, with its place in lists; none when it is not compared.
  private static func asked(
    _ figure: [String: Any]
  ) -> [(statistic: String, variable: String, index: Int?)] {
    let variable = figure["var"] as? String ?? ""
    switch figure["stat"] as? String {
    case "mean": return [("mean", variable, nil)]
    case "total": return [("total", variable, nil)]
    case "prop": return [("proportion", "happy=1", nil)]
    case "ratio": return [("ratio", "minutes/age", nil)]
    case "quantile"
    where figure["type"] as? String == "mean" && figure["rule"] as? String == "math":
      return [("quantile", "minutes@0.253", 0), ("quantile", "minutes@0.8", 2)]
    default: return []
    }
  }

  // MARK: Formats

  private static let shown =
    one + rake + [
      "--weight", "weight", "--proportion", "happy=1", "--quantile", "minutes@0.5", "--quantile",
      "minutes@0.9", "--by", "sex",
    ]

  @Test func `text tells in both languages what was estimated and how weights were changed`()
    throws
  {
    let vietnamese = try Program.run(["estimate", "survey.csv"] + Self.shown, in: folder)
    #expect(vietnamese.ended(0), vietnamese.summary)
    for part in [
      "Tỷ lệ happy=1", "Trung vị của minutes", "Phân vị 90% của minutes", "\nsex\n  nam ",
      "Sai số chuẩn (điểm %)", "4 tầng, 18 đơn vị chọn mẫu bậc một, 14 bậc tự do",
      "Quyền số: raking theo các biên sex, area, band, hội tụ sau", "Dấu –: không có khoảng",
    ] {
      #expect(vietnamese.output.contains(part), vietnamese.summary)
    }
    let english = try Program.run(
      ["estimate", "survey.csv"] + Self.shown,
      in: folder,
      language: "en"
    )
    #expect(english.ended(0), english.summary)
    for part in [
      "Proportion of happy=1", "Median of minutes", "90% quantile of minutes",
      "Weights: raked to sex, area, band in", "A dash: no interval",
    ] {
      #expect(english.output.contains(part), english.summary)
    }
  }

  @Test func `CSV and JSON are the same in both languages, and hold the same figures`() throws {
    for format in ["csv", "json"] {
      let outputs = try ["vi", "en"].map { language in
        try Program.run(
          ["estimate", "survey.csv", "--format", format] + Self.shown,
          in: folder,
          language: language
        )
      }
      for output in outputs { #expect(output.ended(0), output.summary) }
      #expect(outputs[0].output == outputs[1].output)
    }
    let answer = try estimate(
      "survey.csv",
      Array(
        Self.shown.filter { !$0.hasPrefix("weight") }
          .filter { $0 != "--weight" }
      )
    )
    let csv = try Program.run(
      ["estimate", "survey.csv", "--format", "csv"] + Self.shown,
      in: folder
    ).output.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    #expect(csv.count == answer.estimates.count)
    for (record, figure) in zip(csv, answer.estimates) {
      #expect(record[0] == figure.statistic && record[1] == figure.variable)
      #expect(Double(record[3]) == figure.estimate)
      #expect(Double(record[4]) == figure.se)
      #expect(Int(record[9]) == figure.n)
    }
  }
}
