/// Rules for the sheet `entities` and the column `save_to`.
///
/// Entities are kept in conversions and not made here; the rules keep forms good for those who do.
struct XLSFormEntityRules {
  /// A group on the way to a row.
  struct Step: Hashable {
    let name: String
    let isRepeat: Bool
  }

  /// The names of the entities.
  private(set) var names: Set<String> = []

  private let log: XLSFormLog
  private var order: [String] = []
  private var sources: [String: XLSFormSource] = [:]
  /// The entities that name a question, by the name of the question.
  private var mentions: [String: [String]] = [:]
  private var places: [String: [Mention]] = [:]
  private let isDeclared: Bool

  private struct Mention {
    let path: [Step]
    let property: String?
    let row: Int
    let source: XLSFormSource
  }

  init(_ table: XLSFormTable?, log: XLSFormLog) {
    self.log = log
    isDeclared = !(table?.records.isEmpty ?? true)
    for record in table?.records ?? [] { declare(record) }
  }

  private mutating func declare(_ record: XLSFormTable.Record) {
    let known: Set<String> = [
      "list_name", "entity_id", "create_if", "update_if", "repeat", "label",
    ]
    for key in record.cells.keys.sorted() where !known.contains(key) {
      log.report(XLSFormEntityFinding.unknownColumn(key), at: record.place(key))
    }
    guard let name = record.cells["list_name"] else {
      log.report(XLSFormEntityFinding.missingListName, at: record.place("list_name"))
      return
    }
    if name.hasPrefix("__") || name.contains(".") || !XLSFormName.isValid(name) {
      log.report(XLSFormEntityFinding.badListName(name), at: record.place("list_name"))
    }
    let (id, create, update) = (
      record.cells["entity_id"], record.cells["create_if"], record.cells["update_if"]
    )
    if id == nil, update != nil {
      log.report(XLSFormEntityFinding.updateWithoutID(name), at: record.place("update_if"))
    }
    if id != nil, create != nil, update == nil {
      log.report(XLSFormEntityFinding.upsertWithoutCondition(name), at: record.place("create_if"))
    }
    if id == nil, record.cells["label"] == nil {
      log.report(XLSFormEntityFinding.createWithoutLabel(name), at: record.place("label"))
    }
    guard names.insert(name).inserted else {
      log.report(XLSFormEntityFinding.duplicateList(name), at: record.place("list_name"))
      return
    }
    order.append(name)
    sources[name] = record.source
    let texts = [id, create, update, record.cells["label"]].compactMap { $0 }
    for question in Set(texts.flatMap { XLSFormReferences.read($0) ?? [] }.map(\.name)) {
      mentions[question, default: []].append(name)
    }
  }

  /// Notes what a row of the survey saves, and which entities name it.
  mutating func take(_ item: XLSFormItem, scopes: [(String, XLSFormContainer?)]) {
    let path = scopes.map { Step(name: $0.0, isRepeat: $0.1 == .repeated) }
    if let text = item.cells["save_to"] { save(text, item, path) }
    for entity in mentions[item.name] ?? [] where item.type.isNamed {
      places[entity, default: []].append(
        Mention(path: path, property: nil, row: item.source.row, source: item.source)
      )
    }
  }

  private mutating func save(_ text: String, _ item: XLSFormItem, _ path: [Step]) {
    let place = item.source.place("save_to")
    guard isDeclared else {
      log.report(XLSFormEntityFinding.noEntities, at: place)
      return
    }
    let parts = text.split(separator: "#", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count <= 2 else {
      log.report(XLSFormEntityFinding.severalMarks, at: place)
      return
    }
    guard parts.count == 2 || order.count < 2 else {
      log.report(XLSFormEntityFinding.prefixNeeded, at: place)
      return
    }
    let entity = parts.count == 2 ? parts[0] : order.first ?? ""
    guard names.contains(entity) else {
      log.report(XLSFormEntityFinding.unknownEntity(entity), at: place)
      return
    }
    guard item.isQuestion else {
      log.report(XLSFormEntityFinding.saveToInGroup, at: place)
      return
    }
    let property = parts.last ?? ""
    let lowered = property.lowercased()
    if lowered == "name" || lowered == "label" || property.hasPrefix("__")
      || !XLSFormName.isValid(property)
    {
      log.report(XLSFormEntityFinding.saveToName(property), at: place)
    } else if let other = places[entity]?.first(where: { $0.property == property }) {
      log.report(XLSFormEntityFinding.saveToTwice(property, row: other.row), at: place)
    }
    places[entity, default: []].append(
      Mention(path: path, property: property, row: item.source.row, source: item.source)
    )
  }

  /// Looks for a group for every entity: one that holds all that it saves, in one repeat.
  func finish() {
    var requests: [(entity: String, scope: [Step], wanted: [Step], savers: Set<[Step]>)] = []
    for entity in order {
      guard let mentions = places[entity] else {
        requests.append((entity, [], [], []))
        continue
      }
      guard let request = request(entity, mentions) else { continue }
      requests.append((entity, request.scope, request.wanted, request.savers))
    }
    if requests.count == 1, requests[0].scope.isEmpty { return }
    var taken: [[Step]: String] = [:]
    for request in requests {
      var isPlaced = false
      var depth = request.wanted.count
      while depth >= request.scope.count {
        let path = Array(request.wanted.prefix(depth))
        if taken[path] == nil {
          taken[path] = request.entity
          for saver in request.savers {
            for length in stride(from: saver.count, to: path.count, by: -1) {
              taken[Array(saver.prefix(length))] = request.entity
            }
          }
          isPlaced = true
          break
        }
        if request.savers.contains(where: { taken[$0] != nil }) { break }
        depth -= 1
      }
      if !isPlaced { report(request.entity) }
    }
  }

  private func report(_ entity: String) {
    log.report(
      XLSFormEntityFinding.placeTaken(entity),
      at: sources[entity]?.place("list_name")
    )
  }

  /// The part of a path up to its last repeat.
  private func scope(_ path: [Step]) -> [Step] {
    guard let last = path.lastIndex(where: \.isRepeat) else { return [] }
    return Array(path[...last])
  }

  private func request(
    _ entity: String,
    _ mentions: [Mention]
  ) -> (scope: [Step], wanted: [Step], savers: Set<[Step]>)? {
    let scopes = mentions.map { scope($0.path) }
    let deepest =
      scopes.max { one, other in
        one.count(where: \.isRepeat) < other.count(where: \.isRepeat)
      } ?? []
    for scope in scopes where !deepest.starts(with: scope) {
      report(entity)
      return nil
    }
    let savers = Set(mentions.filter { $0.property != nil }.map(\.path))
    guard let first = savers.first else {
      let wanted = mentions.map(\.path).filter { scope($0) == deepest }
        .max { $0.count < $1.count }
      return (deepest, wanted ?? deepest, [])
    }
    var common = first
    for path in savers {
      common = Array(zip(common, path).prefix { $0.0 == $0.1 }.map(\.0))
    }
    let saving = savers.map(scope).max { $0.count < $1.count } ?? []
    let wanted = common.count < saving.count ? saving : common
    for path in savers where scope(path) != scope(wanted) {
      report(entity)
      return nil
    }
    return (deepest, wanted, savers)
  }
}
