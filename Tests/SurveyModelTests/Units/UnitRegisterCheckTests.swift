import Testing

@testable import SurveyModel

@Suite("Units: checks of the register")
struct UnitRegisterCheckTests {
  private typealias Small = SmallRegister

  private func codes(
    _ units: [AdministrativeUnit],
    _ successions: [UnitSuccession] = []
  ) -> [String] {
    UnitRegister(units: units, successions: successions).check().map(\.code)
  }

  @Test func `a good register has no findings`() {
    let unknown = Small.step(nil, "n5", nil, confirmed: false)
    let findings = UnitRegister(
      units: Small.units,
      successions: Small.successions.filter { $0.from != "b4" }
        + [Small.step("b4", "n4", .part), Small.step("b4", "n5", .part), unknown]
    ).check()
    #expect(findings.map { $0.text(in: .english) } == [])
  }

  @Test func `ids, codes and days are used once`() {
    let one = Small.old("x", "X", .commune, code: "00007")
    let other = Small.old("x", "Y", .commune, code: "00007", line: 2)
    let reversed = AdministrativeUnit(
      id: "z",
      name: "Z",
      kind: .ward,
      validity: UnitValidity(from: .day(Small.after), to: .day(Small.before)),
      location: Small.place(3)
    )
    let found = codes([one, other, reversed])
    #expect(found.contains("unit-twice"))
    #expect(found.contains("unit-code-twice"))
    #expect(found.contains("unit-days-reversed"))
    // The same code on other days is what reforms do.
    let later = Small.new("n", "N", .ward, code: "00007")
    #expect(!codes([one, later]).contains("unit-code-twice"))
  }

  @Test func `parents exist, stand higher and cover the days`() {
    let province = Small.old("tinh", "T", .province)
    let found = UnitRegister(
      units: [
        province, Small.old("x", "X", .commune, in: "tin"),
        Small.old("y", "Y", .province, in: "tinh"), Small.new("z", "Z", .commune, in: "tinh"),
      ],
      successions: []
    ).check()
    #expect(found.contains { $0.code == "unit-parent-level" })
    #expect(found.contains { $0.code == "unit-parent-days" })
    let unknown = found.first { $0.code == "unit-unknown-parent" }
    #expect(unknown?.text(in: .vietnamese).contains("có phải là 'tinh'?") == true)
  }

  @Test func `a unit that ends or begins without a succession is a warning`() {
    let found = UnitRegister(
      units: [Small.old("x", "X", .commune), Small.new("y", "Y", .commune, line: 2)],
      successions: []
    ).check()
    #expect(found.map(\.code) == ["unit-without-successor", "unit-without-predecessor"])
    #expect(!found.containsErrors)
  }

  @Test func `successions fit the days of their units`() {
    let old = Small.old("x", "X", .commune)
    let new = Small.new("y", "Y", .commune)
    let late = UnitSuccession(
      from: "x",
      to: "y",
      date: Small.after,
      extent: .whole,
      location: Small.place(1)
    )
    #expect(codes([old, new], [late]) == ["succession-begin-gap", "succession-end-gap"])
    #expect(codes([old, new], [Small.step("x", "y")]).isEmpty)
  }

  @Test func `successions name units of the register, once and completely`() {
    let units = [
      Small.old("x", "X", .commune), Small.new("y", "Y", .commune), Small.new("z", "Z", .commune),
    ]
    #expect(codes(units, [Small.step("x", "yy")]).contains("succession-unknown-unit"))
    #expect(codes(units, [Small.step(nil, nil)]).contains("succession-empty"))
    #expect(codes(units, [Small.step("x", nil)]).contains("succession-incomplete"))
    let twice = [Small.step("x", "y"), Small.step("x", "y", line: 2)]
    #expect(codes(units, twice).contains("succession-twice"))
    let more = [Small.step("x", "y"), Small.step("x", "z", .part)]
    #expect(codes(units, more).contains("succession-whole-and-more"))
  }

  @Test func `circles and districts that disagree with their communes are told`() {
    let circle = [Small.step("x", "y"), Small.step("y", "x")]
    let units = [Small.old("x", "X", .commune), Small.old("y", "Y", .commune)]
    #expect(codes(units, circle).contains("succession-circle"))
    let short = Small.successions.filter { !($0.from == "a" && $0.to == "n2") }
    let found = UnitRegister(units: Small.units, successions: short).check()
    #expect(found.contains { $0.code == "succession-district-disagrees" })
  }
}
