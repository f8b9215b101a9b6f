import SurveyFormats
import Tabular
import Testing

@Suite struct FooterRuleTests {
  /// The kinds of all records below the header, `-` for interviews.
  private func kinds(_ text: String) throws -> [String] {
    var reader = try CSVReader(.text(text), delimiter: .semicolon)
    let header = try #require(try reader.next()).texts
    var rule = FooterRule(header: header)
    var kinds: [String] = []
    while let record = try reader.next() {
      kinds.append(rule.kind(of: record).map { "\($0)" } ?? "-")
    }
    return kinds
  }

  @Test func `totals with figures are sent back, totals alone are passed`() throws {
    #expect(
      try kinds("a;b;c;d;e\nXã A;1;2;3;4\nTổng cộng;10;20;30;40\nTỔNG SỐ:;4;;;\nCộng;;;;\n")
        == ["-", "total", "footer", "footer"]
    )
  }

  @Test func `signatures and the names below them are passed`() throws {
    #expect(
      try kinds(
        "a;b;c;d;e\nXã A;1;2;3;4\n;;;Xã A, ngày 5 tháng 9 năm 2026;\nNgười lập biểu;;;Chủ tịch;\nchữ ký;;;;\nXã B;1;2;3;4\n"
      ) == ["-", "footer", "footer", "footer", "-"]
    )
  }

  @Test func `places and companies that begin like a total are interviews`() throws {
    #expect(
      try kinds("a;b;c;d;e\nTổng công ty X;1;2;3;4\nCộng Hòa;1;2;3;4\nTổng công ty Y;1;;;\n")
        == ["-", "-", "-"]
    )
  }

  @Test func `in a narrow table only a word by itself is a footer`() throws {
    #expect(
      try kinds("a;b\nTrung bình;3\nTổng;\nGhi chú: x;\nXã A;1\n") == [
        "total", "footer", "footer", "-",
      ]
    )
  }
}
