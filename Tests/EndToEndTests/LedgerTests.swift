import Foundation
import Testing

/// Rows that come twice, changed, mended or by mistake.
@Suite struct LedgerTests {
  private let study: SmallStudy

  init() throws {
    study = try SmallStudy()
    try study.folder.write("goc.csv", Self.keyed([1, 2, 3, 4], age: 20))
  }

  private static func id(_ number: Int) -> String {
    "uuid:0000000\(number)-1111-4222-8333-444444444444"
  }

  /// Rows with the keys of a collecting program; ages count up from `age`.
  private static func keyed(_ numbers: [Int], age: Int) -> String {
    "KEY,don_vi,tuoi,muc\n"
      + numbers.map { "\(id($0)),Xã \($0),\(age + $0),\(1 + $0 % 2)\n" }.joined()
  }

  private func json(_ arguments: String..., status: Int32) throws -> Imports.One {
    let outcome = try study.run("import", SmallStudy.name, extra: arguments + ["--format", "json"])
    #expect(outcome.ended(status), outcome.summary)
    let imports = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
    return try #require(imports.first)
  }

  private func meanAge() throws -> Double? {
    let outcome = try study.run(
      "estimate",
      SmallStudy.name,
      "--mean",
      "tuoi",
      "--format",
      "json"
    )
    return outcome.ended(0) ? try Figure.all(in: outcome.outputBytes).first?.estimate : nil
  }

  @Test func `rows with a key are the same under any name and in any order`() throws {
    let first = try json("goc.csv", status: 0)
    #expect(first.key == ["KEY"])
    #expect(first.counts == [4, 0, 0, 0, 0, 0, 0, 0])
    try study.folder.write("khac.csv", Self.keyed([3, 1, 5], age: 20))
    let trial = try json("khac.csv", "--dry-run", status: 0)
    #expect(trial.dry_run)
    #expect(trial.batch == nil)
    let second = try json("khac.csv", status: 0)
    #expect(second.counts == [1, 2, 0, 0, 0, 0, 0, 0])
    #expect(second.counts == trial.counts)
    #expect(try study.counts().n == 5)
  }

