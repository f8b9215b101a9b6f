import Foundation
import SurveyFormats
import SurveyModel
import Testing

/// Questionnaires for paper.
enum PaperSupport {
  private static let questionnaires = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Questionnaires")

  /// The folders of the questionnaires that are shipped.
  static let shippedNames: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: questionnaires.path)) ?? []
    return names.filter { name in
      let file = questionnaires.appendingPathComponent("\(name)/questionnaire.yaml")
      return FileManager.default.fileExists(atPath: file.path)
    }.sorted()
  }()

  static func shipped(_ id: String) throws -> Questionnaire {
    let file = questionnaires.appendingPathComponent("\(id)/questionnaire.yaml")
    return try read(String(contentsOf: file, encoding: .utf8))
  }

  static func read(_ yaml: String) throws -> Questionnaire {
    let read = YAMLQuestionnaireReader().read(yaml, file: "q.yaml")
    let errors = read.diagnostics.filter { $0.severity == .error }.map { $0.text(in: .english) }
    #expect(errors.isEmpty, "\(errors)")
    return try #require(read.questionnaire)
  }

  private static let head = """
    questionnaire: mau
    version: "1"
    languages: [vi, en, km]
    title: {vi: "Mẫu <b>thử</b> & \\"khó\\"", en: A sample}
    consent: {version: "1", text: {vi: Đồng ý?, en: Agree?}}
    choices:
      co-khong:
        - {code: 1, label: {vi: Có, en: "Yes"}}
        - {code: 2, label: {vi: Không, en: "No"}}
      kenh:
        - {code: a, label: {vi: Loa, en: Radio}}
        - {code: b, label: {vi: Báo, en: Press}}

    """

  static func small(last: String) -> String {
    head + """
      sections:
        - id: s
          title: {vi: Phần, en: Part}
          questions:
            - {id: q1, type: select_one, choices: co-khong, label: {vi: "1?", en: "1?"}}
            - {id: q2, type: select_multiple, choices: kenh, label: {vi: "2?", en: "2?"}}
            - {id: q3, type: integer, label: {vi: "3?", en: "3?"}}
            - {id: q4, type: text, label: {vi: "4?", en: "4?"}}
            - id: q5
              type: text
              label: {vi: "5?", en: "5?"}
              \(last)

      """
  }

  static let kinds =
    head + """
      sections:
        - id: s
          title: {vi: Phần, en: Part}
          questions:
            - {id: a, type: date, label: {vi: ngày}, role: interview-date}
            - {id: b, type: time, label: {vi: giờ}}
            - {id: c, type: decimal, label: {vi: số}}
            - {id: d, type: text, label: {vi: chữ}}
            - {id: e, type: range, label: {vi: điểm}, range: {from: 0, to: 10}}
            - {id: f, type: range, label: {vi: phần trăm}, range: {from: 0, to: 100}}
            - {id: g, type: rank, choices: kenh, label: {vi: thứ tự}}
            - {id: h, type: select_multiple, choices: kenh, label: {vi: nhiều}}
            - {id: i, type: calculate, calculation: "1 + 1", label: {vi: tính}}
            - {id: k, type: note, label: {vi: "Xin cảm ơn ${d}"}}

      """
}
