import SurveyModel

/// The words by which rows of totals are known, and those that may follow them.
///
/// "Cộng Hòa" and "Tổng Cọt" are places, "Tổng công ty" a company and "Tổng thể tốt" an opinion:
/// words that go on count only where the next one is a word of totals too, or a number.
enum TotalWords {
  /// Sums, which no option is called.
  static let sums = keys([
    "tổng cộng", "tổng số", "tổng", "cộng", "tổng hợp", "total", "grand total", "totals", "sum",
  ])

  /// Sums and averages that make a row a footer where hardly anything stands beside them.
  static let plain =
    sums + keys(["trung bình", "bình quân", "tỷ lệ", "tỉ lệ", "average", "mean"])

  /// Further words, which could be names of people: a row of them is only ever sent back.
  private static let further = keys([
    "lũy kế", "cộng dồn", "cộng lũy kế", "cộng trang", "mang sang", "chuyển sang", "lớn nhất",
    "nhỏ nhất", "cao nhất", "thấp nhất", "trung vị", "độ lệch chuẩn", "giá trị trung bình",
    "giá trị lớn nhất", "giá trị nhỏ nhất", "điểm trung bình", "điểm tb", "đtb", "tổng điểm",
    "tổng phiếu",
    "min", "max", "minimum", "maximum", "median", "subtotal", "sub-total", "sub total", "count",
    "std", "std. dev.", "cumulative", "running total", "carried forward", "∑", "σ",
  ])

  /// The same as typed without marks; single words may be names.
  private static let unmarked = keys([
    "tong cong", "tong so", "tong", "trung binh", "binh quan", "luy ke", "cong don", "cong trang",
    "ty le", "ti le", "lon nhat", "nho nhat", "tong phieu", "tong diem",
  ])

  /// All words that make a row with figures a total.
  static let all = plain + further + unmarked

  /// The same by their first characters.
  private static let byFirst = Dictionary(grouping: all) { $0.first ?? " " }

  /// Words that may follow: what is added up, or of what.
  private static let following = Set(
    keys([
      "xã", "phường", "thị trấn", "thị xã", "huyện", "quận", "tỉnh", "thành phố", "tp", "thôn",
      "ấp",
      "khu phố", "tổ", "khóm", "bản", "làng", "buôn", "đặc khu", "khu vực", "trang", "dồn",
      "lũy kế",
      "toàn", "chung", "số", "cộng", "phiếu", "quý", "tháng", "năm", "ngày", "tuần", "kỳ", "đợt",
      "các", "cả", "tất cả", "theo", "của", "từ", "nhóm", "mục", "phần", "cột", "dòng", "bảng",
      "mẫu",
      "điểm", "đơn vị", "cơ quan", "hồ sơ", "lượt", "người", "hộ", "nam", "nữ",
      "xa", "phuong", "thi tran", "huyen", "tinh", "thanh pho", "toan", "so", "phieu", "thang",
      "nam", "quy", "cac", "don vi", "of", "for", "page", "all", "by", "rows", "sum", "count",
      "total", "score", "interviews",
    ]).map { String($0.prefix { $0 != " " }) }
  )

  /// Marks between the word and what is added up.
  private static let marks: Set<Character> = [
    "(", "[", ":", ".", ",", ";", "%", "=", "/", "–", "—",
  ]

  private static func keys(_ words: [String]) -> [String] { words.map { MatchingKey($0).text } }

  /// The words that a matching key is, alone or with what is added up behind it.
  static func words(of text: String) -> [String] {
    (text.first.flatMap { byFirst[$0] } ?? []).filter { Self.is(text, $0) }
  }

  /// Whether a matching key is `word`, alone or with what is added up behind it.
  private static func `is`(_ text: String, _ word: String) -> Bool {
    guard text.hasPrefix(word) else { return false }
    let behind = text.dropFirst(word.count)
    guard let next = behind.first else { return true }
    if marks.contains(next) { return true }
    guard next == " " else { return false }
    let rest = behind.drop { $0 == " " }
    guard let first = rest.first, first.isLetter else { return true }
    return following.contains(String(rest.prefix { $0.isLetter }))
  }
}
