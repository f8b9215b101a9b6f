import SurveyModel
import SurveyStatistics

/// An error of planning with the names of the groups it speaks of.
struct PlanningProblem: Error, LocalizedMessage {
  let error: PlanningError
  let names: [String]

  func text(in language: InterfaceLanguage) -> String {
    error.text(language == .vietnamese ? .vietnamese : .english) { index in
      names.indices.contains(index) ? names[index] : String(index + 1)
    }
  }
}

/// Runs `body`; an error of planning becomes a ``WorkflowError``.
func planning<Value>(
  at place: String? = nil,
  names: [String] = [],
  _ body: () throws(PlanningError) -> Value
) throws(WorkflowError) -> Value {
  do throws(PlanningError) {
    return try body()
  } catch {
    throw WorkflowError(PlanningProblem(error: error, names: names), at: place)
  }
}

/// What is wrong with a list from which a sample is planned; rows count as in the file, from
/// its header, row 1.
enum FrameProblem: Error, Hashable, Sendable {
  case noRows
  case noColumn(String, known: [String])
  case blank(column: String, row: Int)
  case notANumber(column: String, row: Int, text: String)
  case notWhole(column: String, row: Int, text: String)
  case notAShare(column: String, row: Int, text: String)
  case ambiguous(column: String, row: Int, text: String)
  case repeated(column: String, text: String, row: Int, other: Int)
  case differs(column: String, group: String)
  case columnTaken(String)
  case unallocated(group: String)
  case unknownGroup(String)
}

extension FrameProblem: LocalizedMessage {
  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .noRows: "danh sách không có dòng nào dưới dòng tiêu đề"
    case .noColumn(let name, let known):
      "không có cột '\(name)'; các cột hiện có: \(known.joined(separator: ", "))"
    case .blank(let column, let row):
      "cột '\(column)', dòng \(row): ô trống; hãy điền hoặc bỏ dòng này"
    case .notANumber(let column, let row, let text):
      "cột '\(column)', dòng \(row): '\(text)' không phải là số"
    case .notWhole(let column, let row, let text):
      "cột '\(column)', dòng \(row): '\(text)' không phải là số nguyên không âm"
    case .notAShare(let column, let row, let text):
      "cột '\(column)', dòng \(row): '\(text)' không phải là tỷ lệ từ 0 đến 1 hoặc 0% đến 100%"
    case .ambiguous(let column, let row, let text):
      "cột '\(column)', dòng \(row): '\(text)' có thể là hàng nghìn hoặc số lẻ;"
        + " hãy viết số nguyên không có dấu chấm, dấu phẩy"
    case .repeated(let column, let text, let row, let other):
      "cột '\(column)': '\(text)' có ở dòng \(row) và dòng \(other); mỗi đơn vị chỉ được có một dòng"
    case .differs(let column, let group):
      "cột '\(column)' có nhiều giá trị khác nhau trong nhóm '\(group)'; mỗi nhóm một giá trị"
    case .columnTaken(let name):
      "danh sách đã có cột '\(name)'; hãy đổi tên cột đó"
    case .unallocated(let group):
      "bảng phân bổ không có tầng '\(group)'; ghi 0 nếu không chọn ai ở tầng này"
    case .unknownGroup(let group):
      "bảng phân bổ có tầng '\(group)' nhưng danh sách không có"
    }
  }

  private var english: String {
    switch self {
    case .noRows: "the list has no rows below its header"
    case .noColumn(let name, let known):
      "there is no column '\(name)'; the columns are: \(known.joined(separator: ", "))"
    case .blank(let column, let row):
      "column '\(column)', row \(row): empty; fill it in or take the row out"
    case .notANumber(let column, let row, let text):
      "column '\(column)', row \(row): '\(text)' is no number"
    case .notWhole(let column, let row, let text):
      "column '\(column)', row \(row): '\(text)' is no whole number of at least 0"
    case .notAShare(let column, let row, let text):
      "column '\(column)', row \(row): '\(text)' is no share of 0 to 1 or 0% to 100%"
    case .ambiguous(let column, let row, let text):
      "column '\(column)', row \(row): '\(text)' may be thousands or a fraction;"
        + " write a whole number without points and commas"
    case .repeated(let column, let text, let row, let other):
      "column '\(column)': '\(text)' is in row \(row) and row \(other); each unit has one row"
    case .differs(let column, let group):
      "column '\(column)' has different values in group '\(group)'; a group has one value"
    case .columnTaken(let name):
      "the list has a column '\(name)' already; please rename it"
    case .unallocated(let group):
      "the allocation has no stratum '\(group)'; write 0 if nobody is drawn there"
    case .unknownGroup(let group):
      "the allocation has a stratum '\(group)' that is not in the list"
    }
  }
}
