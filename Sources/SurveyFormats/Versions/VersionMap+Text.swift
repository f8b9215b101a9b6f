package import SurveyModel

extension VersionMap {
  /// The map as a YAML file that ``YAMLVersionMapReader`` reads back.
  package var text: String {
    let scalars = YAMLScalarText()
    var lines = [
      "# Câu trả lời của bản cũ thành câu trả lời nào của bản mới. Xem từng dòng, sửa, rồi đổi",
      "# 'confirmed: false' thành 'confirmed: true'; dùng bằng: thuocdo migrate ... --map TỆP",
      "#   becomes: mã câu mới; recode: {mã cũ: mã mới}, not-comparable là không so sánh được;",
      "#   comparable: true là cùng nghĩa, false là không tính chung; dropped: true là bỏ câu.",
      "# What answers of the older version become; look at each line and confirm it.",
      "version_map: \(scalars.scalar(questionnaire))",
      "from: \(scalars.quoted(from))",
      "to: \(scalars.quoted(to))",
      "questions:\(entries.isEmpty ? " []" : "")",
    ]
    for entry in entries {
      if let note = entry.note {
        for language in InterfaceLanguage.allCases {
          lines.append("  # \(scalars.comment(note.text(in: language)))")
        }
      }
      lines.append("  - question: \(scalars.scalar(entry.question))")
      if let becomes = entry.becomes { lines.append("    becomes: \(scalars.scalar(becomes))") }
      if let comparable = entry.isComparable { lines.append("    comparable: \(comparable)") }
      if entry.isDropped { lines.append("    dropped: true") }
      if !entry.recodes.isEmpty {
        let codes = entry.recodes.map { recode in
          "\(scalars.scalar(recode.code)): \(scalars.scalar(VersionMapWords.text(recode.target)))"
        }
        lines.append("    recode: {\(codes.joined(separator: ", "))}")
      }
      if !entry.isConfirmed { lines.append("    confirmed: false") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
