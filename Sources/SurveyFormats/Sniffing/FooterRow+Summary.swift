package import SurveyModel

extension [FooterRow] {
  /// The rows that were passed over, in one sentence for each kind; none when there are none.
  package func summary(in language: InterfaceLanguage) -> String? {
    let numbered = filter { $0.kind == .numbered }
    let others = filter { $0.kind != .numbered }
    let lines = [others.footers(in: language), numbered.numbered(in: language)].compactMap(\.self)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func footers(in language: InterfaceLanguage) -> String? {
    guard !isEmpty else { return nil }
    let shown = prefix(4).map { row in
      row.kind == .repeatedHeader
        ? "\(row.line) " + language.choose("(tiêu đề lặp lại)", "(header again)")
        : "\(row.line) “\(row.text.prefix(40))”"
    }
    let list = shown.joined(separator: ", ") + (count > 4 ? ", …" : "")
    return language.choose(
      "Bỏ qua \(count) dòng không phải phiếu (dòng tổng, người ký): \(list). [T09]",
      "\(count) rows are no interviews (totals, signatures) and were passed: \(list). [T09]"
    )
  }

  private func numbered(in language: InterfaceLanguage) -> String? {
    guard !isEmpty else { return nil }
    let list = prefix(4).map { "\($0.line)" }.joined(separator: ", ") + (count > 4 ? ", …" : "")
    return language.choose(
      "Bỏ qua \(count) dòng chỉ có số thứ tự, khóa, tên hay địa chỉ, không có câu trả lời nào: dòng \(list). [T09]",
      "\(count) rows are only numbered or have a key, a name or an address, without any answer, and were passed: line \(list). [T09]"
    )
  }
}
