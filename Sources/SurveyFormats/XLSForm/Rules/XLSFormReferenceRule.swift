/// Every `${name}` names one row of the survey, and only one.
struct XLSFormReferenceRule {
  /// The names of rows, with how often each stands.
  let names: [String: Int]
  /// Names that a loop asks several times, with its name; none where references in the loop count.
  var loops: [String: String] = [:]
  let log: XLSFormLog

  /// Looks at the survey; triggers have a rule of their own.
  func check(survey: XLSFormTable) { check(survey) { $0.key != "name" && $0.key != "trigger" } }

  /// Looks at the texts of choices and tags, where alone references may stand.
  func check(labels tables: [XLSFormTable]) {
    for table in tables { check(table) { $0.text != nil || $0.key == "label" } }
  }

  /// Looks at sheets that are kept as they are.
  func check(settings: XLSFormTable?, entities: XLSFormTable?) {
    if let settings { check(settings) { _ in true } }
    if let entities { check(entities) { $0.key != "list_name" && $0.key != "repeat" } }
  }

  private func check(_ table: XLSFormTable, where isLookedAt: (XLSFormColumn) -> Bool) {
    let areLookedAt = table.columns.map(isLookedAt)
    for record in table.records {
      for (position, text) in record.raw where areLookedAt[position] {
        check(text, record, table.columns[position])
      }
    }
  }

  private func check(_ text: String, _ record: XLSFormTable.Record, _ column: XLSFormColumn) {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return }
    var place = record.place()
    place.column = column.index
    place.header = column.header
    guard let references = XLSFormReferences.read(text) else {
      // The name of a picture may hold anything.
      if column.text?.isMedia == true, record.isChoice { return }
      log.report(XLSFormNameFinding.malformedReference, at: place)
      return
    }
    for reference in references {
      switch names[reference.name] {
      case nil:
        log.report(
          XLSFormNameFinding.unknownReference(reference.name, nearest: nearest(reference.name)),
          at: place
        )
      case 1:
        guard let loop = loops[reference.name] else { break }
        log.report(XLSFormNameFinding.loopReference(reference.name, loop: loop), at: place)
      default: log.report(XLSFormNameFinding.ambiguousReference(reference.name), at: place)
      }
    }
  }

  private func nearest(_ name: String) -> String? {
    names.keys.map { ($0, slips(name, $0, limit: 2)) }.filter { $0.1 <= 2 && $0.0.count > 2 }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}
