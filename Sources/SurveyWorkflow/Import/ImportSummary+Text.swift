import SurveyFormats
package import SurveyModel

extension ImportSummary: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    language == .vietnamese ? vietnamese.joined(separator: "\n") : english.joined(separator: "\n")
  }

  private var vietnamese: [String] {
    if let importedBefore { return knownLines(importedBefore, in: .vietnamese) }
    var lines = [
      "\(file): \(rows) dòng dữ liệu; \(told(.vietnamese)).",
      "\(isHeldBack ? "Lẽ ra nhận" : "Nhận") \(accepted) phiếu, trả lại \(rejected) dòng."
        + (doubtful > 0 ? " \(doubtful) phiếu có câu trả lời khác thường (vẫn nhận)." : ""),
    ]
    lines += doubtNotes(in: .vietnamese).map(\.text) + againLines(in: .vietnamese)
    lines += ledgerLines(in: .vietnamese)
    lines += reading?.summary(in: .vietnamese, key: keyNames) ?? []
    if let passed = footers.summary(in: .vietnamese) { lines.append(passed) }
    if let kept = answeredElsewhere.summary(in: .vietnamese) { lines.append(kept) }
    if let absent = absentLine(in: .vietnamese) { lines.append(absent) }
    if blankLines > 0 { lines.append("Bỏ qua \(blankLines) dòng trống.") }
    lines += valueLines(in: .vietnamese)
    if let rejectsPath {
      lines.append(
        isHeldBack && continued == nil
          ? "Các dòng sai và lý do nằm trong \(rejectsPath): sửa chúng trong \(file) rồi nhập lại cả tệp \(file)."
          : "Các dòng bị trả lại nằm trong \(rejectsPath): sửa tệp này rồi nhập lại chính nó."
      )
    }
    if let namesake = namesakeLine(in: .vietnamese) { lines.append(namesake) }
    if isHeldBack {
      lines.append("Có dòng sai nên không dòng nào được ghi vào nghiên cứu (--all-or-nothing).")
    }
    if isDryRun {
      lines.append("Chỉ chạy thử: chưa ghi gì vào nghiên cứu.")
    } else if let batch {
      lines.append("Lô nhập: \(batch).")
      if let why = example(batch) { lines.append("Xem một phiếu từ đâu ra: \(why)") }
    }
    return lines
  }

  private var english: [String] {
    if let importedBefore { return knownLines(importedBefore, in: .english) }
    var lines = [
      "\(file): \(rows) data rows; \(told(.english)).",
      "\(accepted) interviews \(isHeldBack ? "would have been taken" : "taken"), \(rejected) rows sent back."
        + (doubtful > 0 ? " \(doubtful) interviews have unusual answers (taken)." : ""),
    ]
    lines += doubtNotes(in: .english).map(\.text) + againLines(in: .english)
    lines += ledgerLines(in: .english)
    lines += reading?.summary(in: .english, key: keyNames) ?? []
    if let passed = footers.summary(in: .english) { lines.append(passed) }
    if let kept = answeredElsewhere.summary(in: .english) { lines.append(kept) }
    if let absent = absentLine(in: .english) { lines.append(absent) }
    if blankLines > 0 { lines.append("\(blankLines) empty lines were passed.") }
    lines += valueLines(in: .english)
    if let rejectsPath {
      lines.append(
        isHeldBack && continued == nil
          ? "The wrong rows and the reasons are in \(rejectsPath): mend them in \(file) and import all of \(file) again."
          : "The rows sent back are in \(rejectsPath): mend that file and import it as it is."
      )
    }
    if let namesake = namesakeLine(in: .english) { lines.append(namesake) }
    if isHeldBack {
      lines.append("Some rows are wrong, so none was written to the study (--all-or-nothing).")
    }
    if isDryRun {
      lines.append("A dry run: nothing was written to the study.")
    } else if let batch {
      lines.append("Batch: \(batch).")
      if let why = example(batch) { lines.append("To see where an interview comes from: \(why)") }
    }
    return lines
  }

  /// The command that says where a row went.
  private func example(_ batch: String) -> String? {
    guard let firstTaken else { return nil }
    // Standard input has no name, and that of a pipe means nothing later.
    let hasName = file != "-" && !file.contains("/")
    let place = "\(hasName ? file : String(batch.prefix(8))):\(firstTaken)"
    return ["thuocdo", "why", study, place].map { $0.asShellWord }.joined(separator: " ")
  }

  /// How the file was read and what that recognised.
  private func told(_ language: InterfaceLanguage) -> String {
    guard let reading else { return "" }
    return "\(reading.manner(in: language)); \(reading.recognition(in: language))"
  }
}

extension String {
  /// The text in single quotes where a shell would take it apart.
  var asShellWord: String {
    let isBare = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "/._-:".contains($0) }
    return isBare ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
