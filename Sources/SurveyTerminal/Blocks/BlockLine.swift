import SurveyModel

/// A line that answers the questions of a block: `44545 3x5`.
///
/// Spaces mean nothing. `x` leaves a question blank, and `.` at the end says that the line is meant
/// to be shorter than the block.
struct BlockLine: Hashable {
  /// The answers to the first questions of the block.
  let answers: [Answer]

  /// Reads `text` for a block.
  init(_ text: String, for block: MatrixBlock) throws(BlockFault) {
    var answers: [Answer] = []
    var isStopped = false
    for character in text where !character.isWhitespace {
      let code = String(character)
      let place = answers.count + 1
      if isStopped { throw .behindTheEnd }
      if code == "." {
        isStopped = true
        continue
      }
      guard answers.count < block.questions.count else {
        throw .tooMany(codes: Self.length(of: text), questions: block.questions.count)
      }
      if code == "x" || code == "X" {
        answers.append(.missing(.noAnswer))
      } else if block.choices.contains(where: { $0.code == code }) {
        answers.append(.choice(code))
      } else {
        throw .unknownCode(code, place: place, codes: block.choices.map(\.code))
      }
    }
    guard isStopped || answers.count == block.questions.count else {
      throw .tooFew(codes: answers.count, questions: block.questions.count)
    }
    self.answers = answers
  }

  /// Whether a code of a list would be taken for something else.
  static func isCommand(_ code: String) -> Bool { "xX.+-*/ ".contains(code) }

  /// Whether `text` can only be meant as such a line: more than one sign, each of which may stand
  /// in it.
  static func isMeant(by text: String, for block: MatrixBlock) -> Bool {
    length(of: text) > 1
      && text.allSatisfy { character in
        character.isWhitespace || "xX.".contains(character)
          || block.choices.contains { $0.code == String(character) }
      }
  }

  /// Answers as they were typed, in fives.
  static func grouped(_ answers: some Sequence<Answer>) -> String {
    var text = ""
    for (offset, answer) in answers.enumerated() {
      if offset > 0, offset.isMultiple(of: 5) { text += " " }
      if case .choice(let code) = answer { text += code } else { text += "x" }
    }
    return text
  }

  private static func length(of text: String) -> Int { text.count { !$0.isWhitespace } }
}

/// Why a line of codes was not taken.
enum BlockFault: Error, Hashable, LocalizedMessage {
  case unknownCode(String, place: Int, codes: [String])
  case tooMany(codes: Int, questions: Int)
  case tooFew(codes: Int, questions: Int)
  /// Something stands behind the full stop.
  case behindTheEnd

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .unknownCode(let code, let place, let codes):
      "Mục \(place): không có mã “\(code)”; dùng \(codes.joined(separator: " ")), x = bỏ trống."
    case .tooMany(let codes, let questions):
      "Khối có \(questions) mục mà dòng có \(codes) mã; xin dò lại."
    case .tooFew(let codes, let questions):
      "Khối có \(questions) mục mà dòng mới có \(codes) mã; xin dò lại, "
        + "hoặc thêm dấu chấm ở cuối nếu chỉ nhập đến đó."
    case .behindTheEnd: "Sau dấu chấm không được có mã nào; xin dò lại."
    }
  }

  private var english: String {
    switch self {
    case .unknownCode(let code, let place, let codes):
      "Item \(place): there is no code “\(code)”; use \(codes.joined(separator: " ")), x = blank."
    case .tooMany(let codes, let questions):
      "The block has \(questions) items and the line \(codes) codes; please check."
    case .tooFew(let codes, let questions):
      "The block has \(questions) items and the line only \(codes) codes; please check, "
        + "or end with a full stop when it is meant to end there."
    case .behindTheEnd: "No code may stand behind the full stop; please check."
    }
  }
}
