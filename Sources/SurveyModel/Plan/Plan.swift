/// What one office promised: targets, whom they speak of, and how they are decided.
public struct Plan: Hashable, Sendable {
  /// Rounds after which the office reports.
  public enum ReportPeriod: String, CaseIterable, Hashable, Sendable {
    case month
    case quarter
    case halfYear = "half-year"
    case year
  }

  /// How small numbers are kept from being published.
  public struct Suppression: Hashable, Sendable {
    /// Groups with fewer interviews are not shown.
    public var below: Int
    /// Groups with fewer interviews are flagged.
    public var flagBelow: Int
    /// Whether the NCHS 2017 presentation rules apply.
    public var usesNCHS: Bool

    /// Makes a rule; the defaults are fewer than 5, fewer than 30, NCHS 2017.
    public init(below: Int = 5, flagBelow: Int = 30, usesNCHS: Bool = true) {
      self.below = below
      self.flagBelow = flagBelow
      self.usesNCHS = usesNCHS
    }
  }

  /// The name of the plan.
  public let id: String
  /// Whose plan it is.
  public let office: LocalizedText
  /// The document as it names itself.
  public let document: LocalizedText?
  /// The year that it speaks of.
  public let year: Int?
  /// When the office reports.
  public let reports: [ReportPeriod]
  /// The place in words.
  public let area: LocalizedText?
  /// What the reader of a report must know.
  public let note: LocalizedText?
  /// The targets.
  public let targets: [Target]
  /// Designs by questionnaire, instead of what the questionnaire declares.
  public let designs: [String: SampleDeclaration]
  /// How small numbers are kept from being published.
  public let suppression: Suppression
  /// What the report on it holds and how it is headed.
  public let layout: ReportLayout

  /// Makes a plan.
  public init(
    id: String,
    office: LocalizedText,
    document: LocalizedText? = nil,
    year: Int? = nil,
    reports: [ReportPeriod] = [],
    area: LocalizedText? = nil,
    note: LocalizedText? = nil,
    targets: [Target] = [],
    designs: [String: SampleDeclaration] = [:],
    suppression: Suppression = Suppression(),
    layout: ReportLayout = ReportLayout()
  ) {
    self.id = id
    self.office = office
    self.document = document
    self.year = year
    self.reports = reports
    self.area = area
    self.note = note
    self.targets = targets
    self.designs = designs
    self.suppression = suppression
    self.layout = layout
  }
}

extension Plan {
  /// The questionnaires that its targets and designs speak of.
  public var questionnaireIDs: Set<String> {
    var ids = Set(designs.keys)
    for target in targets {
      switch target.kind {
      case .survey(let questionnaire, _, _, _), .change(let questionnaire, _, _):
        ids.insert(questionnaire)
      case .count: break
      }
    }
    return ids
  }
}
