import SurveyModel

extension ImportSummary {
  /// What the study knew of the rows.
  var vietnameseLedger: [String] {
    var lines: [String] = []
    lines += keyLines(in: .vietnamese)
    if restoredKeys > 0, let firstRestored {
      lines.append(
        "\(restoredKeys) khóa đã bị bảng tính viết lại (mất số 0 ở đầu), được đọc như khi bị trả lại; đầu tiên: dòng \(firstRestored). [V07]"
      )
    }
    if restoredCells > 0, let firstRestoredCell {
      lines.append(
        "\(restoredCells) ô ngày hoặc số thập phân đã bị bảng tính viết lại (đổi ngày và tháng, mất dấu), được đọc như khi bị trả lại; đầu tiên: dòng \(firstRestoredCell). Nếu chính tay sửa như vậy, xóa trống ô “_goc” của dòng. [V07]"
      )
    }
    if stored > 0 {
      lines.append("\(stored) dòng đã có từ trước, không thay đổi gì. [D01]")
    }
    if changed > 0 {
      let done =
        switch policy {
        case .skip:
          "phiếu đã lưu được giữ nguyên; dùng --on-change replace để thay, add để thêm phiếu mới"
        case .replace:
          "\(replaced) phiếu được thay bằng bản sửa"
            + (replaced < changed ? ", \(changed - replaced) phiếu đã bị hủy được giữ nguyên" : "")
        case .add: "được thêm thành phiếu mới"
        }
      lines.append("\(changed) dòng khác với phiếu đã lưu: \(done). [D02]")
    }
    if hasKey, let firstRepeated {
      lines.append(
        "\(repeated) dòng lặp lại nguyên một dòng khác cùng khóa, chỉ tính một lần; ví dụ dòng \(firstRepeated.line) và dòng \(firstRepeated.other). [D03]"
      )
    }
    if copies > 0, let firstCopy {
      lines.append(
        "\(copies) phiếu có mọi câu trả lời giống phiếu đã nhập trước (đầu tiên: dòng \(firstCopy)); vẫn nhận, nên xem có bị nhập hai lần không. [D04]"
      )
    }
    if !hasKey, continued == nil, let firstRepeated {
      lines.append(
        "\(repeated) phiếu có mọi câu trả lời giống một dòng trên nó trong tệp (đầu tiên: dòng \(firstRepeated.line) giống dòng \(firstRepeated.other)); vẫn nhận. [D04]"
      )
    }
    if let continued {
      lines.append(
        "Tiếp tục lô của \(continued.file): tất cả \(continued.accepted) phiếu, còn \(continued.rejected) dòng chưa nhập được."
      )
    }
    return lines
  }

  /// What the study knew of the rows.
  var englishLedger: [String] {
    var lines: [String] = []
    lines += keyLines(in: .english)
    if restoredKeys > 0, let firstRestored {
      lines.append(
        "\(restoredKeys) keys that a spreadsheet had rewritten (without zeros in front) are read as they were sent back; first: line \(firstRestored). [V07]"
      )
    }
    if restoredCells > 0, let firstRestoredCell {
      lines.append(
        "\(restoredCells) days or decimals that a spreadsheet had rewritten (day and month, marks) are read as they were sent back; first: line \(firstRestoredCell). Where somebody meant to change them so, empty the row's cell “_goc”. [V07]"
      )
    }
    if stored > 0 {
      lines.append("\(stored) rows were there already; nothing changes. [D01]")
    }
    if changed > 0 {
      let done =
        switch policy {
        case .skip:
          "what is stored stays; use --on-change replace to revise it, add for further interviews"
        case .replace:
          "\(replaced) were revised"
            + (replaced < changed ? ", \(changed - replaced) that are void stay" : "")
        case .add: "added as further interviews"
        }
      lines.append("\(changed) rows differ from what is stored: \(done). [D02]")
    }
    if hasKey, let firstRepeated {
      lines.append(
        "\(repeated) rows repeat another row with their key word for word and count once, such as line \(firstRepeated.line) and line \(firstRepeated.other). [D03]"
      )
    }
    if copies > 0, let firstCopy {
      lines.append(
        "\(copies) interviews have all answers of one imported before (first: line \(firstCopy)); taken, but see whether they came in twice. [D04]"
      )
    }
    if !hasKey, continued == nil, let firstRepeated {
      lines.append(
        "\(repeated) interviews have all answers of a row above them in the file (first: line \(firstRepeated.line) equals line \(firstRepeated.other)); taken. [D04]"
      )
    }
    if let continued {
      lines.append(
        "Continues the batch of \(continued.file): \(continued.accepted) interviews in all, \(continued.rejected) rows still missing."
      )
    }
    return lines
  }
}
