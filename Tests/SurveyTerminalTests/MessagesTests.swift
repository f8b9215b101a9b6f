import SurveyModel
import Testing

@testable import SurveyTerminal

@Suite struct MessagesTests {
  @Test func `one answer is counted in the singular`() {
    #expect(CommandMessage.setAside(["A"]).text(in: .english) == "1 answer is set aside: A")
    #expect(
      CommandMessage.setAside(["A", "B"]).text(in: .english) == "2 answers are set aside: A; B"
    )
    #expect(
      CommandMessage.restored(["A", "B"]).text(in: .vietnamese)
        == "2 câu trả lời được dùng lại: A; B"
    )
  }

  @Test func `search folds marks, case and the crossed d`() {
    #expect(foldedForSearch("Thái ĐỘ phục vụ") == "thai do phuc vu")
    #expect(foldedForSearch("Tha\u{301}i đo\u{323}\u{302}") == "thai do")
    #expect(foldedForSearch("ភាសា 12") == foldedForSearch("ភាសា 12"))
  }

  @Test func `a code is complete when no other begins with it`() {
    let completion = CodeCompletion(["1", "10", "2", "-9"])
    #expect(!completion.isComplete("1"))
    #expect(completion.isComplete("10"))
    #expect(completion.isComplete("2"))
    #expect(!completion.isComplete("-"))
    #expect(completion.isComplete("+"))
    #expect(!completion.isComplete(""))
    #expect(completion.isCompleteItem("1 "))
    #expect(!completion.isCompleteItem("3 "))
  }
}
