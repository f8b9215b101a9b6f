import SurveyModel

/// Tells columns that a list has which was drawn up before anybody was asked.
enum ListColumns {
  /// What such a column holds.
  enum Kind: Hashable {
    /// Whom to ask, and where: names, addresses, telephones, places.
    case respondent
    /// What became of the visit.
    case remark
  }

  /// What the column holds by its header; none for one that may be a question.
  static func kind(of header: String) -> Kind? {
    let text = MatchingKey(header).text
    let count = text.split(separator: " ").count
    if text.contains("?") || count > longest { return nil }
    if remarks.contains(where: { isBeginning($0, of: text) }) { return .remark }
    if text.split(separator: " ").contains(where: { asking.contains(String($0)) }) { return nil }
    if PersonalData.kind(ofHeader: header) != nil { return .respondent }
    let parts = text.split { "/,;()-–".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
    return !parts.isEmpty && parts.allSatisfy(respondents.contains) ? .respondent : nil
  }

  /// The most words of such a header; longer ones ask something.
  private static let longest = 8

  /// Words of questions: `Có biết số điện thoại nóng không`.
  private static let asking = Set(
    [
      "biết", "có", "không", "mức", "hài", "nào", "gì", "sao", "know", "how", "which", "what",
      "why",
    ]
    .map { MatchingKey($0).text }
  )

  private static func isBeginning(_ phrase: String, of text: String) -> Bool {
    text.hasPrefix(phrase) && text.dropFirst(phrase.count).first?.isLetter != true
  }

  private static let remarks = [
    "ghi chú", "chú thích", "lưu ý", "tình trạng phiếu", "lý do vắng", "lý do không gặp",
    "lý do không phỏng vấn", "lý do không trả lời", "ghi chu", "note", "notes", "remark", "remarks",
  ].map { MatchingKey($0).text }

  private static let respondents = Set(
    [
      "chủ hộ", "hộ", "hộ gia đình", "tên hộ", "mã hộ", "mã số hộ", "đại diện", "đại diện hộ",
      "người đại diện", "người trả lời", "người được hỏi", "người được phỏng vấn", "khách hàng",
      "mã", "mã số", "mã khách hàng", "nơi ở", "chỗ ở", "nơi cư trú", "ấp", "thôn", "xóm", "bản",
      "làng", "buôn", "khóm", "tổ", "tổ dân phố", "khu", "khu phố", "khu vực", "đường", "xã",
      "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "địa bàn",
      "đơn vị", "cơ quan", "phòng", "household", "household id", "household head",
      "head of household", "respondent", "village", "hamlet", "commune", "ward", "district",
      "province", "town", "area", "unit", "office",
    ].map { MatchingKey($0).text }
  )
}
