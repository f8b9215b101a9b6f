import SurveyModel
import SurveyStore

/// What names interviews beside an id or a key: a line of a file, or an answer.
enum RecordName {
  /// `a.csv:17`, with the file or the beginning of its batch's id.
  case line(Int, file: String)
  /// `don_vi=Xã A`.
  case answer(String, question: String)

  init?(_ text: String) {
    if let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]),
      line > 0, colon > text.startIndex
    {
      self = .line(line, file: String(text[..<colon]))
    } else if let equals = text.firstIndex(of: "="), equals > text.startIndex {
      self = .answer(
        text[text.index(after: equals)...].trimmed,
        question: text[..<equals].trimmed
      )
    } else {
      return nil
    }
  }
}

extension RecordName {
  /// Letters of a batch's id that are enough to name it.
  private static let fewestDigits = 4

  /// The completed imports of a file, or those in another `state`, by its name or by the beginning of
  /// the batch's id.
  static func batches(
    _ file: String,
    among batches: [ImportBatch],
    state: ImportBatch.State = .complete
  ) -> [ImportBatch] {
    let complete = batches.filter { $0.state == state }
    let name = file.split(separator: "/").last.map { String($0).composed } ?? file
    let named = complete.filter { $0.fileName.composed == name }
    guard named.isEmpty, file.utf8.count >= fewestDigits else { return named }
    return complete.filter { $0.id.hex.hasPrefix(file.lowercased()) }
  }

  /// The code of an option by its code or one of its labels; other answers as they are.
  static func code(_ text: String, of question: Question) -> String {
    guard let choices = question.kind.choiceList?.choices,
      !choices.contains(where: { $0.code == text })
    else { return text }
    let wanted = MatchingKey(text)
    return choices.first { choice in
      choice.label.translations.values.contains { MatchingKey($0) == wanted }
    }?.code ?? text
  }
}

/// A line of a file that is no interview.
struct NoSuchRow: Error, LocalizedMessage {
  let line: Int
  let file: String

  func text(in language: InterfaceLanguage) -> String {
    language.choose(
      "dòng \(line) của '\(file)' không thành phiếu nào của lần nhập ấy: dòng bị trả lại, đã có từ trước, hoặc không phải phiếu",
      "line \(line) of '\(file)' became no interview of that import: it was sent back, was there already, or is no interview"
    )
  }
}

/// Interviews that were asked for and came with an import that was undone.
struct UndoneRecord: Error, LocalizedMessage {
  /// What was asked for.
  let name: String
  /// The undone imports, oldest first.
  let batches: [ImportBatch]

  func text(in language: InterfaceLanguage) -> String {
    let list = batches.map { batch in
      let day = batch.undone.map { $0.at.shown(in: language) } ?? ""
      let why = batch.undone.flatMap { $0.why.isEmpty ? nil : ": \($0.why)" } ?? ""
      return language.choose(
        "lô \(batch.id.hex.prefix(8)) của tệp '\(batch.fileName)', hoàn tác \(day)\(why)",
        "batch \(batch.id.hex.prefix(8)) of '\(batch.fileName)', undone \(day)\(why)"
      )
    }.joined(separator: "; ")
    return language.choose(
      "'\(name)' không còn được tính: lần nhập ấy đã bị hoàn tác (\(list))",
      "'\(name)' no longer counts: its import was undone (\(list))"
    )
  }
}
