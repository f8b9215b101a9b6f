import Testing

@testable import Tabular

@Suite struct TabularErrorTests {
  struct Case: CustomTestStringConvertible {
    let error: TabularError
    let code: String
    let vietnamese: String
    let english: String
    var testDescription: String { english }

    init(_ error: TabularError, _ code: String, _ vietnamese: String, _ english: String) {
      self.error = error
      self.code = code
      self.vietnamese = vietnamese
      self.english = english
    }
  }

  @Test(arguments: cases)
  func messagesArePinned(_ example: Case) {
    #expect(example.error.code == example.code)
    #expect(example.error.text(vietnamese: true) == example.vietnamese)
    #expect(example.error.text(vietnamese: false) == example.english)
    #expect(example.error.description == "\(example.english) [\(example.code)]")
  }

  @Test func `errors about a place know their line`() {
    #expect(TabularError.unterminatedQuote(line: 12).line == 12)
    #expect(TabularError.textAfterQuote(line: 5, openedAt: 4).line == 5)
    #expect(TabularError.raggedRecord(line: 7, expected: 3, found: 2).line == 7)
    #expect(TabularError.undecodable(line: 3, offset: 40, .nulByte).line == 3)
    #expect(TabularError.recordTooLong(line: 9, limit: 1).line == 9)
    #expect(TabularError.emptyFile.line == nil)
  }

  @Test(arguments: ForeignFormat.allCases)
  func everyForeignFormatHasItsOwnWords(_ format: ForeignFormat) {
    for vietnamese in [true, false] {
      let texts = ForeignFormat.allCases.map {
        TabularError.notATextTable($0).text(vietnamese: vietnamese)
      }
      #expect(Set(texts).count == texts.count)
      #expect(texts.allSatisfy { $0.split(separator: ";").count == 2 })
    }
  }

  @Test func `bytes are written with two digits`() {
    #expect(hexadecimal(0) == "0x00")
    #expect(hexadecimal(0x0A) == "0x0A")
    #expect(hexadecimal(0xE1) == "0xE1")
    #expect(hexadecimal(unit: 0xA) == "0x000A")
  }
}

