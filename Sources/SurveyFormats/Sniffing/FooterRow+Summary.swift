package import SurveyModel

extension [FooterRow] {
  /// The rows that were passed over, in one sentence; none when there are none.
  package func summary(in language: InterfaceLanguage) -> String? {
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
}
