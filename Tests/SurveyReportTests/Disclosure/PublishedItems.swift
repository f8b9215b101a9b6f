import Foundation
import SurveyModel

@testable import SurveyReport

/// Which questions, means and wholes the JSON text of a report of a ``RandomForm`` tells figures of.
struct PublishedItems {
  /// A place that figures are told of.
  enum Place: Hashable {
    /// A question.
    case item(String)
    /// A part or an element of an index, by its label.
    case mean(String)
    /// An indicator, by its label.
    case whole(String)
  }

  /// What is told of the wave of the report.
  private(set) var told: Set<Place> = []
  /// What is told of the wave before.
  private(set) var before: Set<Place> = []
  /// What some table or chart keeps back.
  private(set) var keptBack: Set<Place> = []
  /// All that is said in sentences.
  private(set) var sentences: [String] = []

  private let labels: [String: Place]
  private let wholes: Set<String>

  init(_ json: String, of form: RandomForm) throws {
    var labels: [String: Place] = [:]
    for item in form.items { labels[item.label] = .item(item.id) }
    for indicator in form.indicators {
      guard case .index(let index) = indicator.kind else { continue }
      for part in index.parts {
        labels[part.label.text(in: .vietnamese)] = .mean(part.label.text(in: .vietnamese))
        for element in part.elements {
          let label = element.label.text(in: .vietnamese)
          // An element of one question is that question.
          labels[label] = element.items.count == 1 ? .item(element.items[0]) : .mean(label)
        }
      }
    }
    self.labels = labels
    wholes = Set(form.indicators.map { $0.label.text(in: .vietnamese) })
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    for case let block as [String: Any] in root["blocks"] as? [Any] ?? [] {
      switch block["type"] as? String {
      case "table": read(table: block)
      case "chart": read(chart: block)
      case "verdict":
        sentences.append(block["text"] as? String ?? "")
        sentences += block["reasons"] as? [String] ?? []
        read(evidence: block["evidence"] as? [String: Any] ?? [:], form)
      default: sentences.append(block["text"] as? String ?? "")
      }
    }
    for case let estimate as [String: Any] in root["estimates"] as? [Any] ?? [] {
      read(estimate: estimate, form)
    }
  }

  /// The place of a row or a bar; a total is that of its caption.
  private func place(_ label: String, _ caption: String) -> Place? {
    if let place = labels[label] { return place }
    // "Chung" heads the whole of an indicator.
    return label == ReportWords.overall.text(in: .vietnamese) && wholes.contains(caption)
      ? .whole(caption) : nil
  }

  private static func isFigure(_ cell: [String: Any]) -> Bool {
    // That nobody answered tells of nobody.
    !["text", "empty", "suppressed", "verdict"].contains(cell["type"] as? String)
      && cell["symbol"] == nil
      && !(cell["type"] as? String == "count" && cell["value"] as? Int == 0)
  }

  private mutating func read(table: [String: Any]) {
    let caption = table["caption"] as? String ?? ""
    let titles = (table["columns"] as? [[String: Any]] ?? []).map { $0["title"] as? String ?? "" }
    let isChange = titles.contains("p")
    // Answers stand below the question that their table is called after.
    let question = labels.first { caption.hasPrefix($0.key) }?.value
    for case let row as [String: Any] in table["rows"] as? [Any] ?? [] {
      let cells = row["cells"] as? [[String: Any]] ?? []
      let label = cells.first?["value"] as? String ?? ""
      guard let place = place(label, caption) ?? question else { continue }
      if cells.dropFirst().contains(where: { $0["symbol"] as? String == "[c]" }) {
        keptBack.insert(place)
      }
      if isChange, Self.isFigure(cells[1]) { before.insert(place) }
      if cells.dropFirst(isChange ? 2 : 1).contains(where: Self.isFigure) { told.insert(place) }
    }
  }

  private mutating func read(chart: [String: Any]) {
    let caption = chart["caption"] as? String ?? ""
    for key in ["bars", "rows"] {
      for bar in chart[key] as? [[String: Any]] ?? [] where bar["group"] as? String == nil {
        guard let place = place(bar["label"] as? String ?? "", caption) else { continue }
        if bar["symbol"] as? String == "[c]" { keptBack.insert(place) }
        let shares = bar["shares"] as? [Any] ?? []
        if bar["value"] is NSNumber || bar["count"] is NSNumber || !shares.isEmpty {
          told.insert(place)
        }
      }
    }
  }

  private mutating func read(estimate: [String: Any], _ form: RandomForm) {
    guard estimate["by"] == nil else { return }
    if let question = estimate["question"] as? String {
      told.insert(.item(question))
      return
    }
    guard let id = estimate["indicator"] as? String,
      let indicator = form.indicators.first(where: { $0.id == id })
    else { return }
    let path = estimate["path"] as? [String] ?? []
    if path.isEmpty {
      told.insert(.whole(indicator.label.text(in: .vietnamese)))
    } else if let item = path.last, form.items.contains(where: { $0.id == item }) {
      told.insert(.item(item))
    } else if case .index(let index) = indicator.kind,
      let part = index.parts.first(where: { $0.id == path[0] })
    {
      let element = path.count > 1 ? part.elements.first { $0.id == path[1] } : nil
      told.insert(.mean((element?.label ?? part.label).text(in: .vietnamese)))
    }
  }

  private mutating func read(evidence: [String: Any], _ form: RandomForm) {
    guard let target = evidence["target"] as? String, evidence["by"] as? String == nil,
      let indicator = form.indicators.first(where: { "t_\($0.id)" == target })
    else { return }
    if evidence["value"] is NSNumber || evidence["n"] is NSNumber {
      told.insert(.whole(indicator.label.text(in: .vietnamese)))
    }
  }
}
