extension XLSFormSurveyReader {
  /// Looks at a question with choices and the list that it names.
  mutating func check(_ select: XLSFormSelect, _ item: XLSFormItem, addsOther: Bool) {
    let place = item.source.place("type")
    if select.answers == .external {
      external(select, item)
    } else {
      let (stem, _) = select.list.stemAndExtension
      geometry.instances.insert(stem)
      let isFound = !select.saysFile || isFileOfChoices(select, item)
      if isFound, select.source == .list, !lists.contains(where: { $0.name == select.list }) {
        if lists.isEmpty {
          let similar = sheetNames.similar(to: .choices)
          log.report(XLSFormChoiceFinding.noChoicesSheet(similar: similar), at: place)
        } else {
          let nearest = nearestList(to: select.list, among: lists)
          log.report(XLSFormChoiceFinding.unknownList(select.list, nearest: nearest), at: place)
        }
      }
    }
    let list = lists.first { $0.name == select.list }
    if select.answers == .multiple, select.source != .file, let list {
      for choice in list.choices where choice.name.contains(" ") {
        log.report(XLSFormChoiceFinding.spaceInName(choice.name, list: list.name), at: place)
      }
    }
    if addsOther {
      if item.cells["choice_filter"] != nil {
        log.report(XLSFormChoiceFinding.otherWithFilter, at: item.source.place("choice_filter"))
      } else if list == nil {
        log.report(XLSFormChoiceFinding.otherWithoutChoices, at: place)
      }
    }
    table(select, item)
  }

  private func external(_ select: XLSFormSelect, _ item: XLSFormItem) {
    let place = item.source.place("type")
    if item.cells["choice_filter"] == nil {
      log.report(XLSFormChoiceFinding.externalWithoutFilter, at: place)
    }
    if externalLists.isEmpty {
      let similar = sheetNames.similar(to: .externalChoices)
      log.report(XLSFormChoiceFinding.noExternalSheet(similar: similar), at: place)
    } else if !externalLists.contains(where: { $0.name == select.list }) {
      let nearest = nearestList(to: select.list, among: externalLists)
      log.report(
        XLSFormChoiceFinding.unknownExternalList(select.list, nearest: nearest),
        at: place
      )
    }
  }

  /// Whether the type names a file that choices can come from.
  private func isFileOfChoices(_ select: XLSFormSelect, _ item: XLSFormItem) -> Bool {
    let name = select.list.split(separator: "/").last.map { String($0) } ?? select.list
    let (stem, ext) = name.stemAndExtension
    guard XLSFormSelect.fileExtensions.contains(ext), stem.stemAndExtension.ext.isEmpty else {
      log.report(XLSFormChoiceFinding.fileExtension(select.list), at: item.source.place("type"))
      return false
    }
    return true
  }

  /// All questions of a table share one list.
  private mutating func table(_ select: XLSFormSelect, _ item: XLSFormItem) {
    switch tableList {
    case .none: break
    case .awaitsFirst:
      tableList = .list(select.list)
      let name = "reserved_name_for_field_list_labels_\(item.source.row)"
      reserve(name, for: item.name, source: item.source)
      if item.cells["choice_filter"] != nil {
        log.report(XLSFormChoiceFinding.tableFilter, at: item.source.place("choice_filter"))
      }
    case .list(let first) where first != select.list:
      log.report(
        XLSFormChoiceFinding.tableListDiffers(select.list, first: first),
        at: item.source.place("type")
      )
    case .list: break
    }
  }

  /// The list of nearly this name.
  func nearestList(to name: String, among lists: [XLSFormList]) -> String? {
    lists.map { ($0.name, slips(name, $0.name, limit: 2)) }
      .filter { $0.1 <= min(2, max(1, name.count / 3)) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// Writes out what `or_other` stands for: the choice, and the question for its words.
  mutating func addOther(to select: XLSFormSelect, _ item: XLSFormItem) {
    guard let index = lists.firstIndex(where: { $0.name == select.list }) else { return }
    let list = lists[index]
    if !list.choices.contains(where: { $0.name == "other" }) {
      let used = list.choices.compactMap { $0.texts[.label] }.flatMap(\.keys)
      lists[index].choices.append(
        XLSFormChoice(
          name: "other",
          texts: [.label: XLSFormOther.choice(in: used, default: languages.defaultLanguage)],
          source: item.source
        )
      )
    }
    let name = "\(item.name)_other"
    reserve(name, for: item.name, source: item.source)
    append(
      XLSFormItem(
        type: .question(.text),
        name: name,
        texts: [
          .label: XLSFormOther.question(
            in: item.texts[.label].map { Array($0.keys) } ?? [],
            default: languages.defaultLanguage
          )
        ],
        cells: ["relevant": "selected(../\(item.name), 'other')"],
        source: item.source
      )
    )
  }
}

/// The words of the choice `other` and of the question that asks for it, in the languages of a form.
enum XLSFormOther {
  /// The label of the choice.
  static func choice(in languages: [String], default language: String?) -> [String: String] {
    words(languages, language) { $0.choice }
  }

  /// The label of the question.
  static func question(in languages: [String], default language: String?) -> [String: String] {
    words(languages, language) { $0.question }
  }

  private static func words(
    _ languages: [String],
    _ language: String?,
    _ word: ((choice: String, question: String)) -> String
  ) -> [String: String] {
    var result: [String: String] = [:]
    for name in languages.isEmpty ? [""] : Set(languages).sorted() {
      result[name] = word(known(name.isEmpty ? language ?? "" : name))
    }
    return result
  }

  private static func known(_ language: String) -> (choice: String, question: String) {
    let name = language.lowercased()
    let tag = name.hasSuffix(")") ? name.dropLast().split(separator: "(").last ?? "" : name[...]
    if tag == "vi" || name.hasPrefix("tiếng việt") || name.hasPrefix("vietnamese") {
      return ("Khác", "Khác (ghi rõ)")
    }
    if tag == "km" || name.hasPrefix("ខ្មែរ") || name.hasPrefix("ភាសាខ្មែរ") || name.hasPrefix("khmer") {
      return ("ផ្សេងទៀត", "ផ្សេងទៀត (សូមបញ្ជាក់)")
    }
    return ("Other", "Specify other.")
  }
}
