package import SurveyModel

/// One round of collection.
package struct Wave: Hashable, Sendable {
  /// The name under which commands refer to it.
  package let id: String
  /// How it is headed.
  package let label: String
  /// The first day of fieldwork.
  package let from: CalendarDate?
  /// The last day of fieldwork.
  package let to: CalendarDate?
  /// The questionnaire that it uses, when it is bound to one.
  package let questionnaire: String?
  /// The version of that questionnaire.
  package let version: String?
  /// Whether interviews still come in.
  package let isOpen: Bool

  /// Makes a wave.
  package init(
    id: String,
    label: String,
    from: CalendarDate? = nil,
    to: CalendarDate? = nil,
    questionnaire: String? = nil,
    version: String? = nil,
    isOpen: Bool = true
  ) {
    self.id = id
    self.label = label
    self.from = from
    self.to = to
    self.questionnaire = questionnaire
    self.version = version
    self.isOpen = isOpen
  }

  /// The same wave under another heading.
  package func called(_ label: String) -> Wave {
    Wave(
      id: id,
      label: label,
      from: from,
      to: to,
      questionnaire: questionnaire,
      version: version,
      isOpen: isOpen
    )
  }
}
