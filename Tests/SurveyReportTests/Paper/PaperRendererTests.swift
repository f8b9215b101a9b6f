import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

@Suite struct PaperRendererTests {
  private func forms() throws -> [PaperForm] {
    try PaperFormTests.shipped.map {
      PaperForm(try PaperSupport.shipped($0), in: "vi", interface: .vietnamese)
    } + [PaperForm(try PaperSupport.read(PaperSupport.kinds), in: "vi", interface: .english)]
  }

  private func labels(_ form: PaperForm) -> [String] {
    form.blocks.flatMap { block -> [String] in
      switch block {
      case .section(let title, _): [title]
      case .note(let text, _): [text]
      case .question(let question): [question.label] + question.answer.options.map(\.label)
      case .matrix(let matrix): matrix.rows.map(\.label) + matrix.columns.map(\.label)
      }
    }
  }

  @Test func `HTML is well-formed, needs nothing else and holds all words`() throws {
    for form in try forms() {
      let html = try PaperHTML().render(form)
      let checker = MarkupChecker(html)
      #expect(checker.problem == nil)
      #expect(Set(checker.names).isDisjoint(with: ["script", "link", "img", "iframe", "b"]))
      let texts = Set(checker.texts)
      for label in labels(form) where !label.isEmpty { #expect(texts.contains(label), "\(label)") }
      #expect(texts.contains(form.title))
    }
  }

  @Test func `a Word document is well-formed and holds all words`() throws {
    for form in try forms() {
      for part in PaperWord().package(of: form).parts {
        let text = String(decoding: part.bytes, as: UTF8.self)
        let markup = text.split(separator: "?>\n", maxSplits: 1)[1]
        #expect(MarkupChecker(String(markup)).problem == nil, "\(part.name)")
      }
      let bytes = try PaperWord().render(form)
      #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
      #expect(try PaperWord().render(form) == bytes)
      let words = MarkupChecker("<w:body>\(PaperWord().body(of: form))</w:body>").texts.joined()
      for label in labels(form) { #expect(words.contains(label), "\(label)") }
    }
  }
}
