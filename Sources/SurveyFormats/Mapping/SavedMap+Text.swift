package import SurveyModel
import Tabular

extension SavedMap {
  /// The map as a YAML file that ``YAMLMapFileReader`` reads back.
  package var text: String {
    var lines = [
      "# Bản đồ cột: mỗi cột của tệp đến câu hỏi nào (question, choice), là cột quản lý (meta),",
      "# bỏ qua (ignore: true) hay chưa quyết định (undecided: true). Sửa rồi dùng lại bằng --map.",
      "# Column map: edit it and use it again with --map.",
      "map: \(Self.quoted(questionnaire))",
    ]
    if let encoding { lines.append("encoding: \(Self.quoted(encoding.name))") }
    if let delimiter {
      lines.append("delimiter: \(Self.quoted(delimiter == .tab ? "tab" : delimiter.rawValue))")
    }
    if let sheet { lines.append("sheet: \(Self.quoted(sheet))") }
    if let headerRow { lines.append("header_row: \(headerRow)") }
    if let decimal { lines.append("decimal: \(decimal.rawValue)") }
    if let dates { lines.append("date_order: \(dates.rawValue)") }
    if let serials { lines.append("excel_dates: \(Self.quoted(serials.rawValue))") }
    if !key.isEmpty { lines.append("key: [\(key.map(Self.quoted).joined(separator: ", "))]") }
    if let status { lines.append("status: \(status.rawValue)") }
    if !missing.isEmpty {
      lines.append("missing:")
      lines += missing.map { mark in
        let reason = mark.reason?.rawValue ?? MissingMarks.ordinaryWord
        return "  - {text: \(Self.quoted(mark.text)), reason: \(reason)}"
      }
    }
    lines.append("columns:")
    lines += columns.map {
      "  - {header: \(Self.quoted($0.header)), \($0.target.text)\($0.known.text)}"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A scalar in double quotes, which hold any text.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
          .unassigned:
          let digits = String(scalar.value, radix: 16, uppercase: true)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}

extension ColumnMemory {
  fileprivate var text: String {
    (decimalMark.map { ", decimal: \($0.rawValue)" } ?? "")
      + (dateOrder.map { ", date_order: \($0.rawValue)" } ?? "")
      + (isMirrored.map { ", mirrored: \($0)" } ?? "")
      + (numbersAreLabels.map { ", numbers_are_labels: \($0)" } ?? "")
      + (percentIsShare.map { ", percent_of_one: \($0)" } ?? "")
      + (holdsRanks.map { ", ranks: \($0)" } ?? "")
      + (holdsEarlyDayNumbers.map { ", early_day_numbers: \($0)" } ?? "")
  }
}

extension SavedMap.Target {
  fileprivate var text: String {
    switch self {
    case .question(let id): "question: \(id)"
    case .option(let id, let choice): "question: \(id), choice: \(SavedMap.quoted(choice))"
    case .meta(let role): "meta: \(role.rawValue)"
    case .ignored: "ignore: true"
    case .undecided: "undecided: true"
    }
  }
}

extension TableReading {
  /// The choice as a map to be saved; columns without a header and our own are left out.
  ///
  /// `base` is the map that was used for it, whose words about values are kept; `key` are the
  /// columns that the user made the key, and `formats` what was decided about the values. For other
  /// files of the same kind only what the cells of this one showed is taken (`isForOthers`).
  package func savedMap(
    of questionnaire: Questionnaire,
    base: SavedMap? = nil,
    key: [String] = [],
    formats: ColumnFormats? = nil,
    isForOthers: Bool = false
  ) -> SavedMap {
    var saved = base ?? SavedMap()
    if !key.isEmpty { saved.key = key }
    if let formats {
      saved.missing = formats.missing.declaredMarks.map {
        SavedMap.MissingMark(text: $0.text, reason: $0.reason)
      }
      saved.serials = formats.serials == .from1900 ? nil : formats.serials
    }
    saved.columns = []
    saved.questionnaire = questionnaire.id
    switch form {
    case .text(let encoding, let delimiter):
      saved.encoding = encoding
      saved.delimiter = delimiter
    case .sheet(let name, _): saved.sheet = name
    }
    saved.headerRow = headerLine
    for (column, meaning) in map.meanings.enumerated() {
      let header = map.header[column].composed.trimmed
      guard !header.isEmpty, let target = SavedMap.Target(meaning, of: questionnaire) else {
        continue
      }
      var known = ColumnMemory()
      if let formats {
        switch meaning {
        case .question(let index):
          known = formats[column].known(for: questionnaire.questions[index])
          if isForOthers { known = known.shown(by: formats[column]) }
        case .option:
          if formats[column].holdsRanks || !isForOthers {
            known.holdsRanks = formats[column].rankMemory
          }
        default: break
        }
      }
      let before = base?.columns.first { $0.header.composed.trimmed == header }?.known
      if isForOthers, let before { known = known.filled(from: before) }
      saved.columns.append(SavedMap.Column(header: header, target: target, known: known))
    }
    return saved
  }
}

extension SavedMap.Target {
  /// What a column means, by ids; none for columns of the importer itself.
  fileprivate init?(_ meaning: ColumnMap.Meaning, of questionnaire: Questionnaire) {
    switch meaning {
    case .question(let index): self = .question(questionnaire.questions[index].id)
    case .option(let index, let place):
      let question = questionnaire.questions[index]
      guard let code = question.optionCode(at: place) else { return nil }
      self = .option(question: question.id, choice: code)
    case .meta(let role): self = .meta(role)
    case .ignored: self = .ignored
    case .unknown: self = .undecided
    case .bookkeeping: return nil
    }
  }
}

extension ColumnFormat {
  /// What matters for the answers of a question.
  fileprivate func known(for question: Question) -> ColumnMemory {
    let kind = question.kind
    var known = ColumnMemory()
    if keepsDecimalMark { known.decimalMark = decimalMark }
    if kind == .date || kind == .dateTime || kind == .metadata(.today) {
      known.dateOrder = dateOrder
      if holdsEarlyDayNumbers { known.holdsEarlyDayNumbers = true }
    }
    if kind == .integer || kind == .decimal { known.percentIsShare = percentIsShare }
    if case .selectOne = kind {
      known.isMirrored = numbering == .mirrored
      if ChoiceBook(question).hasNumberLabels { known.numbersAreLabels = numbering == .labels }
    }
    return known
  }
}

extension ColumnMemory {
  /// What the cells of a column showed; the rest is found out anew in another file.
  fileprivate func shown(by format: ColumnFormat) -> Self {
    var known = self
    if !format.showsDateOrder { known.dateOrder = nil }
    if isMirrored == false { known.isMirrored = nil }
    if numbersAreLabels == false { known.numbersAreLabels = nil }
    if percentIsShare == false { known.percentIsShare = nil }
    return known
  }

  /// The same with what was known `before` where nothing is known now.
  fileprivate func filled(from before: Self) -> Self {
    var known = self
    known.decimalMark = decimalMark ?? before.decimalMark
    known.dateOrder = dateOrder ?? before.dateOrder
    known.isMirrored = isMirrored ?? before.isMirrored
    known.numbersAreLabels = numbersAreLabels ?? before.numbersAreLabels
    known.percentIsShare = percentIsShare ?? before.percentIsShare
    known.holdsRanks = holdsRanks ?? before.holdsRanks
    known.holdsEarlyDayNumbers = holdsEarlyDayNumbers ?? before.holdsEarlyDayNumbers
    return known
  }
}
