extension VersionChange {
  func vietnamese(_ words: VersionWords) -> String {
    switch kind {
    case .titleChanged: return "Tên phiếu được viết khác đi"
    case .consentChanged: return "Lời xin phép người trả lời đã đổi"
    case .languageAdded(let language): return "Phiếu có thêm ngôn ngữ '\(language)'"
    case .languageRemoved(let language): return "Phiếu không còn ngôn ngữ '\(language)'"
    case .keyChanged(let from, let to):
      return "Khóa của phiếu: trước là \(words.list(from)), nay là \(words.list(to))"
    case .sampleChanged: return "Khai báo mẫu (quyền số, tầng, cụm) đã đổi"
    case .added:
      return "câu mới; phiếu trước đây không được hỏi câu này nên không vào mẫu số"
    case .removed: return "không hỏi nữa; câu trả lời đã có vẫn được giữ cùng phiên bản cũ"
    case .renamed(let from): return "trước có mã '\(from)'"
    case .moved: return "đứng ở chỗ khác trong phiếu"
    case .relabelled(let language, let from, let to, let likeness):
      return "lời hỏi (\(language)) trước là \(words.quoted(from)), nay là \(words.quoted(to)): "
        + words.likeness(likeness)
    case .hintChanged: return "lời hướng dẫn đã đổi"
    case .typeChanged(let from, let to):
      return "kiểu trước là '\(from)', nay là '\(to)'"
    case .calculationChanged(let from, let to):
      return "công thức tính trước là \(words.quoted(from)), nay là \(words.quoted(to))"
    case .optionAdded(let code, let label):
      return "thêm lựa chọn \(words.option(code, label))"
        + (impact >= .incomparable ? "; thang đo có thêm mức" : "")
    case .optionRemoved(let code, let label):
      return "bỏ lựa chọn \(words.option(code, label))"
    case .optionRecoded(let from, let to, let label):
      return "lựa chọn “\(label.text(in: .vietnamese))” trước có mã \(from), nay có mã \(to)"
    case .optionMissing(let code, let reason, let label):
      return "lựa chọn \(words.option(code, label)) nay là lý do không trả lời (\(reason.rawValue))"
    case .optionRelabelled(let code, let language, let from, let to, let likeness):
      return "mã \(code) (\(language)) trước là \(words.quoted(from)), nay là \(words.quoted(to)): "
        + words.likeness(likeness)
    case .optionsReordered: return "các lựa chọn đứng theo thứ tự khác"
    case .directionChanged(let from, let to):
      return
        "chiều của thang đo trước là “\(words.direction(from))”, nay là “\(words.direction(to))”"
    case .positiveChanged(let from, let to):
      return "mức tích cực trước là \(words.list(from)), nay là \(words.list(to))"
    case .neutralChanged(let from, let to):
      return "mức trung lập trước là \(words.quoted(from ?? "")), nay là \(words.quoted(to ?? ""))"
    case .pointsChanged: return "điểm của các mức đã đổi"
    case .scaleChanged(let isScale):
      return isScale ? "danh sách nay là thang đo" : "thang đo nay là danh sách thường"
    case .missingCodesChanged(let from, let to):
      return "mã không trả lời trước là \(words.list(from)), nay là \(words.list(to))"
    case .rangeChanged(let from, let to): return "khoảng trước là \(from), nay là \(to)"
    case .constraintChanged(let from, let to):
      return "ràng buộc trước là \(words.quoted(from)), nay là \(words.quoted(to))"
    case .requiredChanged(let from, let to):
      return "bắt buộc: trước \(Self.required(from)), nay \(Self.required(to))"
    case .relevanceChanged(let from, let to):
      return "điều kiện hỏi trước là \(words.quoted(from)), nay là \(words.quoted(to)): "
        + "hỏi những người khác trước"
    case .filterChanged(let from, let to):
      return "điều kiện lọc lựa chọn trước là \(words.quoted(from)), nay là \(words.quoted(to))"
    case .dependencyChanged(let ids):
      return "điều kiện hỏi hoặc công thức tính đọc câu \(words.quotedList(ids)) đã đổi câu trả lời"
    case .declared: return "câu trả lời cũ và mới không tính chung"
    case .indicatorAdded: return "chỉ số mới, tính được từ cả các phiếu đã có"
    case .indicatorRemoved: return "không còn trong phiếu"
    case .indicatorRelabelled: return "tên được viết khác đi"
    case .formulaChanged:
      return "cách tính đã đổi: số đã công bố theo cách cũ không so được với số tính theo cách mới"
    case .affected(let items):
      return
        "không so được với trước vì câu \(words.quotedList(items)) đã đổi"
    }
  }

  private static func required(_ text: String) -> String {
    switch text {
    case "": "không"
    case "true()": "có"
    default: "khi \(text)"
    }
  }
}
