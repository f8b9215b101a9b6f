import ArgumentParser
import SurveyWorkflow

/// What the user knows about the values of a file, where the file does not tell.
struct ImportValueOptions: ParsableArguments {
  @Option(
    help: help(
      "Dấu thập phân của mọi cột số: point (chấm) hoặc comma (phẩy); mặc định tự nhận ra.",
      "The decimal mark of all numbers: point or comma; found out otherwise."
    )
  )
  var decimal: String?

  @Option(
    help: help(
      "Thứ tự của ngày: day-month hoặc month-day; mặc định tự nhận ra.",
      "The order in dates: day-month or month-day; found out otherwise."
    )
  )
  var dateOrder: String?

  @Option(
    help: help(
      "Hệ đếm ngày của Excel: 1900 (mặc định) hoặc 1904.",
      "Excel's system of day numbers: 1900 (the default) or 1904."
    )
  )
  var excelDates: String?

  @Option(
    help: help(
      "Số đứng một mình trong ô: as-declared (là mã của phiếu), mirrored (thang đếm ngược với phiếu) hoặc labels (là chữ của lựa chọn, nơi số vừa là mã vừa là chữ).",
      "Numbers alone in cells: as-declared (the form's codes), mirrored (scales from the other end) or labels (the words of options, where a number is both)."
    )
  )
  var scaleCodes: String?

  @Option(
    help: help(
      "Dấu thiếu trả lời, ví dụ '99=refused'; lý do: do-not-know, refused, no-answer, not-applicable, not-reached; answer nếu là câu trả lời. Dùng được nhiều lần.",
      "A mark for a missing answer, such as '99=refused'; reasons: do-not-know, refused, no-answer, not-applicable, not-reached; answer if it is one. Repeats."
    )
  )
  var missing: [String] = []

  func validate() throws {
    do {
      var options = ImportOptions()
      try add(to: &options)
    } catch {
      throw ValidationError(error.text(in: Environment.language))
    }
  }

  /// Adds what was said.
  func add(to options: inout ImportOptions) throws(ImportOptions.ValueProblem) {
    try options.setValues(
      decimal: decimal,
      dateOrder: dateOrder,
      excelDates: excelDates,
      scaleCodes: scaleCodes,
      missing: missing
    )
  }
}
