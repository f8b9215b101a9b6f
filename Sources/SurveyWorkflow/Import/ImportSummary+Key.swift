import SurveyModel

extension ImportSummary {
  /// By what the records are told apart, and where that fails.
  func keyLines(in language: InterfaceLanguage) -> [String] {
    var lines: [String] = []
    if hasKey {
      let names = keyNames.joined(separator: ", ")
      let kept =
        keyIsSealed
        ? language.choose(" (chỉ lưu mã băm)", " (kept as a hash only)") : ""
      lines.append(
        language.choose("Khóa của phiếu: \(names)\(kept).", "Record key: \(names)\(kept).")
      )
    }
    if let shortKey {
      let word = shortKey.asShellWord
      lines.append(
        language.choose(
          "“\(shortKey)” quá ngắn để nhận ra một phiếu, nên tệp được coi là không có khóa; nếu nó không lặp lại trong mọi tệp, thêm --key \(word). [D09]",
          "“\(shortKey)” is too short to identify a record, so the file counts as one without a key; if it is unique in all files, add --key \(word). [D09]"
        )
      )
    }
    if withoutKey > 0, let name = keyNames.first {
      lines.append(
        language.choose(
          "\(withoutKey) phiếu không có mã trong cột “\(name)” (trống hoặc quá ngắn): vẫn nhận, nhưng không biết đã nhập trước đó chưa. [D09]",
          "\(withoutKey) interviews have no id in “\(name)” (blank or too short): taken, but nobody can tell whether they came before. [D09]"
        )
      )
    }
    return lines
  }
}
