import Foundation
import SurveyModel
import Testing

@testable import SurveyFormats

@Suite("Units: the register that ships")
struct ShippedUnitsTests {
  private let register: UnitRegister
  private let findings: [Diagnostic]
  private let before: CalendarDate
  private let after: CalendarDate

  init() throws {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data/units")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    (register, findings) = UnitRegisterReader.read(
      units: try text("units.csv"),
      unitsFile: "units.csv",
      successions: try text("successions.csv"),
      successionsFile: "successions.csv"
    )
    before = try #require(CalendarDate(iso: "2024-10-01"))
    after = try #require(CalendarDate(iso: "2025-10-01"))
  }

  private func unit(_ id: String) throws -> AdministrativeUnit {
    try #require(register[id], "\(id)")
  }

  @Test func `it has no findings`() {
    #expect(findings.map { $0.text(in: .english) } == [])
  }

  @Test(arguments: [
    ("31783", "vinh-chau.phuong-1 vinh-chau.phuong-2 vinh-chau.xa-lac-hoa"),
    ("31789", "vinh-chau.phuong-khanh-hoa vinh-chau.xa-hoa-dong vinh-chau.xa-vinh-hiep"),
    ("31804", "vinh-chau.phuong-vinh-phuoc vinh-chau.xa-vinh-tan"),
    ("31795", "vinh-chau.xa-vinh-hai"), ("31810", "vinh-chau.xa-lai-hoa"),
    ("31732", "nga-nam.phuong-1 nga-nam.phuong-2 nga-nam.xa-vinh-quoi"),
    ("31753", "nga-nam.phuong-3 nga-nam.xa-my-binh nga-nam.xa-my-quoi"),
    ("31741", "nga-nam.xa-long-binh nga-nam.xa-tan-long thanh-tri.xa-thanh-tan"),
  ])
  func `new communes of Cần Thơ are made of these`(code: String, old: String) throws {
    let new = try #require(register.unit(code: code, on: after))
    let origins = register.origins(of: new, on: before)
    #expect(origins.isExact)
    #expect(origins.units.map(\.id).sorted().joined(separator: " ") == old)
    #expect(register.unit(code: code, on: before) == nil)
  }

  @Test func `the towns of the plans have all their communes`() throws {
    #expect(register.children(of: try unit("vinh-chau"), on: before).count == 10)
    #expect(register.children(of: try unit("nga-nam"), on: before).count == 8)
  }

  @Test func `Vĩnh Châu goes on as an exact area, Ngã Năm does not`() throws {
    let town = register.area(of: try unit("vinh-chau"), on: after)
    #expect(town.isExact)
    #expect(town.members.compactMap(\.code) == ["31783", "31789", "31804", "31795", "31810"])
    #expect(town.label.text("vi") == "địa bàn thị xã Vĩnh Châu (cũ)")
    let crossed = register.area(of: try unit("nga-nam"), on: after)
    #expect(!crossed.isExact)
    #expect(
      crossed.obstacles == [
        .shared(try unit("can-tho-2025.xa-tan-long"), with: try unit("thanh-tri.xa-thanh-tan"))
      ]
    )
  }

  @Test(arguments: ["06712", "06709", "06736", "06724", "06733", "06757"])
  func `what Móng Cái's units were made of is not known`(code: String) throws {
    let new = try #require(register.unit(code: code, on: after))
    let origins = register.origins(of: new, on: before)
    #expect(origins.obstacles.contains(.unknownPredecessor(of: new)))
    #expect(register.predecessions(of: new).allSatisfy { !$0.isConfirmed })
  }

  @Test func `provinces are merged as far as confirmed`() throws {
    let city = register.origins(of: try unit("can-tho-2025"), on: before)
    #expect(city.isExact)
    #expect(city.units.map(\.id) == ["can-tho", "soc-trang", "hau-giang"])
    let province = register.origins(of: try unit("vinh-long-2025"), on: before)
    #expect(!province.isExact)
    #expect(province.units.count == 3)
    let late = try #require(CalendarDate(iso: "2026-10-01"))
    guard case .one(let found) = register.match("Quảng Ninh", on: late) else {
      Issue.record("not found")
      return
    }
    #expect(found.id == "quang-ninh")
    #expect(found.validity.to == .unknown)
  }

  @Test func `a ward 1 is in three towns`() {
    guard case .several(let units) = register.match("Phường 1", on: before) else {
      Issue.record("not several")
      return
    }
    #expect(units.map(\.parent) == ["vinh-chau", "nga-nam", "tp-soc-trang"])
    #expect(register.match("Phường 1, TX Ngã Năm", on: before) == .one(units[1]))
  }
}
