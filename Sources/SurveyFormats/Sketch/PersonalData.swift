import SurveyModel

/// Signs that a column holds what can identify a person.
enum PersonalData {
  /// What the column seems to hold.
  enum Kind: Hashable, Sendable {
    case name, phone, mail, identity, address, place, birth
  }

  /// What the header says; folded words without accents.
  static func kind(ofHeader header: String) -> Kind? {
    let words = SketchWords.words(of: header)
    let text = " " + words.joined(separator: " ") + " "
    for (kind, phrases) in phrases where phrases.contains(where: { text.contains(" \($0) ") }) {
      return kind
    }
    return nil
  }

  private static let phrases: [(Kind, [String])] = [
    (
      .phone,
      [
        "so dien thoai", "dien thoai", "sdt", "so dt", "phone", "phonenumber", "telephone",
        "mobile",
        "whatsapp", "zalo",
      ]
    ),
    (.mail, ["email", "e mail", "thu dien tu", "mail"]),
    (
      .identity,
      [
        "cccd", "cmnd", "can cuoc", "can cuoc cong dan", "so dinh danh", "dinh danh ca nhan",
        "ma so thue", "so bao hiem", "passport", "national id", "social security", "ssn",
        "ma ho so", "so ho so", "signature", "chu ky",
      ]
    ),
    (
      .birth,
      [
        "ngay sinh", "ngay thang nam sinh", "sinh ngay", "date of birth", "birth date",
        "birthdate", "birthday", "dob",
      ]
    ),
    (.address, ["dia chi", "so nha", "home address", "street address", "address", "street"]),
    (.place, ["latitude", "longitude", "gps", "toa do", "kinh do", "vi do", "geolocation"]),
    (
      .name,
      [
        "ho ten", "ho va ten", "ten nguoi", "ten chu ho", "ten khach hang", "ten ong ba", "name",
        "first name", "last name", "full name", "child name", "respondent name",
      ]
    ),
  ]

  /// Whether a header asks who served somebody: `Người tiếp nhận`, `Tên cán bộ`.
  ///
  /// A longer one, such as `Thái độ của người tiếp nhận`, asks about that person.
  static func isStaff(_ header: String) -> Bool {
    let words = SketchWords.words(of: header)
    let text = words.joined(separator: " ") + " "
    return words.count <= 6 && staff.contains { text.hasPrefix($0 + " ") }
  }

  private static let staff = [
    "ten can bo", "ten cong chuc", "ten nhan vien", "ho ten can bo", "ho va ten can bo",
    "can bo tiep nhan", "can bo giai quyet", "can bo thu ly", "can bo xu ly", "can bo phu trach",
    "cong chuc tiep nhan", "nguoi tiep nhan", "nguoi giai quyet", "nguoi thu ly", "nguoi xu ly",
    "nguoi phu trach", "nguoi huong dan", "nhan vien tiep nhan", "officer name", "staff name",
  ]

  /// Whether texts look like names of people: two to five words that all begin with a capital.
  static func areNames(_ texts: [String]) -> Bool {
    !texts.isEmpty
      && texts.allSatisfy { text in
        let words = text.split(separator: " ")
        return (2...5).contains(words.count)
          && words.allSatisfy { word in
            word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || $0 == "." }
          }
      }
  }

  /// Whether `text` is an e-mail address.
  static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let domain = parts.last, let name = parts.first else { return false }
    return !name.isEmpty && !text.contains(" ") && domain.contains(".") && domain.first != "."
  }

  /// Whether `text` is a telephone number as it is written in Vietnam.
  static func isPhone(_ text: String) -> Bool {
    let kept = text.utf8.filter { !" .-()".utf8.contains($0) }
    if kept.starts(with: "+84".utf8) { return kept.count >= 11 && kept.count <= 13 }
    let isDigits = kept.allSatisfy { (0x30...0x39).contains($0) }
    guard isDigits else { return false }
    if kept.first == UInt8(ascii: "0") { return kept.count == 10 || kept.count == 11 }
    return kept.count == 11 && kept.starts(with: "84".utf8)
  }
}
