import SurveyModel
import Yams

extension YAMLSyntaxFinding {
  /// What the parser's error means for the author, and where.
  static func finding(
    for error: any Error,
    in lines: YAMLLines
  ) -> (finding: YAMLSyntaxFinding, location: SourceLocation) {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let finding = finding(for: problem, at: mark, in: lines)
      let place = finding == .unclosedQuote ? context?.mark ?? mark : mark
      return (finding, lines.location(line: place.line, scalarColumn: place.column))
    case YamlError.reader(let problem, let offset, _, _):
      let finding =
        problem.hasPrefix("control characters") ? controlCharacter : other(detail: problem)
      return (finding, offset.map { lines.location(characterOffset: $0) } ?? lines.start)
    case let error as YamlError:
      return (.other(detail: error.description), lines.start)
    default:
      return (.other(detail: "\(error)"), lines.start)
    }
  }

  private static func finding(
    for problem: String,
    at mark: Mark,
    in lines: YAMLLines
  ) -> YAMLSyntaxFinding {
    switch problem {
    case "found character that cannot start any token":
      let scalar = lines.scalar(line: mark.line, scalarColumn: mark.column)
      return scalar == "\t" ? .tab : .reservedCharacter(scalar.map { String($0) } ?? "")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return .tab
    case "found unexpected end of stream", "found unexpected document indicator":
      return .unclosedQuote
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
      return .unclosedBracket
    case "mapping values are not allowed in this context":
      return .colonInText
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "could not find expected ':'":
      return .indentation
    case "found undefined alias", "did not find expected alphabetic or numeric character":
      return .anchor
    case "but found another document":
      return .severalDocuments
    case let text where text.hasPrefix("Maximum nesting level"):
      return .tooDeep(limit: YAMLConverter.depthLimit)
    default:
      return .other(detail: problem)
    }
  }
}
