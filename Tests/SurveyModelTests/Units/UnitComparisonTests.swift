import Testing

@testable import SurveyModel

@Suite("Units: what can be compared")
struct UnitComparisonTests {
  private let register = SmallRegister.register
  private let unit = SmallRegister.unit

  private func destination(_ id: String) -> Result<AdministrativeUnit, UnitRefusal> {
    register.destination(of: unit(id), on: SmallRegister.after)
  }

  @Test(arguments: [("a1", "n1"), ("a2", "n1"), ("a3", "n2"), ("b1", "n3"), ("tinh", "tinh")])
  func `a unit that went whole into one has a destination`(id: String, now: String) throws {
    #expect(try destination(id).get().id == now)
  }

  @Test func `a divided, unconfirmed or unrecorded unit has none`() {
    #expect(destination("b4") == .failure(UnitRefusal(.divided(unit("b4")))))
    #expect(destination("b3") == .failure(UnitRefusal(.unconfirmedSuccessor(unit("b3")))))
    let lonely = SmallRegister.old("x", "X", .commune)
    #expect(
      register.destination(of: lonely, on: SmallRegister.after)
        == .failure(UnitRefusal(.noSuccessor(lonely)))
    )
    #expect(
      register.destination(of: unit("n1"), on: SmallRegister.before)
        == .failure(UnitRefusal(.notYet(unit("n1"))))
    )
  }

  @Test func `a new unit is exactly its predecessors when each is known and whole`() {
    let origins = register.origins(of: unit("n1"), on: SmallRegister.before)
    #expect(origins.isExact)
    #expect(origins.units.map(\.id) == ["a1", "a2"])
    #expect(register.origins(of: unit("n3"), on: SmallRegister.before).isExact)
  }

  @Test func `a partial, unconfirmed or unknown predecessor is named as the reason`() {
    func obstacles(_ id: String) -> [UnitObstacle] {
      register.origins(of: unit(id), on: SmallRegister.before).obstacles
    }
    #expect(obstacles("n4") == [.partialPredecessor(unit("b4"), of: unit("n4"))])
    #expect(obstacles("n7") == [.unconfirmedPredecessor(unit("b3"), of: unit("n7"))])
    #expect(obstacles("n6") == [.unknownPredecessor(of: unit("n6"))])
    for obstacle in obstacles("n4") + obstacles("n7") + obstacles("n6") {
      #expect(!obstacle.text(in: .vietnamese).isEmpty)
      #expect(!obstacle.text(in: .english).contains("xã"))
    }
  }

  @Test func `an old town whose communes are all known is an exact area`() {
    let area = register.area(of: unit("a"), on: SmallRegister.after)
    #expect(area.isExact)
    #expect(area.members.map(\.id) == ["n1", "n2"])
    #expect(area.inside == area.members)
    #expect(area.label.text("vi") == "địa bàn thị xã Bắc (cũ)")
    #expect(area.label.text("en") == "area of the former town of Bắc")
  }

  @Test func `a new unit that crosses the old border makes the area inexact`() {
    let area = register.area(of: unit("b"), on: SmallRegister.after)
    #expect(!area.isExact)
    #expect(area.obstacles.contains(.shared(unit("n3"), with: unit("c1"))))
    #expect(area.obstacles.contains(.divided(unit("b4"))))
    #expect(!area.inside.map(\.id).contains("n3"))
  }

  @Test func `an old unit whose parts are not all listed is no exact area`() {
    let area = register.area(of: unit("c"), on: SmallRegister.after)
    #expect(!area.isExact)
    #expect(area.obstacles.contains(.unconfirmedSuccessor(unit("c"))))
    let listed = UnitRegister(
      units: SmallRegister.units.filter { $0.id != "a3" },
      successions: SmallRegister.successions.filter { $0.from != "a3" }
    )
    let short = listed.area(of: unit("a"), on: SmallRegister.after)
    #expect(short.obstacles.contains(.unlistedParts(unit("a"))))
  }

  @Test func `steps over two reforms are followed and circles end`() throws {
    let second = SmallRegister.day("2040-01-01")
    var units = SmallRegister.units.filter { $0.id != "n1" }
    units.append(
      AdministrativeUnit(
        id: "n1",
        name: "Bắc",
        kind: .ward,
        validity: UnitValidity(
          from: .day(SmallRegister.reform),
          to: .day(SmallRegister.day("2039-12-31"))
        ),
        location: SmallRegister.place(1)
      )
    )
    units.append(
      AdministrativeUnit(
        id: "m1",
        name: "Bắc",
        kind: .ward,
        validity: UnitValidity(from: .day(second)),
        location: SmallRegister.place(1)
      )
    )
    let step = UnitSuccession(
      from: "n1",
      to: "m1",
      date: second,
      extent: .whole,
      location: SmallRegister.place(1)
    )
    let register = UnitRegister(units: units, successions: SmallRegister.successions + [step])
    let late = SmallRegister.day("2041-01-01")
    #expect(try register.destination(of: unit("a1"), on: late).get().id == "m1")
    let last = try #require(register["m1"])
    #expect(register.origins(of: last, on: SmallRegister.before).units.map(\.id) == ["a1", "a2"])
    let circle = UnitRegister(
      units: [SmallRegister.old("x", "X", .commune), SmallRegister.old("y", "Y", .commune)],
      successions: [SmallRegister.step("x", "y"), SmallRegister.step("y", "x")]
    )
    let start = try #require(circle["x"])
    let end = circle.destination(of: start, on: SmallRegister.after)
    #expect(end == .failure(UnitRefusal(.circle(start))))
  }
}
