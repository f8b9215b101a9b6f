import Foundation
import Tabular
import Testing

/// A study, with the questionnaire's own key or without one, and imports into it.
struct LedgerTrial {
  let folder: Folder

  /// Makes the study; `hasKey` makes the place the key.
  init(hasKey: Bool) throws {
    folder = try Folder()
    let keyed = SmallStudy.questionnaire.replacing("scales:", with: "key: [don_vi]\nscales:")
    try folder.write("phieu.yaml", hasKey ? keyed : SmallStudy.questionnaire)
    let made = try run("new", "k.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "2026")
    try #require(made.ended(0), made.summary)
  }

  func run(
    _ arguments: String...,
    extra: [String] = [],
    input: String = "",
    language: String = "vi"
  ) throws -> Program.Outcome {
    try Program.run(arguments + extra, in: folder, input: input, language: language)
  }

  /// Imports files and says what `--format json` answers.
  func take(_ arguments: String..., status: Int32) throws -> [Imports.One] {
    let outcome = try run("import", "k.thuocdo", extra: arguments + ["--format", "json"])
    #expect(outcome.ended(status), outcome.summary)
    return try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
  }

  /// Imports a file and says what became of it.
  func takeOne(_ arguments: String..., status: Int32) throws -> Imports.One {
    let outcome = try run("import", "k.thuocdo", extra: arguments + ["--format", "json"])
    #expect(outcome.ended(status), outcome.summary)
    let imports = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
    return try #require(imports.first)
  }

  /// The interviews that count, by the ids in the study, and their mean age.
  func ages(wave: String = "2026") throws -> (n: Int, mean: Double) {
    let outcome = try run(
      "estimate",
      "k.thuocdo",
      "--mean",
      "tuoi",
      "--format",
      "json",
      extra: ["--wave", wave]
    )
    guard outcome.ended(0) else { return (0, 0) }
    let figure = try #require(try Figure.all(in: outcome.outputBytes).first)
    return (figure.n, figure.estimate ?? 0)
  }

  /// Rows of the places with these numbers; ages count up from `age`.
  static func rows(
    _ numbers: Range<Int>,
    age: Int = 20,
    header: String = "don_vi,tuoi,muc"
  ) -> String {
    header + "\n"
      + numbers.map { "Xã \($0),\(age + $0),\(1 + $0 % 2)\n" }.joined()
  }

  /// Writes a workbook of sheets with rows of text.
  func write(_ name: String, sheets: [(name: String, rows: [[String]])]) throws {
    let document = WorkbookDocument(
      title: "thử",
      sheets: sheets.map { name, rows in
        var sheet = WorkbookSheet(name: name)
        sheet.rows = rows.map { $0.map { .text($0) } }
        return sheet
      }
    )
    try document.write(to: folder.url.appendingPathComponent(name).path)
  }
}
