/// What can be wrong with a register of administrative units.
enum UnitFinding: DiagnosticMessage, Equatable {
  case unitTwice(String, earlier: SourceLocation)
  case codeTwice(String, with: AdministrativeUnit)
  case daysReversed(AdministrativeUnit)
  case unknownParent(String, nearest: String?)
  case parentLevel(AdministrativeUnit, parent: AdministrativeUnit)
  case parentDays(AdministrativeUnit, parent: AdministrativeUnit)
  case noSuccessor(AdministrativeUnit)
  case noPredecessor(AdministrativeUnit)
  case bothSidesEmpty
  case unknownSide(String, nearest: String?)
  case successionTwice(earlier: SourceLocation)
  case confirmedIncomplete
  case endsOtherwise(AdministrativeUnit)
  case beginsOtherwise(AdministrativeUnit)
  case wholeAndMore(AdministrativeUnit)
  case circle(AdministrativeUnit)
  case districtDisagrees(AdministrativeUnit, into: AdministrativeUnit, child: AdministrativeUnit)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case unitTwice = "unit-twice"
    case codeTwice = "unit-code-twice"
    case daysReversed = "unit-days-reversed"
    case unknownParent = "unit-unknown-parent"
    case parentLevel = "unit-parent-level"
    case parentDays = "unit-parent-days"
    case noSuccessor = "unit-without-successor"
    case noPredecessor = "unit-without-predecessor"
    case bothSidesEmpty = "succession-empty"
    case unknownSide = "succession-unknown-unit"
    case successionTwice = "succession-twice"
    case confirmedIncomplete = "succession-incomplete"
    case endsOtherwise = "succession-end-gap"
    case beginsOtherwise = "succession-begin-gap"
    case wholeAndMore = "succession-whole-and-more"
    case circle = "succession-circle"
    case districtDisagrees = "succession-district-disagrees"
  }

  var code: String {
    let code: Code =
      switch self {
      case .unitTwice: .unitTwice
      case .codeTwice: .codeTwice
      case .daysReversed: .daysReversed
      case .unknownParent: .unknownParent
      case .parentLevel: .parentLevel
      case .parentDays: .parentDays
      case .noSuccessor: .noSuccessor
      case .noPredecessor: .noPredecessor
      case .bothSidesEmpty: .bothSidesEmpty
      case .unknownSide: .unknownSide
      case .successionTwice: .successionTwice
      case .confirmedIncomplete: .confirmedIncomplete
      case .endsOtherwise: .endsOtherwise
      case .beginsOtherwise: .beginsOtherwise
      case .wholeAndMore: .wholeAndMore
      case .circle: .circle
      case .districtDisagrees: .districtDisagrees
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .noSuccessor, .noPredecessor: .warning
    default: .error
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .unitTwice(let id, let earlier):
      "đơn vị '\(id)' đã có ở \(earlier); mỗi 'id' dùng một lần, hãy đổi một trong hai"
    case .codeTwice(let code, let other):
      "mã '\(code)' trong cùng thời gian đã là của '\(other.id)' ở \(other.location); "
        + "hãy sửa mã hoặc ngày"
    case .daysReversed(let unit):
      "đơn vị '\(unit.id)' hết hiệu lực trước khi có; hãy sửa 'valid_from' hoặc 'valid_to'"
    case .unknownParent(let id, let nearest):
      "danh mục không có đơn vị cấp trên '\(id)'; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy thêm đơn vị đó hoặc sửa 'parent'")
    case .parentLevel(let unit, let parent):
      "đơn vị '\(unit.id)' không thể thuộc '\(parent.id)' vì không ở cấp thấp hơn; "
        + "hãy sửa 'parent' hoặc 'kind'"
    case .parentDays(let unit, let parent):
      "đơn vị '\(unit.id)' có những ngày mà cấp trên '\(parent.id)' chưa có hoặc đã hết; "
        + "hãy tách thành hai dòng, mỗi dòng một cấp trên"
    case .noSuccessor(let unit):
      "đơn vị '\(unit.id)' đã hết hiệu lực mà không ghi nay thuộc đâu; hãy thêm dòng kế thừa, "
        + "để trống 'to' nếu chưa biết"
    case .noPredecessor(let unit):
      "đơn vị '\(unit.id)' không ghi được lập từ đâu; hãy thêm dòng kế thừa, "
        + "để trống 'from' nếu chưa biết"
    case .bothSidesEmpty: "dòng kế thừa phải có 'from' hoặc 'to'; hãy điền hoặc bỏ dòng"
    case .unknownSide(let id, let nearest):
      "danh mục không có đơn vị '\(id)'; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy thêm đơn vị đó hoặc sửa tên")
    case .successionTwice(let earlier):
      "dòng kế thừa này đã có ở \(earlier); hãy bỏ một dòng"
    case .confirmedIncomplete:
      "dòng đã xác nhận phải đủ 'from', 'to', 'date' và 'extent'; hãy điền, hoặc ghi 'confirmed' là 'no'"
    case .endsOtherwise(let unit):
      "đơn vị '\(unit.id)' phải hết hiệu lực đúng một ngày trước ngày kế thừa; "
        + "hãy sửa 'date' hoặc 'valid_to'"
    case .beginsOtherwise(let unit):
      "đơn vị '\(unit.id)' phải có hiệu lực từ đúng ngày kế thừa; hãy sửa 'date' hoặc 'valid_from'"
    case .wholeAndMore(let unit):
      "đơn vị '\(unit.id)' đã nhập toàn bộ vào một đơn vị nên không còn gì cho đơn vị khác; "
        + "hãy ghi 'part' hoặc bỏ dòng thừa"
    case .circle(let unit):
      "việc kế thừa của '\(unit.id)' chạy thành vòng tròn; hãy sửa một dòng"
    case .districtDisagrees(let district, let into, let child):
      "'\(child.id)' nhập vào '\(into.id)' nhưng '\(district.id)' không có dòng nào như vậy; "
        + "hãy thêm dòng '\(district.id),\(into.id)' hoặc sửa dòng này"
    }
  }

  private var english: String {
    switch self {
    case .unitTwice(let id, let earlier):
      "unit '\(id)' stands at \(earlier) already; an 'id' is used once, change one of the two"
    case .codeTwice(let code, let other):
      "code '\(code)' belongs to '\(other.id)' at \(other.location) on some of the same days; "
        + "correct code or days"
    case .daysReversed(let unit):
      "unit '\(unit.id)' ends before it begins; correct 'valid_from' or 'valid_to'"
    case .unknownParent(let id, let nearest):
      "the register has no unit '\(id)' to stand above; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "add it or correct 'parent'")
    case .parentLevel(let unit, let parent):
      "unit '\(unit.id)' cannot be below '\(parent.id)', which is of no higher tier; "
        + "correct 'parent' or 'kind'"
    case .parentDays(let unit, let parent):
      "unit '\(unit.id)' has days on which '\(parent.id)' above it was not valid; "
        + "make two rows of it, one for each parent"
    case .noSuccessor(let unit):
      "unit '\(unit.id)' has ended and nothing says where it is now; add a succession, "
        + "with an empty 'to' when it is not known"
    case .noPredecessor(let unit):
      "nothing says what unit '\(unit.id)' was made of; add a succession, "
        + "with an empty 'from' when it is not known"
    case .bothSidesEmpty: "a succession needs 'from' or 'to'; fill one in or remove the row"
    case .unknownSide(let id, let nearest):
      "the register has no unit '\(id)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "add it or correct the name")
    case .successionTwice(let earlier):
      "the same succession stands at \(earlier); remove one of the two"
    case .confirmedIncomplete:
      "a confirmed succession has 'from', 'to', 'date' and 'extent'; fill them in or write 'no' under 'confirmed'"
    case .endsOtherwise(let unit):
      "unit '\(unit.id)' has to end on the day before the succession; correct 'date' or 'valid_to'"
    case .beginsOtherwise(let unit):
      "unit '\(unit.id)' has to begin on the day of the succession; correct 'date' or 'valid_from'"
    case .wholeAndMore(let unit):
      "all of unit '\(unit.id)' went into one unit, and nothing is left for another; "
        + "write 'part' or remove a row"
    case .circle(let unit): "successions of '\(unit.id)' lead in a circle; correct one of them"
    case .districtDisagrees(let district, let into, let child):
      "'\(child.id)' went into '\(into.id)', but no row says so of '\(district.id)' above it; "
        + "add '\(district.id),\(into.id)' or correct this row"
    }
  }
}
