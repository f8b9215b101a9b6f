import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Tables that have a box for each option of a choice below the words of the question.
@Suite struct LevelColumnTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  private func answers(_ text: String, _ id: String) throws -> [String] {
    let index = try #require(form.plan.index(of: id))
    return try form.rows(text).rows.map { row in
      row.faults.first?.rejection.code ?? ValueForm.text(row.form.answers[index])
    }
  }

  private func fault(_ text: String) throws -> TableFault {
    let questionnaire = form.plan.questionnaire
    return try #require(throws: TableFault.self) {
      try TableReading(.text(text), questionnaire: questionnaire).check(questionnaire)
    }
  }

  private let levels = "Rất hài lòng,Hài lòng,Bình thường,Không hài lòng,Rất không hài lòng"

  @Test(arguments: ["x", "1", "✓", "X"])
  func `a single choice is read from its boxes`(mark: String) throws {
    let table = """
      Nhãn,Mức,,,,,Có biết,
      ,\(levels),Biết,Không biết
      a,\(mark),,,,,\(mark),
      b,,,,\(mark),,,\(mark)
      c,,,,,,\(mark),

      """
    #expect(try answers(table, "muc") == ["5", "2", "?no-answer"])
    #expect(try answers(table, "biet") == ["1", "2", "1"])
  }

  /// As a workbook's merged cells come: the words of the question stand over every box, and cells
  /// that are merged over both rows stand in both.
  @Test func `merged cells over boxes are read`() throws {
    let table = """
      Nhãn,Mức,Mức,Mức,Mức,Mức,Có biết,Có biết
      Nhãn,\(levels),Biết,Không biết
      a,x,,,,,x,
      b,,,,x,,,x

      """
    #expect(try answers(table, "muc") == ["5", "2"])
    #expect(try answers(table, "biet") == ["1", "2"])
  }

  @Test func `one header row may name question and level`() throws {
    let header = "Nhãn,Có biết [Biết],Có biết [Không biết]\n"
    #expect(try answers(header + "a,1,0\nb,0,1\nc,0,0\n", "biet") == ["1", "2", "?no-answer"])
  }

  @Test func `marks below options that their headers name are no second header`() throws {
    let ticks = "Có biết [Biết],Có biết [Không biết],Mức [Hài lòng],Mức [Rất hài lòng]\n"
    #expect(try answers(ticks + "x,,,x\n,x,x,\n,x,x,\n", "biet") == ["1", "2", "2"])
    let boxes = "kenh/a,kenh/b,kenh/c\n0,1,0\n1,0,0\n"
    #expect(try answers(boxes, "kenh") == ["[b]", "[a]"])
    let words = "Có biết,kenh/a,kenh/b\nKhông biết,0,1\nBiết,1,0\nKhông biết,0,1\n"
    #expect(try answers(words, "biet") == ["2", "1", "2"])
    #expect(try answers(words, "kenh") == ["[b]", "[a]", "[b]"])
  }

  @Test func `several boxes of a single choice are sent back`() throws {
    let table = "Nhãn,Có biết [Biết],Có biết [Không biết]\na,x,x\nb,x,\n"
    #expect(try answers(table, "biet") == ["V06", "1"])
    let rejection = try #require(form.rows(table).rows[0].faults.first?.rejection)
    #expect(
      rejection.text(in: .vietnamese)
        == "Câu này chỉ chọn một nhưng có 2 ô được đánh dấu: 1 “Biết”, 2 “Không biết”; xin chỉ giữ một."
    )
    #expect(rejection.text(in: .english).hasPrefix("One option can be chosen, but 2 boxes"))
  }

  @Test func `no box beside a level without a column is sent back`() throws {
    let table = "Nhãn,Mức [Hài lòng],Mức [Rất hài lòng]\na,0,0\nb,,\nc,0,1\n"
    #expect(try answers(table, "muc") == ["V06", "?no-answer", "5"])
    let rejection = try #require(form.rows(table).rows[0].faults.first?.rejection)
    #expect(rejection.text(in: .english).contains("has no column for 1 “Rất không hài lòng”, 2"))
  }

  @Test func `a column for one level alone needs consent`() throws {
    #expect(try fault("Nhãn,Mức [Hài lòng]\na,1\nb,\n").code == "H06")
    let beside = "Nhãn,Mức,Mức [Hài lòng]\na,5,1\nb,4,\n"
    #expect(try answers(beside, "muc") == ["5", "4"])
  }

  @Test func `boxes whose names are not understood stop the file`() throws {
    let numbered = try fault("Nhãn,Mức,,,,\n,1,2,3,4,5\na,,1,,,\nb,,,,1,\nc,1,,,,\n")
    #expect(numbered.code == "H01")
    #expect(numbered.text(in: .vietnamese).contains("'#3'"))
    #expect(numbered.text(in: .english).contains("'#5'"))
    // Remarks without a header are no boxes.
    let remarks = "Nhãn,Mức,\na,1,đã gọi lại\nb,2,vắng\n"
    try TableReading(.text(remarks), questionnaire: form.plan.questionnaire)
      .check(form.plan.questionnaire)
  }

  @Test func `answers below a question are no names of boxes`() throws {
    let table = "Nhãn,Mức,Mức hai\na,Hài lòng,Bình thường\nb,Rất hài lòng,Hài lòng\n"
    #expect(try answers(table, "muc") == ["4", "5"])
    #expect(try answers(table, "muc2") == ["3", "4"])
  }

  @Test(arguments: [
    "Kênh (chọn nhiều)", "kenh. Kênh", "Phiếu/Kênh", "kenh", "kenh: Kênh", "Kênh",
  ])
  func `options stand below the words of their question however it is headed`(
    question: String
  ) throws {
    let table = """
      Nhãn,\(question),,,Tuổi
      ,"Báo, đài",Loa phường,"Báo, đài, mạng",
      a,1,1,,30
      b,,1,1,31
      c,,,1,32

      """
    #expect(try answers(table, "kenh") == ["[a b]", "[b c]", "[c]"])
    #expect(try answers(table, "tuoi") == ["30", "31", "32"])
  }

  @Test(arguments: ["/", " [", " - "])
  func `section, question and option may stand in one header`(mark: String) throws {
    let end = mark == " [" ? "]" : ""
    func header(_ option: String) -> String { "\"Phiếu/Kênh\(mark)\(option)\(end)\"" }
    let table = "Phiếu/Nhãn,\(header("Báo, đài")),\(header("Loa phường"))\na,1,0\nb,1,1\n"
    #expect(try answers(table, "kenh") == ["[a]", "[a b]"])
  }
}
