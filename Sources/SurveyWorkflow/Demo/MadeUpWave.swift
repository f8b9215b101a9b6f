import SurveyAnalysis
import SurveyFormats
import SurveyModel

/// One wave of the made-up year of the demo: three waves over the four quarters of 2025.
///
/// The places are those of the register in `Data/demo/nam-2025`: nine communes, of which seven
/// become four on 1 July 2025, one of them being divided. The ninth is remote, and hardly anybody
/// is asked there.
struct MadeUpWave {
  /// The name under which commands refer to it.
  let id: String
  /// The first and the last day on which interviews are planned.
  let days: ClosedRange<CalendarDate>
  /// The interviews as a file.
  let csv: [UInt8]
  /// How many there are.
  let interviews: Int

  private static let communes: [MadeUpYear.Commune] = {
    let later = [
      ["Bắc"], ["Bắc"], ["Đông"], ["Đông"], ["Tây"], ["Tây", "Nam"], ["Nam"], ["8"], ["9"],
    ]
    let opinions = [0.5, 0.3, 0.2, 0, -0.1, -0.3, -0.2, 0.1, 0]
    return later.indices.map { place in
      var commune = MadeUpYear.Commune(
        "Xã Giả Lập \(place + 1)",
        later: later[place].map { "Xã Giả Lập \($0)" },
        stratum: place / 3,
        opinion: opinions[place]
      )
      if place == 8 {
        commune.hamlets = 2
        commune.people = 6...10
        commune.drawn = 1
        commune.asked = 1
      }
      return commune
    }
  }()

  /// What each wave asks for: its fieldwork by month and day, hamlets of each commune, approval.
  private static let waves: [[(month: Int, day: Int, hamlets: Int, approval: Double)]] = [
    [(2, 10, 4, -0.55)],
    [(5, 12, 4, -0.4)],
    [(8, 18, 3, -0.2), (11, 10, 3, 0.05)],
  ]

  /// The waves of 2025, made up from a seed.
  static func all(
    of questionnaire: Questionnaire,
    plan: InterviewPlan,
    seed: UInt64
  ) -> [MadeUpWave] {
    func day(_ month: Int, _ day: Int) -> CalendarDate {
      CalendarDate(year: 2025, month: month, day: day) ?? .epoch
    }
    var year = MadeUpYear(
      plan: plan,
      communes: communes,
      reform: day(7, 1),
      today: day(12, 31),
      seed: seed
    )
    let cells = AnswerCells(questionnaire, style: .codes)
    return waves.enumerated().map { place, parts in
      let fieldwork = parts.map { part in
        MadeUpYear.Fieldwork(
          firstDay: day(part.month, part.day),
          days: 20,
          drawn: part.hamlets,
          approval: part.approval
        )
      }
      let interviews = year.wave(fieldwork)
      let first = parts.first?.month ?? 1
      let last = parts.last?.month ?? 12
      return MadeUpWave(
        id: "dot-\(place + 1)",
        days: Period(.quarter, of: day(first, 1))
          .firstDay...Period(.quarter, of: day(last, 1)).lastDay,
        csv: CSVText.bytes([cells.header] + interviews.map { cells.cells($0) }),
        interviews: interviews.count
      )
    }
  }
}
