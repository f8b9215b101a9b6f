package import SurveyModel
import Tabular

extension TableReading {
  /// How the file is read, in one sentence: `UTF-8, dấu phân cách “,”, tiêu đề ở dòng 1`.
  package func manner(in language: InterfaceLanguage) -> String {
    let place =
      switch form {
      case .text(let encoding, let delimiter):
        "\(encoding.description), " + language.choose("dấu phân cách", "delimiter")
          + " \(delimiter.name)"
      case .sheet(let name, _): language.choose("trang tính", "sheet") + " “\(name)”"
      }
    return place + language.choose(", tiêu đề ở dòng", ", header on line") + " \(headerLine)"
  }

  /// What was recognised and over what it was chosen: `31/31 cột; kế tiếp: … 0/31 cột`.
  package func recognition(in language: InterfaceLanguage) -> String {
    let own =
      "\(map.recognised)/\(columns) " + language.choose("cột là câu hỏi", "columns are questions")
    guard let runnerUp else { return own }
    return own + language.choose("; cách đọc kế tiếp: ", "; runner-up: ")
      + runnerUp.text(in: language)
  }

  /// What a person should know about the header, a line for each kind of note.
  ///
  /// Columns in `key` are not passed: they tell the records apart.
  package func summary(in language: InterfaceLanguage, key: [String] = []) -> [String] {
    remarks(in: language, key: key).map(\.text)
  }

  /// The lines of the summary, each with its code and how many columns or lines it is about.
  package func remarks(in language: InterfaceLanguage, key: [String] = []) -> [TableRemark] {
    let keyHeaders = Set(key.map { MatchingKey($0.composed.trimmed) })
    let told = notes.filter { note in
      guard case .unknownColumn(_, let header, _) = note else { return true }
      return !keyHeaders.contains(MatchingKey(header))
    }
    return NoteGroup.allCases.compactMap { group in
      let items = told.filter { NoteGroup($0) == group }
      return items.isEmpty ? nil : group.remark(items, in: language)
    } + labelRemarks(in: language)
  }

  private func labelRemarks(in language: InterfaceLanguage) -> [TableRemark] {
    let count = map.evidence.indices.count {
      map.meanings[$0].question != nil && map.evidence[$0] == .label
    }
    guard count > 0 else { return [] }
    let line = language.choose(
      "\(count) cột được nhận ra theo nguyên văn câu hỏi. [H04]",
      "\(count) columns were recognised by the words of the question. [H04]"
    )
    return [TableRemark(code: "H04", count: count, text: line)]
  }
}

/// Notes that are told together.
private enum NoteGroup: CaseIterable {
  case mojibake, above, blank, loose, guessed, meta, unknown, absent

  init(_ note: ReadingNote) {
    switch note {
    case .titleLine, .headerRow, .columnNumbers: self = .above
    case .blankColumns: self = .blank
    case .mojibake: self = .mojibake
    case .looseColumn: self = .loose
    case .guessedColumn: self = .guessed
    case .metaColumn: self = .meta
    case .unknownColumn, .ambiguousColumn: self = .unknown
    case .absentColumn: self = .absent
    }
  }

  func remark(_ notes: [ReadingNote], in language: InterfaceLanguage) -> TableRemark {
    let shown = notes.prefix(6).map { Self.item($0, language) }.joined(separator: ", ")
    let list = shown + (notes.count > 6 ? ", …" : "")
    let code = notes.first?.code ?? ""
    let text = "\(lead(notes.count, language)): \(list). [\(code)]"
    return TableRemark(code: code, count: notes.count, text: text)
  }

  private func lead(_ count: Int, _ language: InterfaceLanguage) -> String {
    switch self {
    case .above:
      language.choose(
        "Bỏ qua \(count) dòng ngoài tiêu đề",
        "\(count) lines beside the header passed"
      )
    case .mojibake:
      language.choose("Chữ bị mã hóa hai lần", "Text that was encoded twice")
    case .blank: language.choose("Bỏ qua cột trống", "Blank columns passed")
    case .loose:
      language.choose(
        "\(count) cột nhận ra không dấu, bị cắt ngắn, có ghi thêm hoặc trong nhóm lạ, xin xem lại",
        "\(count) columns recognised without accents, cut off, with a remark or in unknown groups, please look"
      )
    case .guessed:
      language.choose("\(count) cột nhận theo phỏng đoán", "\(count) columns taken by a guess")
    case .meta:
      language.choose(
        "\(count) cột quản lý, không phải câu trả lời",
        "\(count) columns about the interview, not answers"
      )
    case .absent:
      language.choose(
        "Tệp không có \(count) cột của bản đồ",
        "\(count) columns of the map are not in the file"
      )
    case .unknown:
      language.choose(
        "Bỏ qua \(count) cột không thuộc phiếu",
        "\(count) columns are not of the questionnaire"
      )
    }
  }

  private static func item(_ note: ReadingNote, _ language: InterfaceLanguage) -> String {
    switch note {
    case .mojibake(let words, let before, let after, let isRepaired):
      "\(words) " + language.choose("từ", "words") + " (“\(before)” → “\(after)”), "
        + (isRepaired
          ? language.choose("đã sửa", "put right")
          : language.choose("chưa sửa, xem --repair-mojibake", "left, see --repair-mojibake"))
    case .titleLine(let line, let text): "\(line) “\(text.prefix(60))”"
    case .headerRow(let line):
      "\(line) " + language.choose("(tiêu đề phụ)", "(second header)")
    case .columnNumbers(let line, let text):
      "\(line) “\(text.prefix(40))” " + language.choose("(số thứ tự cột)", "(numbers of columns)")
    case .blankColumns(let columns): columns.map { String($0 + 1) }.joined(separator: ", ")
    case .unknownColumn(let column, let header, let nearest):
      named(column, header, language)
        + (nearest.map { language.choose(" (gần với ", " (near ") + "'\($0)')" } ?? "")
    case .ambiguousColumn(let column, let header, let questions):
      named(column, header, language) + language.choose(" (của nhiều câu: ", " (of several: ")
        + questions.prefix(3).joined(separator: ", ") + ")"
    case .looseColumn(let column, let header, let question, _),
      .guessedColumn(let column, let header, let question):
      named(column, header, language, isWhole: true) + " → \(question)"
    case .absentColumn(let header): "“\(header.prefix(30))”"
    case .metaColumn(let column, let header, let role):
      named(column, header, language) + " (\(role.name(in: language)))"
    }
  }

  private static func named(
    _ column: Int,
    _ header: String,
    _ language: InterfaceLanguage,
    isWhole: Bool = false
  )
    -> String
  {
    header.isEmpty
      ? language.choose("cột \(column + 1) không tên", "column \(column + 1) without a name")
      : "“\(isWhole ? header : String(header.prefix(30)))”"
  }
}

extension MetaRole {
  /// The role as a person would name it.
  package func name(in language: InterfaceLanguage) -> String {
    switch self {
    case .recordKey: language.choose("mã bản ghi", "record id")
    case .rowNumber: language.choose("số thứ tự", "row number")
    case .startTime: language.choose("bắt đầu", "start")
    case .endTime: language.choose("kết thúc", "end")
    case .submissionTime: language.choose("thời gian gửi", "submitted")
    case .operatorName: language.choose("người phỏng vấn", "interviewer")
    case .status: language.choose("trạng thái", "status")
    case .personal: language.choose("thông tin cá nhân, không lưu", "personal, not stored")
    case .technical: language.choose("kỹ thuật", "technical")
    }
  }
}
