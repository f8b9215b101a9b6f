import Foundation
import SurveyModel
import Testing

@testable import SurveyFormats

@Suite("Units: reading the register")
struct UnitRegisterReaderTests {
  private static let header = "id,code,name,kind,parent,valid_from,valid_to,confirmed,source\n"
  private static let steps = "from,to,date,extent,confirmed,source\n"

  private func read(
    _ units: String,
    _ successions: String = steps
  ) -> (register: UnitRegister, findings: [Diagnostic]) {
    UnitRegisterReader.read(
      units: units,
      unitsFile: "units.csv",
      successions: successions,
      successionsFile: "successions.csv"
    )
  }

  @Test func `cells are text, ends may be open or not confirmed`() throws {
    let (register, findings) = read(
      Self.header + "x,06712,\"Móng Cái 1\",phuong,,2025-07-01,?,yes,nguồn\n",
      Self.steps + ",x,2025-07-01,,no,\n"
    )
    #expect(findings.map { $0.text(in: .english) } == [])
    let unit = try #require(register["x"])
    #expect(unit.code == "06712")
    #expect(unit.validity.to == .unknown)
    #expect(unit.source == "nguồn")
    #expect(register.predecessions(of: unit).first?.from == nil)
  }

  @Test func `every bad cell is told with its place`() {
    let (_, findings) = read(
      Self.header + "x,1,A,\"phuongg\",,2025-7-1,,yes,\n,2,\"B, C\",xa,,,,maybe,\n"
        + "z,3,C\n",
      Self.steps + "x,y,2025-07-01,half,yes,\n"
    )
    #expect(
      findings.map { "\($0.location) \($0.code)" } == [
        "successions.csv:2:16 units-unknown-extent", "units.csv:2:7 units-unknown-kind",
        "units.csv:2:18 units-bad-date", "units.csv:3:1 units-empty-cell",
        "units.csv:3:17 units-bad-confirmed", "units.csv:4:1 units-ragged-row",
      ]
    )
    for finding in findings {
      #expect(finding.text(in: .vietnamese) != finding.text(in: .english))
    }
  }

  @Test func `missing and unknown columns are told`() {
    let (_, findings) = read("id,cod,name,kind,parent,valid_from,valid_to,confirmed,source\n")
    #expect(findings.map(\.code) == ["units-missing-column", "units-unknown-column"])
    #expect(findings.last?.text(in: .english).contains("did you mean 'code'?") == true)
    #expect(read("").findings.map(\.code) == ["units-unreadable"])
    #expect(read(Self.header + "\"x,1").findings.first?.code == "units-unreadable")
  }

  @Test(arguments: 0..<50)
  func `no text is a trap`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let pieces = ["x", ",", "\"", "\n", "?", "2025-07-01", "xa", "yes", "é", "\r\n", "whole", "y"]
    func random() -> String { (0..<next(80)).map { _ in pieces[next(pieces.count)] }.joined() }
    let (register, findings) = read(Self.header + random(), Self.steps + random())
    for unit in register.units {
      _ = register.area(of: unit, on: .epoch)
      _ = register.origins(of: unit, on: .epoch)
      _ = register.match(unit.name, on: nil)
    }
    for finding in findings { #expect(!finding.text(in: .vietnamese).isEmpty) }
  }

  @Test func `codes are documented and in kebab case`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/SurveyModel/SurveyModel.docc/Diagnostics.md"),
      encoding: .utf8
    )
    for code in UnitTableFinding.Code.allCases.map(\.rawValue) {
      #expect(page.contains("| `\(code)` |"), "\(code)")
      #expect(code.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") })
    }
  }
}
