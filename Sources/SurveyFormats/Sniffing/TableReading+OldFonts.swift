import Tabular

extension TableReading {
  /// Refuses a table whose texts are those of an old font, unless its encoding was said.
  ///
  /// The columns that answer questions are looked at, and what stands above the data where few
  /// headers are recognised.
  func refuseOldFonts(_ sample: TableSample?, _ request: TableRequest) throws(TableFault) {
    guard let sample, request.encoding == nil, form.holdsUnicode else { return }
    let header = sample.records.prefix(recordsAboveData)
    let data = sample.records.dropFirst(recordsAboveData)
    var parts: [[String]] = []
    let doubtful = map.evidence.count { $0 >= .guess }
    if doubtful * 2 >= map.evidence.count { parts.append(header.flatMap(\.cells)) }
    for column in map.meanings.indices where map.meanings[column].question != nil {
      parts.append(data.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil })
    }
    for texts in parts {
      if let found = OldFontFinding(in: texts) {
        throw .reading(.oldFont(found.encoding, before: found.before, after: found.after))
      }
    }
  }
}

extension TableForm {
  /// Whether the texts are Unicode already: those of a workbook always are.
  fileprivate var holdsUnicode: Bool {
    switch encoding {
    case nil, .utf8, .utf16LittleEndian, .utf16BigEndian: true
    case .windows1258, .tcvn3, .vni, .viscii, .windows1252: false
    }
  }
}
