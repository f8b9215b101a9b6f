import SurveyAnalysis
import SurveyModel
import SurveyStatistics

@testable import SurveyReport

/// A made-up study with every kind of block that a report has.
struct SmallStudy {
  static let here = SurveyModel.SourceLocation(file: "test", line: 1, column: 1)

  /// Interviews in each commune.
  var sizes = [120, 110, 60, 3, 40]
  /// Names of the communes.
  var names = ["Bình An", "Cát Hải", "Đông Hà", "An Nhỏ", "Yên Lạc"]
  /// Words of the first question.
  var firstLabel = (vi: "Mục đích của cải cách", en: "The purpose of reform")
  /// How many of ten people in each commune answer well.
  var approval = [10, 6, 8, 8, 9]
  /// How people came to be asked.
  var people: SampleDeclaration.People?
  /// What the first indicator measures.
  var measure: Indicator.Measure?

  /// Whether the age is a number that operators carry from form to form.
  var carriesAge = false
  /// Whether the points stand twice.
  var doublesPoints = false
  /// What the index should reach in each commune.
  var aimedIndex: Double?

  static func text(_ vi: String, _ en: String) -> LocalizedText {
    LocalizedText(["vi": vi, "en": en])
  }

  private var understanding: ChoiceList {
    let words = [
      ("Chưa biết", "Do not know"), ("Biết một phần", "Know part"), ("Hiểu", "Understand"),
      ("Hiểu rõ", "Understand clearly"),
    ]
    return ChoiceList(
      id: "hieu-biet-4",
      choices: words.enumerated().map { index, word in
        Choice(code: "\(index + 1)", label: Self.text(word.0, word.1), isPositive: index > 1)
      },
      scale: Scale(direction: .ascending, neutral: nil)
    )
  }

  private var points: ChoiceList {
    ChoiceList(
      id: "diem",
      choices: [("Chậm", "Late"), ("Đúng hẹn", "On time"), ("Sớm", "Early")].enumerated().map {
        Choice(code: "\($0)", label: Self.text($1.0, $1.1), points: Double($0))
      },
      scale: Scale(direction: .ascending, neutral: nil)
    )
  }

  private func list(_ id: String, _ words: [(String, String)]) -> ChoiceList {
    ChoiceList(
      id: id,
      choices: words.enumerated().map { index, word in
        Choice(code: "\(index + 1)", label: Self.text(word.0, word.1))
      }
    )
  }

  private func question(_ id: String, _ kind: QuestionKind, _ vi: String, _ en: String) -> Question
  {
    Question(id: id, kind: kind, label: Self.text(vi, en), location: Self.here)
  }

  private var age: Question {
    var question = question("tuoi", .integer, "Tuổi", "Age")
    question.persists = carriesAge
    return question
  }

  private func indicator(
    _ id: String,
    _ vi: String,
    _ en: String,
    _ kind: Indicator.Kind,
    measure: Indicator.Measure? = nil
  ) -> Indicator {
    Indicator(
      id: id,
      label: Self.text(vi, en),
      kind: kind,
      measure: measure,
      location: Self.here
    )
  }

  var questionnaire: Questionnaire {
    let element = { (id: String, vi: String, en: String, items: [String]) in
      Index.Element(id: id, label: Self.text(vi, en), items: items)
    }
    let index = Index(
      itemFormula: .meanOverMaximum,
      combine: .itemsEqual,
      parts: [
        Index.Part(
          id: "p",
          label: Self.text("Hiểu biết", "Understanding"),
          elements: [
            element("e1", "Nội dung", "Contents", ["h1", "h2"]),
            element("e2", "Lợi ích", "Benefits", ["h3"]),
          ]
        )
      ]
    )
    let classes = [
      PointClass(atLeast: 3, label: Self.text("Xuất sắc", "Excellent")),
      PointClass(atLeast: nil, label: Self.text("Khá", "Fair")),
    ]
    let counter = indicator(
      "diem",
      "Điểm một cửa",
      "Points of the counter",
      .points(items: ["m1", "m2"], classes: classes)
    )
    return Questionnaire(
      id: "nho",
      version: "1",
      languages: ["vi", "en"],
      title: Self.text("Khảo sát nhỏ", "A small survey"),
      sections: [
        Section(
          id: "a",
          title: Self.text("Hiểu biết", "Understanding"),
          questions: [
            question("xa", .text, "Xã, phường", "Commune"),
            question("h1", .selectOne(understanding), firstLabel.vi, firstLabel.en),
            question("h2", .selectOne(understanding), "Ý nghĩa của cải cách", "Its meaning"),
            question("h3", .selectOne(understanding), "Lợi ích của cải cách", "Its benefits"),
            question("m1", .selectOne(points), "Thời gian giải quyết", "Time taken"),
            question("m2", .selectOne(points), "Thời gian của cơ quan", "Time of the office"),
            question(
              "kenh",
              .selectMultiple(list("kenh", [("Loa", "Loudspeakers"), ("Họp dân", "Meetings")])),
              "Biết qua đâu",
              "How it became known"
            ),
            question(
              "gioi",
              .selectOne(list("gioi", [("Nam", "Male"), ("Nữ", "Female")])),
              "Giới tính",
              "Gender"
            ),
            age,
          ]
        )
      ],
      sample: SampleDeclaration(people: people),
      indicators: [
        indicator(
          "hieu",
          "Hiểu rõ cải cách",
          "Understands the reform",
          .allPositive(items: ["h1", "h2", "h3"]),
          measure: measure
        ),
        indicator("chi_so", "Chỉ số hiểu biết", "Index of understanding", .index(index)),
        counter,
        indicator("kenh", "Kênh thông tin", "Channels", .countOfChoices(item: "kenh")),
      ] + (doublesPoints ? [counter] : [])
    )
  }

