/// What every question must have: a label when it is shown, a formula when it is computed.
struct XLSFormQuestionRule {
  let log: XLSFormLog

  func check(_ item: XLSFormItem) {
    if isShown(item) { label(item) }
    if case .tagged = item.type { carried(.osm, item) }
    guard case .question(let type) = item.type else { return }
    switch type {
    case .calculate:
      let isDynamic = item.cells["default"].map { XLSFormDefault.isDynamic($0, type: item.type) }
      if item.cells["calculation"] == nil, isDynamic != true {
        log.report(
          XLSFormRowFinding.missingCalculation,
          at: item.source.place("calculation")
        )
      }
    case .simSerial, .subscriberID:
      log.report(XLSFormRowFinding.deprecatedType(type.rawValue), at: item.source.place("type"))
    case .backgroundGeopoint:
      if item.cells["trigger"] == nil {
        log.report(XLSFormRowFinding.backgroundWithoutTrigger, at: item.source.place("trigger"))
      }
      if item.cells["calculation"] != nil {
        log.report(
          XLSFormRowFinding.backgroundWithCalculation,
          at: item.source.place("calculation")
        )
      }
    default: break
    }
    if type.isCarried { carried(type, item) }
  }

  private func carried(_ type: XLSFormQuestionType, _ item: XLSFormItem) {
    let place = item.source.place("type")
    if let required = item.cells["required"], XLSFormYesNo.read(required) != false, type.isShown {
      log.report(XLSFormRowFinding.carriedRequired(type: type.rawValue), at: place)
    } else {
      log.report(XLSFormRowFinding.carried(type: type.rawValue), at: place)
    }
  }

  /// Whether the question is shown; a computed one without label and hint is not.
  private func isShown(_ item: XLSFormItem) -> Bool {
    if case .question(let type) = item.type, !type.isShown { return false }
    return !item.isComputedUnseen
  }

  private func label(_ item: XLSFormItem) {
    let hasMedia = item.texts.keys.contains(where: \.isMedia)
    let isLabel = item.cells["appearance"] == "label"
    if item.texts[.label] == nil, item.texts[.hint] == nil, !hasMedia, !isLabel {
      log.report(
        XLSFormRowFinding.missingLabel(name: item.name),
        at: item.source.place("label")
      )
    }
    if item.texts[.bigImage] != nil, item.texts[.image] == nil {
      log.report(XLSFormRowFinding.bigImageAlone, at: item.source.place("big-image"))
    }
  }
}

extension XLSFormItem {
  /// Whether the question is computed or set by a trigger, and has no label or hint to show.
  var isComputedUnseen: Bool {
    (cells["calculation"] != nil || cells["trigger"] != nil)
      && texts[.label] == nil && texts[.hint] == nil
  }
}
