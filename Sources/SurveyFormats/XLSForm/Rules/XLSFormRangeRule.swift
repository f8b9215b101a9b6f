/// What holds for a range: its step fits its span, and its ticks and labels fit its steps.
struct XLSFormRangeRule {
  let lists: [XLSFormList]
  let log: XLSFormLog

  /// Where a range begins and ends, and how far apart its steps are, when it says nothing.
  static let defaults = (start: "1", end: "10", step: "1")

  private struct Span {
    let start: ExactNumber
    let end: ExactNumber
    let step: ExactNumber
    let width: ExactNumber

    func holds(_ value: ExactNumber) -> Bool {
      let low = end.isLess(than: start) ? end : start
      let high = end.isLess(than: start) ? start : end
      return !value.isLess(than: low) && !high.isLess(than: value)
    }
  }

  func check(_ item: XLSFormItem) {
    let appearance = item.cells["appearance"]
    let extra = ["tick_interval", "placeholder", "tick_labelset"]
    if let appearance, !appearance.contains("vertical"), !appearance.contains("no-ticks"),
      extra.contains(where: { item.parameter($0) != nil })
    {
      report(.wrongAppearance, item)
    }
    warn(item)
    guard let span = span(item) else { return }
    let interval = self.interval(item, span)
    placeholder(item, span)
    if let list = item.parameter("tick_labelset") {
      labels(list, item, span, interval, isBare: appearance?.contains("no-ticks") == true)
    }
  }

  private func report(_ finding: XLSFormRangeFinding, _ item: XLSFormItem) {
    log.report(finding, at: item.source.place("parameters"))
  }

  private func warn(_ item: XLSFormItem) {
    guard ["start", "end", "step"].contains(where: { item.parameter($0) == nil }) else { return }
    report(
      .defaultsUsed(
        start: item.parameter("start") ?? Self.defaults.start,
        end: item.parameter("end") ?? Self.defaults.end,
        step: item.parameter("step") ?? Self.defaults.step
      ),
      item
    )
  }

  private func span(_ item: XLSFormItem) -> Span? {
    func number(_ key: String, _ usual: String) -> ExactNumber? {
      let number = ExactNumber(item.parameter(key) ?? usual)
      if number == nil { report(.notNumber(key), item) }
      return number
    }
    let start = number("start", Self.defaults.start)
    let end = number("end", Self.defaults.end)
    let step = number("step", Self.defaults.step)
    guard let start, let end, let step else { return nil }
    guard let width = end.minus(start)?.magnitude else {
      report(.notNumber("end"), item)
      return nil
    }
    if step.isZero {
      report(.zero("step"), item)
      return nil
    }
    if width.isLess(than: step) {
      report(.tooLarge("step"), item)
      return nil
    }
    return Span(start: start, end: end, step: step, width: width)
  }

  private func interval(_ item: XLSFormItem, _ span: Span) -> ExactNumber? {
    let key = "tick_interval"
    guard let text = item.parameter(key) else { return nil }
    guard let interval = ExactNumber(text) else {
      report(.notNumber(key), item)
      return nil
    }
    if interval.isZero {
      report(.zero(key), item)
      return nil
    }
    if span.width.isLess(than: interval) { report(.tooLarge(key), item) }
    if !interval.isMultiple(of: span.step) { report(.notMultiple(key), item) }
    return interval
  }

  private func placeholder(_ item: XLSFormItem, _ span: Span) {
    let key = "placeholder"
    guard let text = item.parameter(key) else { return }
    guard let value = ExactNumber(text), let distance = value.minus(span.start) else {
      report(.notNumber(key), item)
      return
    }
    if !distance.isMultiple(of: span.step) { report(.notMultiple(key), item) }
    if !span.holds(value) { report(.outside(key), item) }
  }

  private func labels(
    _ name: String,
    _ item: XLSFormItem,
    _ span: Span,
    _ interval: ExactNumber?,
    isBare: Bool
  ) {
    guard let list = lists.first(where: { $0.name == name }) else {
      report(.unknownLabels(name), item)
      return
    }
    var distinct: [ExactNumber] = []
    for choice in list.choices {
      guard let value = ExactNumber(choice.name), let distance = value.minus(span.start) else {
        report(.labelIsNoNumber(choice.name), item)
        continue
      }
      if !span.holds(value) {
        report(.labelOutside(choice.name), item)
      } else if !distance.isMultiple(of: interval ?? span.step)
        || !distance.isMultiple(of: span.step)
      {
        report(.labelOffStep(choice.name), item)
      }
      if !distinct.contains(where: { $0.equals(value) }) { distinct.append(value) }
    }
    guard isBare else { return }
    if distinct.count > 2 {
      report(.tooManyLabels, item)
    } else if !distinct.contains(where: { $0.equals(span.start) })
      || !distinct.contains(where: { $0.equals(span.end) })
    {
      report(.labelsNotAtEnds, item)
    }
  }
}
