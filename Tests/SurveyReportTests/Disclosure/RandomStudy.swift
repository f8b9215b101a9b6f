import SurveyAnalysis
import SurveyModel
import SurveyStatistics

@testable import SurveyReport

/// A made-up study with small groups in several questions, drawn from a seed.
struct RandomStudy {
  /// The communes, the unit that each became part of, and who lives there.
  let communes: [(name: String, unit: Int?, people: Int)]
  let isWeighted: Bool
  let data: Dataset
  let earlier: Dataset
  let suppression = Plan.Suppression()

  static let questions = ["xa", "don_vi", "gioi", "nghe"]

  init(_ seed: Int) {
    var dice = Dice(seed)
    let units = Int.random(in: 2...3, using: &dice)
    communes = (0..<Int.random(in: 4...7, using: &dice)).map { place in
      let isSmall = dice.once(in: 2)
      return (
        "Xã \(place)", dice.once(in: 12) ? nil : Int.random(in: 0..<units, using: &dice),
        Int.random(in: isSmall ? 1...8 : 10...70, using: &dice)
      )
    }
    isWeighted = dice.once(in: 3)
    // How often a question stays without an answer: never, rarely, or with most.
    let silence = (0..<9).map { _ in [0, 0, 3, 10, 60].randomElement(using: &dice) ?? 0 }
    let weights = isWeighted ? 1...5 : 1...1
    data = Self.data(communes, weights, silence, &dice)
    let before = communes.map { commune in
      (commune.name, commune.unit, max(1, commune.people + Int.random(in: -3...6, using: &dice)))
    }
    earlier = Self.data(before, weights, silence, &dice)
  }

  func analysis(by groups: [String] = ["xa", "gioi"]) throws -> StudyAnalysis {
    try StudyAnalysis(
      of: data,
      plan: plan,
      by: groups,
      also: ["don_vi"],
      sample: SampleDeclaration(weight: isWeighted ? "w" : nil),
      since: EarlierWave(label: "Đợt 0", data: earlier)
    )
  }

  func report(_ analysis: StudyAnalysis) -> Report {
    SummaryReport.toAttack(analysis, of: data, suppression)
  }

  var plan: Plan {
    Plan(
      id: "ke-hoach",
      office: SmallStudy.text("Tỉnh", "Province"),
      targets: [("t1", "ro", "xa"), ("t2", "mot", "gioi"), ("t3", "ro", "gioi")].map {
        id,
        indicator,
        by in
        Target(
          id: id,
          promise: SmallStudy.text(id, id),
          kind: .survey(questionnaire: "thu", indicator: indicator, atLeast: 0.6, by: [by]),
          location: SmallStudy.here
        )
      },
      suppression: suppression
    )
  }

  /// What the words of a report are called in programs.
  var names: [String: (label: String, groups: [String: String])] {
    var names: [String: (label: String, groups: [String: String])] = [:]
    for id in Self.questions {
      guard let variable = GroupVariable(id, in: data) else { continue }
      names[id] = (
        variable.question.label.text(in: .vietnamese),
        Dictionary(
          uniqueKeysWithValues: variable.levels.map { ($0.code, $0.label.text(in: .vietnamese)) }
        )
      )
    }
    return names
  }

  var targets: [String: String] { ["t1": "Hiểu rõ", "t2": "Câu một", "t3": "Hiểu rõ"] }

  /// Which communes make up each unit, as everybody can look up.
  var parts: [PublishedFigures.Group: [PublishedFigures.Group]] {
    var parts: [PublishedFigures.Group: [PublishedFigures.Group]] = [:]
    for commune in communes {
      guard let unit = commune.unit else { continue }
      let whole = PublishedFigures.Group(question: "Đơn vị mới", group: "Đơn vị \(unit)")
      parts[whole, default: []].append(.init(question: "Xã", group: commune.name))
    }
    return parts
  }

  // MARK: The questionnaire and answers

  private static func list(_ id: String, _ words: [String], isScale: Bool = false) -> ChoiceList {
    ChoiceList(
      id: id,
      choices: words.enumerated().map { place, word in
        Choice(
          code: "\(place + 1)",
          label: SmallStudy.text(word, word),
          isPositive: isScale && place > 1,
          points: id == "diem" ? Double(place) : nil
        )
      },
      scale: isScale ? Scale(direction: .ascending, neutral: nil) : nil
    )
  }

