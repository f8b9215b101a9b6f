import SurveyModel

/// The head and the foot of a signed document as lines of plain text.
struct LetterheadLines {
  let letterhead: Letterhead
  let language: InterfaceLanguage

  /// The office, its number left blank, the country, and the place with its date left blank.
  var head: [String] {
    [letterhead.parent, letterhead.issuer].compactMap { $0 } + [
      language.choose("Số: ……/", "No.: ……/") + letterhead.symbol,
      language.choose(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SOCIALIST REPUBLIC OF VIET NAM"
      ),
      language.choose("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
      language.choose(
        "\(letterhead.place), ngày …… tháng …… năm ………",
        "\(letterhead.place), day …… month …… year ………"
      ),
    ]
  }

  /// The kind of document and what it is about.
  var subject: [String] { [letterhead.kind, letterhead.subject].filter { !$0.isEmpty } }

  /// Who signs: nobody is named.
  var signature: [String] { [letterhead.authority, letterhead.position].compactMap { $0 } }

  /// Who receives it, without the dashes of the decree, and a heading; nothing where nobody is named.
  var recipients: (title: String, names: [String])? {
    guard !letterhead.recipients.isEmpty else { return nil }
    let names = letterhead.recipients.map { String($0.drop { $0 == "-" || $0 == " " }) }
    return (language.choose("Nơi nhận:", "Recipients:"), names)
  }
}
