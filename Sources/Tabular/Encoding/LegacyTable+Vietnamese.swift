extension LegacyTable {
  /// The third set of TCVN 5712:1993 from 0xA1 on; a dot is a byte without meaning.
  ///
  /// Capitals with tones are written as a letter and one of the marks 0xB0 to 0xB4, as the second
  /// set has them. Below 0xA0 the fonts keep the punctuation of Windows.
  static let tcvn3: LegacyTable = {
    let letters = Array(
      """
      ĂÂÊÔƠƯĐăâêôơưđ.
      .....àảãáạ.ằẳẵắ.
      ......ặầẩẫấậè.ẻẽ
      éẹềểễếệìỉ...ĩíịò
      .ỏõóọồổỗốộờởỡớợù
      .ủũúụừửữứựỳỷỹýỵ.
      """.unicodeScalars.filter { $0 != "\n" }
    )
    var table = LegacyTable(
      upperHalf: windowsPunctuation + [0x00A0]
        + letters.map { $0 == "." ? 0 : UInt16(truncatingIfNeeded: $0.value) }
    )
    let marks: KeyValuePairs<UInt8, UInt16> = [
      0xB0: 0x0300, 0xB1: 0x0309, 0xB2: 0x0303, 0xB3: 0x0301, 0xB4: 0x0323,
    ]
    for (byte, scalar) in marks { table.define(byte, as: scalar) }
    table.composeTones()
    return table
  }()

  /// VISCII 1.1: all of the upper half are letters, and six places of control characters too.
  static let viscii: LegacyTable = {
    let letters = """
      ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ
      ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ
      Õắằặấầẩậẽẹếềểễệố
      ồổỗỠƠộờởịỰỨỪỬơớƯ
      ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ
      ĐứÒÓÔạỷừửÙÚỹỵÝỡư
      àáâãảăữẫèéêẻìíĩỉ
      đựòóôõỏọụùúũủýợỮ
      """.unicodeScalars.filter { $0 != "\n" }
    var table = LegacyTable(upperHalf: letters.map { UInt16(truncatingIfNeeded: $0.value) })
    let capitals: KeyValuePairs<UInt8, Unicode.Scalar> = [
      0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ",
    ]
    for (byte, letter) in capitals {
      table.define(byte, as: UInt16(truncatingIfNeeded: letter.value))
    }
    return table
  }()
}
