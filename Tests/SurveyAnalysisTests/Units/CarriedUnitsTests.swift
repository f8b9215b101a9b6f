import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

@Suite("Units: interviews carried to new units")
struct CarriedUnitsTests {
  private func carry(_ made: MadeUnits, _ data: Dataset) throws -> CarriedUnits {
    CarriedUnits(try UnitPlaces("don_vi", in: data, register: made.register), to: MadeUnits.reform)
  }

  @Test(arguments: 0..<100)
  func `carrying gives what grouping by the known new unit gives`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...12, using: &random)
    let news = Int.random(in: 1...5, using: &random)
    let made = MadeUnits(
      (0..<count).map { _ in (Int.random(in: 0..<news, using: &random), .whole) }
    )
    let rows = (0..<Int.random(in: 1...300, using: &random)).map { _ in
      (
        old: Int.random(in: 0..<count, using: &random), isOld: Bool.random(using: &random),
        yes: Bool.random(using: &random), weight: Double.random(in: 0.1...9, using: &random)
      )
    }
    let data = MadeUnits.data(
      rows.map { row in
        row.isOld
          ? ("xã Cũ \(row.old)", MadeUnits.before, row.yes)
          : ("Mới \(made.ways[row.old].new)", MadeUnits.after, row.yes)
      }
    )
    let carried = try carry(made, data)
    #expect(carried.left.isEmpty)
    #expect(carried.placed == rows.count)
    let grown = data.adding([carried.derived()])
    let variable = try #require(GroupVariable("don_vi_20300101", in: grown))
    let design = try SampleDesign(rows: rows.count, weights: rows.map(\.weight))
    let values = rows.map { $0.yes ? 1.0 : 0 }
    let direct = try Grouping(codes: rows.map { made.ways[$0.old].new }, count: news)
    let expected = try design.totals(of: values, by: direct)
    let means = try design.means(of: values, by: direct)
    let totals = try design.totals(of: values, by: variable.grouping)
    for (place, level) in variable.levels.enumerated() {
      let new = try #require(Int(level.code))
      #expect(totals[place] == expected[new])
      #expect(try design.means(of: values, by: variable.grouping)[place] == means[new])
    }
    // Former units add up to the new one.
    let olds = try design.totals(
      of: values,
      by: Grouping(codes: rows.map(\.old), count: count)
    )
    for (place, level) in variable.levels.enumerated() {
      let parts = olds.indices.filter { made.ways[$0].new == Int(level.code) }
      let sum = parts.reduce(0) { $0 + (olds[$1]?.value ?? 0) }
      #expect(abs(sum - (totals[place]?.value ?? 0)) <= 1e-9 * max(1, sum))
    }
  }

  @Test(arguments: [MadeUnits.Way.part, .unconfirmed])
  func `a new unit with one doubtful former unit gets none of their interviews`(
    way: MadeUnits.Way
  ) throws {
    let made = MadeUnits([(0, .whole), (0, way), (1, .whole), (1, .whole)])
    let data = MadeUnits.data([
      ("Cũ 0", MadeUnits.before, true), ("Cũ 1", MadeUnits.before, true),
      ("Cũ 2", MadeUnits.before, true), ("Mới 0", MadeUnits.after, true),
    ])
    let carried = try carry(made, data)
    #expect(carried.codes == [-1, -1, 1, 0])
    #expect(carried.units.map(\.isComparable) == [false, true])
    #expect(carried.units.map(\.carried) == [0, 1])
    #expect(carried.units.map(\.own) == [1, 0])
    #expect(carried.units[1].silent.map(\.id) == ["c3"])
    #expect(carried.left.reduce(0) { $0 + $1.count } == 2)
    #expect(carried.concernsReform)
    for (reason, _) in carried.left {
      #expect(!reason.text(in: .vietnamese).isEmpty)
      #expect(reason.text(in: .vietnamese) != reason.text(in: .english))
    }
  }

  @Test func `a place that is blank, unknown or of another day is told`() throws {
    let made = MadeUnits([(0, .whole), (1, .whole)])
    let data = MadeUnits.data([
      ("", MadeUnits.before, true), ("Cu 0", MadeUnits.before, true),
      ("Mới 0", MadeUnits.before, true), ("Cũ 1 (giả lập)", MadeUnits.before, true),
    ])
    let carried = try carry(made, data)
    #expect(carried.codes == [-1, -1, -1, 0])
    #expect(
      Set(carried.left.map(\.reason)) == [
        .place(.blank), .place(.unknown("Cu 0", nearest: "Cũ 0")), .place(.otherDay("Mới 0")),
      ]
    )
    #expect(carried.units.map(\.unit.id) == ["m1"])
  }

  @Test func `labels of closed questions count before their codes`() throws {
    let made = MadeUnits([(0, .whole), (1, .whole)])
    let list = ChoiceList(
      id: "noi",
      choices: [
        Choice(code: "1", label: Made.text("Cũ 1")),
        Choice(code: "c0", label: Made.text("Nơi khác")),
        Choice(code: "9", label: Made.text("Không rõ")),
      ]
    )
    let questionnaire = Made.questionnaire([Made.question("noi", .selectOne(list))])
    let data = Made.data(questionnaire, [["1", "c0", "9", ""]])
    let days = Array(repeating: Optional(MadeUnits.before), count: 4)
    let places = try UnitPlaces("noi", in: data, days: days, register: made.register)
    let carried = CarriedUnits(places, to: MadeUnits.reform)
    #expect(carried.codes == [1, 0, -1, -1])
    #expect(throws: StudyDesignError.unknownQuestion("x")) {
      try UnitPlaces("x", in: data, register: made.register)
    }
  }

  @Test func `derived questions divide a whole analysis`() throws {
    let made = MadeUnits([(0, .whole), (0, .whole), (1, .whole)])
    let data = MadeUnits.data(
      (0..<60).map { row in
        let old = row % 3
        return ("Cũ \(old)", MadeUnits.before, row % (old + 2) == 0)
      }
    )
    let carried = try carry(made, data)
    let derived = carried.derived()
    let analysis = try StudyAnalysis(
      of: data.adding([derived]),
      plan: nil,
      also: [derived.question.id]
    )
    let groups = try #require(analysis.indicators.first?.estimates.breakdowns.first?.groups)
    #expect(groups.map(\.level.label.translations["vi"]) == ["Xã Mới 0", "Xã Mới 1"])
    #expect(groups.map { $0.estimate?.sampleSize } == [40, 20])
    #expect(derived.question.label.text("vi").contains("theo đơn vị ngày 01/01/2030"))
  }

  @Test func `a former town is an area before and after`() throws {
    let place = SourceLocation(file: "units.csv", line: 1, column: 1)
    let made = MadeUnits([(0, .whole), (0, .whole), (1, .whole)])
    let town = AdministrativeUnit(
      id: "tx",
      name: "Thị",
      kind: .town,
      validity: UnitValidity(to: .day(MadeUnits.reform.adding(days: -1) ?? MadeUnits.reform)),
      location: place
    )
    let units = made.register.units.map { unit in
      guard ["c0", "c1"].contains(unit.id) else { return unit }
      return AdministrativeUnit(
        id: unit.id,
        name: unit.name,
        kind: unit.kind,
        parent: "tx",
        validity: unit.validity,
        location: place
      )
    }
    let step = UnitSuccession(
      from: "tx",
      to: "m0",
      date: MadeUnits.reform,
      extent: .part,
      location: place
    )
    let register = UnitRegister(
      units: units + [town],
      successions: made.register.successions + [step]
    )
    let data = MadeUnits.data([
      ("Cũ 0", MadeUnits.before, true), ("Thị xã Thị", MadeUnits.before, true),
      ("Cũ 2", MadeUnits.before, true), ("Mới 0", MadeUnits.after, true),
      ("Mới 1", MadeUnits.after, true),
    ])
    let places = try UnitPlaces("don_vi", in: data, register: register)
    let areas = CarriedAreas([town], places, on: MadeUnits.reform)
    #expect(areas.areas.map(\.isExact) == [true])
    #expect(areas.codes == [0, 0, -1, 0, -1])
    let derived = areas.derived()
    #expect(derived.question.kind.choiceList?.choices.map(\.code) == ["tx"])
    // An area that is not exact counts nobody.
    let short = UnitRegister(units: units + [town], successions: made.register.successions)
    let others = try UnitPlaces("don_vi", in: data, register: short)
    #expect(CarriedAreas([town], others, on: MadeUnits.reform).codes.allSatisfy { $0 == -1 })
  }
}
