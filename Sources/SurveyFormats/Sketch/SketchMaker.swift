package import SurveyModel
import Tabular

/// Makes a questionnaire that takes every row of the file that it is proposed from.
package struct SketchMaker {
  /// What came out.
  package struct Outcome {
    /// The proposal.
    package let sketch: QuestionnaireSketch
    /// Answers in the file.
    package let rows: Int
    /// Rows that an import for trial took.
    package let accepted: Int
    /// Rows that it did not take, because the file itself breaks them.
    package let broken: Int
    /// The map without which the headers of the file are not clear.
    package let map: String?
    /// Why the trial could not be made; the file is then to be read with a flag.
    package let obstacle: TableFault?
    /// Further files that are no codebooks of this one.
    package let unused: [String]
  }

  private let request: TableRequest
  private let now: Timestamp

  /// Types are widened at most so often.
  private static let limit = 6

  /// Prepares to propose; `request` is what the user said about how the file is read.
  package init(request: TableRequest = TableRequest(), now: Timestamp) {
    self.request = request
    self.now = now
  }

  /// Proposes a questionnaire for `file`; `others` may describe its columns.
  package func make(
    _ file: SourceFile,
    others: [SourceFile] = [],
    naming: QuestionnaireSketch.Naming
  ) throws(TableFault) -> Outcome {
    let form = try SketchInput.form(of: file.source, request)
    var reader = try SketchInput.open(file.source, as: form, request)
    let table = try Self.table(&reader)
    guard let table else { throw .tabular(.emptyFile) }
    var codebook = Codebook()
    var unused: [String] = []
    for other in others {
      var plain = request
      plain.headerRow = nil
      plain.sheet = nil
      plain.delimiter = nil
      plain.encoding = nil
      let records = try SketchInput.records(of: other.source, plain)
      if !codebook.add(records, headers: table.headers) { unused.append(other.name) }
    }
    var wider: [Int: [Int]] = [:]
    var request = self.request
    var needsMap = false
    var values = ValueOptions()
    var question: TableFault?
    var round = 0
    while true {
      round += 1
      let sketch = QuestionnaireSketch(table, codebook: codebook, naming: naming, wider: wider)
      var map = sketch.map
      if case .text(let encoding, let delimiter) = form {
        map.encoding = encoding
        map.delimiter = delimiter
      }
      func outcome(_ trial: SketchTrial?, _ obstacle: TableFault? = nil) -> Outcome {
        Outcome(
          sketch: sketch,
          rows: table.rows - (trial?.numbered ?? 0),
          accepted: trial?.accepted ?? 0,
          broken: trial?.broken ?? 0,
          map: needsMap ? map.text : nil,
          obstacle: obstacle,
          unused: unused
        )
      }
      guard !sketch.isEmpty else { return outcome(nil) }
      do throws(TableFault) {
        if needsMap { request.take(map) }
        let trial = try SketchTrial(
          file,
          questionnaire: sketch.questionnaire,
          request: request,
          values: values,
          now: now
        )
        let before = wider
        for (id, cells) in trial.faults {
          guard let column = sketch.columnOfQuestion[id] else { continue }
          wider[column, default: []].append(cells)
        }
        if wider == before || round >= Self.limit { return outcome(trial, question) }
      } catch {
        if case .format(let fault) = error, case .openDecimalMark(_, let number) = fault.kind,
          values.known(fault.column) == nil
        {
          // Numbers, whatever they are worth: who imports them says that.
          values.known[fault.column.composed.trimmed] = ColumnMemory(decimalMark: number.thousands)
          question = question ?? error
          round -= 1
          continue
        }
        if case .format(let fault) = error, round < Self.limit,
          let column = table.columns.first(where: { $0.header == fault.column })?.position
        {
          // A column that contradicts itself, as dates in two orders do.
          wider[column, default: []].append(table.rows)
          continue
        }
        // Headers that stand twice, or mean two questions, need a map.
        guard !needsMap else { return outcome(nil, error) }
        needsMap = true
      }
    }
  }

  private static func table(
    _ reader: inout any RecordSource
  ) throws(TableFault) -> SketchTable? {
    do throws(TabularError) {
      return try SketchTable(&reader)
    } catch {
      throw .tabular(error)
    }
  }
}
