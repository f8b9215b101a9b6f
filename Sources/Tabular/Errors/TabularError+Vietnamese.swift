extension TabularError {
  var vietnameseText: String {
    switch self {
    case .cannotOpen(let path, let problem):
      "không mở được tệp '\(path)': \(problem.vietnameseReason); \(problem.vietnameseRepair)"
    case .emptyFile:
      "tệp không có dòng dữ liệu nào; hãy kiểm tra lại tệp đã xuất"
    case .readFailure(let offset, let problem):
      "đọc tệp dừng giữa chừng ở byte \(offset): \(problem.vietnameseReason); "
        + "hãy chép tệp về máy rồi đọc lại"
    case .cannotWrite(let path, let problem):
      "không ghi được tệp '\(path)': \(problem.vietnameseReason); \(problem.vietnameseWriteRepair)"
    case .notATextTable(let format):
      "tệp là \(format.vietnameseName), không phải bảng văn bản CSV; \(format.vietnameseRepair)"
    case .undecodable(let line, let offset, let fault):
      "dòng \(line): byte \(offset) \(fault.vietnameseRule); "
        + fault.vietnameseRepair
    case .encodingUnclear(let first, let second):
      "văn bản có thể dùng bảng mã \(first.encoding) ('\(first.word)') hoặc \(second.encoding) "
        + "('\(second.word)'); hãy chọn bằng --encoding \(first.encoding.name) hoặc --encoding "
        + second.encoding.name
    case .delimiterNotFound:
      "không tìm thấy dấu phân cách cột trong các dòng đầu; "
        + "hãy dùng dấu phẩy, dấu chấm phẩy hoặc tab, hoặc ghi 'sep=;' ở dòng đầu"
    case .unterminatedQuote(let line):
      "dòng \(line): dấu ngoặc kép mở ở dòng \(line) không được đóng; "
        + "hãy thêm dấu ngoặc kép đóng, và viết dấu ngoặc kép nằm trong ô thành hai dấu liền nhau"
    case .textAfterQuote(let line, let openedAt):
      "dòng \(line): sau dấu ngoặc kép đóng (mở ở dòng \(openedAt)) phải là dấu phân cách "
        + "hoặc hết dòng; hãy viết dấu ngoặc kép nằm trong ô thành hai dấu liền nhau"
    case .raggedRecord(let line, let expected, let found):
      "dòng \(line): bản ghi có \(found) ô nhưng tiêu đề có \(expected) cột; "
        + "hãy thêm hoặc bớt dấu phân cách, hoặc đặt ô có dấu phân cách vào dấu ngoặc kép"
    case .recordTooLong(let line, let limit):
      "dòng \(line): một bản ghi dài hơn \(limit) byte; "
        + "hãy kiểm tra dấu xuống dòng và xem tệp có đúng là bảng văn bản không"
    case .workbook(let fault): fault.vietnameseText
    }
  }
}

extension FileProblem {
  fileprivate var vietnameseReason: String {
    switch self {
    case .missing: "đường dẫn không tồn tại"
    case .directory: "đây là thư mục"
    case .permission: "không có quyền"
    case .noSpace: "đĩa đã đầy"
    case .other(let number): "lỗi hệ thống số \(number)"
    }
  }

  fileprivate var vietnameseRepair: String {
    switch self {
    case .missing: "hãy kiểm tra tên tệp và thư mục"
    case .directory: "hãy chỉ ra một tệp trong thư mục đó"
    case .permission: "hãy cấp quyền đọc tệp"
    case .noSpace, .other: "hãy chép tệp về máy rồi thử lại"
    }
  }

  fileprivate var vietnameseWriteRepair: String {
    switch self {
    case .missing: "hãy tạo thư mục chứa tệp trước"
    case .directory: "hãy chọn một tên tệp khác"
    case .permission: "hãy chọn thư mục mà bạn được quyền ghi"
    case .noSpace: "hãy giải phóng chỗ trống hoặc ghi sang ổ khác"
    case .other: "hãy thử ghi sang thư mục khác"
    }
  }
}
