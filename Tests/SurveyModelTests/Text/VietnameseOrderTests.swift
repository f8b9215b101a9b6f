import SurveyModel
import Testing

@Suite struct VietnameseOrderTests {
  private func sorted(_ words: [String]) -> [String] {
    words.sorted(by: VietnameseOrder.precedes)
  }

  @Test(arguments: [
    ["An", "Ăn", "Ấp", "Âu", "Bình", "Dân", "Đà", "Em"],
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n"],
    ["o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["ân", "ần", "ẩn", "ẫn", "ấn", "ận"],
    ["Hoa", "Hoà", "Hoan", "Hoàn"],
    ["Đại An", "Đại Ân", "Đại Hải"],
    ["Phường 1", "Phường 2", "Xã"],
    ["", "a"],
  ])
  func `words stand as in a dictionary`(words: [String]) {
    #expect(sorted(words.reversed()) == words)
    #expect(sorted(words) == words)
  }

  @Test func `composition and case do not decide unless all else agrees`() {
    #expect(sorted(["âu", "Ấp", "A\u{302}n"]) == ["A\u{302}n", "Ấp", "âu"])
    #expect(sorted(["an", "An", "AN"]) == ["AN", "An", "an"])
  }

  @Test func `it is an order`() {
    let words = ["ma", "mà", "Mà", "m", "", "\u{301}", "ấ", "ậ", "đ", "Đ", "z", "ử", "ự", "ម", "한"]
    for one in words {
      #expect(!VietnameseOrder.precedes(one, one))
      for other in words where one != other {
        #expect(VietnameseOrder.precedes(one, other) != VietnameseOrder.precedes(other, one))
        for third in words
        where VietnameseOrder.precedes(one, other) && VietnameseOrder.precedes(other, third) {
          #expect(VietnameseOrder.precedes(one, third), "\(one) \(other) \(third)")
        }
      }
    }
  }
}
