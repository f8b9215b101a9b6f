extension WorkbookFault {
  var vietnameseText: String {
    switch self {
    case .foreign(let format): format.vietnameseText
    case .damagedArchive(let part):
      "tệp Excel bị hỏng hoặc bị cắt ngang\(part.map { " (phần '\($0)')" } ?? ""); "
        + "hãy chép hoặc tải lại tệp, hoặc mở bằng Excel rồi lưu lại"
    case .inflatesTooMuch(let part, let bytes):
      "phần '\(part)' của tệp Excel giải nén ra quá lớn (đã đến \(bytes) byte), "
        + "có thể là tệp độc hại; nếu tin tệp này, hãy mở bằng Excel rồi lưu thành 'CSV UTF-8'"
    case .missingPart(let part):
      "tệp Excel thiếu phần '\(part)'; hãy mở bằng Excel rồi lưu lại thành .xlsx"
    case .malformed(let part, let offset, let fault):
      "phần '\(part)' của tệp Excel, byte \(offset): \(fault.vietnameseRule); "
        + "hãy mở bằng Excel rồi lưu lại thành .xlsx"
    case .noSuchSheet(let name, let available):
      "không có trang tính '\(name)'; "
        + "hãy chọn một trong các trang: \(available.quoted), hoặc số thứ tự của trang"
    case .severalSheets(let names):
      "tệp Excel có \(names.count) trang tính: \(names.quoted); hãy chọn một bằng --sheet"
    case .noTable(let sheet):
      sheet.map { "'\($0)' không phải là trang tính có ô (có thể là biểu đồ); hãy chọn trang khác" }
        ?? "tệp Excel không có trang tính nào đang hiện; hãy bỏ ẩn một trang hoặc chọn bằng --sheet"
    case .emptySheet(let sheet):
      "trang tính '\(sheet)' không có dữ liệu; hãy kiểm tra lại tệp đã xuất"
    case .badCell(let sheet, let cell, let fault):
      "trang tính '\(sheet)', ô \(cell): \(fault.vietnameseRule); "
        + "hãy mở bằng Excel rồi lưu lại thành .xlsx"
    case .uncomputed(let sheet, let cell, let count):
      "trang tính '\(sheet)' có \(count) ô công thức chưa có kết quả (ô đầu tiên: \(cell)), "
        + "nên không biết câu trả lời; hãy mở tệp bằng Excel rồi lưu lại để Excel tính, rồi nhập lại"
    case .tooManyRows(let sheet, let limit):
      "trang tính '\(sheet)' có hàng nằm sau hàng thứ \(limit), là hàng cuối cùng của Excel; "
        + "hãy chia dữ liệu thành nhiều tệp hoặc dùng CSV"
    case .tooManyCells(let sheet, let limit):
      "trang tính '\(sheet)' trải ra hơn \(limit) ô; "
        + "hãy xóa các cột và hàng thừa ở bên phải, hoặc lưu thành 'CSV UTF-8'"
    case .unwritable(let sheet, let fault):
      "không ghi được trang tính '\(sheet)': \(fault.vietnameseRule)"
    }
  }
}

extension WritingFault {
  fileprivate var vietnameseRule: String {
    switch self {
    case .sheetName:
      "tên trang phải có từ 1 đến 31 ký tự, không trùng và không có []:*?/\\; hãy đổi tên"
    case .noVisibleSheet: "ít nhất một trang phải hiện; hãy bỏ ẩn một trang"
    case .textTooLong(let cell): "ô \(cell) dài hơn 32767 ký tự; hãy rút ngắn hoặc dùng CSV"
    case .notANumber(let cell): "ô \(cell) không phải là số hữu hạn; hãy để trống hoặc ghi bằng chữ"
    case .outsideSheet: "Excel chỉ có 1048576 hàng và 16384 cột; hãy chia nhỏ hoặc dùng CSV"
    }
  }
}

extension ForeignWorkbook {
  fileprivate var vietnameseText: String {
    switch self {
    case .encrypted:
      "tệp Excel có mật khẩu; hãy mở bằng Excel, bỏ mật khẩu "
        + "(Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại"
    case .xls:
      "tệp là sổ tính Excel kiểu cũ (.xls); hãy mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx"
    case .openDocument:
      "tệp là sổ tính OpenDocument (.ods); hãy mở bằng LibreOffice hoặc Excel rồi lưu thành .xlsx"
    case .binaryWorkbook:
      "tệp là sổ tính nhị phân (.xlsb); hãy mở bằng Excel rồi lưu thành .xlsx"
    case .otherDocument:
      "tệp là tài liệu Word hoặc PowerPoint, không phải sổ tính; hãy chọn đúng tệp dữ liệu"
    case .zip:
      "tệp là tệp nén ZIP, không phải sổ tính; hãy giải nén rồi chọn tệp bên trong"
    case .noArchive:
      "tệp không phải là sổ tính .xlsx; hãy chọn đúng tệp, hoặc mở bằng Excel rồi lưu thành .xlsx"
    }
  }
}

extension CellFault {
  fileprivate var vietnameseRule: String {
    switch self {
    case .badReference: "địa chỉ không thuộc trang tính nào của Excel"
    case .outOfOrder: "các hàng và các ô phải đứng theo thứ tự và không lặp lại"
    case .unknownType(let type): "kiểu ô '\(type)' không có trong định dạng .xlsx"
    case .noSharedText: "ô trỏ đến một chuỗi dùng chung không tồn tại"
    case .badMerge: "vùng trộn ô không đúng hoặc quá nhiều"
    }
  }
}

extension XMLFault {
  fileprivate var vietnameseRule: String {
    switch self {
    case .notClosed: "XML kết thúc khi một thẻ còn mở"
    case .mismatchedEnd: "thẻ đóng không khớp với thẻ mở"
    case .badTag: "thẻ XML viết sai"
    case .badEntity: "ký hiệu '&' không được theo sau bởi một tên XML cho phép"
    case .documentType: "XML có DOCTYPE, vốn không được có trong sổ tính"
    case .tooLong: "một thẻ hoặc một đoạn chữ dài quá mức"
    case .tooDeep: "các thẻ lồng nhau quá sâu"
    case .invalidUTF8: "chữ không đúng UTF-8"
    case .otherEncoding: "XML không dùng bảng mã UTF-8"
    case .forbiddenCharacter: "có ký tự điều khiển mà XML không cho phép"
    case .textOutsideRoot: "có nội dung nằm ngoài thẻ gốc"
    }
  }
}

extension [String] {
  fileprivate var quoted: String { map { "'\($0)'" }.joined(separator: ", ") }
}
