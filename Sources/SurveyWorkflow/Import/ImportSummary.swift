package import SurveyFormats
package import SurveyModel

/// What an import did, or would do.
package struct ImportSummary: Hashable, Sendable {
  /// The file.
  package var file = ""
  /// How the file was read, and what of its header was recognised.
  package var reading: TableReading?
  /// Rows that are no interviews: totals, signatures, repeated headers.
  package var footers: [FooterRow] = []
  /// Rows below the header.
  package var rows = 0
  /// Interviews that were taken.
  package var accepted = 0
  /// Rows that were not.
  package var rejected = 0
  /// Accepted rows with a soft warning.
  package var doubtful = 0
  /// Options of multiple choices that have no column; they count as not chosen.
  package var absentOptions: [String] = []
  /// Empty lines that were passed.
  package var blankLines = 0
  /// Where the rejected rows are.
  package var rejectsPath: String?
  /// The batch under which the interviews stand.
  package var batch: String?
  /// Set when the same file was imported before: when.
  package var importedBefore: Timestamp?
  /// Set when another file of this name was imported before: when, and how many interviews.
  package var namesakeBefore: Namesake?
  /// Whether nothing was written.
  package var isDryRun = false
  /// Whether nothing was written because all rows had to be good.
  package var isHeldBack = false
  /// What the whole of a column told about the way its cells are written.
  package var formatNotes: [FormatNote] = []
  /// Cells that were taken although they are not written as an interview would have them.
  package var cellNotes: [CellTally.Entry] = []
  /// The first rejections, to show.
  package var examples: [String] = []

  /// An earlier import of a file with the same name and other content.
  package struct Namesake: Hashable, Sendable {
    /// When it was imported.
    package var imported: Timestamp
    /// Its interviews, which count.
    package var accepted: Int
  }
}

extension ImportSummary: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    language == .vietnamese ? vietnamese.joined(separator: "\n") : english.joined(separator: "\n")
  }

  private var vietnamese: [String] {
    if let importedBefore {
      return [
        "\(file): tệp này đã được nhập ngày \(importedBefore.localDate.dayMonthYear) (\(accepted) phiếu); không thay đổi gì."
      ]
    }
    var lines = [
      "\(file): \(rows) dòng dữ liệu; \(told(.vietnamese)).",
      "Nhận \(accepted) phiếu, trả lại \(rejected) dòng."
        + (doubtful > 0 ? " \(doubtful) phiếu có câu trả lời khác thường (vẫn nhận)." : ""),
    ]
    lines += reading?.summary(in: .vietnamese) ?? []
    if let passed = footers.summary(in: .vietnamese) { lines.append(passed) }
    if !absentOptions.isEmpty {
      lines.append(
        "Tệp không có cột của \(absentOptions.count) lựa chọn, coi như không được chọn: \(listed(absentOptions))."
      )
    }
    if blankLines > 0 { lines.append("Bỏ qua \(blankLines) dòng trống.") }
    lines += valueLines(in: .vietnamese)
    if let rejectsPath {
      lines.append(
        "Các dòng bị trả lại nằm trong \(rejectsPath): sửa tệp này rồi nhập lại chính nó."
      )
    }
    if let namesakeBefore {
      let day = namesakeBefore.imported.localDate.dayMonthYear
      lines.append(
        "Chú ý: một tệp cùng tên, khác nội dung, đã được nhập ngày \(day) (\(namesakeBefore.accepted) phiếu). Nếu tệp này là bản sửa của tệp đó thì các phiếu ấy bị tính hai lần; chỉ cần sửa và nhập tệp chứa các dòng bị trả lại."
      )
    }
    if isHeldBack {
      lines.append("Có dòng sai nên không dòng nào được ghi vào nghiên cứu (--all-or-nothing).")
    } else if isDryRun {
      lines.append("Chỉ chạy thử: chưa ghi gì vào nghiên cứu.")
    } else if let batch {
      lines.append("Lô nhập: \(batch).")
    }
    return lines
  }

  private var english: [String] {
    if let importedBefore {
      return [
        "\(file): this file was imported on \(importedBefore.localDate) (\(accepted) interviews); nothing changes."
      ]
    }
    var lines = [
      "\(file): \(rows) data rows; \(told(.english)).",
      "\(accepted) interviews taken, \(rejected) rows sent back."
        + (doubtful > 0 ? " \(doubtful) interviews have unusual answers (taken)." : ""),
    ]
    lines += reading?.summary(in: .english) ?? []
    if let passed = footers.summary(in: .english) { lines.append(passed) }
    if !absentOptions.isEmpty {
      lines.append(
        "\(absentOptions.count) options have no column and count as not chosen: \(listed(absentOptions))."
      )
    }
    if blankLines > 0 { lines.append("\(blankLines) empty lines were passed.") }
    lines += valueLines(in: .english)
    if let rejectsPath {
      lines.append(
        "The rows sent back are in \(rejectsPath): mend that file and import it as it is."
      )
    }
    if let namesakeBefore {
      lines.append(
        "Note: another file of this name was imported on \(namesakeBefore.imported.localDate) (\(namesakeBefore.accepted) interviews). If this file is that one mended, those interviews count twice; mend and import only the file of the rows sent back."
      )
    }
    if isHeldBack {
      lines.append("Some rows are wrong, so none was written to the study (--all-or-nothing).")
    } else if isDryRun {
      lines.append("A dry run: nothing was written to the study.")
    } else if let batch {
      lines.append("Batch: \(batch).")
    }
    return lines
  }

  /// How the file was read and what that recognised.
  private func told(_ language: InterfaceLanguage) -> String {
    guard let reading else { return "" }
    return "\(reading.manner(in: language)); \(reading.recognition(in: language))"
  }

  private func listed(_ names: [String]) -> String {
    names.prefix(6).map { "“\($0.prefix(30))”" }.joined(separator: ", ")
      + (names.count > 6 ? ", …" : "")
  }
}
