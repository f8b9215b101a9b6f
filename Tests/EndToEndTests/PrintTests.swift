import Foundation
import Testing

@Suite struct PrintTests {
  private static let form = Program.checkout
    .appendingPathComponent("Questionnaires/mot-cua/questionnaire.yaml").path

  @Test(arguments: ["html", "docx"])
  func `a paper form is written once and replaced only when asked`(ending: String) throws {
    let folder = try Folder()
    let path = "phieu.\(ending)"
    let first = try Program.run(["print", Self.form, "-o", path], in: folder)
    #expect(first.ended(0), first.summary)
    #expect(first.output == "Đã ghi \(path).\n")
    let bytes = try folder.bytes(path)
    let second = try Program.run(["print", Self.form, "-o", path], in: folder)
    #expect(second.ended(2), second.summary)
    #expect(second.errors.contains("--force"))
    let third = try Program.run(["print", Self.form, "-o", path, "--force"], in: folder)
    #expect(third.ended(0), third.summary)
    #expect(try folder.bytes(path) == bytes)
  }

  @Test func `a study is a source too, and the form has a language of its own`() throws {
    let study = try SmallStudy()
    let outcome = try study.run("print", SmallStudy.name, "-o", "-")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">"))
    let named = try study.run("print", SmallStudy.name)
    #expect(named.ended(0), named.summary)
    #expect(try study.folder.names().contains { $0.hasPrefix("phieu-") && $0.hasSuffix(".html") })
    let folder = try Folder()
    let english = try Program.run(
      ["print", Self.form, "-o", "-", "--form-language", "en"],
      in: folder
    )
    #expect(english.output.contains("I agree to take part"))
  }

  @Test func `other files and languages are refused`() throws {
    let folder = try Folder()
    let file = try Program.run(["print", Self.form, "-o", "phieu.pdf"], in: folder)
    #expect(file.ended(2), file.summary)
    #expect(file.errors.contains(".docx"))
    let language = try Program.run(["print", Self.form, "--form-language", "km"], in: folder)
    #expect(language.ended(2), language.summary)
    #expect(language.errors.contains("vi, en"))
    #expect(try folder.names().isEmpty)
  }
}
