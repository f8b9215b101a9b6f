import Foundation
import SurveyFormats
import SurveyModel
import SurveyStore
import SurveyWorkflow
import Tabular
import Testing

/// The encoding of a long file is taken from its beginning, and the rest has the last word.
@Suite struct LongFileTests {
  @Test func `a long file comes in, and is known when it comes again`() throws {
    let desk = try Desk()
    let first = try desk.run(Self.rows)
    #expect(first.accepted == Self.count)
    #expect(first.reading?.notes == [])
    #expect(try desk.run(Self.rows, named: "again.csv").importedBefore != nil)
    // One letter further down makes another file of it.
    let other = Self.rows.dropLast(2) + Array("!\n".utf8)
    let changed = try desk.run(Array(other))
    #expect(changed.importedBefore == nil)
    #expect((changed.same, changed.changed) == (Self.count - 1, 1))
  }

  @Test func `a word at the end that was encoded twice is told as at the beginning`() throws {
    let garbled = Array("9999999,7,Ráº¥t tá»‘t\n".utf8)
    let summary = try Desk().run(Self.rows + garbled)
    #expect(summary.accepted == Self.count + 1)
    guard case .mojibake(let words, _, let after, false)? = summary.reading?.notes.first else {
      Issue.record("\(summary.reading?.notes ?? [])")
      return
    }
    #expect(words == 2)
    #expect(after == "Rất")
  }

  @Test func `a bad byte at the end is told with its line, and nothing comes in`() throws {
    let desk = try Desk()
    let bad = Self.rows + Array("9999999,7,caf".utf8) + [0xE9, 0x0A]
    #expect {
      try desk.run(bad)
    } throws: { error in
      "\(error)".contains("\(Self.count + 2)")
    }
    #expect(try desk.count() == 0)
    #expect(try desk.run(Self.rows).accepted == Self.count)
    #expect(try desk.count() == Self.count)
  }

  private static let count = 40_000

  /// More than the beginning of a file, with its first bytes beyond ASCII in the first rows.
  private static let rows: [UInt8] = {
    var text = "ma,tuoi,ykien\n"
    for row in 0..<count {
      text += "\(row),\(row % 90),“Ý kiến số \(row)” của người dân về thủ tục đất đai\n"
    }
    return Array(text.utf8)
  }()
}

private final class Desk {
  private let folder: URL
  private let workflow = Workflow(
    language: .vietnamese,
    clock: { Timestamp(milliseconds: 1_790_000_000_000) },
    random: { UInt64.random(in: .min ... .max) }
  )
  private var study: String { folder.appendingPathComponent("s.thuocdo").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("thuocdo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let form = folder.appendingPathComponent("phieu.yaml")
    try Data(Self.form.utf8).write(to: form)
    _ = try workflow.new(study, questionnaires: [form.path], plan: nil, wave: "2026")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func run(_ bytes: [UInt8], named name: String = "dai.csv") throws -> ImportSummary {
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    let study = try workflow.open(study, forWriting: true)
    defer { try? study.close() }
    return try workflow.importFile(file.path, into: study, options: ImportOptions())
  }

  /// The interviews that count.
  func count() throws -> Int {
    let study = try workflow.open(study, forWriting: false)
    defer { try? study.close() }
    let file = try StudyFile.open(path: self.study, access: .readOnly)
    defer { try? file.close() }
    return try study.questionnaires.first.map { try file.dataset(of: $0).count } ?? -1
  }

  private static let form = """
    questionnaire: dai
    version: "1"
    languages: [vi]
    title: {vi: "Phiếu giả lập"}
    key: [ma]
    source: Made-up data.
    sections:
      - id: chung
        title: {vi: "Chung"}
        questions:
          - {id: ma, type: integer, label: {vi: "Mã"}, required: true}
          - {id: tuoi, type: integer, label: {vi: "Tuổi"}}
          - {id: ykien, type: text, label: {vi: "Ý kiến"}}
    """
}