  /// Answers that a rule gives, so that every figure can be followed by hand.
  var data: Dataset {
    var rows: [[Answer]] = []
    for (commune, size) in sizes.enumerated() {
      for person in 0..<size {
        // A permutation of 0...9, different for each ten people.
        let place = (person * 7 + person / 10) % 10
        let knows = place < approval[commune]
        rows.append([
          .text(names[commune]), .choice(knows ? "4" : "2"),
          place == 9 && person > 50 ? .missing(.refused) : .choice(knows ? "3" : "1"),
          .choice(knows ? "4" : place == 8 ? "3" : "2"), .choice(place < 6 ? "2" : "1"),
          .choice(place < 4 ? "2" : "1"), .choices(place < 5 ? ["1"] : ["1", "2"]),
          .choice(person.isMultiple(of: 2) ? "1" : "2"), .integer(18 + (person * 13) % 60),
        ])
      }
    }
    return Dataset(questionnaire: questionnaire, answers: rows)
  }

  var plan: Plan {
    Plan(
      id: "ke-hoach",
      office: Self.text("Ủy ban nhân dân tỉnh", "People's Committee"),
      targets: [
        Target(
          id: "t1",
          promise: Self.text(
            "80% người dân được khảo sát hiểu rõ cải cách hành chính.",
            "80% of the people surveyed understand the reform."
          ),
          source: "I.1",
          population: Self.text("Người dân từ đủ 18 tuổi", "People aged 18 or older"),
          kind: .survey(questionnaire: "nho", indicator: "hieu", atLeast: 0.8, by: ["xa"]),
          location: Self.here
        ),
        Target(
          id: "t2",
          promise: Self.text("Mọi nhiệm vụ đều hoàn thành.", "All tasks are done."),
          kind: .count(AdministrativeTarget(done: "xong", of: "giao", atLeast: 1)),
          location: Self.here
        ),
        Target(
          id: "t3",
          promise: Self.text("Tỷ lệ tăng so với năm trước.", "The share rises."),
          kind: .change(questionnaire: "nho", indicator: "hieu", direction: .increase),
          location: Self.here
        ),
      ] + (aimedIndex.map { [target(ofIndex: $0)] } ?? [])
    )
  }

  private func target(ofIndex aim: Double) -> Target {
    Target(
      id: "t4",
      promise: Self.text("Chỉ số hiểu biết đạt mức đề ra.", "The index is as high as planned."),
      kind: .survey(questionnaire: "nho", indicator: "chi_so", atLeast: aim, by: ["xa"]),
      location: Self.here
    )
  }

  func analysis() throws -> StudyAnalysis { try StudyAnalysis(of: data, plan: plan) }

  func summary(
    _ language: InterfaceLanguage,
    layout: ReportLayout = ReportLayout()
  ) throws -> SummaryReport {
    let header = ReportHeader(
      office: plan.office,
      wave: "Đợt 1",
      modes: [(mode: .importedFile, count: data.count)],
      rejectedRows: 2,
      made: Timestamp(milliseconds: 1_770_000_000_000),
      isMadeUp: true,
      truth: ["hieu": 0.815]
    )
    return SummaryReport(
      try analysis(),
      header: header,
      suppression: plan.suppression,
      layout: layout,
      language: language
    )
  }
}
