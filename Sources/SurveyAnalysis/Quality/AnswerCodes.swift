import SurveyModel

/// The answers of each interview as a row of bytes, eight to a word, for comparing many with many.
///
/// Only answers count: no places, weights, dates, words, numbers of dossiers, nor what is carried from
/// form to form.
struct AnswerCodes: Sendable {
  /// The positions of the questions.
  let questions: [Int]
  /// Words of one row.
  let stride: Int
  /// The rows; a byte is 0 where there is no answer, or one of more than 254 different.
  let words: [UInt64]
  /// Different codes of each question, with that of no answer.
  let sizes: [Int]

  private static let most = 255

  init(_ data: Dataset) {
    let questionnaire = data.questionnaire
    let design = Set(questionnaire.sample.questionIDs)
    questions = questionnaire.questions.indices.filter { index in
      let question = questionnaire.questions[index]
      guard question.isAsked, question.kind.takesAnswers, !question.isRepeated,
        !question.persists, question.role == nil, !design.contains(question.id)
      else { return false }
      switch question.shape {
      case .selectOne, .selectMultiple, .integer, .decimal: return true
      case .text, .date, .calculate, .nothing: return false
      }
    }
    let stride = (questions.count + 7) / 8
    var words = Array(repeating: UInt64(0), count: data.count * stride)
    var sizes: [Int] = []
    for (place, question) in questions.enumerated() {
      let shift = UInt64(8 * (place % 8))
      var offset = place / 8
      if case .choice(let positions) = data.columns[question].values {
        var size = 1
        for position in positions {
          if position >= 0, position < Self.most - 1 {
            let code = Int(position) + 1
            size = max(size, code + 1)
            words[offset] |= UInt64(truncatingIfNeeded: code) << shift
          }
          offset += stride
        }
        sizes.append(size)
        continue
      }
      var known: [UInt64: Int] = [:]
      var size = 1
      Self.forEachKey(data.columns[question], count: data.count) { key in
        if let key {
          var code = 0
          if let old = known[key] {
            code = old
          } else if known.count < Self.most - 1 {
            code = known.count + 1
            known[key] = code
            size = code + 1
          }
          words[offset] |= UInt64(code) << shift
        }
        offset += stride
      }
      sizes.append(size)
    }
    self.stride = stride
    self.words = words
    self.sizes = sizes
  }

  /// The number of rows.
  var count: Int { stride > 0 ? words.count / stride : 0 }

  /// The code of one answer.
  func code(row: Int, place: Int) -> Int {
    Int((words[row * stride + place / 8] >> UInt64(8 * (place % 8))) & 0xff)
  }

  /// How many answers two rows have in common.
  func matches(_ first: Int, _ second: Int) -> Int {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    var sum = 0
    for word in 0..<stride {
      let left = words[first &* stride &+ word]
      let difference = left ^ words[second &* stride &+ word]
      // The highest bit of each byte that is not 0.
      let differs = ((difference & low) &+ low) | difference
      let answered = ((left & low) &+ low) | left
      sum &+= (~differs & answered & ~low).nonzeroBitCount
    }
    return sum
  }

  /// How many questions both answered.
  func shared(_ first: Int, _ second: Int) -> Int {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    var sum = 0
    for word in 0..<stride {
      let (left, right) = (words[first * stride + word], words[second * stride + word])
      sum +=
        ((((left & low) &+ low) | left) & (((right & low) &+ low) | right) & ~low)
        .nonzeroBitCount
    }
    return sum
  }

  /// Goes through a column: a number that is the same for the same answers, or nil.
  private static func forEachKey(
    _ column: Dataset.Column,
    count: Int,
    _ body: (UInt64?) -> Void
  ) {
    switch column.values {
    case .number(let numbers):
      for row in 0..<count {
        let number = row < numbers.count ? numbers[row] : .nan
        body(number.isNaN ? nil : number.bitPattern)
      }
    case .choices(let options):
      for row in 0..<count {
        var key: UInt64 = 0xcbf2_9ce4_8422_2325
        var isAnswered = false
        for option in options where row < option.count {
          if option[row] >= 0 { isAnswered = true }
          key = (key ^ (option[row] == 1 ? 2 : 1)) &* 0x100_0000_01b3
        }
        body(isAnswered ? key : nil)
      }
    case .choice, .text:
      for _ in 0..<count { body(nil) }
    }
  }
}
