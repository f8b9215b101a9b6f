import SurveyFormats
import SurveyModel

extension ImportSummary {
  /// By what the records are told apart; none for a file without a key.
  func keyLine(in language: InterfaceLanguage) -> String? {
    guard hasKey else { return nil }
    let names = keyNames.joined(separator: ", ")
    let kept =
      keyIsSealed ? language.choose(" (chỉ lưu mã băm)", " (kept as a hash only)") : ""
    return language.choose("Khóa của phiếu: \(names)\(kept).", "Record key: \(names)\(kept).")
  }

  /// Where telling records apart fails.
  func keyNotes(in language: InterfaceLanguage) -> [TableRemark] {
    var notes: [TableRemark] = []
    if let shortKey {
      let word = shortKey.asShellWord
      let text = language.choose(
        "“\(shortKey)” quá ngắn để nhận ra một phiếu, nên tệp được coi là không có khóa; nếu nó không lặp lại trong mọi tệp, thêm --key \(word). [D09]",
        "“\(shortKey)” is too short to identify a record, so the file counts as one without a key; if it is unique in all files, add --key \(word). [D09]"
      )
      notes.append(TableRemark(code: "D09", count: 1, text: text))
    }
    if withoutKey > 0, let name = keyNames.first {
      let text = language.choose(
        "\(withoutKey) phiếu không có mã trong cột “\(name)” (trống hoặc quá ngắn): vẫn nhận, nhưng không biết đã nhập trước đó chưa. [D09]",
        "\(withoutKey) interviews have no id in “\(name)” (blank or too short): taken, but nobody can tell whether they came before. [D09]"
      )
      notes.append(TableRemark(code: "D09", count: withoutKey, text: text))
    }
    return notes
  }
}
