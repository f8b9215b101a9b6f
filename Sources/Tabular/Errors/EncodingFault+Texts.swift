extension EncodingFault {
  var englishRule: String {
    switch self {
    case .otherUnicode(let name): "shows that the file is saved as \(name)"
    case .invalidUTF8(let byte):
      "(\(hexadecimal(byte))) is not valid UTF-8, the file may use an old encoding "
        + "(windows-1258, TCVN3, VNI)"
    case .nulByte: "is a NUL, which a text table may not hold"
    case .undefinedByte(let byte, let encoding):
      "(\(hexadecimal(byte))) means nothing in \(encoding)"
    case .strayMark(let byte, let encoding):
      "(\(hexadecimal(byte))) is a mark that stands at no letter in \(encoding)"
    case .unpairedSurrogate(let unit): "holds half of a pair of UTF-16 (\(hexadecimal(unit: unit)))"
    case .halfUnit: "is half a character of UTF-16 at the end of the file"
    }
  }

  var englishRepair: String {
    switch self {
    case .otherUnicode, .invalidUTF8, .nulByte:
      "save the file again as UTF-8 (in Excel: 'CSV UTF-8')"
    case .undefinedByte, .strayMark, .unpairedSurrogate, .halfUnit:
      "choose another --encoding, or save the file again as UTF-8 (in Excel: 'CSV UTF-8')"
    }
  }

  var vietnameseRule: String {
    switch self {
    case .otherUnicode(let name): "cho thấy tệp được lưu bằng bảng mã \(name)"
    case .invalidUTF8(let byte):
      "(\(hexadecimal(byte))) không đúng UTF-8, tệp có thể dùng bảng mã cũ "
        + "(windows-1258, TCVN3, VNI)"
    case .nulByte: "là byte NUL, không được có trong bảng văn bản"
    case .undefinedByte(let byte, let encoding):
      "(\(hexadecimal(byte))) không có nghĩa trong bảng mã \(encoding)"
    case .strayMark(let byte, let encoding):
      "(\(hexadecimal(byte))) là dấu không đi với chữ cái nào trong bảng mã \(encoding)"
    case .unpairedSurrogate(let unit):
      "chỉ có một nửa cặp ký tự UTF-16 (\(hexadecimal(unit: unit)))"
    case .halfUnit: "là nửa ký tự UTF-16 ở cuối tệp"
    }
  }

  var vietnameseRepair: String {
    switch self {
    case .otherUnicode, .invalidUTF8, .nulByte:
      "hãy lưu lại tệp với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')"
    case .undefinedByte, .strayMark, .unpairedSurrogate, .halfUnit:
      "hãy chọn --encoding khác, hoặc lưu lại tệp với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')"
    }
  }
}
