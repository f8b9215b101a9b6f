/// What the column `trigger` may name: questions that are asked.
struct XLSFormTriggerRule {
  private var found: [(name: String, source: XLSFormSource, isGeopoint: Bool)] = []

  /// Notes what the trigger of a question names.
  mutating func take(_ item: XLSFormItem, log: XLSFormLog) {
    guard let text = item.cells["trigger"] else { return }
    let place = item.source.place("trigger")
    guard text.contains("${") else {
      log.report(XLSFormNameFinding.triggerIsNoReference, at: place)
      return
    }
    for part in text.split(separator: ",") {
      guard let references = XLSFormReferences.read(String(part)) else {
        log.report(XLSFormNameFinding.malformedReference, at: place)
        return
      }
      if references.count > 1 { log.report(XLSFormNameFinding.severalTriggers, at: place) }
      for reference in references {
        found.append((reference.name, item.source, item.type == .question(.backgroundGeopoint)))
      }
    }
  }

  /// Looks at what was noted once all questions are known.
  func check(_ items: [XLSFormItem], questions: Set<String>, log: XLSFormLog) {
    guard !found.isEmpty else { return }
    var hidden: Set<String> = []
    var rows: [String: Int] = [:]
    for item in items where item.type.isNamed { rows[item.name, default: 0] += 1 }
    for item in items where item.isQuestion {
      if item.cells["trigger"] != nil, rows[item.name, default: 0] > 1 {
        log.report(
          XLSFormNameFinding.ambiguousReference(item.name),
          at: item.source.place("name")
        )
      }
      if item.type == .question(.calculate) || item.isComputedUnseen { hidden.insert(item.name) }
    }
    for (name, source, isGeopoint) in found {
      let place = source.place("trigger")
      if !questions.contains(name) {
        let nearest = nearest(to: name, among: questions)
        log.report(XLSFormNameFinding.unknownReference(name, nearest: nearest), at: place)
      } else if hidden.contains(name), !isGeopoint {
        log.report(XLSFormNameFinding.triggerIsHidden(name), at: place)
      }
    }
  }

  private func nearest(to name: String, among names: Set<String>) -> String? {
    names.map { ($0, slips(name, $0, limit: 2)) }.filter { $0.1 <= 2 && $0.0.count > 2 }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}

/// What `reference-geometry` may name: a list, a file, an entity or a repeat.
struct XLSFormGeometryRule {
  /// Files, and lists that questions use.
  var instances: Set<String> = []
  private var found: [(value: String, source: XLSFormSource)] = []

  mutating func take(_ item: XLSFormItem) {
    guard case .question(let type) = item.type else { return }
    if type.isFile { instances.insert(item.name.stemAndExtension.stem) }
    switch type {
    case .geopoint, .geotrace, .geoshape:
      if let value = item.parameter("reference-geometry") { found.append((value, item.source)) }
    default: break
    }
  }

  func check(
    lists: [XLSFormList],
    repeats: Set<String>,
    entities: Set<String>,
    log: XLSFormLog
  ) {
    for (value, source) in found {
      if instances.contains(value) || entities.contains(value) { continue }
      if lists.contains(where: { $0.name == value }) { continue }
      if let reference = XLSFormReferences.only(value), repeats.contains(reference.name) {
        continue
      }
      log.report(XLSFormParameterFinding.badGeometry(value), at: source.place("parameters"))
    }
  }
}
