import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// Legends that number a scale, wherever they stand.
@Suite struct HeaderLegendTests {
  private let form: ValueForm

  init() throws { form = try ValueForm() }

  private func legend(_ text: String) throws -> HeaderLegend {
    let index = try #require(form.plan.index(of: "muc"))
    return HeaderLegend(text, ChoiceBook(form.plan.steps[index].question))
  }

  @Test(arguments: [
    "1 = Rất hài lòng: Mức", "Thang điểm: 1 = Rất hài lòng", "1 là Rất hài lòng",
    "(1: Rất hài lòng)", "1 → Rất hài lòng", "1 – Rất hài lòng", "C1: 1 = Rất hài lòng",
    "Từ 1 (Rất hài lòng) đến 5 (Rất không hài lòng)", "Rất hài lòng (1), Rất không hài lòng (5)",
    "1. Rất hài lòng 2. Hài lòng 3. Bình thường",
    "Điểm 1 - Rất hài lòng đến 5 - Rất không hài lòng",
  ])
  func `a number with words of another option contradicts`(text: String) throws {
    #expect(try legend(text).contradiction != nil)
  }

  @Test(arguments: [
    "5 = Rất hài lòng: Mức", "Thang điểm: 1 = Rất không hài lòng; 5 = Rất hài lòng",
    "Từ 1 (Rất không hài lòng) đến 5 (Rất hài lòng)",
    "1. Rất không hài lòng 2. Không hài lòng 3. Bình thường",
    // Of two legends in one text the one with other words is about another scale.
    "1 = Rất không hài lòng, 5 = Rất hài lòng; 1 = Không hài lòng, 3 = Bình thường",
  ])
  func `a legend as the form has it agrees`(text: String) throws {
    let found = try legend(text)
    #expect(found.contradiction == nil)
    #expect(found.agreements > 0)
  }

  @Test(arguments: [
    "C1: Rất hài lòng", "Câu 1: Rất hài lòng", "Mục 2.1 Rất hài lòng", "Câu 5 (Hài lòng)",
    "Mức (1-5)", "Phiếu số 1", "1 = Tốt", "Quý 2/2026: Hài lòng",
  ])
  func `a number that counts questions says nothing`(text: String) throws {
    #expect(try legend(text).contradiction == nil)
  }

  @Test func `a legend is quoted as it stands`() throws {
    #expect(try legend("Mức (Rất hài lòng = 1)").contradiction?.text == "Rất hài lòng = 1")
  }

  private func outcome(
    _ text: String,
    _ options: ValueOptions = ValueOptions()
  ) -> String {
    do throws(TableFault) {
      _ = try form.formats(text, options: options)
      return ""
    } catch {
      return error.code
    }
  }

  @Test(arguments: [
    "Thang điểm: 1 = Rất hài lòng; 5 = Rất không hài lòng||\nnhan|muc|muc2\nx|1|2\n",
    "nhan|Mức độ (1 = Rất hài lòng; 5 = Rất không hài lòng)|\n|muc|muc2\nx|1|2\n",
    "nhan|Mức độ|\n|1: Rất hài lòng; 5: Rất không hài lòng|\n|muc|muc2\nx|1|2\n",
    "nhan|muc|muc2\n|1 = Rất hài lòng; 5 = Rất không hài lòng|\nx|1|2\n",
    "nhan|muc|muc2|tuoi\nx|1|2|30\nGhi chú: 1 = Rất hài lòng; 5 = Rất không hài lòng|||\n",
    "nhan|muc|muc2|tuoi\nx|1|2|30\nThang điểm: 1 = Rất hài lòng, 5 = Rất không hài lòng|||\n",
  ])
  func `a legend around the table that contradicts the form leaves numbers open`(
    text: String
  ) throws {
    #expect(outcome(text) == "V10")
    var options = ValueOptions()
    options.numbering = .asDeclared
    #expect(outcome(text, options) == "")
    // Agreeing legends are silent, and words need none.
    let agreeing = text.replacing("Rất hài lòng", with: "#")
      .replacing("Rất không hài lòng", with: "Rất hài lòng")
      .replacing("#", with: "Rất không hài lòng")
    #expect(outcome(agreeing) == "")
    let words = text.replacing("|1|2", with: "|Hài lòng|Bình thường")
    #expect(outcome(words) == "")
  }

  @Test func `the legend of a group is about the columns below it only`() throws {
    let text = "nhan|Nơi (1 = Rất hài lòng)|Mức|\n|tuoi|muc|muc2\nx|30|1|2\n"
    #expect(outcome(text) == "")
  }

  @Test func `a title that agrees with one scale says nothing of another`() throws {
    let form = try ValueForm(
      adding: "      - {id: biet3, choices: biet, label: {vi: Biết lần ba, en: Third}}\n"
    )
    let text = "1 = Biết, 2 = Không biết||\nnhan|biet3|muc\nx|1|2\n"
    _ = try form.formats(text, options: ValueOptions())
  }

  @Test func `a group over items with merged cells beside it is heard`() throws {
    var file = ExcelFile(rows: [
      ["nhan", "tuoi", "Mức độ (1 = Rất hài lòng, 5 = Rất không hài lòng)", ""],
      ["", "", "muc", "muc2"],
      ["x", 30, 1, 2],
    ])
    file.merges = ["A1:A2", "B1:B2", "C1:D1"]
    let fault = try #require(throws: TableFault.self) {
      _ = try form.read(file, options: ValueOptions())
    }
    #expect(fault.code == "V10")
    for language in InterfaceLanguage.allCases {
      #expect(fault.text(in: language).contains("1 = Rất hài lòng"))
    }
  }
}
