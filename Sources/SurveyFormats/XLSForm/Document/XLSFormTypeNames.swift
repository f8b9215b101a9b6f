/// Reads the column `type`.
enum XLSFormTypeNames {
  /// A type with what comes along with it.
  struct Reading {
    let type: XLSFormType
    /// Whether an `other` is to be offered, and asked for in words.
    var addsOther = false
  }

  /// The type that `text` names.
  static func read(_ text: String) -> Reading? {
    if let container = container(text) { return Reading(type: container) }
    if let select = select(text) { return select }
    if let type = names[text] { return Reading(type: .question(type)) }
    guard let word = text.firstRange(of: "osm ") else { return nil }
    let list = text[word.upperBound...].prefix { !$0.isWhitespace }
    return list.isEmpty ? nil : Reading(type: .tagged(list: String(list)))
  }

  /// The settings that older forms write as rows of the survey.
  static let settings = [
    "form_title": "form_title", "set_form_title": "form_title", "form_id": "form_id",
    "set_form_id": "form_id", "prefix": "prefix",
  ]

  /// The type nearest to a slip of the hand.
  static func nearest(to text: String) -> String? {
    let parts = text.split(separator: " ", maxSplits: 1)
    let word = parts.first.map { String($0).lowercased() } ?? ""
    let known =
      XLSFormQuestionType.allCases.map(\.rawValue) + [
        "select_one", "select_multiple", "rank", "select_one_from_file",
        "select_multiple_from_file", "begin_group", "end_group", "begin_repeat", "end_repeat",
      ]
    let limit = max(1, min(2, word.count / 3))
    let found = known.map { ($0, slips(word, $0.lowercased(), limit: limit)) }
      .filter { $0.1 <= limit }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let found else { return nil }
    return parts.count == 2 && found.0.contains("select") ? "\(found.0) \(parts[1])" : found.0
  }

  private static func container(_ text: String) -> XLSFormType? {
    let isBegin = text.hasPrefix("begin")
    guard isBegin || text.hasPrefix("end") else { return nil }
    var rest = text.dropFirst(isBegin ? 5 : 3)
    guard let mark = rest.first, mark == "_" || mark.isWhitespace else { return nil }
    rest = rest.dropFirst()
    let words: [(String, XLSFormContainer)] = [
      ("looped group", .repeated), ("lgroup", .repeated), ("group", .group),
      ("repeat", .repeated), ("loop", .loop(list: nil)),
    ]
    for (word, container) in words where rest.hasPrefix(word) {
      let tail = rest.dropFirst(word.count)
      if tail.isEmpty { return isBegin ? .begin(container) : .end(container) }
      guard isBegin, tail.hasPrefix(" ") else { continue }
      let parts = tail.dropFirst().split(separator: " ", omittingEmptySubsequences: false)
      let list: Substring? =
        switch parts.count {
        case 1: parts[0]
        case 2 where parts[0] == "over": parts[1]
        default: nil
        }
      guard let list, !list.isEmpty else { continue }
      if case .loop = container { return .begin(.loop(list: String(list))) }
      return .begin(container)
    }
    return nil
  }

  private static let selects: [(words: String, answers: XLSFormSelect.Answers, isFile: Bool)] = [
    ("add select one prompt using", .one, false),
    ("add select multiple prompt using", .multiple, false),
    ("select all that apply from", .multiple, false), ("select one from", .one, false),
    ("select1", .one, false), ("select_one", .one, false), ("select one", .one, false),
    ("select_multiple", .multiple, false), ("select all that apply", .multiple, false),
    ("select_one_external", .external, false), ("select_one_from_file", .one, true),
    ("select_multiple_from_file", .multiple, true), ("select one from file", .one, true),
    ("select multiple from file", .multiple, true), ("rank", .rank, false),
  ]

  private static func select(_ text: String) -> Reading? {
    for (words, answers, isFile) in selects where text.hasPrefix(words) {
      let tail = text.dropFirst(words.count)
      guard tail.hasPrefix(" ") else { continue }
      let parts = tail.dropFirst().split(
        separator: " ",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      guard let list = parts.first, !list.isEmpty else { continue }
      let select = XLSFormSelect(answers, list: String(list), saysFile: isFile)
      if parts.count == 1 { return Reading(type: .select(select)) }
      if ["or specify other", "or_other", "or other"].contains(parts[1]) {
        return Reading(type: .select(select), addsOther: true)
      }
    }
    return nil
  }

  private static let names: [String: XLSFormQuestionType] = {
    var names: [String: XLSFormQuestionType] = [:]
    for type in XLSFormQuestionType.allCases { names[type.rawValue] = type }
    let aliases: [(XLSFormQuestionType, [String])] = [
      (.text, ["string", "q string", "add text prompt"]),
      (.integer, ["int", "q int", "add integer prompt"]),
      (.decimal, ["q decimal", "add decimal prompt"]),
      (.date, ["q date", "add date prompt"]),
      (
        .dateTime,
        [
          "datetime", "date time", "q date time", "q dateTime", "add date time prompt",
          "add dateTime prompt",
        ]
      ),
      (.note, ["q note", "add note prompt"]),
      (.calculate, ["q calculate", "add calculate prompt"]),
      (.acknowledge, ["q acknowledge", "add acknowledge prompt"]),
      (.barcode, ["q barcode", "add barcode prompt"]),
      (.start, ["start time", "get start time"]), (.end, ["end time", "get end time"]),
      (.today, ["get today"]), (.deviceID, ["imei", "device id", "get device id"]),
      (.phoneNumber, ["get phone number"]), (.simSerial, ["sim id", "get sim id"]),
      (.subscriberID, ["subscriber id", "get subscriber id"]),
      (.geopoint, ["location", "gps", "q geopoint", "q location", "add location prompt"]),
      (.geoshape, ["q geoshape"]), (.geotrace, ["q geotrace"]),
      (.image, ["photo", "q picture", "q image", "add image prompt", "add photo prompt"]),
      (.audio, ["q audio", "add audio prompt"]), (.video, ["q video", "add video prompt"]),
      (.file, ["add file prompt"]),
    ]
    for (type, words) in aliases { for word in words { names[word] = type } }
    return names
  }()
}
