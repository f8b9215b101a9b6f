import Foundation
import Testing

private let publicSurvey: URL? = {
  let reference = ProcessInfo.processInfo.environment["THUOCDO_REFERENCE"] ?? ""
  let folder = URL(fileURLWithPath: reference).appendingPathComponent("real/kcmo-2022")
  let exists = FileManager.default.fileExists(atPath: folder.path)
  return reference.isEmpty || !exists ? nil : folder
}()

/// A city's public answers, counted independently, through the whole program.
@Suite(.enabled(if: publicSurvey != nil))
struct PublicSurveyTests {
  /// What was counted: of `n` people `k` were satisfied.
  private struct Count: Decodable, Hashable {
    let n: Int
    let k: Int
  }

  private struct Fact: Decodable {
    let file: String
    let column: String
    let rows: Int
    let overall: Count
    let byCouncilDistrict: [String: Count]?
    let byMethod: [String: Count]?

    enum CodingKeys: String, CodingKey {
      case file, column, rows, overall
      case byCouncilDistrict = "by_council_district"
      case byMethod = "by_method"
    }
  }

  private static let study = "thanh-pho.thuocdo"
  private static let waves = [
    "kcmo_mar_2022_safe.csv": "2022-q1", "FY2022_RS_Cleaned_safe.csv": "fy2022",
  ]

  private let folder: Folder
  private let facts: [Fact]

  init() throws {
    let source = try #require(publicSurvey)
    facts = try JSONDecoder().decode(
      [Fact].self,
      from: Data(contentsOf: source.appendingPathComponent("facts.json"))
    )
    folder = try Folder()
    let fixtures = Program.checkout.appendingPathComponent("Tests/EndToEndTests/Fixtures/kcmo")
    let made = try Program.run(
      [
        "new", Self.study, "--questionnaire", "\(fixtures.path)/questionnaire.yaml", "--plan",
        "\(fixtures.path)/plan.yaml", "--wave", "2022-q1",
      ],
      in: folder
    )
    try #require(made.ended(0), made.summary)
    let added = try Program.run(["wave", Self.study, "fy2022"], in: folder)
    try #require(added.ended(0), added.summary)
    for (file, wave) in Self.waves {
      let imported = try Program.run(
        ["import", Self.study, source.appendingPathComponent(file).path, "--wave", wave],
        in: folder
      )
      try #require(imported.ended(0), imported.summary)
      let rows = try #require(facts.first { $0.file == file }).rows
      #expect(imported.output.contains("Nhận \(rows) phiếu, trả lại 0 dòng."))
    }
  }

  private func figures(_ file: String) throws -> [Figure] {
    let columns = facts.filter { $0.file == file }.map(\.column)
    let asked = columns.flatMap { ["--proportion", "\($0)=4,5"] }
    let wave = try #require(Self.waves[file])
    let outcome = try Program.run(
      ["estimate", Self.study, "--wave", wave, "--by", "counci", "--by", "method"]
        + ["--format", "json"] + asked,
      in: folder
    )
    try #require(outcome.ended(0), outcome.summary)
    return try Figure.all(in: outcome.outputBytes)
  }

  @Test func `every count equals the one made without the program`() throws {
    #expect(facts.count == 32)
    var compared = 0
    for file in Self.waves.keys {
      let figures = try figures(file)
      func expect(_ count: Count, _ column: String, _ domain: [String: String]) throws {
        let figure = try #require(
          figures.first { $0.variable == "\(column)=4,5" && $0.domain == domain }
        )
        #expect(figure.n == count.n, "\(file) \(column) \(domain)")
        #expect(figure.count == count.k, "\(file) \(column) \(domain)")
        compared += 1
      }
      for fact in facts where fact.file == file {
        try expect(fact.overall, fact.column, [:])
        for (district, count) in fact.byCouncilDistrict ?? [:] {
          try expect(count, fact.column, ["counci": district])
        }
        for (method, count) in fact.byMethod ?? [:] {
          try expect(count, fact.column, ["method": method])
        }
      }
    }
    #expect(compared == 32 + 4 * (6 + 3))
  }

  @Test func `the target is decided for the city and each district`() throws {
    for wave in Self.waves.values {
      let outcome = try Program.run(
        ["targets", Self.study, "--wave", wave, "--format", "json", "--strict"],
        in: folder
      )
      #expect(outcome.ended(1), outcome.summary)
      let report = try JSONSerialization.jsonObject(with: outcome.outputBytes) as? [String: Any]
      let blocks = try #require(report?["blocks"] as? [[String: Any]])
      let table = try #require(blocks.first { $0["type"] as? String == "table" })
      let rows = try #require(table["rows"] as? [[String: Any]])
      let verdicts = rows.compactMap { row in
        (row["cells"] as? [[String: Any]])?.last { $0["type"] as? String == "verdict" }?["value"]
          as? String
      }
      #expect(verdicts == Array(repeating: "notMet", count: 7))
    }
  }

  /// R survey: `svydesign(~1, strata = ~wave)`, `svyby(~y, ~wave, svymean)`, `svycontrast(c(-1, 1))`.
  private static let change = (
    value: -0.07848078843118944, lower: -0.1222916328579906, upper: -0.03466994400438834,
    p: 0.0004527414063341766
  )
  private static let districts = [
    -0.04360327570518652, -0.1151059085841694, -0.004415400918403367, -0.1461719418306244,
    -0.120527306967985, -0.0474522652807593,
  ]

  @Test func `the change in overall quality has the interval of R survey`() throws {
    let outcome = try Program.run(
      ["report", Self.study, "--wave", "fy2022", "--format", "json"],
      in: folder
    )
    try #require(outcome.ended(0), outcome.summary)
    let report = try JSONSerialization.jsonObject(with: outcome.outputBytes) as? [String: Any]
    let blocks = try #require(report?["blocks"] as? [[String: Any]])
    let tables = blocks.filter { ($0["columns"] as? [Any])?.count == 7 }
    let rows = try #require(tables.first?["rows"] as? [[String: Any]])
    let cells = rows.compactMap { $0["cells"] as? [[String: Any]] }
    func number(_ row: Int, _ column: Int) -> Double {
      (cells[row][column]["value"] as? NSNumber)?.doubleValue ?? .nan
    }
    #expect(abs(number(0, 1) - 532.0 / 976) < 1e-12)
    #expect(abs(number(0, 3) - Self.change.value) < 1e-12)
    let interval = try #require(cells[0][4]["value"] as? [NSNumber])
    #expect(abs(interval[0].doubleValue - Self.change.lower) < 1e-9)
    #expect(abs(interval[1].doubleValue - Self.change.upper) < 1e-9)
    #expect(abs(number(0, 5) - Self.change.p) < 1e-9)
    #expect(cells[0][6]["value"] as? String == "giảm rõ")
    #expect(cells.count == 2 + Self.districts.count)
    for (index, value) in Self.districts.enumerated() {
      #expect(abs(number(2 + index, 3) - value) < 1e-12)
    }
  }
}
