import Foundation
import Testing

/// Keys that a spreadsheet or the command made to look like others.
@Suite struct AlikeKeysTests {
  private static let questions = """
    questionnaire: phieu-thu
    version: "1"
    languages: [vi, en]
    title: {vi: Phiếu thử, en: Test form}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: xa, type: text, required: true, label: {vi: Xã, en: Commune}}
          - {id: so, type: text, required: true, label: {vi: Số, en: No.}}
          - {id: tuoi, type: integer, label: {vi: Tuổi, en: Age}}

    """

  private let folder: Folder

  init() throws { folder = try Folder() }

  private func run(_ arguments: String..., language: String = "vi") throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: language)
  }

  private func makeStudy(key: String?) throws {
    try folder.write(
      "phieu.yaml",
      key.map { Self.questions.replacing("sections:", with: "key: \($0)\nsections:") }
        ?? Self.questions
    )
    let made = try run("new", "k.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "w")
    try #require(made.ended(0), made.summary)
  }

  private func counts(_ file: String, _ extra: String..., status: Int32) throws -> [Int] {
    let outcome = try Program.run(
      ["import", "k.thuocdo", file, "--format", "json"] + extra,
      in: folder
    )
    #expect(outcome.ended(status), outcome.summary)
    let imports = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
    return try #require(imports.first).counts
  }

  /// Alone a key is looked for many at a time, else one by one.
  @Test(arguments: ["[so]", "[xa, so]"])
  func `keys that lost their zeros stop the file`(key: String) throws {
    try makeStudy(key: key)
    let rows = (1...12).map {
      "01,\(String(repeating: "0", count: $0 < 10 ? 3 : 2))\($0),\(20 + $0)\n"
    }
    let bare = (1...12).map { "1,\($0),\(20 + $0)\n" }
    try folder.write("f.csv", "xa,so,tuoi\n" + rows.joined())
    #expect(try counts("f.csv", status: 0).first == 12)
    try folder.write("g.csv", "xa,so,tuoi\n" + bare.joined() + "01,0012,32\n")
    for extra in [["--dry-run"], ["--on-change", "replace"], []] {
      let refused = try Program.run(["import", "k.thuocdo", "g.csv"] + extra, in: folder)
      #expect(refused.ended(2), refused.summary)
      let shown = key == "[so]" ? "(dòng 2: “1”, đã có “0001”)" : "(dòng 2: “1/1”, đã có “01/0001”)"
      #expect(refused.errors.contains("12 dòng có khóa chỉ khác"), refused.summary)
      #expect(refused.errors.contains(shown), refused.summary)
      #expect(refused.errors.hasSuffix("[D10]\n"), refused.summary)
    }
    let english = try run("import", "k.thuocdo", "g.csv", language: "en")
    #expect(english.errors.contains("the keys of 12 rows differ"), english.summary)
    #expect(english.errors.contains("add --again [D10]"), english.summary)
    // What the study has is the same, and what it really has not may be said to be another.
    #expect(try counts("g.csv", "--again", status: 0).prefix(2) == [12, 1])
    #expect(try counts("f.csv", "--again", status: 0).prefix(2) == [0, 12])
  }

  @Test func `mended rows of a file that was taken beside alike keys continue it`() throws {
    try makeStudy(key: "[so]")
    let rows = (1...5).map { "X,\($0),\(20 + $0)\n" }
    try folder.write("f.csv", "xa,so,tuoi\n" + rows.joined())
    #expect(try counts("f.csv", status: 0).first == 5)
    let others = (1...5).map { "Y,00\($0),\($0 == 4 ? "?" : "4\($0)")\n" }
    try folder.write("g.csv", "xa,so,tuoi\n" + others.joined())
    #expect(try run("import", "k.thuocdo", "g.csv").errors.hasSuffix("[D10]\n"))
    #expect(try counts("g.csv", "--again", status: 1).first == 4)
    let rejects = try folder.read("g.loi.csv").replacing("Y,004,?", with: "Y,004,44")
    // A key that somebody changed is looked at like any other.
    try folder.write("la.csv", rejects.replacing("Y,004,", with: "Y,0005,"))
    #expect(try run("import", "k.thuocdo", "la.csv").errors.hasSuffix("[D10]\n"))
    try folder.write("g.loi.csv", rejects)
    let mended = try run("import", "k.thuocdo", "g.loi.csv")
    #expect(mended.ended(0), mended.summary)
    #expect(mended.output.contains("tất cả 5 phiếu, còn 0 dòng"), mended.summary)
    let batches = try run("batches", "k.thuocdo", "--format", "json")
    let ids = batches.output.matches(of: /"id": "([0-9a-f]{32})"/).map { String($0.1) }
    try #require(ids.count == 3)
    #expect(try run("undo", "k.thuocdo", ids[1], "--continued").ended(0))
    #expect(try counts("f.csv", "--again", "--dry-run", status: 0).prefix(2) == [0, 5])
    #expect(try run("import", "k.thuocdo", "g.csv", "--dry-run").errors.hasSuffix("[D10]\n"))
  }

  @Test func `rows with an alike key continue no file that was not taken so`() throws {
    try makeStudy(key: "[so]")
    try folder.write("f.csv", "xa,so,tuoi\nX,0001,20\nX,0002,21\n")
    #expect(try counts("f.csv", status: 0).first == 2)
    try folder.write("g.csv", "xa,so,tuoi\nX,1,?\nX,7,27\n")
    #expect(try counts("g.csv", status: 1).first == 1)
    let rejects = try folder.read("g.loi.csv")
    try folder.write("g.loi.csv", rejects.replacing("X,1,?", with: "X,1,20"))
    let stopped = try run("import", "k.thuocdo", "g.loi.csv")
    #expect(stopped.errors.hasSuffix("[D10]\n"), stopped.summary)
  }

  @Test func `numbers with further digits and words with zeros are other keys`() throws {
    try makeStudy(key: "[so]")
    try folder.write("f.csv", "xa,so,tuoi\nX,10,20\nX,0A1,21\nX,0,22\nX,1/02,23\n")
    #expect(try counts("f.csv", status: 0).first == 4)
    try folder.write("g.csv", "xa,so,tuoi\nX,1,20\nX,100,20\nX,A1,21\nX,1/2,23\nX,O,22\n")
    #expect(try counts("g.csv", status: 0).first == 5)
  }

  @Test func `columns that answer questions make one key in whatever order`() throws {
    try makeStudy(key: nil)
    let rows = (1...6).map { "X,\($0),\(20 + $0)\n" }
    try folder.write("f.csv", "xa,so,tuoi\n" + rows.joined())
    try folder.write(
      "g.csv",
      "xa,so,tuoi\n" + rows.joined().replacing(",21\n", with: ",51\n") + "X,7,27\n"
    )
    #expect(try counts("f.csv", "--key", "xa,so", status: 0).first == 6)
    for key in ["so,xa", "so", "xa,so"] {
      let found = try counts("g.csv", "--key", key, "--dry-run", status: 1)
      #expect(found == [1, 5, 1, 0, 0, 0, 0, 0], "\(key)")
    }
    #expect(try counts("g.csv", "--key", "so,xa", status: 1).prefix(3) == [1, 5, 1])
    let why = try run("why", "k.thuocdo", "X/7")
    #expect(why.ended(0), why.summary)
  }

  @Test func `interviews that came without a key are known by the answers of one`() throws {
    try makeStudy(key: nil)
    try folder.write("f.csv", "xa,so,tuoi\nX,1,20\nX,2,30\nY,3,40\nY,4,50\n")
    #expect(try counts("f.csv", status: 0).first == 4)
    try folder.write("g.csv", "xa,so,tuoi\nX,1,25\nX,2,35\nY,3,45\nY,4,50\n")
    let found = try counts("g.csv", "--key", "so", "--on-change", "replace", status: 0)
    #expect(found.prefix(4) == [0, 1, 3, 3])
  }

  @Test func `columns that answer no question keep the order of the earlier import`() throws {
    try makeStudy(key: nil)
    try folder.write("f.csv", "ma,to,xa,so,tuoi\nP1,A,X,1,20\nP2,A,X,2,30\n")
    #expect(try counts("f.csv", "--key", "ma,to", status: 0).first == 2)
    try folder.write("g.csv", "ma,to,xa,so,tuoi\nP1,A,X,1,25\nP2,A,X,2,35\nP3,A,X,3,40\n")
    #expect(try counts("g.csv", "--key", "to,ma", status: 1).prefix(3) == [1, 0, 2])
  }
}