  @Test func `a changed row is shown and what is stored stays`() throws {
    _ = try json("goc.csv", status: 0)
    try study.folder.write("sua.csv", Self.keyed([2], age: 50))
    let outcome = try study.run("import", SmallStudy.name, "sua.csv")
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.errors == "dòng 2, “\(Self.id(2))”: 'tuoi' “22” → “52” [D02]\n")
    #expect(outcome.output.contains("1 dòng khác với phiếu đã lưu: phiếu đã lưu được giữ nguyên"))
    #expect(try meanAge() == 22.5)
    let english = try study.run(
      "import",
      SmallStudy.name,
      "sua.csv",
      "--again",
      "--dry-run",
      language: "en"
    )
    #expect(english.errors == "line 2, “\(Self.id(2))”: 'tuoi' “22” → “52” [D02]\n")
    #expect(english.output.contains("1 rows differ from what is stored: what is stored stays"))
  }

  @Test func `a changed row replaces and its undoing brings back what was there`() throws {
    _ = try json("goc.csv", status: 0)
    try study.folder.write("sua.csv", Self.keyed([2, 9], age: 50))
    let trial = try json("sua.csv", "--on-change", "replace", "--dry-run", status: 0)
    let real = try json("sua.csv", "--on-change", "replace", status: 0)
    #expect(real.counts == [1, 0, 1, 1, 0, 0, 0, 0])
    #expect(real.counts == trial.counts)
    #expect(try meanAge() == (21 + 52 + 23 + 24 + 59) / 5.0)
    let why = try study.run("why", SmallStudy.name, Self.id(2))
    #expect(why.ended(0), why.summary)
    #expect(why.output.contains("goc.csv, dòng 3"))
    #expect(why.output.contains("sua.csv, dòng 2"))
    let batch = try #require(real.batch)
    let undone = try study.run("undo", SmallStudy.name, batch, "--why", "nhầm tệp")
    #expect(undone.ended(0), undone.summary)
    #expect(
      undone.output
        == "Đã hoàn tác lô \(batch) (sua.csv): 1 phiếu không còn được tính, 1 phiếu trở lại như trước.\n"
    )
    #expect(try meanAge() == 22.5)
    let again = try study.run("undo", SmallStudy.name, batch)
    #expect(again.ended(2))
    #expect(again.errors.contains("đã được hoàn tác ngày"))
    let list = try study.run("batches", SmallStudy.name)
    #expect(list.output.contains("hoàn tác"))
    #expect(list.output.contains("nhầm tệp"))
    // What was undone can come again.
    #expect(try json("sua.csv", "--on-change", "replace", status: 0).counts == real.counts)
  }

  @Test func `a changed row can become one more interview`() throws {
    _ = try json("goc.csv", status: 0)
    try study.folder.write("sua.csv", Self.keyed([2], age: 50))
    #expect(
      try json("sua.csv", "--on-change", "add", status: 0).counts == [1, 0, 1, 0, 1, 0, 0, 0]
    )
    #expect(try study.counts().n == 5)
  }

  @Test func `a key that comes again in the file is sent back with both lines`() throws {
    try study.folder.write(
      "lap.csv",
      Self.keyed([1, 2], age: 20) + "\(Self.id(1)),Xã 1,21,2\n\(Self.id(2)),Xã 2,99,1\n"
    )
    let outcome = try study.run("import", SmallStudy.name, "lap.csv")
    #expect(outcome.ended(1), outcome.summary)
    #expect(
      outcome.errors
        == "dòng 5: Khóa “\(Self.id(2))” đã có ở dòng 3 với nội dung khác; xin sửa khóa hoặc bỏ một dòng. [D03]\n"
    )
    #expect(outcome.output.contains("1 dòng lặp lại nguyên một dòng khác cùng khóa"))
    #expect(outcome.output.contains("ví dụ dòng 4 và dòng 2. [D03]"))
    #expect(try study.counts().n == 2)
    // Unrepaired it is sent back again; with another key it comes in.
    let same = try study.run("import", SmallStudy.name, "lap.loi.csv")
    #expect(same.ended(1), same.summary)
    #expect(same.errors.contains("đã có ở dòng 3 của tệp lap.csv"))
    let rejects = try study.folder.read("lap.loi.csv")
    try study.folder.write("lap.loi.csv", rejects.replacing(",\(Self.id(2)),Xã", with: ",moi-7,Xã"))
    let mended = try json("lap.loi.csv", "--key", "KEY", status: 0)
    #expect(mended.counts == [1, 0, 0, 0, 0, 0, 0, 0])
    #expect(mended.continued?.accepted == 3)
    #expect(mended.continued?.rejected == 0)
  }

  @Test func `mended rows continue their batch and count once`() throws {
    try study.folder.write("lan.csv", SmallStudy.mixedRows)
    _ = try study.run("import", SmallStudy.name, "lan.csv")
    let rejects = try study.folder.read("lan.loi.csv")
    try study.folder.write("nguyen.csv", rejects)
    let untouched = try study.run("import", SmallStudy.name, "nguyen.csv")
    #expect(untouched.ended(1), untouched.summary)
    #expect(try study.folder.read("nguyen.loi.csv") == rejects)
    #expect(untouched.output.contains("tất cả 2 phiếu, còn 2 dòng chưa nhập được"))
    let half = rejects.replacing("=1+1,17,", with: "=1+1,18,")
    try study.folder.write("mot-nua.csv", half)
    #expect(try json("mot-nua.csv", status: 1).counts == [1, 0, 0, 0, 0, 1, 0, 0])
    try study.folder.write("het.csv", half.replacing(",41,7,4", with: ",41,1,4"))
    let all = try json("het.csv", status: 0)
    #expect(all.counts == [1, 1, 0, 0, 0, 0, 0, 0])
    #expect(all.continued?.accepted == 4)
    #expect(all.continued?.rejected == 0)
    #expect(try study.counts().n == 4)
    let why = try study.run("batches", SmallStudy.name, "--format", "json")
    let ids = why.output.matches(of: /"id": "([0-9a-f]{32})"/).map { String($0.1) }
    try #require(ids.count == 3)
    let part = try study.run("undo", SmallStudy.name, ids[0])
    #expect(part.output.contains("2 phiếu sửa từ các dòng bị trả lại của lô này vẫn được tính"))
    #expect(try study.counts().n == 2)
    let refused = try study.run("import", SmallStudy.name, "lan.loi.csv")
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("đã bị hoàn tác"))
    let rest = try study.run("undo", SmallStudy.name, String(ids[0].prefix(10)), "--continued")
    #expect(rest.ended(0), rest.summary)
    #expect(try study.counts().n == 0)
  }

  @Test func `mended rows keep the key that their batch was given`() throws {
    try study.folder.write("ma.csv", "ma,don_vi,tuoi,muc\nP1,Xã A,20,2\nP2,Xã B,30,1\n")
    #expect(try json("ma.csv", "--key", "ma", status: 0).counts == [2, 0, 0, 0, 0, 0, 0, 0])
    try study.folder.write("moi.csv", "ma,don_vi,tuoi,muc\nP3,Xã C,40,2\nP2,Xã B,3,1\n")
    #expect(try json("moi.csv", "--key", "ma", status: 1).counts == [1, 0, 0, 0, 0, 1, 0, 0])
    let rejects = try study.folder.read("moi.loi.csv")
    try study.folder.write("moi.loi.csv", rejects.replacing("Xã B,3,1", with: "Xã B,33,1"))
    let mended = try json("moi.loi.csv", "--on-change", "replace", status: 0)
    #expect(mended.key == ["ma"])
    #expect(mended.counts == [0, 0, 1, 1, 0, 0, 0, 0])
    #expect(mended.continued?.rejected == 0)
    #expect(try study.counts().n == 3)
  }

  @Test func `a changed row that was shown can be taken from the same file`() throws {
    try study.folder.write("ma.csv", "ma,don_vi,tuoi,muc\nP1,Xã A,20,2\nP2,Xã B,30,1\n")
    _ = try json("ma.csv", "--key", "ma", status: 0)
    try study.folder.write("sua.csv", "ma,don_vi,tuoi,muc\nP1,Xã A,20,2\nP2,Xã B,50,1\n")
    #expect(try json("sua.csv", "--key", "ma", status: 1).counts == [0, 1, 1, 0, 0, 0, 0, 0])
    #expect(try meanAge() == 25)
    let taken = try json("sua.csv", "--on-change", "replace", status: 0)
    #expect(taken.counts == [0, 1, 1, 1, 0, 0, 0, 0])
    #expect(try meanAge() == 35)
    let again = try json("sua.csv", "--on-change", "replace", status: 0)
    #expect(again.batch == nil)
    #expect(try meanAge() == 35)
  }

  @Test func `a value is followed to its line by file and line and by the answer`() throws {
    try study.folder.write("lan.csv", SmallStudy.mixedRows)
    let outcome = try study.run("import", SmallStudy.name, "lan.csv", language: "en")
    #expect(
      outcome.output.contains(
        "To see where an interview comes from: thuocdo why thu.thuocdo lan.csv:4\n"
      ),
      outcome.summary
    )
    let line = try study.run("why", SmallStudy.name, "lan.csv:4")
    #expect(line.ended(0), line.summary)
    #expect(line.output.contains("lan.csv, dòng 4"), line.summary)
    #expect(line.output.contains("Xã C"), line.summary)
    let answer = try study.run("why", SmallStudy.name, "tuoi=96")
    #expect(answer.ended(0), answer.summary)
    #expect(answer.output == line.output)
    let label = try study.run("why", SmallStudy.name, "muc=hài lòng")
    #expect(label.ended(0), label.summary)
    #expect(label.output.contains("lan.csv, dòng 2"), label.summary)
    #expect(label.output.contains("lan.csv, dòng 4"), label.summary)
    let rejected = try study.run("why", SmallStudy.name, "lan.csv:3")
    #expect(rejected.ended(2), rejected.summary)
    #expect(rejected.errors.contains("dòng 3 của 'lan.csv' không thành phiếu nào"))
    let unknown = try study.run("why", SmallStudy.name, "tuoi=97")
    #expect(unknown.ended(2), unknown.summary)
    #expect(unknown.errors.contains("mã hoặc khóa 'tuoi=97'"), unknown.summary)
    // The line that was sent back finds the row that was mended.
    let rejects = try study.folder.read("lan.loi.csv")
    try study.folder.write("lan.loi.csv", rejects.replacing("=1+1,17,", with: "=1+1,18,"))
    _ = try study.run("import", SmallStudy.name, "lan.loi.csv")
    let mended = try study.run("why", SmallStudy.name, "lan.csv:3")
    #expect(mended.ended(0), mended.summary)
    #expect(mended.output.contains("lan.loi.csv, dòng 2 (lan.csv, dòng 3)"), mended.summary)
    let batches = try study.run("batches", SmallStudy.name, "--format", "json")
    let id = try #require(batches.output.firstMatch(of: /"id": "([0-9a-f]{32})"/)).1
    let byBatch = try study.run("why", SmallStudy.name, "\(id.prefix(8)):3")
    #expect(byBatch.output == mended.output)
  }

  @Test func `many interviews with one answer are listed`() throws {
    var table = "don_vi,tuoi,muc\n"
    for row in 1...30 { table += "Xã \(row),\(20 + row),\(1 + row % 2)\n" }
    try study.folder.write("ba-muoi.csv", table)
    _ = try study.run("import", SmallStudy.name, "ba-muoi.csv")
    let answer = try study.run("why", SmallStudy.name, "muc=2", language: "en")
    #expect(answer.ended(0), answer.summary)
    #expect(answer.output.contains("15 interviews"), answer.summary)
    #expect(answer.output.contains("ba-muoi.csv, line 30"), answer.summary)
    #expect(!answer.output.contains("Xã 3"))
    let wide = try study.run("why", SmallStudy.name, "muc=2", "--format", "json")
    #expect(wide.output.contains("\"count\": 15"), wide.summary)
  }

  @Test func `a rejects file of another study is refused unless asked for`() throws {
    try study.folder.write(
      "la.csv",
      "_dong,_cot,_ma,_ly_do,_gia_tri,_goi_y,_lo,don_vi,tuoi,muc\n2,,,,,,lo-\(String(repeating: "a", count: 32)),Xã A,20,1\n"
    )
    let refused = try study.run("import", SmallStudy.name, "la.csv")
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("--again"))
    #expect(try json("la.csv", "--again", status: 0).counts == [1, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `without a key a copy of a file is stopped and few equal rows are noted`() throws {
    try study.folder.write("tot.csv", SmallStudy.goodRows)
    #expect(try json("tot.csv", status: 0).counts == [4, 0, 0, 0, 0, 0, 0, 0])
    let header = "don_vi,tuoi,muc\n"
    let rows = SmallStudy.goodRows.split(separator: "\n").dropFirst()
    try study.folder.write("dao.csv", header + rows.reversed().joined(separator: "\n"))
    let before = try study.folder.bytes(SmallStudy.name)
    for extra in [[], ["--dry-run"]] {
      let copy = try study.run("import", SmallStudy.name, "dao.csv", extra: extra)
      #expect(copy.ended(2), copy.summary)
      #expect(copy.errors.contains("4 trong 4 phiếu giống hệt các phiếu đã nhập từ 'tot.csv'"))
      #expect(copy.errors.contains("[D04]"))
      #expect(try study.folder.bytes(SmallStudy.name).count == before.count)
    }
    try study.folder.write("it.csv", header + "Xã A,20,2\nXã X,50,1\nXã Y,51,1\nXã Y,51,1\n")
    let few = try json("it.csv", status: 0)
    #expect(few.counts == [4, 0, 0, 0, 0, 0, 1, 1])
    #expect(try json("dao.csv", "--again", status: 0).counts.first == 4)
    #expect(try study.counts().n == 12)
  }

  @Test func `without a key a file that grows is stopped and likely copies are a finding`() throws {
    func rows(_ numbers: [Int]) -> String {
      "don_vi,tuoi,muc\n" + numbers.map { "Xã \($0),\(20 + $0),\(1 + $0 % 2)\n" }.joined()
    }
    try study.folder.write("tuan-1.csv", rows(Array(1...20)))
    #expect(try json("tuan-1.csv", status: 0).counts.first == 20)
    try study.folder.write("tuan-2.csv", rows(Array(1...45)))
    for extra in [[], ["--dry-run"]] {
      let grown = try study.run("import", SmallStudy.name, "tuan-2.csv", extra: extra)
      #expect(grown.ended(2), grown.summary)
      #expect(grown.errors.contains("20 trong 45 phiếu giống hệt các phiếu đã nhập"), grown.summary)
      #expect(grown.errors.hasSuffix("thêm --again [D04]\n"), grown.summary)
    }
    try study.folder.write("nua.csv", rows(Array(11...40)))
    #expect(try json("nua.csv", status: 1).counts == [30, 0, 0, 0, 0, 0, 10, 0])
    #expect(try json("tuan-2.csv", "--again", status: 0).counts.first == 45)
  }

  @Test func `a file that is refused stands in the answer for programs with its code`() throws {
    try study.folder.write("tot.csv", SmallStudy.goodRows)
    try study.folder.write("ngoac.csv", "don_vi,tuoi,muc\nXã A,20,\"2\n")
    let outcome = try study.run(
      "import",
      SmallStudy.name,
      "tot.csv",
      "ngoac.csv",
      extra: ["--format", "json"]
    )
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.hasPrefix("lỗi: "), outcome.summary)
    #expect(outcome.errors.contains(" [T05]\n"), outcome.summary)
    let imports = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
    #expect(imports.map(\.file) == ["tot.csv", "ngoac.csv"])
    #expect(imports.map { $0.error?.code } == [nil, "T05"])
    let refusal = try #require(imports.last?.error)
    #expect(outcome.errors == "lỗi: \(refusal.text)\n1/2 tệp không nhập được: ngoac.csv\n")
    #expect(imports.last?.batch == nil)
    #expect(imports.last?.new == 0)
    let absent = try study.run("import", SmallStudy.name, "khong-co.csv", language: "en")
    #expect(absent.errors.hasSuffix(" [F01]\n"), absent.summary)
  }

  @Test func `a key column that came later does not hide a copy`() throws {
    let bare = Self.keyed([1, 2, 3], age: 20).split(separator: "\n")
      .map { String($0.drop { $0 != "," }.dropFirst()) }.joined(separator: "\n")
    try study.folder.write("tran.csv", bare)
    #expect(try json("tran.csv", status: 0).counts.first == 3)
    try study.folder.write("khoa.csv", Self.keyed([1, 2, 3], age: 20))
    let copy = try study.run("import", SmallStudy.name, "khoa.csv")
    #expect(copy.ended(2), copy.summary)
  }

  @Test func `undoing a first import says what a later one keeps of it`() throws {
    let first = try #require(try json("goc.csv", status: 0).batch)
    try study.folder.write("sua.csv", Self.keyed([2, 3], age: 50))
    let second = try #require(try json("sua.csv", "--on-change", "replace", status: 0).batch)
    let undone = try study.run("undo", SmallStudy.name, first, language: "en")
    #expect(undone.ended(0), undone.summary)
    #expect(
      undone.output == """
        Undid batch \(first) (goc.csv): 2 interviews no longer count.
        2 interviews of this batch still count, as batch \(second.prefix(8)) revised them; to take them out too, undo batch \(second.prefix(8)).

        """
    )
    #expect(try meanAge() == 52.5)
    let rest = try study.run("undo", SmallStudy.name, second)
    #expect(rest.ended(0), rest.summary)
    #expect(try study.counts().n == 0)
  }

  @Test func `the guard of an export is taken off and told`() throws {
    try study.folder.write("xuat.csv", "don_vi,tuoi,muc\n'=1+1,20,2\n'Xã B,21,1\n")
    let outcome = try study.run("import", SmallStudy.name, "xuat.csv")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("[X01]"))
    let why = try study.run("why", SmallStudy.name, "Xã B")
    #expect(why.ended(2))
    #expect(why.errors.contains("không có phiếu trả lời nào mang mã hoặc khóa 'Xã B'"))
  }

  @Test func `a batch is named by the beginning of its id`() throws {
    let first = try json("goc.csv", status: 0)
    let id = try #require(first.batch)
    let none = try study.run("undo", SmallStudy.name, "zz")
    #expect(none.ended(2))
    #expect(none.errors.contains("không có lô nhập 'zz'"))
    let done = try study.run("undo", SmallStudy.name, String(id.prefix(8)))
    #expect(done.ended(0), done.summary)
    #expect(try study.counts().n == 0)
  }
}
