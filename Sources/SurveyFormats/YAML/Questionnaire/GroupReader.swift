import SurveyModel

/// Reads the groups in which sections stand.
struct GroupReader {
  let context: ReadingContext

  /// Reads one group.
  func read(_ node: YAMLNode) -> FormGroup? {
    node.map(context) { map in
      let id = map.requiredID("id")
      var group = FormGroup(
        id: id ?? "",
        label: map.text("label"),
        parent: map.string("parent"),
        kind: map.node("repeat").map { self.kind($0) } ?? .group,
        location: map.location
      )
      group.relevant = map.expression("relevant")
      group.appearance = map.string("appearance")
      group.extras = map.attributes("extras")
      return id == nil ? nil : group
    }
  }

  /// `true`, or an expression that says how often.
  private func kind(_ node: YAMLNode) -> FormGroup.Kind {
    guard let scalar = node.scalar(context) else { return .group }
    switch scalar.text {
    case "true": return .repeated(count: nil)
    case "false": return .group
    default: return .repeated(count: node.expression(scalar, context))
    }
  }
}
