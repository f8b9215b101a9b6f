import Foundation
import Testing

/// The answers of one made-up respondent to a shipped questionnaire, line by line.
struct InterviewScript: Sendable, CustomTestStringConvertible {
  /// What a line does to the form.
  enum Line: Sendable {
    /// Is no answer: consent, or Enter after a note.
    case passes(String)
    case answers(String)
    /// Is taken only when the next line confirms it.
    case doubts(String)

    var text: String {
      switch self {
      case .passes(let text), .answers(let text), .doubts(let text): text
      }
    }
  }

  static let study = "quay.thuocdo"

  let questionnaire: String
  let script: [Line]
  /// Questions on the path of this respondent.
  let questions: Int
  /// Lines of the review.
  let expected: [String]

  var lines: [String] { script.map(\.text) }
  var testDescription: String { questionnaire }

  /// How many answers are recorded after `count` lines.
  func answersGiven(byLines count: Int) -> Int {
    script.prefix(count).count { if case .answers = $0 { true } else { false } }
  }

  /// The line with which a form goes on that was cut after `count` lines.
  ///
  /// Notes before the next unanswered question are not shown again.
  func resumption(after count: Int) -> Int {
    var next = count
    if next > 0, case .doubts = script[next - 1] { next -= 1 }
    while next < script.count, case .passes = script[next] { next += 1 }
    return next
  }

  /// A folder with a study of the questionnaire.
  func study() throws -> Folder {
    let folder = try Folder()
    let path = Program.checkout.appendingPathComponent("Questionnaires/\(questionnaire)").path
    let made = try Program.run(
      ["new", Self.study, "--questionnaire", "\(path)/questionnaire.yaml"],
      in: folder
    )
    try #require(made.ended(0), made.summary)
    return folder
  }

  /// The numbered lines of the last review.
  static func review(in transcript: String) -> [String] {
    let last = transcript.components(separatedBy: "== Xem lại trước khi lưu").last ?? ""
    return last.split(separator: "\n").filter { $0.wholeMatch(of: /\ *[0-9]+\. .*/) != nil }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  static let all = [counter, people]

  static let counter = InterviewScript(
    questionnaire: "mot-cua",
    script: [
      .passes("1"), .answers("Phường Ho\u{300}a Bi\u{300}nh"), .answers("3"),
      .answers("01/09/2026"), .answers("1"), .answers("đất đai"), .answers("1"), .answers("2"),
      .answers("2"), .answers("1"), .answers("2"), .answers("2"), .answers("1"), .answers("2"),
      .answers("97"), .answers("97"), .answers("3"), .answers("Trả kết quả sớm hơn"),
    ],
    questions: 17,
    expected: [
      "1. Bộ phận một cửa được đánh giá: Phường Hòa Bình", "2. Quầy số: 3",
      "3. Ngày đánh giá: 01/09/2026",
      "17. Điều gì cần được cải thiện trước hết: Trả kết quả sớm hơn",
    ]
  )

  static let people = InterviewScript(
    questionnaire: "nhan-thuc-nguoi-dan",
    script: [
      .passes("1"), .answers("Xã Hòa An"), .answers("1/9/2026"), .answers("1"), .answers("1"),
      .answers("1 9"), .answers("Tờ rơi của ấp"), .answers("1"), .answers("3"), .answers("4"),
      .answers("3"), .answers("4"), .answers("1"), .answers("3"), .doubts("12"), .answers("+"),
      .answers("3"), .passes(""), .answers("b"), .answers("c"), .answers("a"), .answers("d"),
      .answers("45"), .answers("1"), .answers("3"), .answers("1"), .answers("Bớt giấy tờ"),
      .passes(""),
    ],
    questions: 24,
    expected: [
      "1. Địa phương được khảo sát: Xã Hòa An", "21. Năm nay Ông/Bà bao nhiêu tuổi: 45",
      "25. Ông/Bà mong muốn chính quyền cải cách điều gì trước hết: Bớt giấy tờ",
    ]
  )
}
