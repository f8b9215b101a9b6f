import Foundation
import Testing

/// Files with the key and some columns only, and files without the key.
@Suite struct PartialFileTests {
  private static let name = "k.thuocdo"

  private static let questionnaire = SmallStudy.questionnaire
    .replacing("scales:\n  muc-2", with: "key: [don_vi]\nscales:\n  muc-2")
    .replacing(
      "      - {id: muc, scale",
      with: """
              - id: nhan
                type: select_multiple
                choices: nhan
                label: {vi: Kênh, en: Channels}
              - id: hoi_muc
                type: select_one
                choices: co
                required: true
                label: {vi: Có hỏi không, en: Asked}
              - {id: muc, relevant: "${hoi_muc} = 1", scale
        """
    )
    .replacing(
      "sections:",
      with: """
        choices:
          nhan:
            - {code: a, label: {vi: Đài, en: Radio}}
            - {code: b, label: {vi: Báo, en: Papers}}
            - {code: z, label: {vi: Không, en: None}, exclusive: true}
          co:
            - {code: 1, label: {vi: Có, en: "Yes"}}
            - {code: 2, label: {vi: Không, en: "No"}}
        sections:
        """
    )

  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("phieu.yaml", Self.questionnaire)
    let made = try Program.run(
      ["new", Self.name, "--questionnaire", "phieu.yaml", "--wave", "w"],
      in: folder
    )
    try #require(made.ended(0), made.summary)
    try folder.write(
      "goc.csv",
      "don_vi,tuoi,nhan,hoi_muc,muc\nXã A,20,a b,1,2\nXã B,30,b,1,1\nXã C,40,z,2,\n"
    )
    #expect(try counts("goc.csv", status: 0) == [3, 0, 0, 0, 0, 0, 0, 0])
  }

  private func run(_ arguments: [String], language: String = "vi") throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: language)
  }

  private func counts(_ file: String, _ extra: String..., status: Int32) throws -> [Int] {
    let outcome = try run(["import", Self.name, file, "--format", "json"] + extra)
    #expect(outcome.ended(status), outcome.summary)
    let imports = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
    return try #require(imports.first).counts
  }

  /// What the study has of a form, as `why` shows it.
  private func why(_ key: String) throws -> String {
    let outcome = try run(["why", Self.name, key])
    #expect(outcome.ended(0), outcome.summary)
    return outcome.output
  }

  @Test func `words in the column for another answer are compared and replaced`() throws {
    let other = "- {code: other, label: {vi: Khác, en: Other}}\n    - {code: z"
    let open =
      "      - {id: nhan_khac, type: text, relevant: \"selected(${nhan}, 'other')\", label: {vi: Kênh nào, en: Which}}\n"
    let form = Self.questionnaire.replacing("- {code: z", with: other)
      .replacing("      - id: hoi_muc", with: open + "      - id: hoi_muc")
    try folder.write("khac.yaml", form)
    let made = try run(["new", "khac.thuocdo", "--questionnaire", "khac.yaml", "--wave", "w"])
    try #require(made.ended(0), made.summary)
    for (words, last) in [("bạn bè", ""), ("hàng xóm", ""), ("", "họp")] {
      let text = "don_vi,hoi_muc,nhan[a],nhan[other]\nXã D,2,Y,\(words)\nXã E,2,,\(last)\n"
      try folder.write("k.csv", text)
      let outcome = try run(["import", "khac.thuocdo", "k.csv", "--on-change", "replace"])
      #expect(outcome.ended(0), outcome.summary)
      for (key, word) in [("Xã D", words), ("Xã E", last)] {
        let shown = try run(["why", "khac.thuocdo", key]).output
        for known in ["bạn bè", "hàng xóm", "họp"] {
          #expect(shown.contains(known) == (known == word), "\(shown)")
        }
      }
    }
  }

  @Test func `rows that are equal in all columns they have are the same`() throws {
    try folder.write("it.csv", "don_vi,hoi_muc,muc\nXã A,1,2\nXã B,1,1\nXã C,2,\n")
    #expect(try counts("it.csv", "--dry-run", status: 0) == [0, 3, 0, 0, 0, 0, 0, 0])
    #expect(try counts("it.csv", status: 0) == [0, 3, 0, 0, 0, 0, 0, 0])
  }

  @Test func `a replacement keeps the answers of which the file does not speak`() throws {
    try folder.write("it.csv", "don_vi,hoi_muc,muc\nXã A,1,1\nXã B,1,1\n")
    #expect(try counts("it.csv", status: 1) == [0, 1, 1, 0, 0, 0, 0, 0])
    let dry = try counts("it.csv", "--on-change", "replace", "--dry-run", status: 0)
    #expect(dry == [0, 1, 1, 1, 0, 0, 0, 0])
    #expect(try counts("it.csv", "--on-change", "replace", status: 0) == dry)
    let form = try why("Xã A")
    #expect(form.contains("20"), "\(form)")
    #expect(form.contains("a b"), "\(form)")
    let ages = try run(["estimate", Self.name, "--mean", "tuoi", "--format", "json"])
    #expect(try Figure.all(in: ages.outputBytes).first?.n == 3)
    // The earlier state does not come back by the first file.
    #expect(try counts("goc.csv", "--on-change", "replace", status: 0).first == 0)
    try folder.write("goc-2.csv", try folder.read("goc.csv") + "Xã D,50,a,1,2\n")
    let again = try counts("goc-2.csv", "--on-change", "replace", status: 0)
    #expect(again == [1, 3, 0, 0, 0, 0, 0, 0])
  }

  @Test func `an option without a column keeps its state`() throws {
    try folder.write("it.csv", "don_vi,hoi_muc,nhan__a\nXã A,1,1\nXã B,1,1\nXã C,2,1\n")
    let outcome = try run(["import", Self.name, "it.csv", "--on-change", "replace"])
    // “Không” stands alone, and the file cannot take it back.
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.errors.contains("dòng 4, 'nhan': "), outcome.summary)
    #expect(outcome.errors.contains("[V06]"), outcome.summary)
    #expect(outcome.output.contains("1 dòng đã có từ trước"), outcome.summary)
    #expect(outcome.output.contains("1 phiếu được thay bằng bản sửa"), outcome.summary)
    #expect(try why("Xã B").contains("a b"))
  }

  @Test func `a row that breaks a rule beside stored answers is sent back`() throws {
    try folder.write("it.csv", "don_vi,hoi_muc\nXã A,2\nXã C,2\n")
    for language in ["vi", "en"] {
      let outcome = try run(
        ["import", Self.name, "it.csv", "--on-change", "replace", "--dry-run"],
        language: language
      )
      #expect(outcome.ended(1), outcome.summary)
      let lead =
        language == "vi"
        ? "dòng 2, 'muc': Tệp không có cột 'muc', và câu trả lời đã lưu “2” không hợp với dòng này: "
        : "line 2, 'muc': The file has no column 'muc', and the stored answer “2” does not go with this row: "
      #expect(outcome.errors.contains(lead), outcome.summary)
      #expect(outcome.errors.contains("[V08]"), outcome.summary)
    }
    try folder.write("du.csv", "don_vi,hoi_muc,muc\nXã A,2,\n")
    #expect(try counts("du.csv", "--on-change", "replace", status: 0) == [0, 0, 1, 1, 0, 0, 0, 0])
  }

  @Test func `a form with a key takes no file without it unless that is said`() throws {
    let questionnaire = Self.questionnaire
      .replacing("key: [don_vi]", with: "key: [don_vi, tuoi]")
    try folder.write("hai.yaml", questionnaire)
    let made = try run(["new", "hai.thuocdo", "--questionnaire", "hai.yaml", "--wave", "w"])
    try #require(made.ended(0), made.summary)
    try folder.write("khong.csv", "don_vi,hoi_muc,muc\nXã A,1,1\nXã B,1,1\n")
    for extra in [[], ["--dry-run"], ["--again"]] {
      let refused = try run(["import", "hai.thuocdo", "khong.csv"] + extra)
      #expect(refused.ended(2), refused.summary)
      #expect(refused.errors.contains("tệp thiếu cột khóa 'tuoi'"), refused.summary)
      #expect(refused.errors.hasSuffix("[H11]\n"), refused.summary)
    }
    let english = try run(["import", "hai.thuocdo", "khong.csv"], language: "en")
    #expect(english.errors.contains("the file lacks the key: 'tuoi'"), english.summary)
    let taken = try run(["import", "hai.thuocdo", "khong.csv", "--no-key"])
    #expect(taken.ended(0), taken.summary)
    #expect(taken.output.contains("Nhận 2 phiếu"), taken.summary)
    let other = try run(["import", "hai.thuocdo", "khong.csv", "--key", "don_vi", "--again"])
    #expect(other.ended(0), other.summary)
  }

  @Test func `a key with a blank part is none`() throws {
    let questionnaire = Self.questionnaire
      .replacing("key: [don_vi]", with: "key: [don_vi, tuoi]")
    try folder.write("hai.yaml", questionnaire)
    let made = try run(["new", "hai.thuocdo", "--questionnaire", "hai.yaml", "--wave", "w"])
    try #require(made.ended(0), made.summary)
    try folder.write("a.csv", "don_vi,tuoi,hoi_muc,muc\nXã A,,1,1\nXã A,,1,1\nXã A,,1,2\n")
    let outcome = try run(["import", "hai.thuocdo", "a.csv"])
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Nhận 3 phiếu, trả lại 0 dòng."), outcome.summary)
  }

  @Test func `a row equal to either of two forms with its key changes neither`() throws {
    try folder.write("sua.csv", "don_vi,tuoi,nhan,hoi_muc,muc\nXã A,20,a b,1,1\n")
    #expect(try counts("sua.csv", "--on-change", "add", status: 0) == [1, 0, 1, 0, 1, 0, 0, 0])
    try folder.write("ca-hai.csv", try folder.read("goc.csv") + "Xã E,50,a,1,2\n")
    for policy in ["skip", "replace", "add"] {
      let found = try counts("ca-hai.csv", "--on-change", policy, "--dry-run", status: 0)
      #expect(found == [1, 3, 0, 0, 0, 0, 0, 0], "\(policy)")
    }
  }

  @Test func `a blank beside a column that an earlier file lacked is no change`() throws {
    try folder.write("it.csv", "don_vi,tuoi,hoi_muc,muc\nXã K,20,1,9\nXã L,30,1,1\n")
    #expect(try counts("it.csv", status: 0) == [2, 0, 0, 0, 0, 0, 0, 0])
    try folder.write(
      "ca.csv",
      "don_vi,tuoi,nhan,hoi_muc,muc\nXã K,20,,1,9\nXã L,30,,1,1\n"
    )
    for policy in ["skip", "replace", "add"] {
      let found = try counts("ca.csv", "--on-change", policy, "--dry-run", status: 0)
      #expect(found == [0, 2, 0, 0, 0, 0, 0, 0], "\(policy)")
    }
    // The same among other columns that are absent.
    try folder.write("nua.csv", "don_vi,nhan,hoi_muc,muc\nXã K,,1,9\n")
    #expect(try counts("nua.csv", status: 0) == [0, 1, 0, 0, 0, 0, 0, 0])
    try folder.write("ly-do.csv", "don_vi,tuoi,nhan,hoi_muc,muc\nXã K,20,,1,\nXã L,30,a,1,1\n")
    let shown = try run(["import", Self.name, "ly-do.csv"], language: "en")
    #expect(shown.ended(1), shown.summary)
    #expect(shown.errors.contains("'muc' (refused) → (blank) [D02]"), shown.summary)
    #expect(shown.errors.contains("'nhan' (blank) → “a” [D02]"), shown.summary)
  }
}
