package import SurveyModel

/// A finished report as a document, independent of the format it is written in.
///
/// Cells are typed, so that every renderer rounds and aligns numbers by itself and none has to
/// read them back from text.
package struct Report: Hashable, Sendable {
  /// The language of the report.
  package let language: InterfaceLanguage
  /// How it is headed.
  package let title: String
  /// Lines under the title: office, wave, dates.
  package let subtitle: [String]
  /// The head and the foot of the document; `nil` for what is not signed.
  package let letterhead: Letterhead?
  /// The content.
  package let blocks: [Block]
  /// What it rests on; `nil` when it was not made from a study.
  package var manifest: ReportManifest?
  /// The estimates behind its figures, for programs.
  package var estimates: [PublishedEstimate] = []
  /// Whether its files hold no more digits than its pages show.
  package var hasShownDigits = false

  /// Makes a report.
  package init(
    language: InterfaceLanguage,
    title: String,
    subtitle: [String],
    letterhead: Letterhead? = nil,
    blocks: [Block]
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.letterhead = letterhead
    self.blocks = blocks
  }

  /// One piece of a report.
  package enum Block: Hashable, Sendable {
    /// A heading; level 1 is a chapter.
    case heading(String, level: Int)
    case paragraph(String)
    /// A sentence that qualifies what stands above it.
    case note(String)
    /// A result that stands out: a target's verdict in a sentence.
    case verdict(VerdictBlock)
    case table(Table)
    case chart(Chart)
    /// The title of an appendix, which begins a page.
    case appendix(String)
  }

  /// A target's verdict in a sentence.
  package struct VerdictBlock: Hashable, Sendable {
    /// Which colour and sign it gets; meaning is never carried by colour alone.
    package enum Tone: String, Hashable, Sendable {
      case met
      case notMet
      case undecided
      case suppressed
    }

    /// The verdict in a word or two: "Đạt", "Chưa đạt", "Chưa đủ căn cứ", "Không công bố".
    package let word: String
    /// Which colour and sign it gets.
    package let tone: Tone
    /// The figure against its target in a sentence.
    package let sentence: String
    /// At most three short sentences: what decided, what would change it, how firm it is.
    package let reasons: [String]
    /// Lines for specialists.
    package let details: [String]
    /// All that it rests on, for programs.
    package let evidence: VerdictEvidence?
    /// The counts that it rests on, for a target on counts.
    package let count: CountEvidence?

    /// Makes a verdict.
    package init(
      word: String,
      tone: Tone,
      sentence: String,
      reasons: [String] = [],
      details: [String] = [],
      evidence: VerdictEvidence? = nil,
      count: CountEvidence? = nil
    ) {
      self.word = word
      self.tone = tone
      self.sentence = sentence
      self.reasons = reasons
      self.details = details
      self.evidence = evidence
      self.count = count
    }
  }
}
