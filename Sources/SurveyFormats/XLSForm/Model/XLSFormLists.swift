import SurveyModel

/// Turns lists of a form into lists of a questionnaire, with what this program adds to choices.
///
/// Columns that no other program knows say what a choice means: `thuocdo_missing`,
/// `thuocdo_positive`, `thuocdo_points`, `thuocdo_exclusive`, and for the levels of a scale
/// `thuocdo_scale` and `thuocdo_neutral`.
struct XLSFormLists {
  let languages: XLSFormLanguageCodes

  /// The columns of this program.
  enum Column: String, CaseIterable {
    case missing = "thuocdo_missing"
    case positive = "thuocdo_positive"
    case points = "thuocdo_points"
    case exclusive = "thuocdo_exclusive"
    case scale = "thuocdo_scale"
    case neutral = "thuocdo_neutral"
  }

  /// A list under its id.
  func list(_ list: XLSFormList, id: String) -> ChoiceList {
    var choices: [Choice] = []
    var missing: [MissingCode] = []
    var direction: Scale.Direction?
    var neutral: String?
    for choice in list.choices {
      let label = languages.localized(choice.texts[.label] ?? [:], fallback: choice.name)
      func own(_ column: Column) -> String? { choice.attributes[column.rawValue] }
      if let reason = own(.missing).flatMap({ MissingReason(rawValue: $0) }) {
        missing.append(MissingCode(code: choice.name, reason: reason, label: label))
        continue
      }
      if let word = own(.scale) { direction = Scale.Direction(rawValue: word) }
      if XLSFormYesNo.read(own(.neutral)) == true { neutral = choice.name }
      let others = choice.attributes.filter { Column(rawValue: $0.key) == nil }
      let texts = XLSFormExtras.texts(choice.texts, except: [.label])
      choices.append(
        Choice(
          code: choice.name,
          label: label,
          isPositive: XLSFormYesNo.read(own(.positive)) == true,
          points: own(.points).flatMap { NumberText.parse($0) },
          isExclusive: XLSFormYesNo.read(own(.exclusive)) == true,
          attributes: Attributes(
            texts + others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
          )
        )
      )
    }
    return ChoiceList(
      id: id,
      choices: choices,
      scale: direction.map { Scale(direction: $0, neutral: neutral) },
      missing: missing
    )
  }

  /// A list of a questionnaire as a list of a form.
  static func list(_ list: ChoiceList, missing: [MissingCode]) -> XLSFormList {
    var choices = list.choices.map { choice in
      var attributes = Dictionary(
        choice.attributes.entries.map { ($0.name, $0.text) }
      ) { first, _ in first }
      var texts = XLSFormExtras.takeTexts(from: &attributes)
      texts[.label] = XLSFormExtras.words(choice.label)
      if choice.isPositive { attributes[Column.positive.rawValue] = "yes" }
      if choice.isExclusive { attributes[Column.exclusive.rawValue] = "yes" }
      if let points = choice.points {
        attributes[Column.points.rawValue] = DecimalWords.text(points)
      }
      if let scale = list.scale {
        attributes[Column.scale.rawValue] = scale.direction.rawValue
        if scale.neutral == choice.code { attributes[Column.neutral.rawValue] = "yes" }
      }
      return XLSFormChoice(name: choice.code, texts: texts, attributes: attributes)
    }
    choices += missing.map { code in
      XLSFormChoice(
        name: code.code,
        texts: [.label: XLSFormExtras.words(code.label)],
        attributes: [Column.missing.rawValue: code.reason.rawValue]
      )
    }
    return XLSFormList(name: list.id, choices: choices)
  }
}

/// Texts that a questionnaire has no member for, carried under their headers.
enum XLSFormExtras {
  /// The texts of other kinds than `except`, by header.
  static func texts(
    _ texts: XLSFormTexts,
    except: Set<XLSFormTextKind>
  ) -> [(String, String)] {
    XLSFormTextKind.allCases.filter { !except.contains($0) }.flatMap { kind in
      (texts[kind] ?? [:]).sorted { $0.key < $1.key }.map { language, text in
        (language.isEmpty ? kind.rawValue : "\(kind.rawValue)::\(language)", text)
      }
    }
  }

  /// Takes the texts out of what is carried.
  static func takeTexts(from cells: inout [String: String]) -> XLSFormTexts {
    var texts: XLSFormTexts = [:]
    for (header, text) in cells {
      let parts = header.parts(separatedBy: "::")
      guard parts.count <= 2, let kind = XLSFormTextKind(rawValue: parts[0]) else { continue }
      texts[kind, default: [:]][parts.count == 2 ? parts[1] : ""] = text
      cells[header] = nil
    }
    return texts
  }

  /// The words of a text by the names of their languages.
  static func words(_ text: LocalizedText) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: text.translations.map {
        (XLSFormLanguageCodes.name(of: $0.key), $0.value)
      }
    )
  }
}
