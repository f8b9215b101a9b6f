import Testing

import SurveyModel
@testable import SurveyReport

@Suite struct ColumnWidthTests {
  @Test(arguments: [
    ("Tỷ lệ hài lòng", 14), ("Ty\u{309} le\u{302}\u{323}", 5), ("中文", 4), ("ｆｕｌｌ", 8),
    ("a\u{200D}b\u{200E}", 2), ("✓ ✗ ⊘ –", 7), ("", 0), ("\u{1F600}", 2), ("가", 2),
  ])
  func `marks take no column and wide characters two`(text: String, width: Int) {
    #expect(ColumnWidth.of(text) == width)
  }

  @Test func `lines break at spaces and inside words that are too long`() {
    #expect(ColumnWidth.lines(of: "một hai ba", width: 7) == ["một hai", "ba"])
    #expect(ColumnWidth.lines(of: "ab cdefghij kl", width: 4) == ["ab", "cdef", "ghij", "kl"])
    #expect(ColumnWidth.lines(of: "", width: 4) == [""])
    #expect(ColumnWidth.lines(of: "中文字", width: 1) == ["中", "文", "字"])
    #expect(ColumnWidth.lines(of: "  a   b  ", width: 9) == ["a b"])
  }
}
