import SurveyModel
import Tabular

/// Opens tables about which nothing is known.
enum SketchInput {
  /// The way in which `source` makes the widest and evenest table.
  static func form(of source: ByteSource, _ request: TableRequest) throws(TableFault) -> TableForm {
    let samples: [TableSample]
    do throws(TabularError) {
      samples = try TextSampler(source, request).samples
    } catch {
      throw .tabular(error)
    }
    var best: (form: TableForm, score: Double)?
    for sample in samples {
      let score = evenness(of: sample)
      if score > (best?.score ?? -1) { best = (sample.form, score) }
    }
    guard let best else {
      throw .tabular(samples.lazy.compactMap(\.fault).first ?? .emptyFile)
    }
    return best.form
  }

  /// Wide tables first, of these the even ones; a malformed one counts half.
  private static func evenness(of sample: TableSample) -> Double {
    let width = sample.width
    guard width > 0, !sample.records.isEmpty else { return -1 }
    let same = sample.records.count { $0.cells.count == width }
    let share = Double(same) / Double(sample.records.count)
    let score = share * Double(width - 1) / Double(width)
    return sample.fault == nil ? score : score / 2
  }

  /// The records of `source`, header and all.
  static func open(_ source: ByteSource, as form: TableForm) throws(TableFault) -> any RecordSource
  {
    do throws(TabularError) {
      switch form {
      case .text(let encoding, let delimiter):
        return try CSVReader(source, delimiter: delimiter, encoding: encoding)
      case .sheet: throw .emptyFile
      }
    } catch {
      throw .tabular(error)
    }
  }

  /// All records of a small table.
  static func records(
    of source: ByteSource,
    _ request: TableRequest
  ) throws(TableFault) -> [[String]] {
    var reader = try open(source, as: try form(of: source, request))
    var record = CSVRecord()
    var records: [[String]] = []
    do throws(TabularError) {
      while try reader.read(into: &record) { records.append(record.texts) }
    } catch {
      throw .tabular(error)
    }
    return records
  }
}
