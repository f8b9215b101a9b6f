import SurveyFormats
import SurveyModel

extension ImportSummary {
  /// What the study knew of the rows.
  func ledgerLines(in language: InterfaceLanguage) -> [String] {
    var lines: [String] = []
    if let line = keyLine(in: language) { lines.append(line) }
    lines += ledgerNotes(in: language).map(\.text)
    if let continued {
      lines.append(
        language.choose(
          "Tiếp tục lô của \(continued.file): tất cả \(continued.accepted) phiếu, còn \(continued.rejected) dòng chưa nhập được.",
          "Continues the batch of \(continued.file): \(continued.accepted) interviews in all, \(continued.rejected) rows still missing."
        )
      )
    }
    return lines
  }

  /// What is to be noted about rows that the study knew.
  func ledgerNotes(in language: InterfaceLanguage) -> [TableRemark] {
    var notes: [TableRemark] = []
    func add(_ code: String, _ count: Int, _ vietnamese: String, _ english: String) {
      let sentence = language.choose(vietnamese, english)
      notes.append(TableRemark(code: code, count: count, text: "\(sentence) [\(code)]"))
    }
    notes += keyNotes(in: language)
    if restoredKeys > 0, let firstRestored {
      add(
        "V07",
        restoredKeys,
        "\(restoredKeys) khóa đã bị bảng tính viết lại (mất số 0 ở đầu), được đọc như khi bị trả lại; đầu tiên: dòng \(firstRestored).",
        "\(restoredKeys) keys that a spreadsheet had rewritten (without zeros in front) are read as they were sent back; first: line \(firstRestored)."
      )
    }
    if restoredCells > 0, let firstRestoredCell {
      add(
        "V07",
        restoredCells,
        "\(restoredCells) ô ngày hoặc số thập phân đã bị bảng tính viết lại (đổi ngày và tháng, mất dấu), được đọc như khi bị trả lại; đầu tiên: dòng \(firstRestoredCell). Nếu chính tay sửa như vậy, xóa trống ô “_goc” của dòng.",
        "\(restoredCells) days or decimals that a spreadsheet had rewritten (day and month, marks) are read as they were sent back; first: line \(firstRestoredCell). Where somebody meant to change them so, empty the row's cell “_goc”."
      )
    }
    if stored > 0 {
      add(
        "D01",
        stored,
        "\(stored) dòng đã có từ trước, không thay đổi gì.",
        "\(stored) rows were there already; nothing changes."
      )
    }
    if changed > 0 {
      add(
        "D02",
        changed,
        "\(changed) dòng khác với phiếu đã lưu: \(changesDone(in: .vietnamese)).",
        "\(changed) rows differ from what is stored: \(changesDone(in: .english))."
      )
    }
    if hasKey, let firstRepeated {
      add(
        "D03",
        repeated,
        "\(repeated) dòng lặp lại nguyên một dòng khác cùng khóa, chỉ tính một lần; ví dụ dòng \(firstRepeated.line) và dòng \(firstRepeated.other).",
        "\(repeated) rows repeat another row with their key word for word and count once, such as line \(firstRepeated.line) and line \(firstRepeated.other)."
      )
    }
    if copies > 0, let firstCopy {
      add(
        "D04",
        copies,
        "\(copies) phiếu có mọi câu trả lời giống phiếu đã nhập trước (đầu tiên: dòng \(firstCopy)); vẫn nhận, nên xem có bị nhập hai lần không.",
        "\(copies) interviews have all answers of one imported before (first: line \(firstCopy)); taken, but see whether they came in twice."
      )
    }
    if !hasKey, continued == nil, let firstRepeated {
      add(
        "D04",
        repeated,
        "\(repeated) phiếu có mọi câu trả lời giống một dòng trên nó trong tệp (đầu tiên: dòng \(firstRepeated.line) giống dòng \(firstRepeated.other)); vẫn nhận.",
        "\(repeated) interviews have all answers of a row above them in the file (first: line \(firstRepeated.line) equals line \(firstRepeated.other)); taken."
      )
    }
    return notes
  }

  /// What became of the rows that differ from what is stored.
  private func changesDone(in language: InterfaceLanguage) -> String {
    switch policy {
    case .skip:
      language.choose(
        "phiếu đã lưu được giữ nguyên; dùng --on-change replace để thay, add để thêm phiếu mới",
        "what is stored stays; use --on-change replace to revise it, add for further interviews"
      )
    case .replace:
      language.choose(
        "\(replaced) phiếu được thay bằng bản sửa"
          + (replaced < changed ? ", \(changed - replaced) phiếu đã bị hủy được giữ nguyên" : ""),
        "\(replaced) were revised"
          + (replaced < changed ? ", \(changed - replaced) that are void stay" : "")
      )
    case .add: language.choose("được thêm thành phiếu mới", "added as further interviews")
    }
  }
}
