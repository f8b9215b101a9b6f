import Foundation
import SurveyFormats
import SurveyModel
import Testing

struct YAMLQuestionnaireWriterTests {
  private func read(_ text: String) throws -> Questionnaire {
    let (questionnaire, findings) = YAMLQuestionnaireReader().read(text, file: "q.yaml")
    let errors = findings.filter { $0.severity == .error }.map { $0.text(in: .english) }
    #expect(errors.isEmpty, "\(errors)\n\(text)")
    return try #require(questionnaire)
  }

  @Test func `what is written is read back as the same questionnaire`() throws {
    for seed in UInt64(0)..<300 {
      var maker = RandomQuestionnaire(seed: seed)
      let questionnaire = maker.next()
      let text = YAMLQuestionnaireWriter(questionnaire).text
      let back = try read(text)
      #expect(back.placeless == questionnaire.placeless, "seed \(seed)\n\(text)")
    }
  }

  @Test func `the shipped questionnaires come back as they are`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../Questionnaires").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var count = 0
    for name in names {
      let file = folder.appendingPathComponent("\(name)/questionnaire.yaml")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let questionnaire = try read(text)
      let back = try read(YAMLQuestionnaireWriter(questionnaire).text)
      #expect(back.placeless == questionnaire.placeless, "\(name)")
      count += 1
    }
    #expect(count >= 4)
  }

  @Test func `comments stand where they belong and change nothing`() throws {
    var maker = RandomQuestionnaire(seed: 7)
    let questionnaire = maker.next()
    let first = try #require(questionnaire.questions.first)
    var notes = QuestionnaireNotes()
    notes.head = ["dòng một\ndòng hai # a: b", String(repeating: "từ ", count: 60)]
    notes.questions[first.id] = ["ghi chú: \u{0} \u{2028} {x}"]
    notes.before[first.id] = [.init(remarks: ["vì sao"], question: first)]
    notes.atEnd = [.init(remarks: ["hết"], question: nil)]
    let text = YAMLQuestionnaireWriter(questionnaire, notes: notes).text
    #expect(try read(text).placeless == questionnaire.placeless)
    #expect(text.hasPrefix("# dòng một dòng hai # a: b\n# từ từ"))
    #expect(text.contains("      # - id: \(first.id)\n"))
    #expect(text.contains("      # hết\n"))
    let plain = text.split(separator: "\n").filter { $0.drop { $0 == " " }.first != "#" }
    #expect(plain.joined(separator: "\n").contains("- id: \(first.id)"))
  }

  @Test func `text that looks like anchors in keys is still read`() throws {
    let label = LocalizedText(["vi": "R&D có *không: ? {a}: b"])
    let place = SurveyModel.SourceLocation(file: "q.yaml", line: 1, column: 1)
    let questions = ["a", "b"].map { Question(id: $0, kind: .text, label: label, location: place) }
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: label,
      sections: [Section(id: "s", title: label, questions: questions)]
    )
    let back = try read(YAMLQuestionnaireWriter(questionnaire).text)
    #expect(back.placeless == questionnaire.placeless)
  }
}
