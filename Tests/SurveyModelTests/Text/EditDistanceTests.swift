@testable import SurveyModel
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("kitten", "sitting", 3),
    ("hài", "hai", 1), ("ha\u{300}i", "hài", 0), ("đ", "d", 1), ("ab", "ba", 2),
  ])
  func `slips are counted in characters`(one: String, other: String, distance: Int) {
    #expect(editDistance(one, other) == distance)
    #expect(editDistance(other, one) == distance)
  }

  @Test func `long texts are compared by their beginnings`() {
    let long = String(repeating: "a", count: 100_000)
    #expect(editDistance(long, long + "b") == 0)
    #expect(editDistance(long, "") == 200)
  }

  @Test func `the nearest name is found, case aside`() {
    let names = ["tuoi", "gioi_tinh", "nghe_nghiep"]
    #expect(nearestName(to: "tuoj", among: names) == "tuoi")
    #expect(nearestName(to: "Gioi_Tinh", among: names) == "gioi_tinh")
    #expect(nearestName(to: "nghe_nghip", among: names) == "nghe_nghiep")
    #expect(nearestName(to: "xyz", among: names) == nil)
    #expect(nearestName(to: "a", among: []) == nil)
    #expect(nearestName(to: String(repeating: "x", count: 5000), among: names) == nil)
  }

  @Test func `of two names equally near the first in order is taken`() {
    #expect(nearestName(to: "q3", among: ["q2", "q1"]) == "q1")
  }

  @Test func `a text falls back to the languages that it has`() {
    let text = LocalizedText(["vi": "Có", "km": "បាទ"])
    #expect(text.text("km") == "បាទ")
    #expect(text.text("en") == "Có")
    #expect(text.text(in: .english) == "Có")
    #expect(LocalizedText(["km": "បាទ"]).text("vi") == "បាទ")
    #expect(LocalizedText(["fr": "b", "de": "a"]).text("vi") == "a")
    #expect(LocalizedText([:]).text("vi").isEmpty)
  }

  private func label(_ text: String, _ labels: [String]) -> String? {
    nearestLabel(to: MatchingKey(text).text, among: labels.map { ($0, MatchingKey($0).text) })
  }

  private static let levels = [
    "Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng",
  ]

  @Test(arguments: ["K", "k", "no", "ko", "0", "1", "x", "M", "F", "Khôg"])
  func `a short text is near to nothing or to its own kind`(text: String) {
    let named = label(text, ["Có", "Không"])
    #expect(named == nil || named == "Không", "\(text)")
    #expect(label(text, ["Nam", "Nữ"]) == nil, "\(text)")
  }

  @Test(arguments: [
    "Ko hài lòng", "K hài lòng", "Rất ko hài lòng", "Kh hài lòng", "Không hài",
  ])
  func `the opposite answer is never proposed`(text: String) {
    let named = label(text, Self.levels)
    #expect(named.map { $0.contains("hông") } != false, "\(text): \(named ?? "")")
    #expect(label("Hài lòng", ["Ko hài lòng"]) == nil)
  }

  @Test func `a slip of the hand still is named`() {
    #expect(label("Rất hài lòn", Self.levels) == "Rất hài lòng")
    #expect(label("Hài lòngg", Self.levels) == "Hài lòng")
    #expect(label("Khôg hài lòng", Self.levels) == nil)
    #expect(label("Không hài lòg", Self.levels) == "Không hài lòng")
    #expect(label("Namm", ["Nam", "Nữ"]) == "Nam")
  }

  @Test func `a wrong digit is no slip, and of two labels as near neither is named`() {
    #expect(label("Phường 4", ["Phường 1", "Xã Tân Hòa"]) == nil)
    #expect(label("Phườg 1", ["Phường 1", "Phường 2"]) == nil)
    #expect(label("Phườg 1", ["Phường 1", "Xã Tân Hòa"]) == "Phường 1")
    #expect(label("Tân Hòe", ["Tân Hòa", "Tân Hòi"]) == nil)
  }
}
