import Foundation
import SurveyAnalysis
import SurveyFormats
import SurveyModel
import SurveyStatistics

/// Times reading and computing of the work that the peers under `Tests/Peers` do too.
///
/// ```
/// swift run -c release Benchmarks --data sipas.csv [--rake sex=sex.csv …] [--repeats 3]
/// swift run -c release Benchmarks --data districts.csv --districts
/// swift run -c release Benchmarks --data sipas.csv --import sipas-41.yaml
/// swift run -c release Benchmarks --columns 1000000
/// ```
///
/// Prints one line of JSON for each repeat: seconds of reading the columns, and of everything
/// from the columns to estimates, standard errors, limits and design effects.
@main
struct Benchmarks {
  static func main() throws {
    var options = Options(CommandLine.arguments.dropFirst())
    let repeats = Int(options.value("--repeats") ?? "1") ?? 1
    if let rows = options.value("--columns").flatMap({ Int($0) }) {
      for _ in 0..<repeats { print(try ColumnBenchmark(rows: rows).run()) }
      return
    }
    guard let path = options.value("--data") else {
      let usage = "usage: Benchmarks --data FILE.csv | --columns ROWS\n"
      FileHandle.standardError.write(Data(usage.utf8))
      exit(64)
    }
    if let questionnaire = options.value("--import") {
      let benchmark = try ImportBenchmark(path: path, questionnaire: questionnaire)
      for _ in 0..<repeats { print(try benchmark.run()) }
      return
    }
    let request = try options.request()
    for _ in 0..<repeats { print(try measure(request, path)) }
  }

  private static func measure(_ request: EstimateRequest, _ path: String) throws -> String {
    let clock = ContinuousClock()
    let start = clock.now
    let table = try EncodedTableReader.read(path: path, missing: request.missing) {
      request.needs(among: $0)
    }
    let read = clock.now
    let answer = try request.answer(from: table)
    let end = clock.now
    let estimates = answer.lines.compactMap(\.estimate)
    let line: [String: Any] = [
      "tool": "thuocdo",
      "rows": table.rowCount,
      "estimates": answer.lines.count,
      "read_seconds": seconds(read - start),
      "compute_seconds": seconds(end - read),
      "total_seconds": seconds(end - start),
      "peak_mb": peak,
      "checksum": [
        "estimates": estimates.reduce(0) { $0 + $1.value },
        "standard_errors": estimates.reduce(0) { $0 + $1.standardError },
      ],
    ]
    let data = try JSONSerialization.data(withJSONObject: line, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }

  /// The largest memory that the process had, in MB.
  static var peak: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").compactMap { Double($0) }.first ?? 0) / 1024
  }
}

/// What stands on the command line.
struct Options {
  private var arguments: [String]

  init(_ arguments: some Sequence<String>) { self.arguments = Array(arguments) }

  /// Takes an option and its value away.
  mutating func value(_ name: String) -> String? {
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
      return nil
    }
    arguments.remove(at: place)
    return arguments.remove(at: place)
  }

  /// The work that is asked for.
  mutating func request() throws -> EstimateRequest {
    var request = EstimateRequest()
    request.design.weight = "weight"
    request.design.strata = ["stratum"]
    request.design.clusters = ["psu"]
    var conditions = (1...26).map { ($0 < 10 ? "q0" : "q") + "\($0)=4,5" }
    if arguments.contains("--districts") {
      conditions = ["satisfied=1"]
      request.breakdowns = [["district"]]
      request.design.strata = ["province"]
    } else {
      request.breakdowns = [
        "sex", "level", "age", "region", "occupation", "field", "service", "unit",
      ].map { [$0] }
    }
    request.statistics = conditions.compactMap {
      EstimateRequest.Condition($0).map { .proportion($0) }
    }
    var margins: [EstimateRequest.KnownMargin] = []
    while let text = value("--rake") {
      let parts = text.split(separator: "=", maxSplits: 1).map { String($0) }
      let table = try TextTableReader.read(path: parts[1])
      let sizes = zip(table.columns[0], table.columns[1].map { Double($0) ?? .nan })
      margins.append(
        EstimateRequest.KnownMargin(
          column: parts[0],
          totals: Dictionary(uniqueKeysWithValues: sizes)
        )
      )
    }
    if !margins.isEmpty { request.design.adjustments = [.rake(margins)] }
    return request
  }
}
