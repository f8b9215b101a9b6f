import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// What a verdict rests on, as JSON; numbers are not rounded.
enum JSONVerdict {
  static func value(of evidence: VerdictEvidence) -> JSONValue {
    let place: [(String, JSONValue)] = [
      ("target", .string(evidence.target)),
      ("by", text(evidence.by)),
      ("group", text(evidence.group)),
      ("threshold", .number(evidence.threshold)),
      ("symbol", text(evidence.suppression?.text)),
    ]
    let figure: [(String, JSONValue)] = [
      ("value", number(evidence.value)),
      ("n", count(evidence.sampleSize)),
      ("method", .string(evidence.rule.method.rawValue)),
      ("adjust", .string(evidence.rule.adjustment.rawValue)),
      ("error", .number(evidence.error)),
      ("lower", number(evidence.decision?.lowerBound)),
      ("upper", number(evidence.decision?.upperBound)),
      ("pMet", number(evidence.decision?.pValueMet)),
      ("pNotMet", number(evidence.decision?.pValueMissed)),
    ]
    let rest: [(String, JSONValue)] = [
      ("further", evidence.outlook.map(further) ?? .null),
      ("tipping", evidence.tipping.map(tipping) ?? .null),
      ("population", evidence.exact.map { people($0, evidence.threshold) } ?? .null),
      ("robustness", evidence.robustness.map(grid) ?? .null),
    ]
    let keying = evidence.keying.map { [("keying", errors($0))] } ?? []
    return .object(place + figure + rest + keying)
  }

  /// Every symbol with its meaning.
  static func symbols(_ language: InterfaceLanguage) -> JSONValue {
    .object(PublicationSymbol.allCases.map { ($0.text, .string($0.text(in: language))) })
  }

  private static func further(_ outlook: DecisionOutlook) -> JSONValue {
    let (kind, count): (String, Int) =
      switch outlook.further {
      case .interviews(let count): ("interviews", count)
      case .everybody(let count): ("everybody", count)
      case .moreThan(let count): ("more-than", count)
      }
    return .object([
      ("kind", .string(kind)), ("count", .integer(count)), ("power", .number(outlook.power)),
      ("designEffect", number(outlook.designEffect)),
      ("detectableBelow", number(outlook.detectableBelow)),
      ("detectableAbove", number(outlook.detectableAbove)),
    ])
  }

  private static func tipping(_ tipping: TippingPoint) -> JSONValue {
    .object([
      ("withoutAnswer", .integer(tipping.missing)),
      ("enough", count(tipping.enough)),
      ("answering", .string(tipping.positive ? "positive" : "negative")),
    ])
  }

  private static func errors(_ keying: KeyingOutlook) -> JSONValue {
    .object([
      ("rate", .number(keying.rate)), ("upperRate", .number(keying.upperRate)),
      ("error", .number(KeyingOutlook.alpha)), ("mostWrong", .number(keying.mostWrong)),
      ("survives", .bool(keying.survives)), ("furtherForms", count(keying.further)),
    ])
  }

  private static func people(_ counts: FinitePopulationBounds, _ threshold: Double) -> JSONValue {
    let others = NonResponse(counts, target: threshold)
    return .object([
      ("size", .integer(counts.population)), ("answered", .integer(counts.sampleSize)),
      ("positive", .integer(counts.successes)), ("worstCase", .interval(others.worstCase)),
      ("worstCaseVerdict", .string(word(others.outcome))),
      ("negativesToMiss", count(others.negativesToMiss)),
      ("positivesToMeet", count(others.positivesToMeet)),
    ])
  }

  private static func grid(_ robustness: Robustness) -> JSONValue {
    let cells = robustness.cells.map { cell in
      JSONValue.object([
        ("method", text(cell.choice.method?.rawValue)),
        ("doNotKnow", .string(cell.choice.countsDoNotKnow ? "not-positive" : "left-out")),
        ("weights", .bool(cell.choice.usesWeights)),
        ("lonelyPSU", .string(cell.choice.lonelyPSU.rawValue)),
        ("value", .number(cell.value)), ("verdict", .string(word(cell.outcome))),
      ])
    }
    return .object([
      ("robust", .bool(robustness.isRobust)), ("agreeing", .integer(agreeing(robustness))),
      ("choices", .array(cells)),
    ])
  }

  private static func agreeing(_ robustness: Robustness) -> Int {
    robustness.cells.count - robustness.changed.count
  }

  private static func word(_ outcome: TargetDecision.Outcome) -> String {
    switch outcome {
    case .met: "met"
    case .missed: "notMet"
    case .undecided: "undecided"
    }
  }

  private static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  private static func count(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }

  private static func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
}