extension TabularErrorTests {
  static let cases = [
    Case(
      .cannotOpen(path: "a.csv", .missing),
      "F01",
      "không mở được tệp 'a.csv': đường dẫn không tồn tại; hãy kiểm tra tên tệp và thư mục",
      "cannot open file 'a.csv': the path does not exist; check the names of the file and "
        + "its folder"
    ),
    Case(
      .cannotOpen(path: "a", .directory),
      "F01",
      "không mở được tệp 'a': đây là thư mục; hãy chỉ ra một tệp trong thư mục đó",
      "cannot open file 'a': it is a folder; name a file in that folder"
    ),
    Case(
      .cannotOpen(path: "a.csv", .permission),
      "F01",
      "không mở được tệp 'a.csv': không có quyền; hãy cấp quyền đọc tệp",
      "cannot open file 'a.csv': permission denied; allow reading of the file"
    ),
    Case(
      .cannotOpen(path: "a.csv", .other(errno: 5)),
      "F01",
      "không mở được tệp 'a.csv': lỗi hệ thống số 5; hãy chép tệp về máy rồi thử lại",
      "cannot open file 'a.csv': system error 5; copy the file to this computer and try "
        + "again"
    ),
    Case(
      .emptyFile,
      "F02",
      "tệp không có dòng dữ liệu nào; hãy kiểm tra lại tệp đã xuất",
      "the file has no line of data; check the exported file"
    ),
    Case(
      .readFailure(offset: 4096, .other(errno: 5)),
      "F03",
      "đọc tệp dừng giữa chừng ở byte 4096: lỗi hệ thống số 5; hãy chép tệp về máy rồi đọc "
        + "lại",
      "reading stopped at byte 4096: system error 5; copy the file to this computer and "
        + "read it again"
    ),
    Case(
      .cannotWrite(path: "b.csv", .missing),
      "F04",
      "không ghi được tệp 'b.csv': đường dẫn không tồn tại; hãy tạo thư mục chứa tệp trước",
      "cannot write file 'b.csv': the path does not exist; make the folder of the file "
        + "first"
    ),
    Case(
      .cannotWrite(path: "b", .directory),
      "F04",
      "không ghi được tệp 'b': đây là thư mục; hãy chọn một tên tệp khác",
      "cannot write file 'b': it is a folder; choose another file name"
    ),
    Case(
      .cannotWrite(path: "b.csv", .permission),
      "F04",
      "không ghi được tệp 'b.csv': không có quyền; hãy chọn thư mục mà bạn được quyền ghi",
      "cannot write file 'b.csv': permission denied; choose a folder that you may write to"
    ),
    Case(
      .cannotWrite(path: "b.csv", .noSpace),
      "F04",
      "không ghi được tệp 'b.csv': đĩa đã đầy; hãy giải phóng chỗ trống hoặc ghi sang ổ "
        + "khác",
      "cannot write file 'b.csv': the disk is full; free some space or write to another "
        + "disk"
    ),
    Case(
      .cannotWrite(path: "b.csv", .other(errno: 28)),
      "F04",
      "không ghi được tệp 'b.csv': lỗi hệ thống số 28; hãy thử ghi sang thư mục khác",
      "cannot write file 'b.csv': system error 28; try another folder"
    ),
    Case(
      .undecodable(line: 3, offset: 57, .invalidUTF8(0xE1)),
      "T01",
      "dòng 3: byte 57 (0xE1) không đúng UTF-8, tệp có thể dùng bảng mã cũ (windows-1258, "
        + "TCVN3, VNI); hãy lưu lại tệp với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')",
      "line 3: byte 57 (0xE1) is not valid UTF-8, the file may use an old encoding "
        + "(windows-1258, TCVN3, VNI); save the file again as UTF-8 (in Excel: 'CSV UTF-8')"
    ),
    Case(
      .undecodable(line: 1, offset: 0, .otherUnicode(.utf16LittleEndian)),
      "T01",
      "dòng 1: byte 0 cho thấy tệp được lưu bằng bảng mã UTF-16LE; hãy lưu "
        + "lại tệp với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')",
      "line 1: byte 0 shows that the file is saved as UTF-16LE; save the file "
        + "again as UTF-8 (in Excel: 'CSV UTF-8')"
    ),
    Case(
      .undecodable(line: 9, offset: 812, .nulByte),
      "T01",
      "dòng 9: byte 812 là byte NUL, không được có trong bảng văn bản; hãy lưu lại tệp với "
        + "bảng mã UTF-8 (trong Excel: 'CSV UTF-8')",
      "line 9: byte 812 is a NUL, which a text table may not hold; save the file again as "
        + "UTF-8 (in Excel: 'CSV UTF-8')"
    ),
    Case(
      .undecodable(line: 4, offset: 90, .undefinedByte(0x8A, .windows1258)),
      "T01",
      "dòng 4: byte 90 (0x8A) không có nghĩa trong bảng mã windows-1258; hãy chọn --encoding "
        + "khác, hoặc lưu lại tệp với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')",
      "line 4: byte 90 (0x8A) means nothing in windows-1258; choose another --encoding, or save "
        + "the file again as UTF-8 (in Excel: 'CSV UTF-8')"
    ),
    Case(
      .undecodable(line: 2, offset: 7, .strayMark(0xF9, .vni)),
      "T01",
      "dòng 2: byte 7 (0xF9) là dấu không đi với chữ cái nào trong bảng mã VNI; hãy chọn "
        + "--encoding khác, hoặc lưu lại tệp với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')",
      "line 2: byte 7 (0xF9) is a mark that stands at no letter in VNI; choose another "
        + "--encoding, or save the file again as UTF-8 (in Excel: 'CSV UTF-8')"
    ),
    Case(
      .undecodable(line: 2, offset: 8, .unpairedSurrogate(0xD83D)),
      "T01",
      "dòng 2: byte 8 chỉ có một nửa cặp ký tự UTF-16 (0xD83D); hãy chọn --encoding khác, hoặc "
        + "lưu lại tệp với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')",
      "line 2: byte 8 holds half of a pair of UTF-16 (0xD83D); choose another --encoding, or "
        + "save the file again as UTF-8 (in Excel: 'CSV UTF-8')"
    ),
    Case(
      .undecodable(line: 9, offset: 400, .halfUnit),
      "T01",
      "dòng 9: byte 400 là nửa ký tự UTF-16 ở cuối tệp; hãy chọn --encoding khác, hoặc lưu lại "
        + "tệp với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')",
      "line 9: byte 400 is half a character of UTF-16 at the end of the file; choose another "
        + "--encoding, or save the file again as UTF-8 (in Excel: 'CSV UTF-8')"
    ),
    Case(
      .encodingUnclear(
        EncodingReading(encoding: .windows1258, word: "bé"),
        EncodingReading(encoding: .tcvn3, word: "bộ")
      ),
      "T02",
      "văn bản có thể dùng bảng mã windows-1258 ('bé') hoặc TCVN3 (ABC) ('bộ'); hãy chọn bằng "
        + "--encoding windows-1258 hoặc --encoding tcvn3",
      "the text may be in windows-1258 ('bé') or in TCVN3 (ABC) ('bộ'); choose with --encoding "
        + "windows-1258 or --encoding tcvn3"
    ),
    Case(
      .delimiterNotFound,
      "T03",
      "không tìm thấy dấu phân cách cột trong các dòng đầu; hãy dùng dấu phẩy, dấu chấm "
        + "phẩy hoặc tab, hoặc ghi 'sep=;' ở dòng đầu",
      "no column delimiter was found in the first lines; use commas, semicolons or tabs, or "
        + "write 'sep=;' in the first line"
    ),
    Case(
      .notATextTable(.xlsx),
      "T04",
      "tệp là sổ tính Excel (.xlsx), không phải bảng văn bản CSV; hãy mở bằng Excel hoặc "
        + "LibreOffice rồi lưu thành 'CSV UTF-8'",
      "the file is an Excel workbook (.xlsx), not a CSV text table; open it in Excel or "
        + "LibreOffice and save it as 'CSV UTF-8'"
    ),
    Case(
      .notATextTable(.archive),
      "T04",
      "tệp là tệp nén, không phải bảng văn bản CSV; hãy giải nén rồi chọn tệp CSV bên trong",
      "the file is an archive, not a CSV text table; unpack it and choose the CSV file "
        + "inside"
    ),
    Case(
      .notATextTable(.pdf),
      "T04",
      "tệp là tài liệu PDF, không phải bảng văn bản CSV; hãy xuất dữ liệu thành CSV từ phần "
        + "mềm gốc",
      "the file is a PDF document, not a CSV text table; export the data as CSV from the "
        + "program that made it"
    ),
    Case(
      .recordTooLong(line: 2, limit: 64),
      "T04",
      "dòng 2: một bản ghi dài hơn 64 byte; hãy kiểm tra dấu xuống dòng và xem tệp có đúng "
        + "là bảng văn bản không",
      "line 2: a record is longer than 64 bytes; check the line ends and whether the file "
        + "is a text table"
    ),
    Case(
      .unterminatedQuote(line: 12),
      "T05",
      "dòng 12: dấu ngoặc kép mở ở dòng 12 không được đóng; hãy thêm dấu ngoặc kép đóng, và "
        + "viết dấu ngoặc kép nằm trong ô thành hai dấu liền nhau",
      "line 12: the quote opened on line 12 is not closed; add the closing quote, and write "
        + "a quote inside a cell as two quotes"
    ),
    Case(
      .textAfterQuote(line: 13, openedAt: 12),
      "T06",
      "dòng 13: sau dấu ngoặc kép đóng (mở ở dòng 12) phải là dấu phân cách hoặc hết dòng; "
        + "hãy viết dấu ngoặc kép nằm trong ô thành hai dấu liền nhau",
      "line 13: a closing quote (opened on line 12) must be followed by a delimiter or the "
        + "end of the line; write a quote inside a cell as two quotes"
    ),
    Case(
      .raggedRecord(line: 7, expected: 30, found: 29),
      "T07",
      "dòng 7: bản ghi có 29 ô nhưng tiêu đề có 30 cột; hãy thêm hoặc bớt dấu phân cách, "
        + "hoặc đặt ô có dấu phân cách vào dấu ngoặc kép",
      "line 7: the record has 29 cells but the header has 30 columns; add or remove "
        + "delimiters, or put a cell that has a delimiter in quotes"
    ),
  ]
}
