import Foundation
import SurveyModel
import Testing

@testable import SurveyFormats

@Suite struct ValueCodesTests {
  private static let example = FormatFault.Example(text: "1,5", line: 2)

  private static let rejections: [CellRejection] = [
    .answer(.notANumber(text: "x")), .ambiguousNumber("1.234"),
    .otherDecimalMark("1.5", column: .comma), .unit("2 tháng", unit: "tháng"),
    .exponent("1e400"), .tooLarge("99999999999999999999"),
    .future("1/1/2999", today: .epoch), .dayNumber("45928"),
    .openDayNumber("1952"),
    .codeAgainstLabel("5 - A", byCode: "B", byLabel: "A"),
    .uncovered("a, x", rest: "x", closest: nil), .uncovered("a, x", rest: "x", closest: "a"),
    .twoReadings("a, b", [[.init(code: "1", label: "A")], [.init(code: "2", label: "B")]]),
    .optionAgainstAll(
      TableColumn(number: 1, header: "q"),
      "1",
      option: TableColumn(number: 2, header: "q/1"),
      ""
    ),
    .damage(.error("#N/A")), .damage(.tooNarrow("####")), .damage(.rounded("1E+08")),
    .damage(.lostZero("91", restored: "091")), .damage(.date("02-Jan", closest: nil)),
    .damage(.date("02-Jan", closest: "1-2")), .damage(.dateForNumber("02-Jan")),
  ]

  private static let notes: [CellNote] =
    MissingReason.allCases.map { .missingMark("-", $0) } + [
      .withoutMarks(label: "A"), .codeForm("1.0", code: "1"), .byLabel(label: "A"),
      .mirrored(printed: "5", label: "A"), .percent(ofOne: true), .percent(ofOne: false),
      .unit("đ"), .shortNumber, .formulaGuard, .textMark,
    ]

  private static let formats: [FormatNote] = [
    .decimalMark(.comma, .column, shown: 1, ambiguous: 0),
    .decimalMark(.comma, .wholeNumbers, shown: 0, ambiguous: 1),
    .decimalMark(.point, .option, shown: 0, ambiguous: 1),
    .dateOrder(.dayMonth, .custom, proven: 0, ambiguous: 1),
    .dateOrder(.monthDay, .column, proven: 1, ambiguous: 1),
    .dateOrder(.dayMonth, .earlier, proven: 0, against: 1, ambiguous: 1),
    .shortYears(1, from: 1927, to: 2026), .dayNumbers(1, .from1904),
    .dayNumbers(1, .from1904, isDeclared: true),
    .mirroredScale(code: "5", label: "A"), .numberLabels("1"), .ranks,
  ].map { FormatNote(column: "q", kind: $0) }

  private static let faults: [FormatFault] =
    [
      .mixedDecimalMarks(points: 1, example, commas: 2, example),
      .openPercent(percents: 2, ones: 1, example),
      .mixedDateOrders(dayMonth: 1, example, monthDay: 2, example),
      .openDateOrder(1, example, other: "r"),
      .openScale(bare: 1, example, contradicting: example, byCode: "A", byLabel: "B"),
      .openScaleBeside(bare: 1, example, other: "r"),
      .turnedDays(1, texts: 2, example),
      .retypedDays(1, example, changed: 2, .dayMonth, isText: true),
      .retypedDays(1, example, changed: 2, .monthDay, isText: false),
      .openNumbers(1, example, byCode: "A", byLabel: "B"),
      .openLegend("1 = A", byCode: "B", byLabel: "A"), .openOptions(example),
      .openZero(example),
      .againstMap(.dateOrder(.monthDay), example), .againstMap(.mirrored, example),
    ].map { FormatFault(column: "q", kind: $0) } + open

  private static let open =
    OpenNumber(.init(text: "1.234", line: 2), isWhole: false).map {
      [FormatFault(column: "q", kind: .openDecimalMark(3, $0))]
    } ?? []

  @Test func `everything is said in both languages`() {
    #expect(!Self.open.isEmpty)
    let messages: [any LocalizedMessage] =
      Self.rejections + Self.notes + Self.formats + Self.faults
      + Self.faults.map { TableFault.format($0) }
    for message in messages {
      let texts = InterfaceLanguage.allCases.map { message.text(in: $0) }
      #expect(texts[0] != texts[1])
      #expect(texts.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func `every code is documented in both languages`() throws {
    let page = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/SurveyModel/SurveyModel.docc/ImportCodes.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    let codes = Set(
      Self.rejections.map(\.code) + Self.notes.compactMap(\.code) + Self.formats.map(\.code)
        + Self.faults.map(\.code) + Self.faults.map { TableFault.format($0).code }
    )
    #expect(
      codes.sorted()
        == ["V01", "V02", "V03", "V04", "V05", "V06", "V07", "V09", "V10", "V11", "X01"]
        .filter(codes.contains)
    )
    for code in codes {
      let row = try #require(rows.first { $0.hasPrefix("| \(code) |") }, "\(code)")
      #expect(row.split(separator: "|").count == 3)
    }
  }
}
