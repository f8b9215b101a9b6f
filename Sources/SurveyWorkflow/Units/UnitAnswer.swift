package import SurveyModel
import SurveyReport

/// What the register says of a name on a day: what it meant, what it is now, what it was before.
package struct UnitAnswer: Sendable {
  /// What was asked.
  package let text: String
  /// The day of which it was asked.
  package let day: CalendarDate
  /// The present day.
  package let today: CalendarDate
  /// The units that are meant.
  package let units: [AdministrativeUnit]
  /// Whether they have the name, but not on that day.
  package let isOfOtherDays: Bool
  /// A name like it, when no unit has it.
  package let nearest: String?
  let register: UnitRegister
  let language: InterfaceLanguage

  /// Whether exactly one unit is meant on that day.
  package var isClear: Bool { units.count == 1 && !isOfOtherDays }

  /// The answer for people or programs.
  package func write(_ format: UnitAnswerFormat, width: Int) -> String {
    switch format {
    case .text: TextRenderer(width: width).render(report)
    case .json: JSONText.write(json) + "\n"
    }
  }
}

/// How an answer about units is written.
package enum UnitAnswerFormat: String, CaseIterable, Sendable {
  case text
  case json
}

extension Workflow {
  /// What `text` meant on `day`, by default today, by a register; looked for in and around the unit
  /// that is called `family`.
  package func unit(
    _ text: String,
    on day: CalendarDate?,
    within family: String?,
    _ files: UnitFiles
  ) throws(WorkflowError) -> UnitAnswer {
    let today = clock().localDate
    let day = day ?? today
    let register = files.register
    let ids = try family.map { text throws(WorkflowError) in
      try self.family(text, files)
    }
    var units: [AdministrativeUnit] = []
    var isOfOtherDays = false
    var nearest: String?
    switch register.match(text, on: day, in: ids) {
    case .one(let unit): units = [unit]
    case .several(let several): units = several
    case .otherDays(let others):
      units = others
      isOfOtherDays = true
    case .none(let name): nearest = name
    }
    return UnitAnswer(
      text: text,
      day: day,
      today: today,
      units: units,
      isOfOtherDays: isOfOtherDays,
      nearest: nearest,
      register: register,
      language: language
    )
  }

  /// The ids that may be meant in and around the unit that is called `text`.
  func family(_ text: String, _ files: UnitFiles) throws(WorkflowError) -> Set<String> {
    switch files.register.match(text, on: nil) {
    case .one(let unit): return files.register.family(of: unit)
    case .several(let units), .otherDays(let units):
      throw WorkflowError(UnitProblem.several(text, units), at: files.folder)
    case .none(let nearest):
      throw WorkflowError(UnitProblem.unknown(text, nearest: nearest), at: files.folder)
    }
  }
}

/// Why a name of a unit cannot be used.
enum UnitProblem: LocalizedMessage {
  case several(String, [AdministrativeUnit])
  case unknown(String, nearest: String?)

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.several(let text, let units), .vietnamese):
      "'\(text)' là tên của nhiều đơn vị; hãy ghi một trong các mã: \(Self.list(units))"
    case (.several(let text, let units), .english):
      "'\(text)' is the name of several units; write one of the ids \(Self.list(units))"
    case (.unknown(let text, let nearest), .vietnamese):
      "danh mục không có đơn vị '\(text)'; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy kiểm tra tên")
    case (.unknown(let text, let nearest), .english):
      "the register has no unit '\(text)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "check the name")
    }
  }

  private static func list(_ units: [AdministrativeUnit]) -> String {
    units.map { "'\($0.id)'" }.joined(separator: ", ")
  }
}
