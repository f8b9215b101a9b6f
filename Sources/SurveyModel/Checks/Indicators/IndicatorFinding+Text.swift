extension IndicatorFinding {
  var vietnamese: String {
    switch self {
    case .duplicateIndicator(let id, let earlier):
      "tên chỉ số '\(id)' đã dùng ở \(earlier); hãy đổi tên một trong hai"
    case .unknownItem(let id, let nearest):
      "chỉ số nhắc đến câu '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy sửa tên hoặc thêm câu hỏi")
    case .repeatedItem(let id):
      "câu '\(id)' được tính hai lần trong chỉ số; hãy bỏ một lần"
    case .wrongItemType(let item, let type, let needs):
      "câu '\(item)' kiểu '\(type)' không dùng được cho loại chỉ số này; "
        + "hãy chọn \(needs.vietnamese)"
    case .noPositiveLevels(let item):
      "câu '\(item)' không có mức nào là 'positive'; "
        + "hãy đánh dấu mức trong thang đo, hoặc dùng loại 'share' với 'codes'"
    case .unknownItemCode(let code, let item, let known):
      "mã '\(code)' không có trong câu '\(item)'; "
        + "hãy dùng một trong: \(known.joined(separator: ", "))"
    case .codesNotNumeric(let item):
      "mã của câu '\(item)' không phải đều là số nên không tính trung bình được; hãy dùng mã số"
    case .pointsMissing(let item, let codes):
      "các mức '\(codes.joined(separator: "', '"))' của câu '\(item)' chưa có điểm; "
        + "hãy thêm 'points'"
    case .minimumOutOfRange(let minimum, let items):
      "'minimum' là \(minimum) nhưng chỉ số có \(items) câu; hãy viết số từ 1 đến \(items)"
    case .classesOutOfOrder:
      "các hạng điểm phải xếp từ cao xuống thấp và chỉ hạng cuối không có 'at_least'; "
        + "hãy xếp lại 'classes'"
    case .notZeroToTen(let item):
      "chỉ số 'nps' cần câu từ 0 đến 10 nhưng '\(item)' có mã khác; hãy dùng đủ các mã 0 đến 10"
    case .emptyIndex: "chỉ số tổng hợp có phần không có câu nào; hãy thêm 'elements' và 'items'"
    case .repeatedPart(let id):
      "tên '\(id)' có hai lần trong chỉ số tổng hợp; hãy đổi tên một trong hai"
    }
  }

  var english: String {
    switch self {
    case .duplicateIndicator(let id, let earlier):
      "indicator name '\(id)' is already used at \(earlier); rename one of the two"
    case .unknownItem(let id, let nearest):
      "indicator names question '\(id)', which does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "correct the name or add the question")
    case .repeatedItem(let id):
      "question '\(id)' counts twice in the indicator; remove it once"
    case .wrongItemType(let item, let type, let needs):
      "question '\(item)' of type '\(type)' does not fit this kind of indicator; "
        + "choose \(needs.english)"
    case .noPositiveLevels(let item):
      "question '\(item)' has no level that is positive; "
        + "mark levels in its scale, or use kind 'share' with 'codes'"
    case .unknownItemCode(let code, let item, let known):
      "code '\(code)' is not an option of question '\(item)'; "
        + "use one of \(known.joined(separator: ", "))"
    case .codesNotNumeric(let item):
      "codes of question '\(item)' are not all numbers and have no mean; use numeric codes"
    case .pointsMissing(let item, let codes):
      "levels '\(codes.joined(separator: "', '"))' of question '\(item)' have no points; "
        + "add 'points'"
    case .minimumOutOfRange(let minimum, let items):
      "'minimum' is \(minimum) but the indicator has \(items) items; write 1 to \(items)"
    case .classesOutOfOrder:
      "classes must fall from high to low and only the last has no 'at_least'; sort 'classes'"
    case .notZeroToTen(let item):
      "kind 'nps' needs a question from 0 to 10 but '\(item)' has other codes; use all of 0 to 10"
    case .emptyIndex: "index has a part without items; add 'elements' and 'items'"
    case .repeatedPart(let id):
      "name '\(id)' stands twice in the index; rename one of the two"
    }
  }
}

extension IndicatorFinding.Need {
  fileprivate var vietnamese: String {
    switch self {
    case .closed: "câu có danh sách lựa chọn"
    case .selectOne: "câu 'select_one'"
    case .selectMultiple: "câu 'select_multiple'"
    case .number: "câu số"
    case .numberOrLevel: "câu số hoặc câu 'select_one' có mã số"
    }
  }

  fileprivate var english: String {
    switch self {
    case .closed: "a question with options"
    case .selectOne: "a question of type 'select_one'"
    case .selectMultiple: "a question of type 'select_multiple'"
    case .number: "a question that is a number"
    case .numberOrLevel: "a number or a 'select_one' with numeric codes"
    }
  }
}
