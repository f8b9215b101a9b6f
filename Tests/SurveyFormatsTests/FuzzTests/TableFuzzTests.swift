import Foundation
import SurveyFormats
import SurveyModel
import SurveyStatistics
import Tabular
import Testing

/// Whatever the bytes, a table is refused in words or every record of it is accounted for, and rows
/// taken many at a time are those taken one by one.
///
/// A test run takes some hundred inputs. For a long run:
/// `THUOCDO_FUZZ=10000000 swift test -c release -Xswiftc -enable-testing --filter TableFuzzTests`
@Suite struct TableFuzzTests {
  private static let seeds: Range<Int> = {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["THUOCDO_FUZZ"].flatMap { Int($0) } ?? 400
    let first = environment["THUOCDO_FUZZ_FROM"].flatMap { Int($0) } ?? 0
    return first..<(first + max(0, count))
  }()

  private let moment = FormMoment(now: Timestamp(milliseconds: 1_790_000_000_000))

  @Test func `any small table is read or refused`() throws {
    // Half of the forms have every kind of question there is.
    let forms = try (370..<434).map { try RandomForm(seed: $0) }
    var counts = Counts()
    for seed in Self.seeds {
      let input = TableFuzzInput(seed: seed, forms: forms)
      do {
        let fault = try fault(of: input, &counts)
        guard let fault else { continue }
        Issue.record("seed \(seed): \(fault)")
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
      return
    }
    // Most inputs are tables, and some of their rows are good.
    #expect(counts.refused > Self.seeds.count / 100)
    #expect(counts.read > Self.seeds.count / 4)
    #expect(counts.good > Self.seeds.count / 4)
    #expect(counts.bad > Self.seeds.count / 4)
  }

  /// What came of the inputs.
  private struct Counts {
    var refused = 0
    var read = 0
    var good = 0
    var bad = 0
  }

  /// What went wrong with one input, if anything.
  private func fault(of input: TableFuzzInput, _ counts: inout Counts) throws -> String? {
    let plan = input.form.plan
    let source = ByteSource.bytes(input.bytes)
    func open() throws(TableFault) -> InterviewTable {
      try InterviewTable(source, questionnaire: plan.questionnaire, request: input.request)
    }
    do {
      var whole = try open()
      let reading = whole.reading
      let formats = try whole.formats(for: plan, options: input.options, moment: moment)
      let slow = RowsRead.oneByOne(
        try InterviewTable(source, reading: reading),
        of: plan,
        formats,
        moment
      )
      let fast = try RowsRead.manyAtATime(
        try InterviewTable(source, reading: reading),
        of: plan,
        formats,
        moment
      )
      guard slow == fast else { return "\(fast) instead of \(slow)" }
      counts.read += 1
      for outcome in slow.outcomes {
        guard outcome.faults.isEmpty else {
          counts.bad += 1
          continue
        }
        counts.good += 1
        guard outcome.answers.count == plan.steps.count else { return "\(outcome)" }
      }
      let lines = slow.outcomes.map(\.line)
      guard zip(lines, lines.dropFirst()).allSatisfy({ $0 < $1 }) else { return "lines \(lines)" }
      guard slow.fault == nil else { return nil }
      return try recordsFault(source, reading, slow)
    } catch let fault as TableFault {
      counts.refused += 1
      let words = InterfaceLanguage.allCases.map { fault.text(in: $0) }
      guard !fault.code.isEmpty, words.allSatisfy({ !$0.isEmpty }) else { return "mute \(fault)" }
      return nil
    }
  }

  /// Every record that holds anything is a row or a footer.
  private func recordsFault(
    _ source: ByteSource,
    _ reading: TableReading,
    _ read: RowsRead
  ) throws -> String? {
    var table = try InterviewTable(source, reading: reading)
    var count = 0
    try table.forEachRecord { _, _, _ in count += 1 }
    let told = read.outcomes.count + read.footers.count
    return told == count ? nil : "\(told) of \(count) records accounted for"
  }
}
