import Foundation
import SurveyModel

@testable import SurveyReport

/// All that the JSON text of a report says about groups, by the words that a reader sees.
struct PublishedFigures {
  /// A group of a question.
  struct Group: Hashable {
    let question: String
    let group: String
  }

  /// What stands in one place, over all tables, charts and verdicts.
  struct Figure {
    /// The answers behind the figure.
    var count: Int?
    var value: Double?
    /// Whether some table hides the answers or the figure, so that nobody can be recognised.
    var isHidden = false
  }

  /// What was computed: the whole and the groups of each question.
  struct Quantity {
    var whole = Figure()
    var groups: [Group: Figure] = [:]
  }

  /// By the name of the indicator; that of no indicator are people.
  private(set) var quantities: [String: Quantity] = [:]
  /// By question, how many people answered it.
  private(set) var answered: [String: Int] = [:]
  /// By question, everything that was computed by it and every group of it.
  private(set) var members: [String: [String]] = [:]
  /// By indicator, the figures of groups in the earlier wave.
  private(set) var earlier: [String: [Group: Double]] = [:]
  /// Tables with a row whose answers are hidden beside the people without one.
  private(set) var missingBesideHidden: [String] = []

  static let people = ""

  private let words: (_ words: ReportWords) -> String
  /// By the id of a target the name of its indicator, and by question and code the name of a group.
  private let targets: [String: String]
  private let indicators: [String: String]
  private let names: [String: (label: String, groups: [String: String])]

  init(
    _ json: String,
    targets: [String: String],
    indicators: [String: String] = [:],
    names: [String: (label: String, groups: [String: String])]
  ) throws {
    self.targets = targets
    self.indicators = indicators
    self.names = names
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    let language: InterfaceLanguage = root["language"] as? String == "vi" ? .vietnamese : .english
    words = { $0.text(in: language) }
    for case let block as [String: Any] in root["blocks"] as? [Any] ?? [] {
      switch block["type"] as? String {
      case "table": read(table: block)
      case "chart": read(chart: block)
      case "verdict": read(evidence: block["evidence"] as? [String: Any] ?? [:])
      default: break
      }
    }
    for case let estimate as [String: Any] in root["estimates"] as? [Any] ?? [] {
      read(estimate: estimate)
    }
  }

  // MARK: Tables

  private struct Row {
    let label: String
    let cells: [(type: String, value: Any?, symbol: String?)]
    var isHeading: Bool {
      cells.count > 1
        && cells.dropFirst().allSatisfy { $0.type == "text" && $0.value as? String == "" }
    }
  }

  private mutating func read(table: [String: Any]) {
    let caption = table["caption"] as? String ?? ""
    let titles = (table["columns"] as? [[String: Any]] ?? []).map { $0["title"] as? String ?? "" }
    let rows = (table["rows"] as? [[String: Any]] ?? []).map { row in
      let cells = row["cells"] as? [[String: Any]] ?? []
      return Row(
        label: cells.first?["value"] as? String ?? "",
        cells: cells.map { ($0["type"] as? String ?? "", $0["value"], $0["symbol"] as? String) }
      )
    }
    if titles == [words(.answer), words(.count), words(.share)] {
      readPeople(rows, caption)
    } else if titles == ["", words(.count)] {
      quantities[Self.people, default: Quantity()].whole.count = rows.first?.cells[1].value as? Int
    } else if titles.contains("p") {
      readChanges(rows, caption)
    } else if titles.contains(words(.sampleSize)), titles.contains(words(.missing)) {
      let size = titles.firstIndex(of: words(.sampleSize)) ?? 0
      for row in rows
      where row.cells[size].symbol == "[c]" && row.cells[size + 1].type == "count" {
        missingBesideHidden.append("\(caption): \(row.label)")
      }
    } else if titles.first == words(.group) {
      readGroups(rows, titles, caption)
    }
  }

  /// Who the respondents are: the questions head the rows, with how many answered.
  private mutating func readPeople(_ rows: [Row], _ caption: String) {
    var question = ""
    for row in rows {
      if row.isHeading {
        question = row.label
        if let bracket = row.label.lastIndex(of: "(") {
          let digits = row.label[bracket...].filter(\.isNumber)
          question = String(row.label[..<bracket].dropLast())
          answered[question] = Int(digits)
        }
        continue
      }
      note(
        Self.people,
        Group(question: question, group: row.label),
        count: row.cells[1].value as? Int,
        isHidden: row.cells[1].symbol == "[c]"
      )
    }
  }

