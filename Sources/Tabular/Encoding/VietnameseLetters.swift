/// The Vietnamese vowels with their tones.
enum VietnameseLetters {
  /// A row for each vowel: without tone, then grave, hook, tilde, acute, dot below.
  static let vowels: [[Unicode.Scalar]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
    "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
  ].map { Array($0.unicodeScalars) }

  /// Where a letter stands in ``vowels``.
  struct Place {
    let row: Int
    let tone: Int
  }

  /// The place of each vowel of the basic plane.
  static let places: [UInt32: Place] = {
    var places: [UInt32: Place] = [:]
    for (row, letters) in vowels.enumerated() {
      for (tone, letter) in letters.enumerated() {
        places[letter.value] = Place(row: row, tone: tone)
      }
    }
    return places
  }()

  /// The vowel in `row` with `tone`.
  static func letter(row: Int, tone: Int) -> Unicode.Scalar? {
    guard vowels.indices.contains(row), vowels[row].indices.contains(tone) else { return nil }
    return vowels[row][tone]
  }

  /// The combining marks of the tones, in the order of ``vowels``.
  static let combining: [UInt16] = [0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323]
}
