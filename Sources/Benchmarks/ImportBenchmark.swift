import Foundation
import SurveyFormats
import SurveyModel
import Tabular

/// Times the two steps of an import that come before the study: finding the cells, and knowing
/// and checking them.
struct ImportBenchmark {
  private let path: String
  private let plan: InterviewPlan
  private let size: Double

  init(path: String, questionnaire file: String) throws {
    self.path = path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let read = YAMLQuestionnaireReader().read(text, file: file)
    guard let questionnaire = read.questionnaire else { throw CocoaError(.fileReadCorruptFile) }
    plan = try InterviewPlan(questionnaire)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    size = (attributes[.size] as? NSNumber)?.doubleValue ?? 0
  }

  /// One line of JSON.
  func run() throws -> String {
    let clock = ContinuousClock()
    var records = 0
    let scanning = try clock.measure { records = try scan() }
    var rows = (known: 0, checked: 0)
    let reading = try TableReading(.file(path: path), questionnaire: plan.questionnaire)
    let formats = try formats(reading)
    let matching = try clock.measure { rows = try match(reading, formats) }
    let line: [String: Any] = [
      "tool": "thuocdo",
      "task": "import steps",
      "records": records,
      "rows_known": rows.known,
      "rows_checked_alone": rows.checked,
      "scan_seconds": Benchmarks.seconds(scanning),
      "scan_gb_per_second": size / Benchmarks.seconds(scanning) / 1e9,
      "match_seconds": Benchmarks.seconds(matching),
      "match_gb_per_second": size / Benchmarks.seconds(matching) / 1e9,
      "match_million_cells_per_second": Double(records * plan.steps.count)
        / Benchmarks.seconds(matching) / 1e6,
      "peak_mb": Benchmarks.peak,
    ]
    let data = try JSONSerialization.data(withJSONObject: line, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  /// Bytes to the places of cells.
  private func scan() throws -> Int {
    var reader = try CSVReader(.file(path: path))
    var record = CSVRecord()
    guard try reader.read(into: &record) else { return 0 }
    var run = RecordRun(width: record.count)
    var count = 0
    while true {
      reader.takeRun(into: &run)
      count += run.count
      if run.count > 0 {
        run.release()
        continue
      }
      guard try reader.read(into: &record) else { return count }
      count += 1
    }
  }

  private var moment: FormMoment {
    FormMoment(now: Timestamp(milliseconds: 1_795_000_000_000))
  }

  /// How the columns are written, which is found out before rows are read.
  private func formats(_ reading: TableReading) throws -> ColumnFormats {
    var table = try InterviewTable(.file(path: path), reading: reading)
    return try table.formats(for: plan, options: ValueOptions(), moment: moment)
  }

  /// Bytes to the numbers of known answers, or to rows that are checked one by one; how the table is
  /// read is known.
  private func match(
    _ reading: TableReading,
    _ formats: ColumnFormats
  ) throws -> (known: Int, checked: Int) {
    var table = try InterviewTable(.file(path: path), reading: reading)
    var learned: Int32 = 0
    var rows = try FastRows(
      table.rows(for: plan, formats: formats, moment: moment),
      plan: plan,
      map: table.map,
      formats: formats,
      moment: moment,
      learn: { _, _ in
        learned += 1
        return learned
      }
    )
    var counts = (known: 0, checked: 0)
    while let step = try rows.next(&table) {
      switch step {
      case .row: counts.checked += 1
      case .known(let range): counts.known += range.count
      }
    }
    return counts
  }
}
