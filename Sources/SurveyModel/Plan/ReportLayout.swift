/// What a plan says about the report on it: chapters, groups, words, head and foot.
public struct ReportLayout: Hashable, Sendable {
  /// The title, instead of that of the questionnaire.
  public var title: LocalizedText?
  /// The chapters in their order.
  public var sections: [ReportSection]
  /// Chapters that stand in appendices behind the signature.
  public var appendix: [ReportSection]
  /// The questions to report by, for each questionnaire; else those of the targets.
  public var groups: [String: [String]]
  /// What was counted of the fieldwork of each questionnaire.
  public var fieldwork: [String: FieldworkCounts]
  /// Headings in the office's own words.
  public var headings: [ReportSection: LocalizedText]
  /// Paragraphs in the office's own words, below the heading of a chapter.
  public var texts: [ReportSection: LocalizedText]
  /// The head and the foot of a document that is signed.
  public var letterhead: LetterheadText?

  /// Makes a layout; without anything, all the usual chapters.
  public init(
    title: LocalizedText? = nil,
    sections: [ReportSection] = ReportSection.usual,
    appendix: [ReportSection] = [],
    groups: [String: [String]] = [:],
    fieldwork: [String: FieldworkCounts] = [:],
    headings: [ReportSection: LocalizedText] = [:],
    texts: [ReportSection: LocalizedText] = [:],
    letterhead: LetterheadText? = nil
  ) {
    self.title = title
    self.sections = sections
    self.appendix = appendix
    self.groups = groups
    self.fieldwork = fieldwork
    self.headings = headings
    self.texts = texts
    self.letterhead = letterhead
  }
}

/// The head and the foot of an administrative document, as a plan writes them.
///
/// Number, date and names of people have no place here: they are written when it is signed.
public struct LetterheadText: Hashable, Sendable {
  /// The office above.
  public var parent: LocalizedText?
  /// The office that issues it; else the office of the plan.
  public var issuer: LocalizedText?
  /// What follows the blank number, such as `BC-UBND`.
  public var symbol: String
  /// The place beside the blank date.
  public var place: LocalizedText
  /// The kind of document; else a report.
  public var kind: LocalizedText?
  /// What it is based on.
  public var bases: [LocalizedText]
  /// On whose behalf it is signed.
  public var authority: LocalizedText?
  /// The position of who signs.
  public var position: LocalizedText?
  /// Who receives it.
  public var recipients: [LocalizedText]

  /// Makes a head and a foot.
  public init(
    parent: LocalizedText? = nil,
    issuer: LocalizedText? = nil,
    symbol: String,
    place: LocalizedText,
    kind: LocalizedText? = nil,
    bases: [LocalizedText] = [],
    authority: LocalizedText? = nil,
    position: LocalizedText? = nil,
    recipients: [LocalizedText] = []
  ) {
    self.parent = parent
    self.issuer = issuer
    self.symbol = symbol
    self.place = place
    self.kind = kind
    self.bases = bases
    self.authority = authority
    self.position = position
    self.recipients = recipients
  }
}
