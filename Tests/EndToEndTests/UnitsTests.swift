import Foundation
import Testing

@Suite struct UnitsTests {
  private static let register = Program.checkout.appendingPathComponent("Data/units").path
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func units(_ arguments: String..., language: String = "vi") throws -> Program.Outcome {
    try Program.run(
      ["units"] + arguments + ["--register", Self.register],
      in: folder,
      language: language
    )
  }

  @Test(arguments: ["Data/units", "Data/demo/nam-2025/don-vi"])
  func `the registers that ship have nothing to mend`(name: String) throws {
    let register = Program.checkout.appendingPathComponent(name).path
    let outcome = try Program.run(["check", register], in: folder)
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("không có điều gì phải sửa"))
  }

  @Test func `what is wrong with a register is told with its place`() throws {
    try folder.write(
      "units.csv",
      "id,code,name,kind,parent,valid_from,valid_to,confirmed,source\nx,1,X,xa,y,,2025-06-30,yes,\n"
    )
    try folder.write("successions.csv", "from,to,date,extent,confirmed,source\n")
    let outcome = try Program.run(["check", "."], in: folder)
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.output.contains("./units.csv:2:1: lỗi:"))
    #expect(outcome.output.contains("[unit-unknown-parent]"))
    #expect(outcome.output.contains("[unit-without-successor]"))
    let refused = try Program.run(["units", "X", "--register", "."], in: folder)
    #expect(refused.ended(2), refused.summary)
  }

  @Test func `a former ward is told with what it is now`() throws {
    let outcome = try units("Phường 1, thị xã Ngã Năm", "--on", "01/03/2024")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("toàn bộ thuộc phường Ngã Năm, thành phố Cần Thơ"))
    let several = try units("Phường 1", "--on", "2024-03-01")
    #expect(several.ended(1), several.summary)
    #expect(several.output.contains("Có 3 đơn vị cùng tên"))
    let within = try units("Phường 1", "--on", "2024-03-01", "--within", "thị xã Vĩnh Châu")
    #expect(within.ended(0), within.summary)
  }

  @Test func `a new unit is told with what it was made of`() throws {
    let outcome = try units("31741", language: "en")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("(Thạnh Trị rural district)"))
    let unknown = try units("06712", language: "en")
    #expect(unknown.output.contains("Not comparable with before"))
    let json = try units("Ngã Năm", "--on", "2024-03-01", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: json.outputBytes) as? [String: Any]
    )
    let found = try #require((object["units"] as? [[String: Any]])?.first)
    #expect((found["area"] as? [String: Any])?["exact"] as? Bool == false)
  }

  @Test func `an unknown name and a bad day are refused`() throws {
    let unknown = try units("Vinh Chau")
    #expect(unknown.ended(1), unknown.summary)
    #expect(unknown.output.contains("Có phải là “"))
    #expect(try units("Vĩnh Châu", "--on", "30/02/2024").ended(64))
    #expect(try units("X", "--within", "Nơi nào đó").ended(2))
  }

  @Test func `a report is broken down by new units`() throws {
    let day = "{id: ngay, type: date, role: interview-date, label: {vi: Ngày, en: Day}}"
    let form = SmallStudy.questionnaire.replacing(
      "      - id: tuoi\n",
      with: "      - \(day)\n      - id: tuoi\n"
    )
    try #require(form.contains("role: interview-date"))
    try folder.write("phieu.yaml", form)
    let places = [
      ("Phường 1", "2024-03-01"), ("Phường 2", "2024-03-01"), ("Lạc Hoà", "2024-03-02"),
      ("P. Khánh Hòa", "2024-03-02"), ("Phường Khánh Hòa", "2025-08-01"),
      ("Bạc Liêu", "2025-08-01"),
    ]
    var rows = "don_vi,ngay,tuoi,muc\n"
    for number in 0..<60 {
      let (place, day) = places[number % places.count]
      rows += "\(place),\(day),\(20 + number),\(number % 4 == 0 ? 1 : 2)\n"
    }
    try folder.write("phieu.csv", rows)
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(arguments, in: folder)
    }
    let made = try run("new", "s.thuocdo", "--questionnaire", "phieu.yaml")
    try #require(made.ended(0), made.summary)
    let taken = try run("import", "s.thuocdo", "phieu.csv")
    try #require(taken.ended(0), taken.summary)
    let report = try run(
      "report",
      "s.thuocdo",
      "--carry",
      "don_vi",
      "--within",
      "thị xã Vĩnh Châu",
      "--area",
      "thị xã Vĩnh Châu",
      "--register",
      Self.register,
      "--format",
      "json"
    )
    #expect(report.ended(0), report.summary)
    #expect(report.output.contains("Nơi ở (theo đơn vị ngày 01/07/2025)"))
    #expect(report.output.contains("địa bàn thị xã Vĩnh Châu (cũ)"))
    #expect(report.output.contains("Có 10 phiếu không xếp vào đơn vị nào"))
    #expect(report.output.contains("SHA-256"))
    let other = try run("report", "s.thuocdo", "--carry", "noi", "--register", Self.register)
    #expect(other.ended(2), other.summary)
    let lonely = try run("report", "s.thuocdo", "--area", "Vĩnh Châu")
    #expect(lonely.ended(64), lonely.summary)
    let rule = try run("report", "s.thuocdo", "--carry", "don_vi", "--merger", "mean")
    #expect(rule.ended(64), rule.summary)
  }

  @Test func `a change from only some former units is not told as sure`() throws {
    let day = "{id: ngay, type: date, role: interview-date, label: {vi: Ngày, en: Day}}"
    let form = SmallStudy.questionnaire.replacing(
      "      - id: tuoi\n",
      with: "      - \(day)\n      - id: tuoi\n"
    )
    try folder.write("phieu.yaml", form)
    // Phường 2, which is in the new ward, has no interview before.
    func rows(_ places: [String], _ day: String, satisfied: Int) -> String {
      "don_vi,ngay,tuoi,muc\n"
        + (0..<240).map { number in
          let level = number / places.count % 10 < satisfied ? 2 : 1
          return "\(places[number % places.count]),\(day),\(20 + number % 60),\(level)\n"
        }.joined()
    }
    let before = ["Phường 1", "Lạc Hoà", "Phường Khánh Hòa", "Vĩnh Hiệp", "Hòa Đông", "Nơi nào đó"]
    try folder.write("truoc.csv", rows(before, "2024-03-01", satisfied: 3))
    try folder.write(
      "sau.csv",
      rows(["Phường Vĩnh Châu", "Phường Khánh Hòa"], "2025-08-01", satisfied: 9)
    )
    for arguments in [
      ["new", "s.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "truoc"],
      ["import", "s.thuocdo", "truoc.csv"], ["wave", "s.thuocdo", "sau", "--close-others"],
      ["import", "s.thuocdo", "sau.csv"],
    ] {
      let outcome = try Program.run(arguments, in: folder)
      try #require(outcome.ended(0), outcome.summary)
    }
    let report = try Program.run(
      [
        "report", "s.thuocdo", "--carry", "don_vi", "--within", "thị xã Vĩnh Châu", "--register",
        Self.register, "--format", "md",
      ],
      in: folder,
      language: "vi"
    )
    #expect(report.ended(0), report.summary)
    let lines = report.output.split(separator: "\n").map { String($0) }
    let changes = lines.filter { $0.contains("+60,00") }
    #expect(changes.contains { $0.contains("Phường Vĩnh Châu") && $0.contains("thiếu đơn vị cũ") })
    #expect(!changes.contains { $0.contains("Phường Vĩnh Châu") && $0.contains("tăng rõ") })
    #expect(changes.contains { $0.contains("Phường Khánh Hòa") && $0.contains("tăng rõ") })
    #expect(report.output.contains("“truoc”: Phường Vĩnh Châu chỉ có phiếu của một phần"))
    #expect(report.output.contains("không có phiếu nào của phường 2;"))
    #expect(report.output.contains("“truoc”: Có 40 phiếu không xếp vào đơn vị nào"), report.summary)
  }
}
