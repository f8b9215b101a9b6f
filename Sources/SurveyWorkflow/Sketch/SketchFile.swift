import SurveyFormats
package import SurveyModel

/// What is asked of a proposal.
package struct SketchOptions: Hashable, Sendable {
  /// The id of the questionnaire; made from the name of the file otherwise.
  package var id: String?
  /// The language of its words; found out otherwise.
  package var textLanguage: String?
  /// Whether free text and what may be personal are kept.
  package var keepsText = false
  /// How the file is read, where the user says so.
  package var reading = ReadingChoices()

  /// The defaults.
  package init() {}
}

/// A questionnaire proposed from a file, with what an import of the file made of it.
package struct SketchProposal: Sendable {
  /// The questionnaire as a file.
  package let text: String
  /// Questions that it asks.
  package let questions: Int
  /// Columns that were left out.
  package let leftOut: Int
  /// Rows of the file.
  package let rows: Int
  /// Rows that an import for trial took.
  package let accepted: Int
  /// The map of the columns, where headers alone do not say what they mean.
  package let map: String?
  /// What a person should know before using it.
  package let findings: [any LocalizedMessage]

  /// Whether every row of the file was taken.
  package var isComplete: Bool { findings.isEmpty }

  /// What was proposed, in a sentence.
  package func summary(in language: InterfaceLanguage) -> String {
    language.choose(
      "\(questions) câu hỏi, bỏ ra ngoài \(leftOut) cột; nhập thử: nhận \(accepted) trong \(rows) dòng.",
      "\(questions) questions, \(leftOut) columns left out; an import for trial took \(accepted) of \(rows) rows."
    )
  }
}

extension Workflow {
  /// Proposes a questionnaire from the table at the first of `paths`.
  ///
  /// The other files may describe its columns: structures and lists of labels. The proposal is
  /// checked like any questionnaire and held against its own file.
  package func sketch(
    _ paths: [String],
    options: SketchOptions
  ) throws(WorkflowError) -> SketchProposal {
    let request = try options.reading.request()
    if let id = options.id, !QuestionnaireSketch.isUsable(id: id) {
      throw WorkflowError(
        Sentence(
          "--id: '\(id)' không dùng được; chỉ gồm chữ cái không dấu, chữ số, '_' và '-', bắt đầu bằng chữ cái",
          "--id: '\(id)' cannot be used; take letters a–z, digits, '_' and '-', and begin with a letter"
        )
      )
    }
    if let code = options.textLanguage, !QuestionnaireSketch.isUsable(language: code) {
      throw WorkflowError(
        Sentence(
          "--text-language: '\(code)' không phải mã ngôn ngữ; ví dụ vi, en, km",
          "--text-language: '\(code)' is no code of a language; such as vi, en, km"
        )
      )
    }
    let first = paths.first ?? "-"
    return try attempt(first) {
      let file = try SourceFile(path: first)
      let others = try paths.dropFirst().map { try SourceFile(path: $0) }
      let naming = QuestionnaireSketch.Naming(
        file: file.name == "-" ? "phieu" : file.name,
        id: options.id,
        language: options.textLanguage,
        keepsText: options.keepsText
      )
      let maker = SketchMaker(request: request, now: clock())
      let outcome = try maker.make(file, others: others, naming: naming)
      guard !outcome.sketch.isEmpty else {
        throw WorkflowError(
          Sentence(
            "không còn cột nào để hỏi: tệp chỉ có cột của hệ thống hoặc dữ liệu cá nhân; thêm --keep-text để giữ các cột chữ",
            "no column is left to ask: the file has only columns of a system or personal data; --keep-text keeps the columns of text"
          ),
          at: first
        )
      }
      return Self.proposal(outcome)
    }
  }

  private static func proposal(_ outcome: SketchMaker.Outcome) -> SketchProposal {
    let text = outcome.sketch.text
    let rejected = outcome.rows - outcome.accepted
    let (_, findings) = read(text, file: "", questionnaires: [])
    var messages: [any LocalizedMessage] = findings.filter { $0.severity == .error }
      .map { finding in
        Sentence(finding.text(in: .vietnamese), finding.text(in: .english))
      }
    if let obstacle = outcome.obstacle {
      messages.append(obstacle)
    } else if rejected > outcome.broken {
      messages.append(
        Sentence(
          "nhập thử còn trả lại \(rejected) dòng; xem kiểu của các câu",
          "an import for trial sent \(rejected) rows back; look at the types of the questions"
        )
      )
    }
    if outcome.broken > 0 {
      messages.append(
        Sentence(
          "\(outcome.broken) dòng của tệp bị hỏng (sai số ô, dòng tổng, không có câu trả lời) nên sẽ bị trả lại khi nhập",
          "\(outcome.broken) rows of the file are broken (wrong number of cells, totals, no answer) and will be sent back"
        )
      )
    }
    messages += outcome.unused.map { name in
      Sentence(
        "\(name): không phải bảng mã của tệp này nên không dùng",
        "\(name): is no codebook of this file and was not used"
      )
    }
    return SketchProposal(
      text: text,
      questions: outcome.sketch.questionnaire.questions.count,
      leftOut: outcome.sketch.leftOut.count,
      rows: outcome.rows,
      accepted: outcome.accepted,
      map: outcome.map,
      findings: messages
    )
  }
}
