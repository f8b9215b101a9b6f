import SurveyModel
import Yams

/// Reads the text of a YAML file as a tree of nodes with places.
struct YAMLComposer {
  let log: FindingLog

  /// How many bytes a file may have; a long questionnaire has a twentieth of it.
  static let sizeLimit = 1_000_000

  /// The root of the file, if the text is YAML; everything else is reported.
  func compose(_ text: String, file: String) -> YAMLNode? {
    let start = SourceLocation(file: file, line: 1, column: 1)
    guard text.utf8.count <= Self.sizeLimit else {
      log.report(YAMLSyntaxFinding.tooLarge, at: start)
      return nil
    }
    var source = text
    if source.unicodeScalars.first == "\u{FEFF}" { source.unicodeScalars.removeFirst() }
    source.makeContiguousUTF8()
    let lines = YAMLLines(source, file: file)
    if let mark = YAMLAnchorScan.hazard(in: source) {
      log.report(
        YAMLSyntaxFinding.anchor,
        at: lines.location(line: mark.line, scalarColumn: mark.scalarColumn)
      )
      return nil
    }
    return compose(source, lines: lines)
  }

  private func compose(_ text: String, lines: YAMLLines) -> YAMLNode? {
    var text = text
    var disguise = YAMLKeyDisguise()
    while true {
      do {
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
          log.report(YAMLSyntaxFinding.emptyFile, at: lines.start)
          return nil
        }
        // Nodes hold their anchors weakly; the parser keeps them alive.
        return withExtendedLifetime(parser) {
          var converter = YAMLConverter(lines: lines, disguise: disguise, log: log)
          return converter.convert(root)
        }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let mark = context.mark
        if disguise.hide(line: mark.line, scalarColumn: mark.column, in: &text) { continue }
        log.report(
          StructureFinding.duplicateKey(
            disguise.original(of: keys.first ?? ""),
            firstLine: mark.line
          ),
          at: lines.location(line: mark.line, scalarColumn: mark.column)
        )
        return nil
      } catch {
        let (finding, location) = YAMLSyntaxFinding.finding(for: error, in: lines)
        log.report(finding, at: location)
        return nil
      }
    }
  }
}
