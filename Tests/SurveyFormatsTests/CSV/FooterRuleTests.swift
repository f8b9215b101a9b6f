import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite struct FooterRuleTests {
  /// The kinds of all records below the header, `-` for interviews.
  private func kinds(_ text: String, labels: [Int: Set<String>] = [:]) throws -> [String] {
    var reader = try CSVReader(.text(text), delimiter: .semicolon)
    let header = try #require(try reader.next()).texts
    var rule = FooterRule(header: header, labels: labels)
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

  @Test func `an option of the column is no total`() throws {
    let text =
      "a;b;c;d;e\nTrung bình;1;2;3;4\nTRUNG BÌNH;Trung bình;Trung bình;;\nTrung bình (3);;;;\n;Trung bình;1;2;3\nTổng;1;2;3;4\nTổng;;;;\nNote 2;;;;\n"
    #expect(
      try kinds(text, labels: [0: ["trung bình", "tốt"]])
        == ["-", "-", "-", "total", "total", "footer", "footer"]
    )
    #expect(
      try kinds(text, labels: [0: ["tổng", "note 2"], 1: ["trung bình"]])
        == ["total", "footer", "footer", "-", "-", "-", "-"]
    )
  }

  @Test func `interviews that begin with an option called like a total are taken`() throws {
    let form = try ValueForm(adding: ValueForm.moreQuestions)
    let (rows, _) = try form.rows(
      "hang,hang2,hang3\nTrung bình,Trung bình,Trung bình\nTốt,Tốt,Trung bình\nTổng,3,4\nTrung bình,,\n"
    )
    #expect(rows.map(\.places) == [[], [], ["T09@"], []])
    let index = try #require(form.plan.index(of: "hang"))
    #expect(
      rows.map { $0.form.answers.isEmpty ? nil : $0.form.answers[index] }
        == [.choice("2"), .choice("1"), nil, .choice("2")]
    )
  }

  @Test func `totals and signatures do not decide how a column is written`() throws {
    let form = try ValueForm()
    let rows = "Xã A;4,5;05/09/2026;2\nXã B;1,25;28/09/2026;3\n"
    let header = "nhan;so;ngay;muc\n"
    let clean = try form.formats(header + rows)
    for footer in [
      "Trung bình;2.87;9/28/2026;2\n", "Tổng cộng;;9/28/2026;\n", "Cộng:;5.75;;\n",
      "Người lập biểu;;;\n;2.5;9/28/2026;\n", "\"Trung\n bình\";2.87;9/28/2026;2\n",
    ] {
      let formats = try form.formats(header + rows + footer)
      #expect(formats == clean, "\(footer)")
      #expect(formats[1].decimalMark == .comma)
      // Also where tables stand below each other.
      #expect(try form.formats(header + rows + footer + rows)[1].decimalMark == .comma)
    }
    #expect(try form.fault("so", ["4,5", "2.87"]).code == "V09")
  }

  @Test func `in a narrow table only a word by itself is a footer`() throws {
    #expect(
      try kinds("a;b\nTrung bình;3\nTổng;\nGhi chú: x;\nXã A;1\n") == [
        "total", "footer", "footer", "-",
      ]
    )
  }
}
