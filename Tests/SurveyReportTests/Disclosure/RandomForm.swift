import SurveyAnalysis
import SurveyModel
import SurveyStatistics

@testable import SurveyReport

/// A made-up survey with indices of every formula over questions that few answered, from a seed.
///
/// Everything has a name of its own, so that a reader can tell what each figure is.
struct RandomForm {
  /// A question with the codes of its answers and who answered.
  struct Item {
    let id: String
    let label: String
    let list: ChoiceList
    /// Of the later and of the earlier wave.
    let silence: [Silence]
  }

  /// How many leave a question out.
  enum Silence {
    case allBut(Int)
    case share(Int)
  }

  let items: [Item]
  let indicators: [Indicator]
  let data: Dataset
  let earlier: Dataset
  let suppression = Plan.Suppression()

  init(_ seed: Int) {
    var dice = Dice(seed)
    let lists = Self.lists
    items = (0..<Int.random(in: 3...8, using: &dice)).map { place in
      Item(
        id: "h\(place)",
        label: "Câu số \(place)",
        list: dice.pick(lists),
        silence: (0..<2).map { _ in
          dice.once(in: 4)
            ? .allBut(Int.random(in: 0...6, using: &dice)) : .share(dice.pick([0, 0, 5, 30]))
        }
      )
    }
    var indicators: [Indicator] = []
    for place in 0..<Int.random(in: 1...3, using: &dice) {
      let index = Self.index(items.map(\.id), "Chỉ số \(place)", &dice)
      indicators.append(Self.indicator("chi_so\(place)", "Chỉ số \(place)", .index(index)))
    }
    if dice.once(in: 2) {
      let some = items.filter { _ in !dice.once(in: 3) }.map(\.id)
      if !some.isEmpty {
        indicators.append(Self.indicator("diem", "Điểm cộng", .points(items: some, classes: [])))
      }
    }
    for item in items where dice.once(in: 4) {
      indicators.append(
        Self.indicator("rieng_\(item.id)", "Riêng \(item.id)", .share(item: item.id, codes: nil))
      )
    }
    self.indicators = indicators
    let questionnaire = Self.questionnaire(items, indicators)
    let weights = dice.once(in: 2) ? 1...1 : 1...4
    data = Self.data(questionnaire, items, 0, weights, &dice)
    earlier = Self.data(questionnaire, items, 1, weights, &dice)
  }

  func analysis() throws -> StudyAnalysis {
    try StudyAnalysis(
      of: data,
      plan: plan,
      by: ["gioi"],
      sample: SampleDeclaration(weight: "w"),
      since: EarlierWave(label: "Đợt 0", data: earlier)
    )
  }

  func report(_ analysis: StudyAnalysis) -> Report {
    SummaryReport.toAttack(analysis, of: data, suppression)
  }

  private var plan: Plan {
    let aimed = indicators.filter { if case .points = $0.kind { false } else { true } }
    return Plan(
      id: "ke-hoach",
      office: SmallStudy.text("Tỉnh", "Province"),
      targets: aimed.map { indicator in
        let isIndex = if case .index = indicator.kind { true } else { false }
        return Target(
          id: "t_\(indicator.id)",
          promise: SmallStudy.text("Chỉ tiêu \(indicator.id)", "Target \(indicator.id)"),
          kind: .survey(
            questionnaire: "thu",
            indicator: indicator.id,
            atLeast: isIndex ? 60 : 0.6,
            by: ["gioi"]
          ),
          location: SmallStudy.here
        )
      },
      suppression: suppression
    )
  }

  // MARK: The form

  /// Lists of two to five levels, with a scale and without.
  private static let lists: [ChoiceList] = (2...5).flatMap { count in
    [list(count, isScale: true), list(count, isScale: false)]
  }