  private mutating func readGroups(_ rows: [Row], _ titles: [String], _ caption: String) {
    guard let size = titles.firstIndex(of: words(.sampleSize)) else { return }
    var question: String?
    for row in rows {
      if row.isHeading {
        question = row.label
        continue
      }
      note(
        caption,
        question.map { Group(question: $0, group: row.label) },
        count: row.cells[size].value as? Int,
        value: (row.cells[1].value as? NSNumber)?.doubleValue,
        isHidden: row.cells[size].symbol == "[c]"
      )
    }
  }

  /// What was before stands beside the later figure; its sizes are told nowhere.
  private mutating func readChanges(_ rows: [Row], _ caption: String) {
    var question: String?
    for row in rows {
      if row.isHeading {
        question = row.label
        continue
      }
      guard let question else { continue }
      let group = Group(question: question, group: row.label)
      if let value = (row.cells[1].value as? NSNumber)?.doubleValue {
        earlier[caption, default: [:]][group] = value
      }
      if let value = (row.cells[2].value as? NSNumber)?.doubleValue {
        note(caption, group, value: value)
      }
    }
  }

  // MARK: Charts and verdicts

  private mutating func read(chart: [String: Any]) {
    let caption = chart["caption"] as? String ?? ""
    for bar in chart["bars"] as? [[String: Any]] ?? [] {
      read(drawn: bar, of: bar["group"] as? String, caption)
    }
    for area in chart["areas"] as? [[String: Any]] ?? [] {
      for tile in area["tiles"] as? [[String: Any]] ?? [] {
        read(drawn: tile, of: area["title"] as? String, caption)
      }
    }
  }

  /// Reads a group of a question as a chart draws it.
  private mutating func read(drawn group: [String: Any], of question: String?, _ caption: String) {
    guard let question, let label = group["label"] as? String else { return }
    note(
      caption,
      Group(question: question, group: label),
      count: group["count"] as? Int,
      value: (group["value"] as? NSNumber)?.doubleValue,
      isHidden: group["symbol"] as? String == "[c]"
    )
  }

  private mutating func read(evidence: [String: Any]) {
    guard let target = evidence["target"] as? String, let caption = targets[target],
      let by = evidence["by"] as? String, let code = evidence["group"] as? String,
      let question = names[by], let group = question.groups[code]
    else { return }
    note(
      caption,
      Group(question: question.label, group: group),
      count: evidence["n"] as? Int,
      value: (evidence["value"] as? NSNumber)?.doubleValue,
      isHidden: evidence["symbol"] as? String == "[c]"
    )
  }

  private mutating func read(estimate: [String: Any]) {
    let value = (estimate["value"] as? NSNumber)?.doubleValue
    if let id = estimate["indicator"] as? String, let caption = indicators[id],
      let by = estimate["by"] as? String, let code = estimate["group"] as? String,
      let question = names[by], let group = question.groups[code]
    {
      note(
        caption,
        Group(question: question.label, group: group),
        count: estimate["n"] as? Int,
        value: value
      )
    }
    if let id = estimate["question"] as? String, let code = estimate["answer"] as? String,
      let question = names[id], let group = question.groups[code]
    {
      note(Self.people, Group(question: question.label, group: group), value: value)
    }
  }

  private mutating func note(
    _ quantity: String,
    _ group: Group?,
    count: Int? = nil,
    value: Double? = nil,
    isHidden: Bool = false
  ) {
    func add(_ figure: inout Figure) {
      if let count { figure.count = count }
      if let value { figure.value = value }
      if isHidden { figure.isHidden = true }
    }
    guard let group else {
      add(&quantities[quantity, default: Quantity()].whole)
      return
    }
    add(&quantities[quantity, default: Quantity()].groups[group, default: Figure()])
    if members[group.question, default: []].contains(group.group) { return }
    members[group.question, default: []].append(group.group)
  }
}
