import Testing

@testable import SurveyFormats

struct ScaleWordsTests {
  @Test func `levels of satisfaction are put in order with neutral and positive ones`() throws {
    let found = try #require(
      ScaleWords.recognise([
        "Hài lòng", "Rất hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng",
      ])
    )
    #expect(
      found.order == [
        "Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng",
      ]
    )
    #expect(found.neutral == "Bình thường")
    #expect(found.positive == ["Hài lòng", "Rất hài lòng"])
  }

  @Test func `agreement is recognised in both languages`() throws {
    let vietnamese = try #require(
      ScaleWords.recognise([
        "Hoàn toàn đồng ý", "Đồng ý", "Phân vân", "Không đồng ý", "Hoàn toàn không đồng ý",
      ])
    )
    #expect(vietnamese.order.first == "Hoàn toàn không đồng ý")
    #expect(vietnamese.positive == ["Đồng ý", "Hoàn toàn đồng ý"])
    let english = try #require(
      ScaleWords.recognise([
        "Strongly agree", "Somewhat agree", "Neither agree nor disagree", "Somewhat disagree",
        "Strongly disagree",
      ])
    )
    #expect(
      english.order == [
        "Strongly disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree",
        "Strongly agree",
      ]
    )
    #expect(english.neutral == "Neither agree nor disagree")
  }

  @Test func `quality and frequency go by their own ladders`() throws {
    let quality = try #require(
      ScaleWords.recognise(["Tốt", "Khá", "Trung bình", "Kém", "Rất tốt"])
    )
    #expect(quality.order == ["Kém", "Trung bình", "Khá", "Tốt", "Rất tốt"])
    #expect(quality.positive == ["Khá", "Tốt", "Rất tốt"])
    let frequency = try #require(
      ScaleWords.recognise(["Thỉnh thoảng", "Không bao giờ", "Thường xuyên", "Luôn luôn"])
    )
    #expect(frequency.order == ["Không bao giờ", "Thỉnh thoảng", "Thường xuyên", "Luôn luôn"])
    #expect(frequency.positive.isEmpty)
  }

  @Test func `one odd label is enough for no scale`() {
    #expect(ScaleWords.recognise(["Hài lòng", "Không hài lòng", "Qua bưu chính"]) == nil)
    #expect(ScaleWords.recognise(["Nam", "Nữ"]) == nil)
    #expect(ScaleWords.recognise(["Có", "Không"]) == nil)
    #expect(ScaleWords.recognise(["Yes", "No"]) == nil)
    #expect(ScaleWords.recognise(["Hà Nội", "Hải Phòng", "Cần Thơ"]) == nil)
    #expect(ScaleWords.recognise([]) == nil)
  }
}
