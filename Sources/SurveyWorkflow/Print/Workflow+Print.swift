package import SurveyModel
import SurveyReport

extension Workflow {
  /// What a paper form is written as.
  private enum PaperFormat {
    case html
    case word

    init?(_ path: String) {
      let name = path.lowercased()
      if name == "-" || name.hasSuffix(".html") || name.hasSuffix(".htm") {
        self = .html
      } else if name.hasSuffix(".docx") {
        self = .word
      } else {
        return nil
      }
    }
  }

  /// Lays a questionnaire out for A4 paper.
  ///
  /// - Parameters:
  ///   - questionnaire: What is asked.
  ///   - path: Where it will be written; its end says what it becomes, `.html` or `.docx`.
  ///   - formLanguage: One of the languages of the questionnaire; by default its first.
  /// - Returns: The bytes of the file.
  /// - Throws: ``WorkflowError`` for a name that ends otherwise and a language that the form does
  ///   not have.
  package func paper(
    _ questionnaire: Questionnaire,
    for path: String,
    formLanguage: String?
  ) throws(WorkflowError) -> [UInt8] {
    guard let format = PaperFormat(path) else {
      throw WorkflowError(
        Sentence(
          "phiếu giấy được ghi thành .html hoặc .docx; xin đặt tên tệp như vậy",
          "a paper form is written as .html or .docx; please name the file so"
        ),
        at: path
      )
    }
    let language = formLanguage ?? questionnaire.defaultLanguage
    guard questionnaire.languages.contains(language) else {
      let known = questionnaire.languages.joined(separator: ", ")
      throw WorkflowError(
        Sentence(
          "phiếu \(questionnaire.id) không có ngôn ngữ '\(language)'; chọn một trong: \(known)",
          "form \(questionnaire.id) has no language '\(language)'; choose one of: \(known)"
        )
      )
    }
    let form = PaperForm(questionnaire, in: language, interface: self.language)
    return try attempt(path) {
      switch format {
      case .html: Array(try PaperHTML().render(form).utf8)
      case .word: try PaperWord().render(form)
      }
    }
  }
}
