import SurveyModel
import Testing

struct AnswerByteTests {
  @Test(arguments: MissingReason.allCases)
  func `a reason comes back from its byte`(reason: MissingReason) {
    #expect(AnswerByte.reason(of: AnswerByte.byte(of: reason)) == reason)
  }

  @Test func `bytes of answers and of nothing are no reasons`() {
    for byte in 0...AnswerByte.absent { #expect(AnswerByte.reason(of: byte) == nil) }
    #expect(Set((0...255).compactMap { AnswerByte.reason(of: $0) }) == Set(MissingReason.allCases))
  }

  @Test func `positions are the same in bytes and in words`() {
    let short: ChoicePositions = [0, 248, -1, 3]
    #expect(short.bytes == [0, 248, 249, 3])
    #expect(short == ChoicePositions(words: [0, 248, -1, 3]))
    #expect(short.map([1.5, 2.5], else: 0) == [1.5, 0, 0, 0])
    let long: ChoicePositions = [0, 249, -1]
    #expect(long.bytes == nil)
    #expect(Array(long) == [0, 249, -1])
    #expect(Array(long.without([1, 9])) == [0, -1, -1])
    #expect(Array(short.without([1, 9])) == [0, -1, -1, 3])
  }

  @Test func `reasons are counted and found`() {
    let reasons: MissingReasons = [1: .refused, 4: .noAnswer, 5: .refused]
    #expect(reasons.count == 3)
    #expect(reasons[1] == .refused)
    #expect(reasons[0] == nil && reasons[99] == nil)
    #expect(reasons.counts == [.refused: 2, .noAnswer: 1])
    #expect(reasons.rows(of: [.refused]) == [1, 5])
    #expect(reasons.map(\.row) == [1, 4, 5])
    let more = reasons.setting(.notCollected, of: [0, 7])
    #expect(more.count == 5 && more[7] == .notCollected && more[4] == .noAnswer)
    #expect(reasons.merged(into: [3, 249, 249, 249, 0, 249]) == [3, 252, 249, 249, 0, 252])
  }

  @Test func `each text is kept once`() {
    let answers: TextAnswers = ["b", nil, "a", "b"]
    #expect(answers.texts == ["b", "a"])
    #expect(answers.codes == [0, -1, 1, 0])
    #expect(Array(answers) == ["b", nil, "a", "b"])
    #expect(Array(answers.without([0, 9])) == [nil, nil, "a", "b"])
  }
}
