extension LegacyTable {
  /// VNI for Windows: a few letters are bytes of their own, all others a letter and a mark.
  ///
  /// A mark exists in two heights, for small letters and for capitals; both are taken after both,
  /// as the editors of the time did not always change it with the letter. The places from 0x80 to
  /// 0xBF are those of Windows.
  static let vni: LegacyTable = {
    let blank = [UInt16](repeating: 0, count: 64)
    var table = LegacyTable(upperHalf: windowsPunctuation + Array(0xA0...0xBF) + blank)
    let letters: KeyValuePairs<UInt8, Unicode.Scalar> = [
      0xF1: "đ", 0xF4: "ơ", 0xF6: "ư", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị",
      0xEE: "ỵ",
      0xD1: "Đ", 0xD4: "Ơ", 0xD6: "Ư", 0xCD: "Í", 0xCC: "Ì", 0xC6: "Ỉ", 0xD3: "Ĩ", 0xD2: "Ị",
      0xCE: "Ỵ",
    ]
    for (byte, letter) in letters {
      table.define(byte, as: UInt16(truncatingIfNeeded: letter.value))
    }
    // Marks in the order of the letters that they make.
    let plain: [UInt8] = [0xF8, 0xFB, 0xF5, 0xF9, 0xEF]
    let breve: [UInt8] = [0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB]
    let circumflex: [UInt8] = [0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4]
    let series: [(letters: String, marks: [UInt8], makes: [String])] = [
      ("aA", plain, ["àảãáạ", "ÀẢÃÁẠ"]), ("aA", breve, ["ăằẳẵắặ", "ĂẰẲẴẮẶ"]),
      ("aA", circumflex, ["âầẩẫấậ", "ÂẦẨẪẤẬ"]), ("eE", plain, ["èẻẽéẹ", "ÈẺẼÉẸ"]),
      ("eE", circumflex, ["êềểễếệ", "ÊỀỂỄẾỆ"]), ("oO", plain, ["òỏõóọ", "ÒỎÕÓỌ"]),
      ("oO", circumflex, ["ôồổỗốộ", "ÔỒỔỖỐỘ"]), ("ôÔ", plain, ["ờởỡớợ", "ỜỞỠỚỢ"]),
      ("uU", plain, ["ùủũúụ", "ÙỦŨÚỤ"]), ("öÖ", plain, ["ừửữứự", "ỪỬỮỨỰ"]),
      ("yY", Array(plain.dropLast()), ["ỳỷỹý", "ỲỶỸÝ"]),
    ]
    for (bases, marks, rows) in series {
      for (base, row) in zip(bases.unicodeScalars, rows) {
        // The bases are named by their places in Latin-1.
        let letter = UInt8(truncatingIfNeeded: base.value)
        for (mark, made) in zip(marks, row.unicodeScalars) {
          table.define(letter, mark, as: made)
          table.define(letter, mark - 0x20, as: made)
        }
      }
    }
    return table
  }()
}
