import SurveyModel

/// A node of a YAML file with its place, freed of tags, anchors and the parser's types.
struct YAMLNode {
  /// What stands at the place.
  enum Content {
    case scalar(YAMLScalar)
    case list([YAMLNode])
    case map([YAMLEntry])
    /// Something that was already reported; nothing more is said about it.
    case refused
  }

  let content: Content
  let location: SourceLocation

  /// Whether nothing was written, as after `key:`.
  var isNull: Bool {
    if case .scalar(let scalar) = content {
      scalar.style == .plain && scalar.text.isEmpty
    } else {
      false
    }
  }

  /// Whether the node was already reported.
  var isRefused: Bool {
    if case .refused = content { true } else { false }
  }

  /// The shape as messages name it.
  var shape: YAMLShape? {
    switch content {
    case .scalar: .scalar
    case .list: .list
    case .map: .map
    case .refused: nil
    }
  }
}

/// The three shapes of YAML.
enum YAMLShape {
  case scalar, list, map
}

/// A scalar as it is written, in NFC.
struct YAMLScalar {
  /// How a scalar is set off from what surrounds it.
  enum Style {
    case plain, quoted, block
  }

  let text: String
  let style: Style
}

/// One key of a map with its value.
struct YAMLEntry {
  let key: String
  let keyLocation: SourceLocation
  let value: YAMLNode
}
