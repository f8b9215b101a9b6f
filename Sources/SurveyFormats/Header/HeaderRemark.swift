import SurveyModel

/// A header whose words go on with a remark in brackets: `Tuổi (năm)`, `Thời gian chờ (phút):`.
struct HeaderRemark {
  /// The words in front.
  let words: String
  /// What stands in the brackets.
  let remark: String
  /// Whether the brackets are round.
  let isRound: Bool

  /// Takes a header apart; none without brackets at its end.
  init?(_ text: String) {
    let body = text.trimmed.drop(while: { $0 == "*" })
    let ending = body.reversed().drop { ":.;*? ".contains($0) }.reversed()
    let kept = String(ending)
    guard let last = kept.last, last == ")" || last == "]",
      let open = kept.lastIndex(of: last == ")" ? "(" : "["), open > kept.startIndex
    else { return nil }
    isRound = last == ")"
    words = String(kept[..<open]).trimmed
    remark = String(kept[kept.index(after: open)...].dropLast()).trimmed
    guard !words.isEmpty, !remark.isEmpty else { return nil }
  }

  /// Whether the remark is a plain unit or says how the question is to be answered, and names nobody
  /// and nothing else that the column could be about.
  var isHarmless: Bool { Self.harmless.contains(HeaderKey(remark).letters) }

  private static let harmless = Set(
    [
      "năm", "tuổi", "phút", "giờ", "ngày", "lần", "lượt", "người", "đồng", "đ", "vnđ", "vnd",
      "điểm",
      "km", "m", "m2", "kg", "ha", "tính theo năm", "số năm", "số phút", "số lần", "ngày/tháng/năm",
      "dd/mm/yyyy", "ngày tháng năm", "chọn một", "chọn 1", "chọn nhiều", "nhiều lựa chọn",
      "chọn nhiều phương án", "có thể chọn nhiều phương án", "chọn nhiều đáp án",
      "có thể chọn nhiều đáp án", "được chọn nhiều phương án", "chọn một phương án",
      "chọn một đáp án", "chỉ chọn một phương án", "đánh dấu x", "đánh dấu x vào ô",
      "một lựa chọn", "có thể chọn nhiều", "chọn một hoặc nhiều", "bắt buộc", "không bắt buộc",
      "nếu có", "ghi rõ", "xin ghi rõ", "ghi số", "years", "year", "minutes", "hours", "days",
      "times", "points", "people", "required", "optional", "if any", "choose one",
      "choose all that apply", "select one", "select all that apply", "single choice",
      "multiple choice",
    ].map { HeaderKey($0).letters }
  )
}
