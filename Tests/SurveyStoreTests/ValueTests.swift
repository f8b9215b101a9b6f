import SurveyModel
import Testing

@testable import SurveyStore

@Suite struct ValueTests {
  @Test func `digests are SHA-256`() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(sha256Hex(of: "abc".utf8) == abc)
    #expect(
      sha256Hex(of: [UInt8]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    var digest = FileDigest()
    digest.update([UInt8(ascii: "a")])
    digest.update("b".utf8)
    digest.update(stride(from: UInt8(ascii: "c"), to: UInt8(ascii: "d"), by: 1))
    #expect(digest.finalize() == abc)
  }

  @Test func `identities are read as they are written`() {
    let interview = InterviewID(station: .max, sequence: 12)
    #expect(interview.description == "ffffffffffffffff-12")
    #expect(InterviewID("ffffffffffffffff-12") == interview)
    for text in [
      "", "1-2", "ffffffffffffffff", "ffffffffffffffff-0", "ffffffffffffffff-x",
      "+fffffffffffffff-1",
    ] {
      #expect(InterviewID(text) == nil, "\(text)")
    }
    let batch = BatchID(0xFF00)
    #expect(batch.hex == "0000000000000000000000000000ff00")
    #expect(BatchID(hex: batch.hex) == batch)
    #expect(BatchID(hex: "ff") == nil)
    #expect(BatchID(hex: String(repeating: "g", count: 32)) == nil)
  }

  @Test(arguments: ["", "a", "\"", "\\", "tiếng Việt", "a\nb\tc\u{1}", "{\"x\":[1]}", "\u{1F600}"])
  func `strings survive JSON`(text: String) {
    #expect(JSONText.strings(in: JSONText.string(text)) == [text])
    #expect(JSONText.strings(in: JSONText.list([text, "x"])) == [text, "x"])
  }

  @Test func `broken JSON gives what can be read`() {
    #expect(JSONText.strings(in: "") == [])
    #expect(JSONText.strings(in: "{\"a\":1,\"b") == ["a"])
    #expect(JSONText.strings(in: "[\"\\u00e9\\ud83d\\n\\") == [])
    #expect(JSONText.strings(in: "[\"\\u00e9\\ud83d\\n\"]") == ["\u{e9}\u{fffd}\n"])
  }

  @Test func `the digest of a row tells kinds and reasons apart`() {
    let rows: [[Answer]] = [
      [.integer(1)], [.decimal(1)], [.text("1")], [.choice("1")], [.choices(["1"])],
      [.missing(.refused)], [.missing(.noAnswer)], [.text("a"), .text("b")],
      [.text("ab"), .text("")],
      [.choices(["1", "2"])], [.choices(["12"])], [],
    ]
    #expect(Set(rows.map { RowDigest($0).value }).count == rows.count)
    #expect(RowDigest([.choice("1")]).value == RowDigest([.choice("1")]).value)
  }
  /// The expected number comes from another implementation of what the type documents.
  @Test func `the digest of a row is the same in every run`() {
    let row: [Answer] = [
      .choice("01"), .choices(["1", "khac"]), .integer(-41), .decimal(2.5),
      .text("không hài lòng"), .date(Sample.date("2026-11-20")), .missing(.refused),
    ]
    #expect(RowDigest(row).value == 0x7c62aac204340b46)
  }

  @Test func `keys that differ in high bits only have digests of their own`() {
    let pairs = [
      ("4000000100000000", "8000000140004000"), ("D-00001-00000000", "H-00001-40004000"),
      ("AB-0001-00000000", "GN-0001-74007400"),
    ]
    for (one, other) in pairs {
      #expect(RowDigest([.text(one)]).value != RowDigest([.text(other)]).value)
    }
    var key = RowDigest.ofKey
    key.add(text: Array("4000000100000000".utf8).span)
    #expect(key.value != RowDigest([.text("4000000100000000")]).value)
  }

  @Test func `texts of any length have digests of their own`() {
    let texts = (0..<40).map { String(repeating: "a", count: $0) }
    let rows = texts.map { [Answer.text($0)] } + texts.map { [Answer.choice($0)] }
    #expect(Set(rows.map { RowDigest($0).value }).count == rows.count)
  }

  @Test func `a short text is one number`() {
    let texts = ["", "0", "1", "01", "10", "100", "\0", "\0\0", "ữ", "abcdefg"]
    #expect(Set(texts.compactMap(\.shortKey)).count == texts.count)
    #expect("abcdefgh".shortKey == nil)
  }
}
