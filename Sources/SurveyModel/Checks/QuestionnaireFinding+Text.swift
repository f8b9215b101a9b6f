extension QuestionnaireFinding {
  var vietnamese: String {
    switch self {
    case .duplicateQuestion(let id, let earlier):
      "tên câu hỏi '\(id)' đã dùng ở \(earlier), không phân biệt chữ hoa chữ thường; "
        + "hãy đổi tên một trong hai"
    case .duplicateSection(let id):
      "tên phần '\(id)' đã dùng cho phần khác; hãy đổi tên một trong hai"
    case .duplicateCode(let code, let list):
      "mã '\(code)' có hai lần trong danh sách '\(list)'; hãy đổi một mã"
    case .codeWithSpace(let code, let list):
      "mã '\(code)' trong danh sách '\(list)' có khoảng trắng; hãy bỏ khoảng trắng hoặc dùng '_'"
    case .codeIsMissingCode(let code, let question):
      "mã '\(code)' của câu '\(question)' vừa là lựa chọn vừa là mã không có câu trả lời; "
        + "hãy đổi một mã"
    case .tooFewLevels(let scale):
      "thang đo '\(scale)' có ít hơn hai mức; hãy thêm mức vào 'levels'"
    case .unknownNeutral(let code, let scale, let known):
      "mức trung lập '\(code)' không có trong thang đo '\(scale)'; "
        + "hãy dùng một trong: \(known.joined(separator: ", "))"
    case .neutralIsPositive(let code, let scale):
      "mức trung lập '\(code)' của thang đo '\(scale)' cũng là mức tích cực; hãy bỏ một trong hai"
    case .levelsOutOfOrder(let scale):
      "các mức của thang đo '\(scale)' không theo thứ tự mã tăng dần; hãy xếp lại 'levels'"
    case .positiveLevelsApart(let scale, let atEnd):
      "các mức tích cực của thang đo '\(scale)' không liền nhau ở \(atEnd ? "cuối" : "đầu") thang; "
        + "hãy xem lại 'positive' và 'direction'"
    case .constraintWithoutAnswer(let question):
      "điều kiện của câu '\(question)' không nhắc đến câu trả lời '.'; "
        + "hãy dùng '.' hoặc chuyển thành 'relevant'"
    case .missingCalculation(let question):
      "câu tính '\(question)' thiếu công thức; hãy thêm 'calculation: ...'"
    case .needlessCalculation(let question):
      "câu '\(question)' không phải câu tính mà có 'calculation'; "
        + "hãy bỏ đi hoặc đổi kiểu thành 'calculate'"
    case .badDefault(let text, let question):
      "giá trị mặc định '\(text)' không phải câu trả lời hợp lệ của câu '\(question)'; "
        + "hãy viết mã, số hoặc ngày mà câu này nhận"
    case .roleNeedsDate(let question):
      "vai trò 'interview-date' cần câu hỏi ngày nhưng '\(question)' không phải; "
        + "hãy đổi kiểu thành 'date'"
    case .dossierNotPlain(let question):
      "câu '\(question)' giữ mã hồ sơ (role: dossier) dưới dạng mã băm nên phải là câu chữ (text), "
        + "không có constraint, warning, calculation, default, persist; bỏ các mục ấy"
    case .roleTaken(let question, let earlier):
      "câu '\(question)' và câu '\(earlier)' cùng có vai trò 'interview-date'; hãy bỏ một trong hai"
    case .unknownSampleQuestion(let id, let nearest):
      "mục 'sample' nhắc đến câu '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy thêm câu hỏi, có thể với 'asked: false'")
    case .sampleNeedsNumber(let id, let key):
      "'\(key)' của mục 'sample' cần câu số nhưng '\(id)' không phải; "
        + "hãy đổi kiểu thành 'decimal' hoặc 'integer'"
    case .unknownKeyQuestion(let id, let nearest):
      "mục 'key' nhắc đến câu '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy sửa tên hoặc thêm câu hỏi")
    case .badKeyQuestion(let id):
      "mục 'key' không nhận câu '\(id)'; chỉ dùng câu chọn một, số nguyên, chữ hoặc ngày"
    case .unknownGroup(let id, let section, let nearest):
      "mục '\(section)' thuộc nhóm '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy khai báo trong 'groups'")
    case .unknownParent(let id, let group, let nearest):
      "nhóm '\(group)' nằm trong nhóm '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy khai báo trong 'groups'")
    case .groupInItself(let id):
      "nhóm '\(id)' nằm trong chính nó; hãy sửa 'parent'"
    case .duplicateGroup(let id):
      "tên nhóm '\(id)' đã dùng cho nhóm hoặc câu khác; hãy đổi một tên"
    case .badRange(let question):
      "thang số của câu '\(question)' không đếm được; hãy để 'step' khác 0 và không lớn hơn khoảng 'from' đến 'to'"
    case .filterWithoutOptions(let question):
      "câu '\(question)' có 'choice_filter' mà không có lựa chọn; hãy bỏ đi hoặc đổi kiểu"
    case .unknownSeed(let id, let question, let nearest):
      "'randomize' của câu '\(question)' nhắc đến câu '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy sửa tên hoặc thêm câu hỏi")
    case .unknownTrigger(let id, let question, let nearest):
      "'trigger' của câu '\(question)' nhắc đến câu '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy sửa tên hoặc thêm câu hỏi")
    case .unknownPiped(let name, let nearest):
      "lời văn nhắc đến câu '${\(name)}' không có; "
        + (nearest.map { "có phải là '${\($0)}'?" } ?? "hãy sửa tên hoặc thêm câu hỏi")
    case .carriedType(let type, let question, let isRequired):
      "kiểu '\(type)' của câu '\(question)' không hỏi được ở đây; câu được giữ trong tệp và bỏ qua khi hỏi"
        + (isRequired
          ? ", nên phiếu không thể điền đủ; hãy bỏ 'required'" : "; hãy hỏi bằng cách khác nếu cần")
    case .consentMissing:
      "phiếu chưa có lời xin phép người trả lời; hãy thêm 'consent: {version: ..., text: ...}'"
    }
  }

  var english: String {
    switch self {
    case .duplicateQuestion(let id, let earlier):
      "question name '\(id)' is already used at \(earlier), without regard to case; "
        + "rename one of the two"
    case .duplicateSection(let id):
      "section name '\(id)' is already used; rename one of the two"
    case .duplicateCode(let code, let list):
      "code '\(code)' stands twice in list '\(list)'; change one of the two"
    case .codeWithSpace(let code, let list):
      "code '\(code)' in list '\(list)' holds white space; remove it or write '_'"
    case .codeIsMissingCode(let code, let question):
      "code '\(code)' of question '\(question)' is an option and a missing code; "
        + "change one of the two"
    case .tooFewLevels(let scale):
      "scale '\(scale)' has fewer than two levels; add some to 'levels'"
    case .unknownNeutral(let code, let scale, let known):
      "neutral level '\(code)' is not in scale '\(scale)'; "
        + "use one of \(known.joined(separator: ", "))"
    case .neutralIsPositive(let code, let scale):
      "neutral level '\(code)' of scale '\(scale)' is positive too; remove one of the two"
    case .levelsOutOfOrder(let scale):
      "levels of scale '\(scale)' are not in the order of their codes; sort 'levels'"
    case .positiveLevelsApart(let scale, let atEnd):
      "positive levels of scale '\(scale)' are not side by side at its \(atEnd ? "end" : "beginning"); "
        + "check 'positive' and 'direction'"
    case .constraintWithoutAnswer(let question):
      "constraint of question '\(question)' does not look at the answer '.'; "
        + "use '.' or make it 'relevant'"
    case .missingCalculation(let question):
      "question '\(question)' of type calculate has no formula; add 'calculation: ...'"
    case .needlessCalculation(let question):
      "question '\(question)' has a calculation but another type; "
        + "remove it or make the type 'calculate'"
    case .badDefault(let text, let question):
      "default '\(text)' is not an answer to question '\(question)'; "
        + "write a code, number or date that it takes"
    case .roleNeedsDate(let question):
      "role 'interview-date' needs a date but question '\(question)' is none; "
        + "make its type 'date'"
    case .dossierNotPlain(let question):
      "question '\(question)' keeps a dossier number (role: dossier) as a hash, so it is a text without "
        + "constraint, warning, calculation, default and persist; leave them out"
    case .roleTaken(let question, let earlier):
      "questions '\(question)' and '\(earlier)' both have the same role; "
        + "remove one of the two"
    case .unknownSampleQuestion(let id, let nearest):
      "sample block names question '\(id)', which does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "add it, perhaps with 'asked: false'")
    case .sampleNeedsNumber(let id, let key):
      "'\(key)' of the sample block needs a number but question '\(id)' is none; "
        + "make its type 'decimal' or 'integer'"
    case .unknownKeyQuestion(let id, let nearest):
      "key names question '\(id)', which does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "correct the name or add the question")
    case .badKeyQuestion(let id):
      "question '\(id)' cannot be part of the key; use select_one, integer, text or date"
    case .unknownGroup(let id, let section, let nearest):
      "section '\(section)' stands in group '\(id)', which does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "declare it in 'groups'")
    case .unknownParent(let id, let group, let nearest):
      "group '\(group)' stands in group '\(id)', which does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "declare it in 'groups'")
    case .groupInItself(let id):
      "group '\(id)' stands in itself; correct 'parent'"
    case .duplicateGroup(let id):
      "name '\(id)' of a group is already used for a group or question; rename one of the two"
    case .badRange(let question):
      "range of question '\(question)' cannot be counted; make 'step' other than 0 and no larger than the span"
    case .filterWithoutOptions(let question):
      "question '\(question)' has a 'choice_filter' but no options; remove it or change the type"
    case .unknownSeed(let id, let question, let nearest):
      "'randomize' of question '\(question)' names question '\(id)', which does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "correct the name or add the question")
    case .unknownTrigger(let id, let question, let nearest):
      "'trigger' of question '\(question)' names question '\(id)', which does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "correct the name or add the question")
    case .unknownPiped(let name, let nearest):
      "words hold the answer to '${\(name)}', which does not exist; "
        + (nearest.map { "did you mean '${\($0)}'?" } ?? "correct the name or add the question")
    case .carriedType(let type, let question, let isRequired):
      "type '\(type)' of question '\(question)' cannot be asked here; it is kept in the file and passed over"
        + (isRequired
          ? ", so no form can be completed; remove 'required'"
          : "; ask it in another way if it is needed")
    case .consentMissing:
      "questionnaire does not ask for consent; add 'consent: {version: ..., text: ...}'"
    }
  }
}
