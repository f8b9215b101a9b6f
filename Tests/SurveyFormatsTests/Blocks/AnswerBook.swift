import SurveyFormats
import SurveyModel

/// Answers under their numbers.
final class AnswerBook {
  private var answers: [Answer] = []

  func learn(_ answer: Answer, _ question: Int) -> Int32 {
    answers.append(answer)
    return Int32(answers.count - 1)
  }

  func answer(_ block: AnswerBlock, _ row: Int, _ question: Int) -> Answer {
    let code = block.codes[question * block.stride + row]
    if code >= 0 { return answers[Int(code)] }
    let value = block.values[block.places[question] + row]
    switch PlainValue(rawValue: code) {
    case .integer: return .integer(Int(Int64(bitPattern: value)))
    case .decimal: return .decimal(Double(bitPattern: value))
    case .text:
      let start = Int(value >> 32)
      let bytes = block.texts[start..<start + Int(value & 0xffff_ffff)]
      return .text(String(decoding: bytes, as: UTF8.self))
    case nil: return .text("unknown \(code)")
    }
  }
}
