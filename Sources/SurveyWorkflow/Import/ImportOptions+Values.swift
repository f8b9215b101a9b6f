import SurveyFormats
package import SurveyModel

extension ImportOptions {
  /// A word about values that means nothing.
  package struct ValueProblem: Error, Hashable {
    let option: String
    let text: String
    let allowed: [String]
  }

  /// Takes what the user says about values, in the words of the command.
  package mutating func setValues(
    decimal: String?,
    dateOrder: String?,
    excelDates: String?,
    scaleCodes: String?,
    missing: [String]
  ) throws(ValueProblem) {
    values.decimalMark = try Self.word(decimal, "--decimal")
    values.dateOrder = try Self.word(dateOrder, "--date-order")
    values.serials = try Self.word(excelDates, "--excel-dates")
    switch scaleCodes {
    case nil: values.numbering = nil
    case "as-declared": values.numbering = .asDeclared
    case "mirrored": values.numbering = .mirrored
    case "labels": values.numbering = .labels
    case let text?:
      throw ValueProblem(
        option: "--scale-codes",
        text: text,
        allowed: ["as-declared", "mirrored", "labels"]
      )
    }
    for text in missing {
      guard values.missing.declare(text) else {
        let reasons = MissingReason.allCases.map(\.rawValue) + ["answer"]
        throw ValueProblem(option: "--missing", text: text, allowed: reasons.map { "MARK=\($0)" })
      }
    }
  }

  /// Whether anything was said about how tables are read, beside which sheet is meant.
  var saysHowToRead: Bool {
    var reading = reading
    reading.sheet = nil
    return reading != ReadingChoices() || values != ValueOptions() || !key.isEmpty
      || status != nil
  }

  /// Takes what an earlier import knew about keys and values; what was said now goes before.
  mutating func take(_ map: SavedMap) {
    if key.isEmpty { key = map.key }
    status = status ?? map.status
    var before = ValueOptions()
    before.take(map)
    values.known = before.known.merging(values.known) { $1 }
    values.isContinued = true
    values.keptDateOrders = before.known.compactMapValues(\.dateOrder)
    values.serials = values.serials ?? before.serials
    for mark in map.missing { values.missing.suggest(mark.text, as: mark.reason) }
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ text: String?,
    _ option: String
  ) throws(ValueProblem) -> Word? where Word.RawValue == String {
    guard let text else { return nil }
    guard let word = Word(rawValue: text) else {
      throw ValueProblem(option: option, text: text, allowed: Word.allCases.map(\.rawValue))
    }
    return word
  }
}

extension ImportOptions.ValueProblem: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    let list = allowed.joined(separator: ", ")
    return language.choose(
      "\(option) không nhận '\(text)'; dùng một trong: \(list)",
      "\(option) does not take '\(text)'; use one of: \(list)"
    )
  }
}
