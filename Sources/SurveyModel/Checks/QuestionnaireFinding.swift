/// What can be wrong with a questionnaire apart from its expressions and indicators.
enum QuestionnaireFinding: DiagnosticMessage, Equatable {
  case duplicateQuestion(String, earlier: SourceLocation)
  case duplicateSection(String)
  case duplicateCode(String, list: String)
  case codeWithSpace(String, list: String)
  case codeIsMissingCode(String, question: String)
  case tooFewLevels(scale: String)
  case unknownNeutral(String, scale: String, known: [String])
  case neutralIsPositive(String, scale: String)
  case levelsOutOfOrder(scale: String)
  case positiveLevelsApart(scale: String, atEnd: Bool)
  case constraintWithoutAnswer(question: String)
  case missingCalculation(question: String)
  case needlessCalculation(question: String)
  case badDefault(String, question: String)
  case roleNeedsDate(question: String)
  case roleTaken(question: String, earlier: String)
  /// A dossier number is kept as a hash, of which no rule can say anything.
  case dossierNotPlain(question: String)
  case unknownSampleQuestion(String, nearest: String?)
  case sampleNeedsNumber(String, key: String)
  case unknownKeyQuestion(String, nearest: String?)
  case badKeyQuestion(String)
  case consentMissing
  case unknownGroup(String, section: String, nearest: String?)
  case unknownParent(String, group: String, nearest: String?)
  case groupInItself(String)
  case duplicateGroup(String)
  case badRange(question: String)
  case filterWithoutOptions(question: String)
  case unknownSeed(String, question: String, nearest: String?)
  case unknownTrigger(String, question: String, nearest: String?)
  case unknownPiped(String, nearest: String?)
  case carriedType(String, question: String, isRequired: Bool)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case duplicateQuestion = "duplicate-question"
    case duplicateSection = "duplicate-section"
    case duplicateCode = "duplicate-code"
    case codeWithSpace = "code-with-space"
    case codeIsMissingCode = "code-is-missing-code"
    case tooFewLevels = "too-few-levels"
    case unknownNeutral = "unknown-neutral"
    case neutralIsPositive = "neutral-is-positive"
    case levelsOutOfOrder = "levels-out-of-order"
    case positiveLevelsApart = "positive-levels-apart"
    case constraintWithoutAnswer = "constraint-without-answer"
    case missingCalculation = "missing-calculation"
    case needlessCalculation = "needless-calculation"
    case badDefault = "bad-default"
    case roleNeedsDate = "role-needs-date"
    case roleTaken = "role-taken"
    case dossierNotPlain = "dossier-not-plain"
    case unknownSampleQuestion = "unknown-sample-question"
    case sampleNeedsNumber = "sample-needs-number"
    case unknownKeyQuestion = "unknown-key-question"
    case badKeyQuestion = "bad-key-question"
    case consentMissing = "consent-missing"
    case unknownGroup = "unknown-group"
    case unknownParent = "unknown-parent"
    case groupInItself = "group-in-itself"
    case duplicateGroup = "duplicate-group"
    case badRange = "bad-range"
    case filterWithoutOptions = "filter-without-options"
    case unknownSeed = "unknown-seed"
    case unknownTrigger = "unknown-trigger"
    case unknownPiped = "unknown-piped"
    case carriedType = "carried-type"
  }

  var code: String {
    let code: Code =
      switch self {
      case .duplicateQuestion: .duplicateQuestion
      case .duplicateSection: .duplicateSection
      case .duplicateCode: .duplicateCode
      case .codeWithSpace: .codeWithSpace
      case .codeIsMissingCode: .codeIsMissingCode
      case .tooFewLevels: .tooFewLevels
      case .unknownNeutral: .unknownNeutral
      case .neutralIsPositive: .neutralIsPositive
      case .levelsOutOfOrder: .levelsOutOfOrder
      case .positiveLevelsApart: .positiveLevelsApart
      case .constraintWithoutAnswer: .constraintWithoutAnswer
      case .missingCalculation: .missingCalculation
      case .needlessCalculation: .needlessCalculation
      case .badDefault: .badDefault
      case .roleNeedsDate: .roleNeedsDate
      case .roleTaken: .roleTaken
      case .dossierNotPlain: .dossierNotPlain
      case .unknownSampleQuestion: .unknownSampleQuestion
      case .sampleNeedsNumber: .sampleNeedsNumber
      case .unknownKeyQuestion: .unknownKeyQuestion
      case .badKeyQuestion: .badKeyQuestion
      case .consentMissing: .consentMissing
      case .unknownGroup: .unknownGroup
      case .unknownParent: .unknownParent
      case .groupInItself: .groupInItself
      case .duplicateGroup: .duplicateGroup
      case .badRange: .badRange
      case .filterWithoutOptions: .filterWithoutOptions
      case .unknownSeed: .unknownSeed
      case .unknownTrigger: .unknownTrigger
      case .unknownPiped: .unknownPiped
      case .carriedType: .carriedType
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .positiveLevelsApart, .constraintWithoutAnswer, .neutralIsPositive, .consentMissing,
      .carriedType:
      .warning
    case .duplicateQuestion, .duplicateSection, .duplicateCode, .codeWithSpace,
      .codeIsMissingCode, .tooFewLevels, .unknownNeutral, .levelsOutOfOrder, .missingCalculation,
      .needlessCalculation, .badDefault, .roleNeedsDate, .roleTaken, .dossierNotPlain,
      .unknownSampleQuestion,
      .sampleNeedsNumber, .unknownKeyQuestion, .badKeyQuestion, .unknownGroup, .unknownParent,
      .groupInItself,
      .duplicateGroup, .badRange, .filterWithoutOptions, .unknownSeed, .unknownTrigger,
      .unknownPiped:
      .error
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
