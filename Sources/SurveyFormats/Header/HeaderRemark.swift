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

/// A legend in a header that numbers a scale: `Thái độ (1 = Rất hài lòng, 5 = Rất không hài lòng)`.
struct HeaderLegend {
  /// A number with words that are another option of the questionnaire.
  struct Contradiction: Hashable {
    let text: String
    let byCode: String
    let byLabel: String
  }

  /// How many numbers mean what the questionnaire says.
  private(set) var agreements = 0
  private(set) var contradiction: Contradiction?

  /// Looks for numbers with words of options in a header.
  init(_ header: String, _ book: ChoiceBook) {
    let text = header.composed
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return }
    let ends: Set<Character> = ["(", ")", "[", "]", ",", ";", "|", "\n"]
    for piece in text.split(whereSeparator: ends.contains).map(\.trimmed) {
      guard let printed = book.printed(piece) ?? Self.turned(piece).flatMap(book.printed),
        let byCode = printed.byCode
      else { continue }
      if byCode == printed.byLabel {
        agreements += 1
      } else if contradiction == nil {
        contradiction = Contradiction(
          text: piece,
          byCode: book.entries[byCode].name,
          byLabel: book.entries[printed.byLabel].name
        )
      }
    }
  }

  /// `Rất hài lòng = 5` as `5 = Rất hài lòng`.
  private static func turned(_ piece: String) -> String? {
    let parts = piece.split(separator: "=").map(\.trimmed)
    return parts.count == 2 ? "\(parts[1]) = \(parts[0])" : nil
  }
}