  private static let questionnaire: Questionnaire = {
    func question(_ id: String, _ kind: QuestionKind, _ label: String) -> Question {
      Question(
        id: id,
        kind: kind,
        label: SmallStudy.text(label, label),
        location: SmallStudy.here
      )
    }
    func indicator(_ id: String, _ label: String, _ kind: Indicator.Kind) -> Indicator {
      Indicator(
        id: id,
        label: SmallStudy.text(label, label),
        kind: kind,
        location: SmallStudy.here
      )
    }
    let levels = list("muc", ["Kém", "Vừa", "Tốt", "Rất tốt"], isScale: true)
    let points = list("diem", ["Chậm", "Đúng", "Sớm"], isScale: true)
    var unit = question(
      "don_vi",
      .selectOne(list("don_vi", ["Đơn vị 0", "Đơn vị 1", "Đơn vị 2"])),
      "Đơn vị mới"
    )
    unit.isAsked = false
    let text = SmallStudy.text("Chỉ số", "Index")
    let index = Index(
      itemFormula: .topLevels,
      combine: .itemsEqual,
      parts: [
        .init(
          id: "p",
          label: text,
          elements: [
            .init(id: "e1", label: text, items: ["h1", "h2"]),
            .init(id: "e2", label: text, items: ["h3"]),
          ]
        )
      ]
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
            question("xa", .text, "Xã"), unit, question("w", .integer, "Quyền số"),
            question("gioi", .selectOne(list("gioi", ["Nam", "Nữ", "Khác"])), "Giới tính"),
            question(
              "nghe",
              .selectOne(list("nghe", ["Nông dân", "Công nhân", "Cán bộ", "Hưu trí"])),
              "Nghề"
            ),
            question("h1", .selectOne(levels), "Câu 1"),
            question("h2", .selectOne(levels), "Câu 2"),
            question("h3", .selectOne(levels), "Câu 3"),
            question("m1", .selectOne(points), "Điểm 1"),
            question("m2", .selectOne(points), "Điểm 2"), question("tuoi", .integer, "Tuổi"),
          ]
        )
      ],
      indicators: [
        indicator("ro", "Hiểu rõ", .allPositive(items: ["h1", "h2", "h3"])),
        indicator("mot", "Câu một", .share(item: "h1", codes: nil)),
        indicator("chi_so", "Chỉ số chung", .index(index)),
        indicator("diem", "Điểm", .points(items: ["m1", "m2"], classes: [])),
        indicator("tuoi", "Tuổi trung bình", .mean(item: "tuoi")),
      ]
    )
  }()

  private static func data(
    _ communes: [(name: String, unit: Int?, people: Int)],
    _ weights: ClosedRange<Int>,
    _ silence: [Int],
    _ dice: inout Dice
  ) -> Dataset {
    var rows: [[Answer]] = []
    func choice(_ silent: Int, _ among: ClosedRange<Int>, skewed: Bool = false) -> Answer {
      if Int.random(in: 0..<100, using: &dice) < silent { return .missing(.refused) }
      // Few in the last group.
      if skewed, !dice.once(in: 12) {
        return .choice("\(Int.random(in: among.lowerBound...(among.upperBound - 1), using: &dice))")
      }
      return .choice("\(Int.random(in: among, using: &dice))")
    }
    for commune in communes {
      for _ in 0..<commune.people {
        let age: Answer =
          Int.random(in: 0..<100, using: &dice) < silence[8]
          ? .missing(.refused) : .integer(Int.random(in: 18...80, using: &dice))
        rows.append([
          .text(commune.name),
          commune.unit.map { .choice("\($0 + 1)") } ?? .missing(.notApplicable),
          .integer(Int.random(in: weights, using: &dice)),
          choice(min(3, silence[0]), 1...3, skewed: true),
          choice(min(3, silence[1]), 1...4, skewed: true), choice(silence[2], 1...4),
          choice(silence[3], 1...4), choice(silence[4], 1...4), choice(silence[5], 1...3),
          choice(silence[6], 1...3), age,
        ])
      }
    }
    return Dataset(questionnaire: questionnaire, answers: rows)
  }
}
