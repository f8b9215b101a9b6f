/// What each type takes in the column `parameters`.
struct XLSFormParameterRules {
  let log: XLSFormLog

  func check(_ item: XLSFormItem) {
    switch item.type {
    case .select(let select): self.select(select, item)
    case .question(.audit): audit(item)
    case .question(.range):
      only(["end", "placeholder", "start", "step", "tick_interval", "tick_labelset"], item)
    case .question(.text):
      only(["rows"], item)
      whole("rows", item)
    case .question(.image): image(item)
    case .question(.audio):
      only(["quality"], item)
      choice("quality", ["voice-only", "low", "normal", "external"], item)
    case .question(.backgroundAudio):
      only(["quality"], item)
      choice("quality", ["voice-only", "low", "normal"], item)
    case .question(.geopoint):
      only(
        ["allow-mock-accuracy", "capture-accuracy", "reference-geometry", "warning-accuracy"],
        item
      )
      number("capture-accuracy", item)
      number("warning-accuracy", item)
      choice("allow-mock-accuracy", ["true", "false"], item)
    case .question(.geotrace), .question(.geoshape):
      only(["allow-mock-accuracy", "incremental", "reference-geometry"], item)
      choice("allow-mock-accuracy", ["true", "false"], item)
      if let value = item.parameter("incremental"), XLSFormYesNo.read(value) != true {
        report(.badValue(key: "incremental", value: value, accepted: ["true"]), item)
      }
    case .question, .tagged, .begin, .end: break
    }
  }

  private func report(_ finding: XLSFormParameterFinding, _ item: XLSFormItem) {
    log.report(finding, at: item.source.place("parameters"))
  }

  private func only(_ accepted: [String], _ item: XLSFormItem) {
    let unknown = item.parameters.map(\.key).filter { !accepted.contains($0) }.sorted()
    if !unknown.isEmpty { report(.unknownKeys(unknown, accepted: accepted), item) }
  }

  private func whole(_ key: String, _ item: XLSFormItem) {
    if let value = item.parameter(key), Int(value) == nil { report(.notWhole(key: key), item) }
  }

  private func number(_ key: String, _ item: XLSFormItem) {
    if let value = item.parameter(key), Double(value) == nil { report(.notNumber(key: key), item) }
  }

  private func choice(_ key: String, _ accepted: [String], _ item: XLSFormItem) {
    guard let value = item.parameter(key), !accepted.contains(value) else { return }
    report(.badValue(key: key, value: value, accepted: accepted), item)
  }

  private func select(_ select: XLSFormSelect, _ item: XLSFormItem) {
    if select.saysFile {
      only(["label", "randomize", "seed", "value"], item)
      for key in ["value", "label"] {
        if let value = item.parameter(key), !XLSFormName.isValid(value) {
          report(.badColumnName(key: key, value: value), item)
        }
      }
    } else {
      only(["randomize", "seed"], item)
    }
    choice("randomize", ["true", "false"], item)
    guard let seed = item.parameter("seed") else { return }
    if item.parameter("randomize") == nil {
      report(.seedWithoutRandomize, item)
    } else if XLSFormReferences.only(seed) == nil, Double(seed)?.isFinite != true {
      report(.badSeed(seed), item)
    }
  }

  private func image(_ item: XLSFormItem) {
    only(["app", "max-pixels"], item)
    whole("max-pixels", item)
    let appearance = item.cells["appearance"]
    guard let name = item.parameter("app"), appearance == nil || appearance == "annotate" else {
      return
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isValid =
      parts.count > 1
      && parts.allSatisfy { part in
        guard let first = part.utf8.first, first != UInt8(ascii: "_"), !(0x30...0x39 ~= first)
        else { return false }
        return part.utf8.allSatisfy { byte in
          byte == UInt8(ascii: "_") || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte
            || 0x61...0x7A ~= byte
        }
      }
    if !isValid { report(.badPackage(name), item) }
  }

  private func audit(_ item: XLSFormItem) {
    let location = ["location-priority", "location-min-interval", "location-max-age"]
    only(
      ["identify-user"] + location.sorted() + ["track-changes", "track-changes-reasons"],
      item
    )
    choice("track-changes", ["true", "false"], item)
    choice("track-changes-reasons", ["on-form-edit"], item)
    choice("identify-user", ["true", "false"], item)
    let missing = location.filter { item.parameter($0) == nil }
    guard missing.count < location.count else { return }
    guard missing.isEmpty else {
      report(.locationIncomplete(missing), item)
      return
    }
    choice("location-priority", ["no-power", "low-power", "balanced", "high-accuracy"], item)
    for key in location.dropFirst() {
      whole(key, item)
      if let value = item.parameter(key).flatMap({ Int($0) }), value < 0 {
        report(.negative(key: key), item)
      }
    }
    let interval = item.parameter("location-min-interval").flatMap { Int($0) }
    let age = item.parameter("location-max-age").flatMap { Int($0) }
    if let interval, let age, age < interval { report(.ageBelowInterval, item) }
  }
}
