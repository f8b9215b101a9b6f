import SurveyFormats
import SurveyModel

extension ImportSummary {
  /// What became of rows that their server does not count.
  func doubtNotes(in language: InterfaceLanguage) -> [TableRemark] {
    guard !doubts.isEmpty else { return [] }
    var told = doubts.text(in: language)
    if leftOut > 0 {
      told += language.choose(
        ": không nhận (--status leave). [S01]",
        ": left out (--status leave). [S01]"
      )
      if leftInStudy > 0 {
        told += language.choose(
          " \(leftInStudy) trong số đó đã có trong nghiên cứu từ trước và vẫn được tính.",
          " \(leftInStudy) of them are in the study from before and still count."
        )
      }
    } else {
      told += language.choose(
        ": vẫn nhận (--status take). [S01]",
        ": taken (--status take). [S01]"
      )
    }
    return [TableRemark(code: "S01", count: doubts.reduce(0) { $0 + $1.rows }, text: told)]
  }
}

extension [StatusScan.Count] {
  /// How many rows say what, with the first of each kind.
  func text(in language: InterfaceLanguage) -> String {
    map { $0.text(in: language) }.joined(separator: "; ")
  }
}

extension StatusScan.Count {
  fileprivate func text(in language: InterfaceLanguage) -> String {
    let doubt = sign.doubt.text(in: language)
    let (header, value) = (sign.header.prefix(40), sign.value.prefix(40))
    if value.isEmpty {
      return language.choose(
        "\(rows) dòng để trống cột “\(header)” (\(doubt), đầu tiên: dòng \(line))",
        "\(rows) \(rows == 1 ? "row has" : "rows have") a blank “\(header)” (\(doubt), first: line \(line))"
      )
    }
    return language.choose(
      "\(rows) dòng ghi “\(value)” ở cột “\(header)” (\(doubt), đầu tiên: dòng \(line))",
      "\(rows) \(rows == 1 ? "row has" : "rows have") “\(value)” in “\(header)” (\(doubt), first: line \(line))"
    )
  }
}
