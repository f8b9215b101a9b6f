import Foundation
import Testing

private let manualPage = Program.checkout
  .appendingPathComponent("Sources/SurveyModel/SurveyModel.docc/CommandLine.md")

@Suite struct HelpTests {
  static let subcommands = [
    "demo", "check", "new", "wave", "close", "interview", "operators", "audit", "audit-log",
    "import",
    "estimate",
    "targets",
    "report",
    "sketch", "simulate", "sample", "template", "print", "convert", "compare", "migrate", "batches",
    "undo",
    "why", "count", "verify", "units",
  ]

  @Test func `the program tells its version`() throws {
    let outcome = try Program.run(["--version"], in: Folder())
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.split(separator: ".").count == 3)
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: ["vi", "en"])
  func `help names every subcommand and nothing else`(language: String) throws {
    let outcome = try Program.run(["help"], in: Folder(), language: language)
    #expect(outcome.ended(0), outcome.summary)
    let listed = outcome.output.components(separatedBy: "SUBCOMMANDS:").last ?? ""
    let names = listed.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains("See '") else {
        return nil
      }
      return line.split(separator: " ").first.map { String($0) }
    }
    #expect(Set(names) == Set(Self.subcommands))
    #expect(
      outcome.output.contains(language == "vi" ? "khảo sát cải cách hành chính" : "surveys of")
    )
  }

  @Test(arguments: subcommands)
  func `every subcommand has help in both languages`(name: String) throws {
    let folder = try Folder()
    let vietnamese = try Program.run([name, "--help"], in: folder)
    let english = try Program.run([name, "--help"], in: folder, language: "en")
    let chosen = try Program.run([name, "--help", "--lang", "en"], in: folder)
    for outcome in [vietnamese, english, chosen] {
      #expect(outcome.ended(0), outcome.summary)
      #expect(outcome.output.contains("thuocdo \(name)"))
    }
    #expect(vietnamese.output != english.output)
    #expect(chosen.output == english.output)
    #expect(vietnamese.output.unicodeScalars.contains { $0.value >= 0x1EA0 && $0.value <= 0x1EF9 })
    #expect(!english.output.unicodeScalars.contains { $0.value >= 0x1EA0 && $0.value <= 0x1EF9 })
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: manualPage.path)),
    arguments: subcommands
  )
  func `every option of a subcommand stands in its manual`(name: String) throws {
    let manual = try String(contentsOf: manualPage, encoding: .utf8)
    let chapter = try #require(
      manual.components(separatedBy: "\n### ").first { $0.hasPrefix("\(name)\n") },
      "no chapter '\(name)'"
    )
    let help = try Program.run([name, "--help"], in: Folder(), language: "en").output
    let common = ["--lang", "--version", "--help", "--questionnaire", "--wave"]
    for line in help.split(separator: "\n") where line.hasPrefix("  -") {
      // Such as "-o", "--output" of "  -o, --output <output>".
      let names = line.split(separator: " ").map { String($0.prefix { $0 != "," }) }
        .filter { $0.wholeMatch(of: /--?[a-z][a-z-]*/) != nil }
      #expect(
        names.contains { common.contains($0) || chapter.contains($0) || manual.contains("`\($0)") },
        "\(names) of \(name)"
      )
    }
  }

  @Test(arguments: [
    ["frob"], ["--frob"], ["import"], ["report", "x", "--frob"], ["check", "--lang", "fr", "x"],
    ["estimate", "x.csv", "--level", "2", "--mean", "a"],
    ["estimate", "x.csv", "--mean", "a", "--format", "xml"],
    ["estimate", "x.csv", "--mean", "a", "--ci", "guess"],
    ["estimate", "x.csv", "--ratio", "a"], ["demo", "x", "--seed", "many"],
  ])
  func `a mistyped command is told from one that failed`(arguments: [String]) throws {
    let folder = try Folder()
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.ended(64), outcome.summary)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("lỗi: lệnh chưa đúng"))
    #expect(try folder.names().isEmpty)
  }

  @Test func `a rule that is none is refused by reports too`() throws {
    let study = try SmallStudy(planned: true)
    for name in ["report", "targets"] {
      let outcome = try study.run(name, SmallStudy.name, "--lonely-psu", "guess")
      #expect(outcome.ended(64), outcome.summary)
      #expect(outcome.errors.contains("--lonely-psu không nhận 'guess'"))
    }
  }

  @Test func `the language comes from option, variable, locale, in this order`() throws {
    let folder = try Folder()
    #expect(try Program.run(["check", "x"], in: folder, language: nil).errors.hasPrefix("lỗi:"))
    #expect(try Program.run(["check", "x"], in: folder, language: "en").errors.hasPrefix("error:"))
    #expect(
      try Program.run(["check", "x", "--lang=vi"], in: folder, language: "en").errors
        .hasPrefix("lỗi:")
    )
  }
}
