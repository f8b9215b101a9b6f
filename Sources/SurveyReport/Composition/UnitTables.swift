package import SurveyAnalysis
package import SurveyModel

extension CarriedUnits {
  /// The units of the day with what they were made of, and whether they can be compared.
  package func table(in language: InterfaceLanguage) -> Table {
    Table(
      caption: language.choose(
        "Đơn vị ngày \(day.dayMonthYear) và đơn vị cũ",
        "Units of \(day) and what they were made of"
      ),
      columns: [
        .init(language.choose("Đơn vị mới", "New unit")),
        .init(language.choose("Lập từ đơn vị cũ", "Made of")),
        .init(language.choose("So với trước", "With before")),
        .init(language.choose("Lý do", "Reason")),
      ],
      rows: units.map { row($0, language) }
    )
  }

  private func row(_ unit: NewUnit, _ language: InterfaceLanguage) -> Table.Row {
    let isNew = !unit.former.isEmpty && unit.former != [unit.unit]
    let former = isNew ? unit.former.map { $0.title(in: language) }.joined(separator: "; ") : ""
    var reasons = unit.obstacles.map { $0.text(in: language) }
    if !unit.silent.isEmpty {
      let list = unit.silent.map { $0.title(in: language) }.joined(separator: ", ")
      reasons.append(
        language.choose(
          "trước đây không có phiếu nào của \(list)",
          "nobody was interviewed before in \(list)"
        )
      )
    }
    let status =
      if !unit.isComparable {
        language.choose("không so sánh được", "not comparable")
      } else if isNew {
        language.choose("so sánh được", "comparable")
      } else {
        language.choose("không đổi", "unchanged")
      }
    return Table.Row([
      .text(unit.unit.label.text(in: language)),
      former.isEmpty ? .empty : .text(former),
      .text(status),
      reasons.isEmpty ? .empty : .text(reasons.joined(separator: "; ")),
    ])
  }

  /// What must be said below the table; with the number of interviews where it `isCounted`.
  package func notes(in language: InterfaceLanguage, isCounted: Bool = true) -> [String] {
    guard !left.isEmpty else { return [] }
    let count = left.reduce(0) { $0 + $1.count }
    let reasons = left.prefix(5).map { $0.reason.text(in: language) }.joined(separator: "; ")
    let more = left.count > 5 ? "; …" : ""
    let number = DecimalText(language: language).count(count)
    guard isCounted else {
      return [
        language.choose(
          "Một số phiếu không xếp vào đơn vị nào và không có trong bảng theo đơn vị: \(reasons)\(more).",
          "Some interviews are counted in no unit and stand in no table by unit: \(reasons)\(more)."
        )
      ]
    }
    return [
      language.choose(
        "Có \(number) phiếu không xếp vào đơn vị nào và không có trong bảng theo đơn vị: \(reasons)\(more).",
        "\(number) interviews are counted in no unit and stand in no table by unit: \(reasons)\(more)."
      )
    ]
  }
}

extension CarriedAreas {
  /// The former units with the units that they go on as.
  package func table(in language: InterfaceLanguage) -> Table {
    Table(
      caption: language.choose("Địa bàn của đơn vị cũ", "Areas of former units"),
      columns: [
        .init(language.choose("Địa bàn", "Area")),
        .init(language.choose("Gồm đơn vị ngày \(day.dayMonthYear)", "Units of \(day)")),
        .init(language.choose("So với trước", "With before")),
        .init(language.choose("Lý do", "Reason")),
      ],
      rows: areas.map { area in
        let members = area.members.map { $0.title(in: language) }.joined(separator: "; ")
        let reasons = area.obstacles.map { $0.text(in: language) }.joined(separator: "; ")
        return Table.Row([
          .text(area.label.text(in: language)), members.isEmpty ? .empty : .text(members),
          .text(
            area.isExact
              ? language.choose("so sánh được", "comparable")
              : language.choose("không so sánh được", "not comparable")
          ),
          reasons.isEmpty ? .empty : .text(reasons),
        ])
      }
    )
  }
}
