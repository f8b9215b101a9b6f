package import SurveyModel

/// What a proposed questionnaire says about itself in comments.
package enum SketchNote: Hashable, Sendable {
  case draft(file: String, rows: Int)
  case languageUnknown
  case titleLines(Int)
  case twoHeaderRows
  case repeatedRows
  case noConsent
  case neverBlank
  case maybeInterviewDate
  case maybeCodes
  case yesNo
  case scaleProposed
  case orderProposed
  case bareScale
  case missingNumbers([String])
  case missingLabels([String])
  case joinedCells(String)
  case optionColumns(Int)
  case codesOfColumns
  case undeclaredCodes([String])
  case noHeader(column: Int)
  case repeatedHeader(first: Int, second: Int)
  case noAnswers
  case leadingZeros
  case spellings([String])
  case system(String)
  case personal
  case freeText
  case keepHint
  case keptText
  case notOfType(String, cells: Int)
  case sharedList(Int)
}

extension SketchNote: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .draft(let file, let rows):
      "Bản nháp do máy đề xuất từ tệp \(file) (\(rows) dòng). Hãy đọc và sửa từng câu trước khi dùng: nhãn, kiểu, thứ tự mức, mức tích cực."
    case .languageUnknown: "Chưa rõ ngôn ngữ của tệp; sửa mã 'und' thành mã ngôn ngữ, ví dụ vi, en."
    case .titleLines(let count): "Tệp có \(count) dòng tiêu đề phía trên hàng tên cột; đã bỏ qua."
    case .twoHeaderRows: "Tên cột chiếm hai hàng, được ghép thành 'câu hỏi [phần]'."
    case .repeatedRows:
      "Mỗi dòng là một phần lặp bên trong một phiếu (có cột trỏ về phiếu cha), không phải một phiếu."
    case .noConsent: "Chưa có lời mời trả lời (consent); hãy thêm nếu dùng phiếu này để phỏng vấn."
    case .neverBlank: "Không ô nào để trống; có thể thêm 'required: true'."
    case .maybeInterviewDate:
      "Nếu đây là ngày phỏng vấn, hãy thêm 'role: interview-date'; kỳ báo cáo được tính theo ngày ấy."
    case .maybeCodes:
      "Số nguyên ít giá trị: nếu đây là mã của các lựa chọn, hãy đổi thành select_one với danh sách choices."
    case .yesNo: "Đề xuất: 0 là không, 1 là có."
    case .scaleProposed: "Đề xuất thang đo: hướng, mức trung lập và các mức tích cực đoán theo chữ."
    case .orderProposed: "Đề xuất thứ tự các mức theo chữ; chưa đánh dấu mức tích cực nào."
    case .bareScale:
      "Có vẻ là thang đo nhưng tệp chỉ có số: hãy ghi nhãn từng mức, kiểm tra hướng (ascending: mã lớn là tốt) và thêm 'positive: true' cho các mức tích cực."
    case .missingNumbers(let codes):
      "Đề xuất: \(codes.joined(separator: ", ")) là mã 'không biết' hoặc 'không trả lời'; xem lại lý do."
    case .missingLabels(let labels):
      "Đề xuất: \(Self.quoted(labels)) là lý do không có câu trả lời, không phải một lựa chọn."
    case .joinedCells(let separator):
      "Một ô có thể ghi nhiều lựa chọn, ngăn bằng \(Self.name(separator, vietnamese: true))."
    case .optionColumns(let count): "Mỗi lựa chọn một cột: \(count) cột."
    case .codesOfColumns: "Mã của lựa chọn lấy theo tên cột."
    case .undeclaredCodes(let codes):
      "Mã \(codes.joined(separator: ", ")) có trong tệp nhưng không có trong bảng mã; nhãn tạm là chính mã đó."
    case .noHeader(let column): "Cột \(column) không có tên."
    case .repeatedHeader(let first, let second):
      "Cột \(second) trùng tên với cột \(first); mã đã được thêm số."
    case .noAnswers: "Cột không có câu trả lời nào, nên chưa rõ kiểu."
    case .leadingZeros: "Dãy chữ số có số 0 ở đầu: là mã, không phải số lượng."
    case .spellings(let labels): "Cùng một lựa chọn viết khác nhau: \(Self.quoted(labels))."
    case .system(let name):
      "Bỏ cột '\(name)': cột của hệ thống (mã bản ghi, thời điểm, thiết bị), không phải câu hỏi."
    case .personal:
      "Bỏ cột này: có thể chứa dữ liệu cá nhân (tên, điện thoại, địa chỉ, thư điện tử, vị trí)."
    case .freeText:
      "Bỏ cột này: chữ tự do có thể chứa dữ liệu cá nhân; chỉ nên giữ những gì cần dùng."
    case .keptText: "Chữ tự do, có thể chứa dữ liệu cá nhân: chỉ giữ nếu thật sự cần."
    case .keepHint: "Muốn giữ thì bỏ dấu # ở các dòng dưới đây."
    case .notOfType(let type, let cells):
      "\(cells) ô không đọc được theo kiểu \(type), nên đề xuất kiểu rộng hơn."
    case .sharedList(let count): "\(count) câu dùng chung danh sách này."
    }
  }

  private var english: String {
    switch self {
    case .draft(let file, let rows):
      "A draft proposed by the program from \(file) (\(rows) rows). Read and correct each question before use: labels, types, the order of levels, positive levels."
    case .languageUnknown:
      "The language of the file is not known; replace 'und' by its code, such as vi or en."
    case .titleLines(let count):
      "\(count) title lines above the names of the columns were passed over."
    case .twoHeaderRows:
      "The names of the columns take two rows, put together as 'question [part]'."
    case .repeatedRows:
      "Each row is a repeat inside an interview (a column points to its parent), not an interview."
    case .noConsent:
      "There is no consent text; add one if this questionnaire is to be used for interviews."
    case .neverBlank: "No cell is blank; 'required: true' could be added."
    case .maybeInterviewDate:
      "If this is the day of the interview, add 'role: interview-date'; it decides the period."
    case .maybeCodes:
      "A whole number with few values: if these are codes of options, make it a select_one with choices."
    case .yesNo: "Proposed: 0 is no, 1 is yes."
    case .scaleProposed:
      "A proposed scale: direction, neutral level and positive levels are guessed from the words."
    case .orderProposed:
      "The order of the levels is proposed from their words; none is marked positive."
    case .bareScale:
      "This looks like a scale, but the file has only numbers: write the labels, see that the direction is right (ascending: high codes are good) and add 'positive: true' to the positive levels."
    case .missingNumbers(let codes):
      "Proposed as codes for \"don't know\" or \"no answer\": \(codes.joined(separator: ", ")); see that the reasons are right."
    case .missingLabels(let labels):
      "Proposed: \(Self.quoted(labels)) says why there is no answer and is no option."
    case .joinedCells(let separator):
      "A cell may hold several options, divided by \(Self.name(separator, vietnamese: false))."
    case .optionColumns(let count): "One column for each option: \(count) columns."
    case .codesOfColumns: "The codes of the options are those in the names of the columns."
    case .undeclaredCodes(let codes):
      "Codes \(codes.joined(separator: ", ")) are in the file but not in its codebook; for now their labels are the codes."
    case .noHeader(let column): "Column \(column) has no name."
    case .repeatedHeader(let first, let second):
      "Column \(second) has the name of column \(first); a number was added to the id."
    case .noAnswers: "The column holds no answer, so its type is not known."
    case .leadingZeros: "Digits with zeros in front: a code, not a quantity."
    case .spellings(let labels): "One option in several spellings: \(Self.quoted(labels))."
    case .system(let name):
      "Column '\(name)' is left out: it belongs to the system (record, time, device) and is no question."
    case .personal:
      "Left out: the column may hold personal data (name, telephone, address, e-mail, place)."
    case .freeText:
      "Left out: free text may hold personal data; keep only what is needed."
    case .keptText: "Free text, which may hold personal data: keep it only if it is needed."
    case .keepHint: "To keep it, remove the # from the lines below."
    case .notOfType(let type, let cells):
      "\(cells) cells cannot be read as \(type), so a wider type is proposed."
    case .sharedList(let count): "\(count) questions share this list."
    }
  }

  private static func quoted(_ labels: [String]) -> String {
    labels.prefix(5).map { "“\($0.prefix(60))”" }.joined(separator: ", ")
      + (labels.count > 5 ? " …" : "")
  }

  private static func name(_ separator: String, vietnamese: Bool) -> String {
    switch separator {
    case ";": vietnamese ? "dấu chấm phẩy" : "semicolons"
    case ",": vietnamese ? "dấu phẩy" : "commas"
    case " ": vietnamese ? "dấu cách" : "spaces"
    default: vietnamese ? "dấu xuống dòng" : "line breaks"
    }
  }
}
