import SurveyModel

/// The fixed words of a signed document, which Decree 30/2020/NĐ-CP prescribes in Vietnamese.
struct LetterheadWords {
  let letterhead: Letterhead
  let language: InterfaceLanguage

  init(_ letterhead: Letterhead, _ language: InterfaceLanguage) {
    self.letterhead = letterhead
    self.language = language
  }

  static let country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  static let motto = "Độc lập - Tự do - Hạnh phúc"
  static let receivers = "Nơi nhận:"
  /// What stands after the last line.
  static let ending = "./."

  /// A last sentence with the mark of the end in place of its full stop.
  static func ended(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    guard !rest.hasSuffix(ending) else { return String(rest) }
    // Points that leave something out are no full stop.
    if rest.hasSuffix("...") || rest.hasSuffix("…") { return rest + " " + ending }
    if let last = rest.last, ".;,".contains(last) { rest.removeLast() }
    return rest + ending
  }

  /// Who issues the document, the office above first.
  var offices: [String] { [letterhead.parent, letterhead.issuer].compactMap { $0?.uppercased() } }

  /// On whose behalf and in which position it is signed.
  var signature: [String] {
    [letterhead.authority, letterhead.position].compactMap { $0?.uppercased() }
  }

  private static let blank = String(repeating: "\u{A0}", count: 8)

  /// The number, left blank, with the kind of document and the office.
  var number: String { "Số:\(Self.blank)/\(letterhead.symbol)" }

  /// The place and the date, left blank.
  var date: String {
    "\(letterhead.place), ngày\(Self.blank)tháng\(Self.blank)năm\(Self.blank)"
  }

  /// A line for each receiver, the last one ending in a full stop.
  var receivers: [String] {
    let lines = letterhead.recipients.map { line in
      String(line.reversed().drop { ";. ".contains($0) }.reversed())
    }
    return lines.enumerated().map { place, line in
      "- \(line)\(place == lines.count - 1 ? "." : ";")"
    }
  }

  /// The line below the title of an appendix.
  var reference: String {
    "(Kèm theo \(letterhead.kind) số\(Self.blank)/\(letterhead.symbol) "
      + "ngày\(Self.blank)tháng\(Self.blank)năm\(Self.blank)của \(letterhead.issuer))"
  }
}
