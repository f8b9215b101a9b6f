package import SurveyModel

/// A made-up survey that is repeated in the same places, whose communes are merged meanwhile.
///
/// Hamlets are clusters and stay what they are; what changes is the commune that they belong to,
/// and what people think.
package struct MadeUpYear: Sendable {
  /// A commune with its hamlets.
  package struct Commune: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// The communes that its hamlets belong to from the day of the reform, dealt in turn; its own
    /// name where it stays.
    package var later: [String]
    /// The stratum it lies in.
    package var stratum: Int
    /// What its people think: 0 is the mean, higher is more approval.
    package var opinion: Double
    /// Hamlets that it has.
    package var hamlets = 10
    /// Least and most people of a hamlet.
    package var people = 20...40
    /// Hamlets that each fieldwork draws; none draws as many as the fieldwork says.
    package var drawn: Int?
    /// People who are asked in each.
    package var asked = 10

    /// Names a commune.
    package init(_ name: String, later: [String], stratum: Int, opinion: Double) {
      self.name = name
      self.later = later
      self.stratum = stratum
      self.opinion = opinion
    }
  }

  /// Interviews of some weeks.
  package struct Fieldwork: Hashable, Sendable {
    /// The first day.
    package var firstDay: CalendarDate
    /// How many days it lasts.
    package var days: Int
    /// Hamlets that are drawn from each commune.
    package var drawn: Int
    /// How much more people approve than what they think of their commune.
    package var approval: Double

    /// Plans interviews.
    package init(firstDay: CalendarDate, days: Int, drawn: Int, approval: Double) {
      self.firstDay = firstDay
      self.days = days
      self.drawn = drawn
      self.approval = approval
    }
  }

  private struct Hamlet {
    let number: Int
    let people: Int
    let opinion: Double
    let later: String
  }

  private let communes: [Commune]
  private let hamlets: [[Hamlet]]
  private let reform: CalendarDate
  private let respondent: MadeUpRespondent
  private var random: SeededGenerator

  /// Makes the places; the same seed makes the same ones.
  ///
  /// - Parameters:
  ///   - plan: The questionnaire.
  ///   - communes: The places as they are at first.
  ///   - reform: The day on which hamlets belong to other communes.
  ///   - today: A day when all is over.
  ///   - seed: The same seed makes the same answers.
  package init(
    plan: InterviewPlan,
    communes: [Commune],
    reform: CalendarDate,
    today: CalendarDate,
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    respondent = MadeUpRespondent(plan: plan, today: today, random: &random)
    var number = 0
    hamlets = communes.map { commune in
      (0..<commune.hamlets).map { place in
        number += 1
        return Hamlet(
          number: number,
          people: commune.people.lowerBound + random.below(commune.people.count),
          opinion: commune.opinion + 0.12 * random.normal(),
          later: commune.later[place % commune.later.count]
        )
      }
    }
    self.communes = communes
    self.reform = reform
    self.random = random
  }

  /// Conducts a wave: one sample of hamlets, visited in one fieldwork after the other.
  ///
  /// - Returns: the interviews with weight, stratum and cluster filled in.
  package mutating func wave(_ fieldwork: [Fieldwork]) -> [[Answer]] {
    var interviews: [[[Answer]]] = Array(repeating: [], count: fieldwork.count)
    for (commune, hamlets) in zip(communes, hamlets) {
      let sizes = fieldwork.map { commune.drawn ?? $0.drawn }
      var chosen = random.draw(sizes.reduce(0, +), of: hamlets.count)[...]
      let share = Double(hamlets.count) / Double(chosen.count)
      for (place, part) in fieldwork.enumerated() {
        for position in chosen.prefix(sizes[place]).sorted() {
          interviews[place] += visit(hamlets[position], of: commune, part, share: share)
        }
        chosen = chosen.dropFirst(sizes[place])
      }
    }
    return interviews.flatMap { $0 }
  }

  private mutating func visit(
    _ hamlet: Hamlet,
    of commune: Commune,
    _ fieldwork: Fieldwork,
    share: Double
  ) -> [[Answer]] {
    let place = MadeUpRespondent.Place(
      stratum: commune.stratum,
      cluster: hamlet.number,
      name: fieldwork.firstDay < reform ? commune.name : hamlet.later,
      firstDay: fieldwork.firstDay,
      days: fieldwork.days
    )
    let asked = min(commune.asked, hamlet.people)
    let weight = share * Double(hamlet.people) / Double(asked)
    return (0..<asked).map { _ in
      let answers = respondent.answers(
        place,
        opinion: hamlet.opinion + fieldwork.approval,
        &random
      )
      return respondent.weighted(answers, weight: weight)
    }
  }
}
