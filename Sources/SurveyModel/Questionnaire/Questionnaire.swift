/// The instrument in one version.
public struct Questionnaire: Hashable, Sendable {
  /// What the respondent is told before agreeing.
  public struct Consent: Hashable, Sendable {
    /// The version of the text, kept with each interview.
    public let version: String
    /// The text.
    public let text: LocalizedText

    /// Makes a consent text.
    public init(version: String, text: LocalizedText) {
      self.version = version
      self.text = text
    }
  }

  /// The name of the instrument.
  public let id: String
  /// The version as its authors call it.
  public let version: String
  /// Language codes; the first is the default.
  public let languages: [String]
  /// How it is headed.
  public let title: LocalizedText
  /// Why it is asked.
  public let source: String?
  /// What the respondent is told before agreeing.
  public let consent: Consent?
  /// The sections in order.
  public private(set) var sections: [Section]
  /// How the interviews came into the sample.
  public let sample: SampleDeclaration
  /// What is published from it.
  public let indicators: [Indicator]
  /// The questions whose answers together tell one interview from another; often none.
  public let key: [String]
  /// The groups in which sections stand, outer ones first.
  public let groups: [FormGroup]
  /// The tables that come with the form.
  public let tables: [LookupTable]
  /// The questionnaire that it follows, and why results are another series.
  public let series: SeriesDeclaration?

  /// Makes an instrument; ``check()`` says whether it holds together.
  public init(
    id: String,
    version: String,
    languages: [String],
    title: LocalizedText,
    source: String? = nil,
    consent: Consent? = nil,
    sections: [Section],
    sample: SampleDeclaration = SampleDeclaration(),
    indicators: [Indicator] = [],
    key: [String] = [],
    groups: [FormGroup] = [],
    tables: [LookupTable] = [],
    series: SeriesDeclaration? = nil
  ) {
    self.id = id
    self.version = version
    self.languages = languages
    self.title = title
    self.source = source
    self.consent = consent
    self.sections = sections
    self.sample = sample
    self.indicators = indicators
    self.key = key
    self.groups = groups
    self.tables = tables
    self.series = series
    self.questions = []
    self.sectionOfQuestion = sections.enumerated().flatMap { index, section in
      Array(repeating: index, count: section.questions.count)
    }
    for index in sections.indices {
      let depth = path(ofSection: index).count(where: \.isRepeated)
      if depth == 0 { continue }
      for place in self.sections[index].questions.indices {
        self.sections[index].questions[place].repeatDepth = depth
      }
    }
    questions = self.sections.flatMap(\.questions)
  }

  /// All questions in the order of the form.
  public private(set) var questions: [Question]
  /// For each question the index of its section.
  public let sectionOfQuestion: [Int]

  /// The default language.
  public var defaultLanguage: String { languages.first ?? "vi" }

  /// The position of the question `id`.
  public func index(of id: String) -> Int? { questions.firstIndex { $0.id == id } }

  /// The group `id`.
  public func group(_ id: String) -> FormGroup? { groups.first { $0.id == id } }

  /// The groups around the section at `index`, the outermost first.
  ///
  /// A group that is its own ancestor, or that does not exist, ends the path.
  public func path(ofSection index: Int) -> [FormGroup] {
    sections.indices.contains(index) ? path(to: sections[index].group) : []
  }

  /// The group of this name, with those around it before it.
  func path(to id: String?) -> [FormGroup] {
    var path: [FormGroup] = []
    var next = id
    while let id = next, let group = group(id), !path.contains(where: { $0.id == id }) {
      path.append(group)
      next = group.parent
    }
    return path.reversed()
  }

  /// The tables that expressions may look up: those that come with the form, and the lists of
  /// options with their attributes.
  public var lookupTables: [LookupTable] {
    var seen = Set(tables.map(\.name))
    let lists = questions.compactMap(\.kind.choiceList).filter { seen.insert($0.id).inserted }
    return tables
      + lists.map { list in
        let names = ChoiceFilter.columns(of: list)
        let rows = list.choices.map { choice in
          [choice.code, choice.label.text(defaultLanguage)]
            + names.dropFirst(2).map { choice.attributes[$0] ?? "" }
        }
        return LookupTable(file: list.id, columns: names, rows: rows)
      }
  }

  /// The indicator `id`.
  public func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
}

/// Which questions say how an interview came into the sample.
public struct SampleDeclaration: Hashable, Sendable {
  /// How people came to be asked, which decides whom results speak of.
  public enum People: String, CaseIterable, Hashable, Sendable {
    /// Drawn from households of a place.
    case households
    /// Drawn from a list of people, organisations or dossiers.
    case list
    /// Those who came to a counter and agreed to answer there.
    case counter
    /// Those who took part by themselves.
    case volunteers
  }

  /// The sampling weight.
  public var weight: String?
  /// The stratum of each stage, outermost first.
  public var strata: [String]
  /// The cluster of each stage, outermost first; none means that each interview came alone.
  public var clusters: [String]
  /// Population counts or sampling fractions of each stage.
  public var fpc: [String]
  /// Whether cluster ids begin anew in each stratum.
  public var nest: Bool
  /// The question whose answers name the same people in every wave; `nil` when each wave asks
  /// others, or nobody can tell.
  public var panel: String?
  /// How people came to be asked; `nil` when it is not said.
  public var people: People?

  /// Makes a declaration; without arguments, a simple random sample.
  public init(
    weight: String? = nil,
    strata: [String] = [],
    clusters: [String] = [],
    fpc: [String] = [],
    nest: Bool = false,
    panel: String? = nil,
    people: People? = nil
  ) {
    self.weight = weight
    self.strata = strata
    self.clusters = clusters
    self.fpc = fpc
    self.nest = nest
    self.panel = panel
    self.people = people
  }

  /// All questions it names.
  public var questionIDs: [String] {
    (weight.map { [$0] } ?? []) + strata + clusters + fpc + (panel.map { [$0] } ?? [])
  }
}
