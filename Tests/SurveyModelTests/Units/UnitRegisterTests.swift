import Testing

@testable import SurveyModel

@Suite("Units: the register")
struct UnitRegisterTests {
  private let register = SmallRegister.register

  private func ids(_ match: UnitMatch) -> [String] {
    switch match {
    case .one(let unit): [unit.id]
    case .several(let units): ["several"] + units.map(\.id)
    case .otherDays(let units): ["other days"] + units.map(\.id)
    case .none(let nearest): ["none", nearest ?? "-"]
    }
  }

  @Test func `a code means another unit on another day`() {
    #expect(register.unit(code: "00001", on: SmallRegister.before)?.id == "a3")
    #expect(register.unit(code: "00001", on: SmallRegister.after)?.id == "n1")
    #expect(register.unit(code: "1", on: SmallRegister.after) == nil)
    #expect(ids(register.match("00001", on: SmallRegister.before)) == ["a3"])
    #expect(ids(register.match("00001", on: nil)) == ["several", "a3", "n1"])
  }

  @Test(arguments: [
    ("Bắc", "a"), ("thị xã Bắc", "a"), ("TX. Bắc", "a"), ("tx bắc", "a"), ("Thỏa Mãn", "a3"),
    ("xã Thoả Mãn", "a3"), ("X.Thỏa  Mãn", "a3"), ("Xã Tho\u{1ea3} M\u{0061}\u{0303}n", "a3"),
    ("P.2", "a2"), ("Phường 02", "a2"), ("phường 1, thị xã Bắc", "a1"),
    ("Phường 1 (thị xã Nam)", "b1"), ("phường 1 (Nam, tỉnh Hoà Bình)", "b1"),
    ("Xã Bình An (giả lập)", "b2"), ("b3", "b3"), ("Hoà Bình", "tinh"),
  ])
  func `names are read with their kinds, marks and places above`(text: String, id: String) {
    #expect(ids(register.match(text, on: SmallRegister.before)) == [id])
  }

  @Test func `a name that several units have is told with all of them`() {
    #expect(ids(register.match("Phường 1", on: SmallRegister.before)) == ["several", "a1", "b1"])
    #expect(ids(register.match("Phường 1", on: SmallRegister.after)) == ["other days", "a1", "b1"])
    let family = register.family(of: SmallRegister.unit("b"))
    #expect(ids(register.match("Phường 1", on: SmallRegister.before, in: family)) == ["b1"])
    #expect(family == ["b", "b1", "b2", "b3", "b4", "n3", "n4", "n5", "n7"])
  }

  @Test func `a number alone and a wrong kind name nothing`() {
    #expect(ids(register.match("1", on: SmallRegister.before)) == ["none", "-"])
    #expect(ids(register.match("huyện Bắc", on: SmallRegister.before)).first == "none")
    #expect(ids(register.match("Phường 1, huyện Đông", on: SmallRegister.before)).first == "none")
    #expect(ids(register.match(" , ", on: SmallRegister.before)) == ["none", "-"])
  }

  @Test func `a name without its marks gets a hint and no unit`() {
    #expect(ids(register.match("xa Binh Yen", on: nil)) == ["none", "xã Bình Yên"])
    #expect(ids(register.match("Bình Yêm", on: nil)) == ["none", "Bình Yên"])
  }

  @Test func `a name of another time is told as such`() {
    #expect(ids(register.match("Đảo", on: SmallRegister.before)) == ["other days", "n6"])
    #expect(ids(register.match("n6", on: SmallRegister.before)) == ["other days", "n6"])
  }

  @Test func `a unit whose first day is not confirmed is found on no day`() {
    let city = AdministrativeUnit(
      id: "tp",
      name: "Biển",
      kind: .municipality,
      validity: UnitValidity(from: .unknown),
      isConfirmed: false,
      location: SmallRegister.place(2)
    )
    let province = AdministrativeUnit(
      id: "tinh",
      name: "Biển",
      kind: .province,
      validity: UnitValidity(to: .unknown),
      location: SmallRegister.place(1)
    )
    let register = UnitRegister(units: [province, city], successions: [])
    #expect(ids(register.match("Biển", on: SmallRegister.after)) == ["tinh"])
    #expect(!province.validity.isCertain)
    #expect(register.check().isEmpty)
  }

  @Test func `titles and labels carry the kind`() {
    let ward = SmallRegister.unit("a1")
    #expect(ward.title(in: .vietnamese) == "phường 1")
    #expect(ward.title(in: .english) == "ward 1")
    #expect(SmallRegister.unit("a").label.text("vi") == "Thị xã Bắc")
    #expect(SmallRegister.unit("a").label.text("en") == "Bắc town")
  }

  @Test func `units that name each other as parents end`() {
    let one = SmallRegister.old("x", "X", .commune, in: "y")
    let other = SmallRegister.old("y", "Y", .commune, in: "x")
    let register = UnitRegister(units: [one, other], successions: [])
    #expect(register.ancestors(of: one).map(\.id) == ["y"])
    #expect(register.family(of: one) == ["x", "y"])
    #expect(register.area(of: one, on: SmallRegister.after).isExact == false)
  }
}
