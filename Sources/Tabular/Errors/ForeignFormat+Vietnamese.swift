extension ForeignFormat {
  var vietnameseName: String {
    switch self {
    case .xlsx: "sổ tính Excel (.xlsx)"
    case .protectedOffice: "tệp Office có mật khẩu"
    case .xls: "sổ tính Excel kiểu cũ (.xls)"
    case .word: "văn bản Word"
    case .presentation: "bản trình chiếu PowerPoint"
    case .openDocument: "tệp OpenDocument (.ods, .odt)"
    case .richText: "văn bản có định dạng (.rtf)"
    case .zip: "tệp nén ZIP"
    case .html: "trang HTML"
    case .xml: "tài liệu XML"
    case .json: "tài liệu JSON"
    case .pdf: "tài liệu PDF"
    case .image: "tệp ảnh"
    case .archive: "tệp nén"
    case .spss: "tệp số liệu SPSS (.sav, .por)"
    case .stata: "tệp số liệu Stata (.dta)"
    case .sas: "tệp số liệu SAS (.sas7bdat)"
    case .dbase: "bảng dBASE hoặc FoxPro (.dbf)"
    case .database: "cơ sở dữ liệu (SQLite, Access)"
    case .binary: "tệp nhị phân"
    }
  }

  var vietnameseRepair: String {
    switch self {
    case .xlsx, .xls, .html, .xml, .openDocument, .dbase:
      "hãy mở bằng Excel hoặc LibreOffice rồi lưu thành 'CSV UTF-8'"
    case .protectedOffice:
      "hãy mở bằng mật khẩu, bỏ mật khẩu rồi lưu thành .xlsx hoặc 'CSV UTF-8'"
    case .word, .presentation, .richText:
      "hãy chép bảng sang Excel rồi lưu thành 'CSV UTF-8'"
    case .zip, .archive: "hãy giải nén rồi chọn tệp CSV bên trong"
    case .spss: "hãy lưu thành CSV trong SPSS hoặc PSPP"
    case .stata: "hãy xuất ra trong Stata bằng lệnh 'export delimited'"
    case .sas: "hãy xuất ra CSV trong SAS bằng PROC EXPORT"
    case .json, .pdf, .image, .database, .binary:
      "hãy xuất dữ liệu thành CSV từ phần mềm gốc"
    }
  }
}
