import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Made-up interviews written in many dialects, all of which have to give the same answers.
@Suite struct DialectPropertyTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  /// A generator that a seed reproduces on every machine.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private func answer(to question: Question, _ dice: inout Dice) -> Answer {
    if Int.random(in: 0..<8, using: &dice) == 0 {
      return .missing(question.missing.randomElement(using: &dice)?.reason ?? .noAnswer)
    }
    switch question.kind {
    case .selectOne(let list):
      return .choice(list.choices.randomElement(using: &dice)?.code ?? "")
    case .selectMultiple(let list):
      let codes = list.choices.filter { !$0.isExclusive && Bool.random(using: &dice) }.map(\.code)
      return codes.isEmpty ? .choices(["z"]) : .choices(codes)
    case .integer: return .integer(Int.random(in: 18...99_999, using: &dice))
    case .decimal:
      return .decimal(Double(Int.random(in: -9999...99_999_999, using: &dice)) / 10_000)
    case .date:
      return form.moment.now.localDate.adding(days: -Int.random(in: 0...20_000, using: &dice))
        .map { .date($0) } ?? .missing(.noAnswer)
    case .text:
      if question.id == "ma" {
        let digits = (0..<9).map { _ in String(Int.random(in: 0...9, using: &dice)) }
        return .text("0" + digits.joined())
      }
      let words = ["tốt, nhanh", "chờ \"lâu\"", "dòng một\ndòng hai", "Vĩnh Châu", "x;y|z", "5"]
      return .text(words.randomElement(using: &dice) ?? "x")
    case .rank, .range, .time, .dateTime, .barcode, .acknowledge, .note, .calculate, .hidden,
      .metadata, .carried:
      return .missing(.notApplicable)
    }
  }

  private func interviews(seed: UInt64) -> [[Answer]] {
    var dice = Dice(state: seed)
    let questions = form.plan.questionnaire.questions
    var rows = (0..<60).map { _ in questions.map { answer(to: $0, &dice) } }
    // Each number column shows its mark and each date column its order at least once.
    rows[0] = questions.enumerated().map { index, question in
      switch question.kind {
      case .decimal: .decimal(0.5)
      case .date: CalendarDate(year: 2025, month: 9, day: 28).map { .date($0) } ?? rows[0][index]
      default: rows[0][index]
      }
    }
    return rows
  }

  /// One way in which a program or an office writes answers.
  struct Dialect: Sendable, CustomTestStringConvertible {
    let name: String
    var delimiter = ","
    var style = AnswerCells.Style.codes
    var dates: @Sendable (CalendarDate) -> String = { $0.description }
    var decimals: @Sendable (String) -> String = { $0 }
    var choice: (@Sendable (Choice) -> String)?
    var joins = " "
    var whole: @Sendable (String) -> String = { $0 }
    var testDescription: String { name }
  }

  static let dialects: [Dialect] = {
    let comma: @Sendable (String) -> String = { $0.replacing(".", with: ",") }
    let grouped: @Sendable (String) -> String = { text in
      let parts = text.split(separator: ".")
      var whole = parts.first.map(String.init) ?? ""
      if whole.utf8.count > 3, !whole.hasPrefix("-") {
        whole = "\(whole.dropLast(3)).\(whole.suffix(3))"
      }
      return parts.count > 1 ? "\(whole),\(parts[1])" : whole
    }
    let label: @Sendable (Choice) -> String = { $0.label.text("vi") }
    return [
      Dialect(name: "codes"),
      Dialect(name: "codes with tabs", delimiter: "\t"),
      Dialect(name: "labels in Vietnamese", style: .labels("vi")),
      Dialect(name: "labels in English", style: .labels("en")),
      Dialect(
        name: "a Vietnamese spreadsheet",
        delimiter: ";",
        dates: { $0.dayMonthYear },
        decimals: grouped,
        choice: { "\($0.code) - \(label($0))" },
        joins: "; "
      ),
      Dialect(
        name: "a web form",
        dates: { "\($0.dayMonthYear) 8:05:11" },
        decimals: comma,
        choice: label,
        joins: ", "
      ),
      Dialect(
        name: "an American program",
        dates: { "\($0.month)/\($0.day)/\($0.year)" },
        choice: { "\(label($0)) (\($0.code))" },
        joins: ";"
      ),
      Dialect(
        name: "capitals without composition",
        dates: { "ngày \($0.day) tháng \($0.month) năm \($0.year)" },
        choice: { label($0).uppercased() },
        joins: " | ",
        whole: { text in
          var apart = ""
          for scalar in text.unicodeScalars {
            apart += scalar == "ò" ? "o\u{300}" : String(scalar)
          }
          return "\u{A0}\(apart) "
        }
      ),
      Dialect(
        name: "without marks",
        choice: { MatchingKey(label($0)).withoutMarks },
        joins: "\n"
      ),
    ]
  }()

  private func cell(_ answer: Answer, _ question: Question, _ dialect: Dialect) -> String? {
    func name(_ code: String) -> String {
      guard let write = dialect.choice,
        let choice = question.kind.choiceList?.choices.first(where: { $0.code == code })
      else { return code }
      return write(choice)
    }
    switch answer {
    case .choice(let code): return dialect.choice == nil ? nil : name(code)
    case .choices(let codes):
      return dialect.choice == nil ? nil : codes.map(name).joined(separator: dialect.joins)
    case .decimal: return dialect.decimals(answer.text)
    case .date(let date): return dialect.dates(date)
    default: return nil
    }
  }

  @Test(arguments: dialects, [1, 2, 3, 4, 5] as [UInt64])
  func `every dialect gives the same answers`(dialect: Dialect, seed: UInt64) throws {
    let questions = form.plan.questionnaire.questions
    let written = AnswerCells(form.plan.questionnaire, style: dialect.style)
    let interviews = interviews(seed: seed)
    var records = [written.header]
    for answers in interviews {
      let plain = written.cells(answers)
      records.append(
        zip(written.questions, plain).map { index, text in
          dialect.whole(cell(answers[index], questions[index], dialect) ?? text)
        }
      )
    }
    let delimiter = try #require(CSVDelimiter(rawValue: dialect.delimiter))
    let format = CSVFormat(delimiter: delimiter, hasByteOrderMark: true, guardsFormulas: true)
    let bytes = CSVWriter.bytes(of: records, format: format)
    let (rows, _) = try form.rows(String(decoding: bytes, as: UTF8.self))
    #expect(rows.count == interviews.count)
    for (row, answers) in zip(rows, interviews) {
      #expect(row.faults.map { "\($0)" } == [])
      for index in written.questions {
        #expect(row.form.answers[index] == answers[index], "\(questions[index].id), \(row.line)")
      }
    }
  }

  /// Pieces of cells from which hostile ones are put together.
  private static let pieces = [
    "1", "4", "5", "98", "28", "09", "2025", "/", "-", ".", ",", ";", "|", " ", "\u{A0}", "\n", "%",
    "Hài lòng", "hai long", "Báo, đài", "mạng", "Loa", "Không biết", "KTL", "#", "#N/A", "E+08",
    "'",
    "(", ")", "[", "]", "tháng", "năm", "SA", "GMT+7", "Z", ":", "đ", "\u{301}", "\u{FEFF}", "９",
    "−",
    "99999999999999999999", "=", "Jan", "x", "a", "b", "true",
  ]

  @Test func `a cell means the same whenever it is read, and nothing traps`() throws {
    let questions = form.plan.questionnaire.questions
    let header = questions.map(\.id) + ["kenh__a", "kenh__b"]
    let map = ColumnMap(header: header, questionnaire: form.plan.questionnaire)
    var rows = RowReader(plan: form.plan, map: map, moment: form.moment)
    let once = CellReader(
      plan: form.plan,
      map: map,
      formats: ColumnFormats(columnCount: header.count),
      moment: form.moment
    )
    var dice = Dice(state: 7)
    for _ in 0..<3000 {
      let cells = header.map { _ in
        (0..<Int.random(in: 0...5, using: &dice)).map { _ in
          Self.pieces.randomElement(using: &dice) ?? ""
        }.joined()
      }
      let bytes = CSVWriter.bytes(of: [cells], format: .exact)
      var reader = try CSVReader(.bytes(bytes))
      guard let record = try reader.next() else { continue }
      let (answers, faults) = rows.read(record)
      for (column, text) in cells.enumerated() where column < questions.count {
        let reading = once.read(text, column: column)
        let again = record.withBytes(of: column) { rows.readCell($0, column: column) }
        #expect(reading == again)
        guard map.meanings[column] != .question(try #require(form.plan.index(of: "kenh"))) else {
          continue
        }
        switch reading {
        case .answer(let answer, _): #expect(answers[column] == answer)
        case .refused(let rejection):
          #expect(faults.contains { $0.column == column && $0.rejection == rejection })
          for language in InterfaceLanguage.allCases {
            #expect(rejection.text(in: language).hasSuffix("."))
          }
        case .option: Issue.record("no option")
        }
        if case .selectOne = questions[column].kind,
          let spoken = try? form.plan.steps[column].reader.read(text), !text.trimmed.isEmpty
        {
          #expect(reading == .answer(spoken, nil), "\(text)")
        }
      }
    }
  }
}
