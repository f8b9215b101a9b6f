import SurveyModel
import SurveyReport

extension UnitAnswer {
  /// The answer as a small document.
  var report: Report {
    var blocks: [Report.Block] = []
    if units.isEmpty {
      let hint = nearest.map {
        language.choose(" Có phải là “\($0)”?", " Did you mean “\($0)”?")
      }
      blocks.append(
        .paragraph(
          language.choose(
            "Danh mục không có đơn vị này.",
            "The register has no such unit."
          ) + (hint ?? "")
        )
      )
    } else if isOfOtherDays {
      blocks.append(
        .note(
          language.choose(
            "Ngày này không có đơn vị nào tên như vậy; dưới đây là đơn vị của thời gian khác.",
            "No unit had this name on that day; below are units of other times."
          )
        )
      )
    } else if units.count > 1 {
      blocks.append(
        .note(
          language.choose(
            "Có \(units.count) đơn vị cùng tên; thêm tên cấp trên để chọn, ví dụ “\(example)”.",
            "\(units.count) units have this name; add the one above it to choose, as in “\(example)”."
          )
        )
      )
    }
    for unit in units {
      blocks.append(.heading(heading(unit), level: 2))
      blocks += lines(unit).map { .paragraph("• " + $0) }
    }
    return Report(
      language: language,
      title: text,
      subtitle: [language.choose("Ngày \(written(day))", "On \(written(day))")],
      blocks: blocks
    )
  }

  private var example: String {
    guard let unit = units.first else { return text }
    let above = register.parent(of: unit).map { ", \($0.title(in: .vietnamese))" } ?? ""
    return unit.title(in: .vietnamese) + above
  }

  private func heading(_ unit: AdministrativeUnit) -> String {
    let code = unit.code.map { language.choose(" – mã \($0)", ", code \($0)") }
    return label(unit) + (code ?? "") + " [\(unit.id)]"
  }

  private func lines(_ unit: AdministrativeUnit) -> [String] {
    var lines: [String] = []
    let above = register.ancestors(of: unit).map { $0.title(in: language) }
    if !above.isEmpty {
      lines.append(language.choose("Thuộc ", "Part of ") + above.joined(separator: ", "))
    }
    lines.append(validity(unit))
    if !unit.isConfirmed {
      lines.append(language.choose("Chưa xác nhận", "Not confirmed"))
    }
    lines += before(unit) + now(unit)
    if !unit.source.isEmpty {
      lines.append(language.choose("Nguồn: \(unit.source)", "Source: \(unit.source)"))
    }
    return lines
  }

  private func validity(_ unit: AdministrativeUnit) -> String {
    let from: String? =
      switch unit.validity.from {
      case .open: nil
      case .day(let day): language.choose("từ \(written(day))", "from \(written(day))")
      case .unknown:
        language.choose("từ ngày chưa xác nhận", "from a day that is not confirmed")
      }
    let to: String? =
      switch unit.validity.to {
      case .open: nil
      case .day(let day): language.choose("đến hết \(written(day))", "to \(written(day))")
      case .unknown:
        language.choose("đến ngày chưa xác nhận", "to a day that is not confirmed")
      }
    let ends = [from, to].compactMap { $0 }
    guard !ends.isEmpty else {
      return language.choose("Danh mục không ghi thay đổi nào", "No change is recorded")
    }
    return language.choose("Hiệu lực ", "Valid ") + ends.joined(separator: " ")
  }

  /// What it was made of.
  private func before(_ unit: AdministrativeUnit) -> [String] {
    guard case .day(let first) = unit.validity.from, let last = first.adding(days: -1) else {
      return register.predecessions(of: unit).map { step in
        sentence(step, other: step.from, language.choose("Trước đó: ", "Before: "))
      }
    }
    let origins = register.origins(of: unit, on: last)
    var lines: [String] = []
    if !origins.units.isEmpty {
      let list = origins.units.map { one in
        let above = register.parent(of: one).map { " (\($0.title(in: language)))" } ?? ""
        return one.title(in: language) + above
      }
      lines.append(
        language.choose("Trước đó, ngày \(written(last)): ", "Before, on \(written(last)): ")
          + list.joined(separator: "; ")
      )
    }
    lines.append(
      origins.isExact
        ? language.choose(
          "So sánh được với trước: ghép đúng từ các đơn vị trên",
          "Comparable with before: exactly the units above together"
        )
        : language.choose("Không so sánh được với trước: ", "Not comparable with before: ")
          + origins.obstacles.map { $0.text(in: language) }.joined(separator: "; ")
    )
    return lines
  }

  /// What it is today.
  private func now(_ unit: AdministrativeUnit) -> [String] {
    guard unit.validity.hasEnded(before: today) else {
      return register.successions(of: unit).map { step in
        sentence(step, other: step.to, language.choose("Sau đó: ", "Later: "))
      }
    }
    let lead = language.choose("Nay, ngày \(written(today)): ", "Now, on \(written(today)): ")
    switch register.destination(of: unit, on: today) {
    case .success(let now):
      let above = register.parent(of: now).map { ", \($0.title(in: language))" } ?? ""
      return [
        lead
          + language.choose(
            "toàn bộ thuộc \(now.title(in: language))\(above)",
            "all of it in \(now.title(in: language))\(above)"
          )
      ]
    case .failure(let refusal):
      let area = register.area(of: unit, on: today)
      guard !area.members.isEmpty else { return [lead + refusal.obstacle.text(in: language)] }
      var lines = [
        lead
          + language.choose(
            "\(area.label.text(in: language)) gồm ",
            "the \(area.label.text(in: language)) is "
          ) + area.members.map { $0.title(in: language) }.joined(separator: ", ")
      ]
      if !area.isExact {
        lines.append(
          language.choose("Địa bàn này không trùng khớp: ", "The area is not exact: ")
            + area.obstacles.map { $0.text(in: language) }.joined(separator: "; ")
        )
      }
      return lines
    }
  }

  private func sentence(_ step: UnitSuccession, other: String?, _ lead: String) -> String {
    let name =
      other.flatMap { register[$0] }?.title(in: language)
      ?? language.choose("chưa biết đơn vị nào", "not known which unit")
    let when =
      step.date.map { language.choose(" từ \(written($0))", " from \(written($0))") }
      ?? language.choose(", ngày chưa xác nhận", ", the day is not confirmed")
    return lead + name + when
  }

  private func label(_ unit: AdministrativeUnit) -> String { unit.label.text(in: language) }

  private func written(_ day: CalendarDate) -> String {
    language.choose(day.dayMonthYear, day.description)
  }
}
