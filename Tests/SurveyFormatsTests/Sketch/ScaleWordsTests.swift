import SurveyModel
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

struct ChoiceProposalTests {
  @Test func `codes and codes with labels in one column are one list`() throws {
    let proposal = try #require(
      ChoiceProposal.numbered(["1", "2", "3", "3 - Quan tâm", "4 - Rất quan tâm", "98"])
    )
    #expect(proposal.options.map(\.code) == ["1", "2", "3", "4", "98"])
    #expect(proposal.options.map(\.label) == ["1", "2", "Quan tâm", "Rất quan tâm", "98"])
    #expect(ChoiceProposal.numbered(["1", "Hài lòng"]) == nil)
    #expect(ChoiceProposal.numbered(["3 - Tốt", "3 - Kém", "3"]) == nil)
  }

  @Test func `codes are given in the order of the scale, of numbers, of the alphabet`() {
    func labels(_ words: [String]) -> [String] {
      ChoiceProposal(options: words.map { .init(code: nil, label: $0) })
        .finished(language: "vi").choices.map { "\($0.code) \($0.label.text("vi"))" }
    }
    #expect(
      labels(["Hài lòng", "Không hài lòng", "Bình thường"])
        == ["1 Không hài lòng", "2 Bình thường", "3 Hài lòng"]
    )
    #expect(
      labels(["> 60", "18-29", "45-60", "30-44"]).map { $0.dropFirst(2) }
        == ["18-29", "30-44", "45-60", "> 60"]
    )
    #expect(
      labels(["Khác", "Ở chợ", "Bưu chính", "Đường"]).map { $0.dropFirst(2) }
        == ["Bưu chính", "Đường", "Ở chợ", "Khác"]
    )
    #expect(labels(["12", "13", "10 trở xuống"]).contains("12 12"))
  }
}
