import SurveyFormats
import SurveyModel
import SurveyStore

extension ImportSummary {
  /// Everything that is noted about a file, for programs: the sentences of the text, all of them.
  func notes(in language: InterfaceLanguage) -> [TableRemark] {
    // Nothing of a file that is known was looked at.
    if importedBefore != nil { return [] }
    var notes = doubtNotes(in: language) + ledgerNotes(in: language)
    notes += reading?.remarks(in: language, key: keyNames) ?? []
    if let passed = footers.summary(in: language) {
      notes.append(TableRemark(code: "T09", count: footers.count, text: passed))
    }
    if let kept = answeredElsewhere.summary(in: language) {
      notes.append(TableRemark(code: "T09", count: answeredElsewhere.rows, text: kept))
    }
    if let absent = absentLine(in: language) {
      notes.append(TableRemark(code: nil, count: absentOptions.count, text: absent))
    }
    notes += formatNotes.map { TableRemark(code: $0.code, count: 1, text: $0.text(in: language)) }
    notes += frequentCellNotes.map {
      TableRemark(code: $0.note.code, count: $0.count, text: $0.text(in: language))
    }
    if let namesake = namesakeLine(in: language) {
      notes.append(TableRemark(code: nil, count: 1, text: namesake))
    }
    return notes
  }

  /// The notes about cells, the most frequent first.
  var frequentCellNotes: [CellTally.Entry] {
    cellNotes.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }

  /// Options without a column, in a sentence.
  func absentLine(in language: InterfaceLanguage) -> String? {
    guard !absentOptions.isEmpty else { return nil }
    let list =
      absentOptions.prefix(6).map { "“\($0.prefix(30))”" }.joined(separator: ", ")
      + (absentOptions.count > 6 ? ", …" : "")
    return language.choose(
      "Tệp không có cột của \(absentOptions.count) lựa chọn, coi như không được chọn: \(list).",
      "\(absentOptions.count) options have no column and count as not chosen: \(list)."
    )
  }

  /// An earlier import of another file of this name, in a sentence; none where keys tell which
  /// interviews both have.
  func namesakeLine(in language: InterfaceLanguage) -> String? {
    guard let namesakeBefore, accepted > 0,
      !hasKey || keyedRows < rows || !namesakeBefore.hasKey
    else { return nil }
    let imported = namesakeBefore.imported.localDate
    return language.choose(
      "Chú ý: một tệp cùng tên, khác nội dung, đã được nhập ngày \(imported.dayMonthYear) (\(namesakeBefore.accepted) phiếu). Nếu tệp này là bản sửa của tệp đó thì các phiếu ấy bị tính hai lần; chỉ cần sửa và nhập tệp chứa các dòng bị trả lại.",
      "Note: another file of this name was imported on \(imported) (\(namesakeBefore.accepted) interviews). If this file is that one mended, those interviews count twice; mend and import only the file of the rows sent back."
    )
  }
}

extension ImportJob {
  /// The last import of another file of this name; `key` names the key of this one.
  func namesake(_ key: [String]?) -> ImportSummary.Namesake? {
    // Standard input has no name, and another sheet of a workbook is no other file.
    guard !source.isStream, known == nil, !options.again,
      let namesake = ledger.batch(named: source.name), namesake.fileSHA256 != sha256
    else { return nil }
    let map = namesake.map(to: plan.questionnaire)
    return ImportSummary.Namesake(
      imported: namesake.finished ?? namesake.started,
      accepted: namesake.goodRows,
      hasKey: key.map { map?.hasKey($0) == true } ?? false
    )
  }
}
