import Tabular

/// The beginning of each sheet of a workbook that may be the table.
enum WorkbookSampler {
  /// One sample for each sheet that can be seen, or for the one that was asked for.
  ///
  /// - Throws: ``TabularError`` when no sheet holds a cell.
  static func samples(
    of source: ByteSource,
    _ request: TableRequest
  ) throws(TabularError) -> [TableSample] {
    let workbook = try Workbook(source)
    let names = request.sheet.map { [$0] } ?? workbook.sheetNames
    var samples: [TableSample] = []
    var refusal: TabularError?
    for name in names {
      do throws(TabularError) {
        let sheet = try workbook.sheet(name)
        var reader = try WorkbookReader(workbook, sheet: sheet)
        let form = TableForm.sheet(sheet.name, days: SerialEpoch(workbook.epoch))
        samples.append(TableSample(form: form, source: &reader))
      } catch {
        if refusal == nil { refusal = error }
      }
    }
    if samples.isEmpty { throw refusal ?? .emptyFile }
    return samples
  }
}

extension SerialEpoch {
  /// How a workbook counts days.
  fileprivate init(_ epoch: WorkbookEpoch) {
    self = epoch == .year1904 ? .from1904 : .from1900
  }
}
