import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Nothing that stands in a file of counts may end the program.
@Suite struct CountFuzzTests {
  private static let plan = Plan(
    id: "p",
    office: LocalizedText(["vi": "Xã"]),
    year: 2024,
    targets: [
      Target(
        id: "t",
        promise: LocalizedText(["vi": "t"]),
        kind: .count(AdministrativeTarget(done: "xong", of: "giao", every: .quarter, atLeast: 1)),
        location: SourceLocation(file: "p", line: 1, column: 1)
      )
    ]
  )

  private static let pieces = [
    "Tên", "name", "Giá trị", "value", "Kỳ", "period", "ngày", "Căn cứ", "evidence", "xong", "giao",
    "1", "0", "-1", "1.000", "999999999999", "9999999999999999999999", "2024", "3/2024",
    "quý I/2024",
    "2024-Q1", "30/02/2024", "29/02/2024", "6 tháng đầu năm 2024", "0000", "9999", "I/9999",
    "T12/1",
    "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "\u{0}", "\u{FEFF}", "\u{300}",
    "\u{202E}", "\u{1F600}", "Đ", "đ", "/", "-", ".",
  ]

  @Test func `files made of pieces are read or refused`() throws {
    var random = Numbers(state: 20_241_231)
    let today = try #require(CalendarDate(iso: "2024-07-15"))
    let reader = CountReader(Self.plan, today: today)
    var read = 0
    for round in 0..<800 {
      var text = round.isMultiple(of: 3) ? "" : "name,value,period,evidence\n"
      for _ in 0..<random.below(24) { text += Self.pieces[random.below(Self.pieces.count)] }
      guard let table = try? CountTable(.text(text)) else { continue }
      read += 1
      let statements = table.lines.compactMap { reader.read($0.texts).statement }
      let check = CountCheck(Self.plan, book: CountBook(), today: today)
      #expect(check.findings(in: statements).count == statements.count)
    }
    #expect(read > 100)
    // Good lines among bad ones, so that the rest is looked at too.
    let good = try CountTable(.text("name,value,period,evidence\nxong,1,2024-Q1,x\n"))
    #expect(good.lines.compactMap { reader.read($0.texts).statement }.count == 1)
  }

  @Test func `bytes that are no text are read or refused`() {
    var random = Numbers(state: 77)
    for _ in 0..<300 {
      let bytes = (0..<random.below(200)).map { _ in UInt8(random.below(256)) }
      _ = try? CountTable(.bytes(bytes))
      _ = try? CountTable(.bytes(Array("name,value,period,evidence\n".utf8) + bytes))
      _ = try? CountTable(.bytes([0x50, 0x4B, 0x03, 0x04] + bytes))
    }
  }

  @Test func `days, periods and numbers made of pieces are read or refused`() throws {
    var random = Numbers(state: 5)
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<(1 + random.below(5)) { text += Self.pieces[random.below(Self.pieces.count)] }
      if let span = CountSpan(reading: text) {
        #expect(CountSpan(span.id) == span)
        #expect(span.firstDay <= span.lastDay)
      }
      for kind in Period.Kind.allCases {
        if let period = Period(reading: text, kind: kind) { #expect(period.kind == kind) }
      }
      if let value = try? CountNumber.parse(text) {
        #expect((0...AdministrativeCount.largest).contains(value))
      }
    }
  }

  private struct Numbers {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
  }
}
