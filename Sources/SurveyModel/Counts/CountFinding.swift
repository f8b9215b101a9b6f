/// What is to be said about a count that is entered.
package enum CountFinding: LocalizedMessage, Hashable {
  case unknownName(String, nearest: String?, known: [String])
  case badValue(String, CountNumber.Fault)
  case noSpan
  case severalSpans([String])
  case badSpan(String)
  /// A day stands in a column of periods.
  case dayAsPeriod(CalendarDate, column: String)
  case future(CountSpan, today: CalendarDate)
  case noEvidence
  case moreThanAll(done: String, Int, of: String, Int, span: CountSpan)
  /// Two lines of one file speak of the same; `earlier` is the index of the first.
  case repeated(AdministrativeCount.Subject, earlier: Int)
  case outsideYear(CountSpan, year: Int)
  case stillRunning(Period)
  /// The target is judged by shorter periods, of which a sum over several tells nothing.
  case longerThanJudged(Period, by: Plan.ReportPeriod)
  /// The count of a period cannot be that of what was counted inside it.
  case partsDisagree(AdministrativeCount.Subject, Int, parts: Int)

  /// Whether it keeps the count from being taken.
  package var isError: Bool {
    switch self {
    case .outsideYear, .stillRunning, .longerThanJudged, .partsDisagree: false
    default: true
    }
  }

  /// The stable code.
  package var code: String {
    switch self {
    case .unknownName: "unknown-count"
    case .badValue(_, let fault):
      switch fault {
      case .empty: "no-value"
      case .negative: "negative-value"
      case .ambiguous: "ambiguous-value"
      case .notWhole: "no-whole-number"
      case .tooLarge: "value-too-large"
      }
    case .noSpan: "no-day"
    case .severalSpans: "several-days"
    case .badSpan: "bad-day"
    case .dayAsPeriod: "day-as-period"
    case .future: "day-in-the-future"
    case .noEvidence: "no-evidence"
    case .moreThanAll: "more-done-than-there-is"
    case .repeated: "repeated-count"
    case .outsideYear: "outside-the-year"
    case .stillRunning: "period-still-running"
    case .longerThanJudged: "longer-than-judged"
    case .partsDisagree: "parts-disagree"
    }
  }

  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .unknownName(let name, let nearest, let known):
      (name.isEmpty ? "chưa ghi tên số liệu" : "kế hoạch không cần số liệu '\(Self.shown(name))'")
        + "; "
        + (nearest.map { "có phải là '\($0)'?" }
          ?? "các số liệu cần có: \(known.joined(separator: ", "))")
    case .badValue(let text, let fault):
      switch fault {
      case .empty: "chưa ghi giá trị; ghi một số nguyên, ví dụ 45 (không có thì ghi 0)"
      case .negative: "giá trị '\(Self.shown(text))' âm; số đếm nhỏ nhất là 0"
      case .ambiguous:
        "giá trị '\(Self.shown(text))' có thể là hàng nghìn hoặc số lẻ; viết liền không dấu, ví dụ \(Self.digits(text))"
      case .notWhole:
        "giá trị '\(Self.shown(text))' không phải số nguyên; chỉ viết chữ số, ví dụ 45"
      case .tooLarge: "giá trị '\(Self.shown(text))' quá lớn; nhiều nhất 12 chữ số"
      }
    case .noSpan: "chưa ghi ngày hoặc kỳ; ví dụ 30/06/2024, 3/2024, quý I/2024, 2024"
    case .severalSpans(let texts):
      "ghi nhiều ngày, kỳ cùng lúc (\(Self.shown(texts.joined(separator: ", ")))); chỉ giữ một"
    case .badSpan(let text):
      "'\(Self.shown(text))' không phải là ngày hoặc kỳ; viết ví dụ 30/06/2024, 3/2024, quý I/2024, 6 tháng đầu năm 2024, 2024"
    case .dayAsPeriod(let day, let column):
      "cột '\(Self.shown(column))': ô này là ngày \(day.dayMonthYear); ghi kỳ bằng chữ, ví dụ '\(Period(.month, of: day).phrase(in: .vietnamese))', hoặc để ngày ở cột 'Ngày'"
    case .future(let span, let today):
      "\(span.text(in: .vietnamese)) chưa tới (hôm nay là \(today.dayMonthYear)); chỉ nhập số liệu đã có"
    case .noEvidence: "chưa ghi căn cứ; ghi số, ký hiệu văn bản hoặc tài liệu chứng minh"
    case .moreThanAll(let done, let number, let of, let all, let span):
      "\(span.text(in: .vietnamese)): '\(done)' = \(number) lớn hơn '\(of)' = \(all); xem lại cả hai số, sửa số sai trước"
    case .repeated(let subject, _):
      "'\(subject.name)' của \(subject.span.text(in: .vietnamese)) đã có ở dòng trước; chỉ giữ một dòng"
    case .outsideYear(let span, let year):
      "\(span.text(in: .vietnamese)) nằm ngoài năm \(year) của kế hoạch nên không được tính cho chỉ tiêu"
    case .stillRunning(let period):
      "\(period.phrase(in: .vietnamese)) chưa hết nên đây là số tạm tính; nhập lại khi hết kỳ"
    case .longerThanJudged(let period, let kind):
      "\(period.phrase(in: .vietnamese)) dài hơn kỳ mà chỉ tiêu xét (\(Self.every(kind, .vietnamese))): tổng cả kỳ không cho biết từng kỳ nhỏ nên không được tính cho chỉ tiêu; nhập riêng \(Self.every(kind, .vietnamese)), ví dụ \(Self.example(kind, in: period)); số nhập nhầm thì rút bằng --withdraw"
    case .partsDisagree(let subject, let whole, let parts):
      "'\(subject.name)' của \(subject.span.text(in: .vietnamese)) là \(whole), còn các số bên trong kỳ đó cộng lại là \(parts); sửa số sai, vì như vậy chưa kết luận được"
    }
  }

  private var english: String {
    switch self {
    case .unknownName(let name, let nearest, let known):
      (name.isEmpty ? "the count has no name" : "the plan needs no count '\(Self.shown(name))'")
        + "; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "the counts are: \(known.joined(separator: ", "))")
    case .badValue(let text, let fault):
      switch fault {
      case .empty: "there is no value; write a whole number such as 45 (0 where there is nothing)"
      case .negative: "value '\(Self.shown(text))' is negative; the smallest count is 0"
      case .ambiguous:
        "value '\(Self.shown(text))' may be thousands or a fraction; write the digits alone, such as \(Self.digits(text))"
      case .notWhole:
        "value '\(Self.shown(text))' is no whole number; write digits alone, such as 45"
      case .tooLarge: "value '\(Self.shown(text))' is too large; at most 12 digits"
      }
    case .noSpan: "there is no day or period; write one such as 30/06/2024, 2024-03, 2024-Q1, 2024"
    case .severalSpans(let texts):
      "there are several days or periods (\(Self.shown(texts.joined(separator: ", ")))); keep one"
    case .badSpan(let text):
      "'\(Self.shown(text))' is no day or period; write one such as 30/06/2024, 2024-03, 2024-Q1, 2024-H1, 2024"
    case .dayAsPeriod(let day, let column):
      "column '\(Self.shown(column))': this cell is the day \(day); write the period in words such as '\(Period(.month, of: day).phrase(in: .english))', or put the day into a column 'date'"
    case .future(let span, let today):
      "\(span.text(in: .english)) is still to come (today is \(today)); enter what is known only"
    case .noEvidence: "there is no evidence; name the document that proves the number"
    case .moreThanAll(let done, let number, let of, let all, let span):
      "\(span.text(in: .english)): '\(done)' = \(number) is more than '\(of)' = \(all); look at both and mend the wrong one first"
    case .repeated(let subject, _):
      "'\(subject.name)' of \(subject.span.text(in: .english)) stands in an earlier line; keep one"
    case .outsideYear(let span, let year):
      "\(span.text(in: .english)) lies outside the plan's year \(year) and counts for no target"
    case .stillRunning(let period):
      "\(period.phrase(in: .english)) is not over, so this is a count so far; enter it again when it is"
    case .longerThanJudged(let period, let kind):
      "\(period.phrase(in: .english)) is longer than what the target is judged by (\(Self.every(kind, .english))): its sum does not tell what each of these had, and counts for no target; enter \(Self.every(kind, .english)) by itself, such as \(Self.example(kind, in: period)); a slip is taken back with --withdraw"
    case .partsDisagree(let subject, let whole, let parts):
      "'\(subject.name)' of \(subject.span.text(in: .english)) is \(whole), and what lies inside it adds up to \(parts); mend the wrong one, since nothing follows from both"
    }
  }

  /// The periods by which a target is judged.
  private static func every(_ kind: Plan.ReportPeriod, _ language: InterfaceLanguage) -> String {
    switch kind {
    case .month: language.choose("từng tháng", "each month")
    case .quarter: language.choose("từng quý", "each quarter")
    case .halfYear: language.choose("từng 6 tháng", "each half-year")
    case .year: language.choose("từng năm", "each year")
    }
  }

  /// The first shorter period of a longer one, as it is entered.
  private static func example(_ kind: Plan.ReportPeriod, in period: Period) -> String {
    "--\(kind.rawValue) \(Period(kind, of: period.firstDay).id)"
  }

  /// Typed text, shortened and without anything that steers a terminal.
  private static func shown(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(60) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The digits of a grouped number.
  private static func digits(_ text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }
}
