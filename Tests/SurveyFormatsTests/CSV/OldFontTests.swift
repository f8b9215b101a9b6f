import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Texts of old Vietnamese fonts in workbooks and Unicode files; all of them are made up.
@Suite struct OldFontTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  private func fault(_ file: ExcelFile) throws -> TableFault? {
    do {
      _ = try form.read(file, options: ValueOptions())
      return nil
    } catch let fault as TableFault {
      return fault
    }
  }

  private func sheet(_ cells: [String], id: String = "chu") -> ExcelFile {
    let rows = cells.enumerated().map { [.text("p\($0)"), .text($1)] as [ExcelFile.Cell] }
    return ExcelFile(rows: [["nhan", .text(id)]] + rows)
  }

  @Test func `cells of TCVN3 in a workbook stop the import`() throws {
    let fault = try fault(sheet(["C¸n bé nhiÖt t×nh", "Thñ tôc chËm qu¸"]))
    #expect(fault?.code == "T11")
    #expect(fault?.text(in: .vietnamese).contains("TCVN3 (ABC) (“C¸n” là “Cán”)") == true)
    #expect(fault?.text(in: .english).contains("TCVN3 (ABC) (“C¸n” is “Cán”)") == true)
  }

  @Test func `cells of VNI in a workbook stop the import`() throws {
    let fault = try fault(sheet(["Caùn boä nhieät tình", "Thuû tuïc chaäm quaù"]))
    #expect(fault?.code == "T11")
    #expect(fault?.text(in: .english).contains("VNI") == true)
  }

  @Test func `headers of an old font stop the import before it asks about columns`() throws {
    let file = ExcelFile(rows: [
      ["Sè phiÕu", "C¬ së vËt chÊt", "ý kiÕn kh¸c"], ["P1", "4", "x"],
    ])
    #expect(try fault(file)?.code == "T11")
  }

  @Test func `the same cells in UTF-8 stop it, unless the encoding is said`() throws {
    let text = "nhan,chu\nP1,C¸n bé nhiÖt t×nh\nP2,Thñ tôc chËm qu¸\n"
    let fault = try #require(throws: TableFault.self) { _ = try form.rows(text) }
    #expect(fault.code == "T11")
    var request = TableRequest()
    request.encoding = .utf8
    let plan = form.plan
    let table = try InterviewTable(.text(text), questionnaire: plan.questionnaire, request: request)
    #expect(table.reading.form.encoding == .utf8)
  }

  @Test(arguments: [
    ["Cán bộ nhiệt tình", "Thủ tục chậm quá", "10µm", "5 m² × 3", "30°C"],
    ["Café São Paulo, Zürich, Noël", "Müller, Göteborg, Malmö, Ångström", "naïve façade, où, dû"],
    ["Không có ý kiến", "Rất hài lòng", "không, có, là, và, hòa"], ["µg µl µm", "½ × ¾", "№ 5 §3"],
    ["Mère, père, très bien, hôtel, forêt, goût, août, fût", "garçon, çà et là, élève"],
    [
      "Ngưêi dân (1 chữ phông cũ: nhiÖt) hài lòng với dịch vụ",
      "Cán bộ xã phường trả kết quả đúng hẹn",
    ],
  ])
  func `texts that are what they seem are taken`(cells: [String]) throws {
    #expect(try fault(sheet(cells)) == nil)
  }

  @Test func `an encoding for a workbook is refused`() throws {
    var request = TableRequest()
    request.encoding = .tcvn3
    let source = ByteSource.bytes(try sheet(["x"]).bytes())
    let fault = try #require(throws: TableFault.self) {
      _ = try InterviewTable(source, questionnaire: form.plan.questionnaire, request: request)
    }
    #expect(fault.code == "T11")
    #expect(fault.text(in: .vietnamese).contains("--encoding"))
    var map = SavedMap()
    map.encoding = .tcvn3
    var mapped = TableRequest()
    mapped.take(map)
    _ = try InterviewTable(source, questionnaire: form.plan.questionnaire, request: mapped)
  }
}
