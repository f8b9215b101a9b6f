import SurveyFormats
import SurveyModel
import Tabular
import Testing

@Suite struct RejectsFileTests {
  private let form: TestForm

  init() throws { form = try TestForm() }

  /// What a rejects file for `text` holds, and the rows that went into it.
  private func rejects(of text: String) throws -> (bytes: [UInt8], records: [[String]]) {
    let sink = ByteSink.memory()
    var table = try form.table(text)
    var rows = table.rows(for: form.plan, moment: form.moment)
    var file = try RejectsFile(
      to: sink,
      map: table.map,
      delimiter: table.delimiter,
      language: .vietnamese
    )
    while let row = try rows.next(&table) {
      if !row.faults.isEmpty { try file.add(row.record, faults: row.faults) }
    }
    try file.finish()
    var reader = try CSVReader(.bytes(sink.bytes), delimiter: table.delimiter)
    var records: [[String]] = []
    while let record = try reader.next() { records.append(record.texts) }
    return (sink.bytes, records)
  }

  private func text(_ records: [[String]]) -> String {
    String(decoding: CSVWriter.bytes(of: records, format: .exact), as: UTF8.self)
  }

  @Test func `rows come back with place, codes, reasons and cells`() throws {
    let (_, records) = try rejects(of: "don_vi,tuoi,muc\nA,17,2\nB,20,1\nC,20,7\n")
    #expect(
      records[0] == [
        "_dong", "_cot", "_ma", "_ly_do", "_gia_tri", "_goi_y", "_lo", "don_vi", "tuoi", "muc",
      ]
    )
    #expect(records.count == 3)
    #expect(records[1] == ["2", "tuoi", "R02", "Từ 18 tuổi.", "17", "", "", "A", "17", "2"])
    #expect(records[2][0...2] == ["4", "muc", "V04"])
    #expect(records[2][4...] == ["7", "", "", "C", "20", "7"])
  }

  @Test func `a row of another width that a spreadsheet only padded is sent back again`() throws {
    let (_, records) = try rejects(of: "don_vi,tuoi,muc\nA,20\nB,20,1,5\n")
    #expect(records.dropFirst().map { $0[4] } == ["2 ô, 3 cột", "4 ô, 3 cột"])
    // A spreadsheet makes all rows as wide as the widest.
    func padded(_ records: [[String]]) -> String {
      let width = records.map(\.count).max() ?? 0
      return text(records.map { $0 + Array(repeating: "", count: width - $0.count) })
    }
    let again = try form.rows(padded(records))
    #expect(again.map(\.places) == [["T07@"], ["T07@"]])
    #expect(
      again.first?.description(in: .english)
        == "line 2: The row came back for having 2 cells where the header has 3 columns, and is as it was; please move the cells to their columns, or remove T07 from “_ma” if it is right. [T07]"
    )
    #expect(again.first?.description(in: .vietnamese).contains("và vẫn như cũ") == true)
    // Once more through the rejects file and the spreadsheet.
    let (_, third) = try rejects(of: padded(records))
    #expect(third.dropFirst().map { $0[4] } == ["2 ô, 3 cột", "4 ô, 3 cột"])
    #expect(try form.rows(padded(third)).map(\.places) == [["T07@"], ["T07@"]])
    var mended = records
    mended[1].append("1")
    mended[2].removeLast()
    #expect(try form.rows(padded(mended)).map(\.places) == [[], []])
    var said = records
    said[1][2] = ""
    #expect(try form.rows(padded(said)).map(\.places) == [[], ["T07@"]])
  }

  @Test func `a key is kept where no spreadsheet changes it`() throws {
    let sink = ByteSink.memory()
    var table = try form.table("don_vi,tuoi,muc\n0003,17,1\n")
    var rows = table.rows(for: form.plan, moment: form.moment)
    var file = try RejectsFile(
      to: sink,
      map: table.map,
      delimiter: table.delimiter,
      keyColumns: [0],
      language: .vietnamese
    )
    while let row = try rows.next(&table) { try file.add(row.record, faults: row.faults) }
    try file.finish()
    let written = String(decoding: sink.bytes, as: UTF8.self)
    #expect(written.contains(",_lo,_khoa,don_vi,"))
    #expect(written.contains(",khoa-0003,0003,17,1"))
    for (cell, read) in [("3", "0003"), ("0003", "0003"), ("3.0", "0003"), ("7", "7")] {
      var back = try form.table(written.replacing(",0003,17", with: ",\(cell),20"))
      #expect(back.map.unknown.isEmpty)
      back.restoreKeys(by: KeptKey(back.map, columns: [8]))
      var record = CSVRecord()
      #expect(try back.read(into: &record))
      #expect(record[8] == read)
      #expect(back.restoredKeys.count == (cell == read ? 0 : 1))
    }
  }

  @Test func `the nearest choice is suggested`() throws {
    let (_, records) = try rejects(of: "don_vi,tuoi,muc\nA,20,Hài lònk\nB,17,8\n")
    #expect(records[1][5] == "Hài lòng")
    try #require(records.count == 3)
    #expect(records[2][2] == "V04 | R02")
    #expect(records[2][5].isEmpty || records[2][5].contains(" | "))
  }

  @Test func `rows say which import they come from and where they stood`() throws {
    let sink = ByteSink.memory()
    var table = try form.table("don_vi,tuoi\nA,17\n")
    var rows = table.rows(for: form.plan, moment: form.moment)
    var file = try RejectsFile(
      to: sink,
      map: table.map,
      delimiter: table.delimiter,
      batch: "0123456789abcdef0123456789abcdef",
      language: .vietnamese
    )
    while let row = try rows.next(&table) {
      try file.add(row.record, faults: row.faults, origin: 41)
    }
    try file.finish()
    var reader = try CSVReader(.bytes(sink.bytes), delimiter: .comma)
    let header = try #require(try reader.next())
    let continuation = try #require(Continuation(header: header.texts))
    let record = try #require(try reader.next())
    #expect(continuation.batch(of: record) == "0123456789abcdef0123456789abcdef")
    #expect(continuation.line(of: record) == 41)
    #expect(Continuation(header: ["don_vi", "tuoi"]) == nil)
  }

  @Test func `columns that mean nothing are kept`() throws {
    let (_, records) = try rejects(of: "stt,don_vi,tuoi\n1,A,17\n")
    #expect(records[0].suffix(3) == ["stt", "don_vi", "tuoi"])
    #expect(records[1].suffix(3) == ["1", "A", "17"])
  }

  @Test(arguments: [",", ";", "\t"])
  func `the mended file is imported as it is`(mark: String) throws {
    let source = ["don_vi,tuoi,muc", "A,17,2", "B,20,7", "\"x\ny\",abc,9"]
      .map { $0.replacing(",", with: mark) }.joined(separator: "\n")
    var (bytes, records) = try rejects(of: source)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let again = try form.rows(String(decoding: bytes, as: UTF8.self))
    #expect(again.map(\.places) == [["R02@tuoi"], ["V04@muc"], ["V01@tuoi"]])
    records[1][8] = "18"
    records[2][9] = "1"
    records[3][8] = "40"
    let mended = try form.rows(text(records))
    #expect(mended.map(\.places) == [[], [], []])
    #expect(try form.answer("tuoi", in: mended[0]) == .integer(18))
    #expect(try form.answer("don_vi", in: mended[2]) == .text("x\ny"))
    #expect(try form.answer("muc", in: mended[2]) == .missing(.refused))
  }

  @Test func `rejecting a rejects file twice does not pile up columns`() throws {
    let once = try rejects(of: "don_vi,tuoi\nA,17\n")
    let twice = try rejects(of: String(decoding: once.bytes, as: UTF8.self))
    #expect(twice.records == once.records)
  }

  @Test(arguments: [
    "=1+1", "+84 912", "-5 abc", "@x", "'=x", "\tTab", "=HYPERLINK(\"a\";\"b\")", "he said \"no\"",
    " x ",
  ])
  func `cells that look like formulas come back as they were`(cell: String) throws {
    let source = text([["don_vi", "tuoi"], [cell, "17"]])
    var records = try rejects(of: source).records
    #expect(records[1][7] == cell)
    records[1][8] = "18"
    let rows = try form.rows(text(records))
    #expect(rows.map(\.places) == [[]])
    // Only a guard that this program may have written itself is taken off (X01).
    let meant = FormulaGuard.removed(from: cell) ?? cell.trimmed
    #expect(try form.answer("don_vi", in: rows[0]) == .text(meant))
  }

  @Test func `a row with too many cells keeps them`() throws {
    let (_, records) = try rejects(of: "don_vi,tuoi\nA,20,B,C\n")
    #expect(records[1].suffix(4) == ["A", "20", "B", "C"])
    #expect(records[1][2] == "T07")
  }

  @Test func `a row with too few cells stays short and is sent back again`() throws {
    let (_, records) = try rejects(of: "don_vi,tuoi\nA\n")
    #expect(records[1].count == 8)
    let rows = try form.rows(text(records))
    #expect(rows.map(\.places) == [["T07@"]])
  }

  @Test func `option columns are named where the fault is`() throws {
    let (_, records) = try rejects(of: "don_vi,kenh__1,kenh__9\nA,1,1\nB,5,0\n")
    #expect(records.dropFirst().map { $0[2] } == ["V06", "V04"])
    #expect(records.dropFirst().map { $0[1] } == ["kenh__1", "kenh__1"])
  }

  @Test func `a free name is found beside the file`() {
    #expect(RejectsFile.freePath(beside: "/khong-co/a.csv") == "/khong-co/a.loi.csv")
    #expect(RejectsFile.freePath(beside: "/khong-co/a.txt") == "/khong-co/a.txt.loi.csv")
  }
}