  private static func list(_ count: Int, isScale: Bool) -> ChoiceList {
    let choices = (1...count).map { level in
      Choice(
        code: "\(level)",
        label: SmallStudy.text("Mức \(level)", "Level \(level)"),
        isPositive: level * 2 > count,
        points: Double((level - 1) * 2) / Double(count - 1)
      )
    }
    return ChoiceList(
      id: "d\(count)\(isScale ? "s" : "")",
      choices: choices,
      scale: isScale ? Scale(direction: .ascending, neutral: nil) : nil
    )
  }

  /// Some of the items in elements and parts, in any order.
  private static func index(_ items: [String], _ name: String, _ dice: inout Dice) -> Index {
    var open = items.shuffled(using: &dice).prefix(Int.random(in: 2...items.count, using: &dice))
    var parts: [Index.Part] = []
    while !open.isEmpty {
      var elements: [Index.Element] = []
      for _ in 0..<Int.random(in: 1...3, using: &dice) where !open.isEmpty {
        let some = open.prefix(Int.random(in: 1...3, using: &dice))
        open = open.dropFirst(some.count)
        let label = "\(name) phần \(parts.count) yếu tố \(elements.count)"
        elements.append(
          Index.Element(
            id: "p\(parts.count)e\(elements.count)",
            label: SmallStudy.text(label, label),
            items: Array(some)
          )
        )
      }
      let label = "\(name) phần \(parts.count)"
      parts.append(
        Index.Part(id: "p\(parts.count)", label: SmallStudy.text(label, label), elements: elements)
      )
    }
    return Index(
      itemFormula: dice.pick(ItemFormula.allCases),
      combine: dice.pick(CombineRule.allCases),
      parts: parts
    )
  }

  private static func indicator(
    _ id: String,
    _ label: String,
    _ kind: Indicator.Kind
  ) -> Indicator {
    Indicator(id: id, label: SmallStudy.text(label, label), kind: kind, location: SmallStudy.here)
  }

  private static func questionnaire(_ items: [Item], _ indicators: [Indicator]) -> Questionnaire {
    func question(_ id: String, _ kind: QuestionKind, _ label: String) -> Question {
      Question(
        id: id,
        kind: kind,
        label: SmallStudy.text(label, label),
        location: SmallStudy.here
      )
    }
    let sexes = ChoiceList(
      id: "gioi",
      choices: ["Nam", "Nữ"].enumerated().map { place, word in
        Choice(code: "\(place + 1)", label: SmallStudy.text(word, word))
      }
    )
    return Questionnaire(
      id: "thu",
      version: "1",
      languages: ["vi", "en"],
      title: SmallStudy.text("Khảo sát thử", "A survey"),
      sections: [
        Section(
          id: "a",
          title: SmallStudy.text("Nội dung", "Contents"),
          questions: [
            question("w", .integer, "Quyền số"),
            question("gioi", .selectOne(sexes), "Giới tính"),
          ] + items.map { question($0.id, .selectOne($0.list), $0.label) }
        )
      ],
      indicators: indicators
    )
  }

  private static func data(
    _ questionnaire: Questionnaire,
    _ items: [Item],
    _ wave: Int,
    _ weights: ClosedRange<Int>,
    _ dice: inout Dice
  ) -> Dataset {
    let people = Int.random(in: 40...90, using: &dice)
    let columns = items.map { item -> [Answer] in
      let answering =
        switch item.silence[wave] {
        case .allBut(let few): Set((0..<people).shuffled(using: &dice).prefix(few))
        case .share(let percent):
          Set((0..<people).filter { _ in Int.random(in: 0..<100, using: &dice) >= percent })
        }
      return (0..<people).map { person in
        answering.contains(person)
          ? .choice(dice.pick(item.list.choices).code) : .missing(.notApplicable)
      }
    }
    let rows = (0..<people).map { person -> [Answer] in
      [
        .integer(Int.random(in: weights, using: &dice)),
        .choice("\(Int.random(in: 1...2, using: &dice))"),
      ] + columns.map { $0[person] }
    }
    return Dataset(questionnaire: questionnaire, answers: rows)
  }
}
