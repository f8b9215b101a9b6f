import SurveyModel
import Tabular

/// Opens tables about which nothing is known.
enum SketchInput {
  /// The way in which `source` makes the widest and evenest table.
  ///
  /// - Throws: ``TableFault`` when the bytes are no table, or when words read well in two encodings.
  static func form(of source: ByteSource, _ request: TableRequest) throws(TableFault) -> TableForm {
    let beginnings: Beginnings
    do throws(TabularError) {
      beginnings = try Beginnings(source, request)
      if let unclear = beginnings.guess?.unclear { throw unclear }
    } catch {
      throw .tabular(error)
    }
    try beginnings.refuseSheetOfText()
    var best: (form: TableForm, score: Double)?
    for sample in beginnings.samples where isTheirs(sample.form, beginnings.guess) {
      let score = evenness(of: sample)
      if score > (best?.score ?? -1) { best = (sample.form, score) }
    }
    guard let best else {
      throw .tabular(beginnings.samples.lazy.compactMap(\.fault).first ?? .emptyFile)
    }
    return best.form
  }

  /// Whether a sample is read in the encoding in which the words read best.
  private static func isTheirs(_ form: TableForm, _ guess: EncodingGuess?) -> Bool {
    guard let guess, let encoding = form.encoding else { return true }
    return encoding == guess.best
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
  static func open(
    _ source: ByteSource,
    as form: TableForm,
    _ request: TableRequest
  ) throws(TableFault) -> any RecordSource {
    do throws(TabularError) {
      switch form {
      case .text(let encoding, let delimiter):
        let stream = try ByteStream(
          source,
          encoding: encoding,
          repairsMojibake: request.repairsMojibake
        )
        return CSVReader(stream, delimiter: delimiter)
      case .sheet(let name, _): return try WorkbookReader(source, sheet: name)
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
    var reader = try open(source, as: try form(of: source, request), request)
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
