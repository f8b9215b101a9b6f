import SurveyModel
import Yams

/// Turns the parser's tree into ours and refuses what these files have no use for.
struct YAMLConverter {
  let lines: YAMLLines
  let disguise: YAMLKeyDisguise
  let log: FindingLog
  private var nodes = 0
  private var anchors: Set<SourceLocation> = []

  /// How deep lists and maps may nest; the format itself needs ten.
  static let depthLimit = 64
  /// How many nodes a file may have.
  static let nodeLimit = 200_000

  init(lines: YAMLLines, disguise: YAMLKeyDisguise, log: FindingLog) {
    self.lines = lines
    self.disguise = disguise
    self.log = log
  }

  /// Our node for the parser's; `depth` counts the lists and maps around it.
  mutating func convert(_ node: Node, depth: Int = 0) -> YAMLNode {
    let location = location(node.mark)
    let refused = YAMLNode(content: .refused, location: location)
    nodes += 1
    guard nodes <= Self.nodeLimit else {
      if nodes == Self.nodeLimit + 1 { log.report(YAMLSyntaxFinding.tooLarge, at: location) }
      return refused
    }
    if node.anchor != nil {
      // An alias is the anchored node once more; looking inside could take for ever.
      if anchors.insert(location).inserted { log.report(YAMLSyntaxFinding.anchor, at: location) }
      return refused
    }
    guard depth <= Self.depthLimit else {
      log.report(YAMLSyntaxFinding.tooDeep(limit: Self.depthLimit), at: location)
      return refused
    }
    switch node {
    case .scalar(let scalar):
      let scalar = YAMLScalar(text: scalar.string.composed, style: Self.style(scalar.style))
      return YAMLNode(content: .scalar(scalar), location: location)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(convert(item, depth: depth + 1)) }
      return YAMLNode(content: .list(items), location: location)
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      for (key, value) in mapping {
        let value = convert(value, depth: depth + 1)
        guard case .scalar(let scalar) = key, key.anchor == nil else {
          log.report(StructureFinding.keyIsNoText, at: self.location(key.mark))
          continue
        }
        entries.append(
          YAMLEntry(
            key: disguise.original(of: scalar.string).composed,
            keyLocation: self.location(key.mark),
            value: value
          )
        )
      }
      return YAMLNode(content: .map(entries), location: location)
    case .alias:
      log.report(YAMLSyntaxFinding.anchor, at: location)
      return refused
    }
  }

  private func location(_ mark: Mark?) -> SourceLocation {
    guard let mark else { return lines.start }
    return lines.location(line: mark.line, scalarColumn: mark.column)
  }

  private static func style(_ style: Node.Scalar.Style) -> YAMLScalar.Style {
    switch style {
    case .any, .plain: .plain
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal, .folded: .block
    }
  }
}
