import GRDB
import SurveyModel
import SurveyStore
import Testing

@Suite struct BatchTests {
  let folder: WorkFolder
  let study: StudyFile
  let questionnaire = Sample.questionnaire()

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  /// Rows of every kind and with every reason, different from each other.
  static func row(_ number: Int) -> [Answer] {
    if number.isMultiple(of: 7) {
      return Sample.missing(MissingReason.allCases[number / 7 % MissingReason.allCases.count])
    }
    return [
      Sample.note, .choice(["1", "2", "3", "9"][number % 4]),
      .choice(["01", "02", "a b"][number % 3]),
      .choices(number.isMultiple(of: 2) ? ["1"] : ["2", "khac"]), .integer(number),
      .decimal(Double(number) / 8), .text("dòng \(number)"),
      number.isMultiple(of: 5) ? .missing(.refused) : .date(Sample.date("2026-11-20")),
      .decimal(Double(number * 2)),
    ]
  }

  private func importRows(
    _ count: Int,
    _ start: BatchStart = Sample.batch(),
    rejected: Int = 0
  ) throws {
    let writer = try study.beginBatch(start, of: questionnaire)
    for number in 0..<count { try writer.append(Self.row(number), ordinal: number + 1) }
    try writer.complete(rejected: rejected, at: Sample.moment(60))
  }

  @Test func `a batch is visible only when it is complete`() throws {
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    for number in 0..<10_500 { try writer.append(Self.row(number), ordinal: number) }
    #expect(try study.dataset(of: questionnaire).count == 0)
    #expect(try folder.rows("SELECT 1 FROM data_hai_long_2026_1 LIMIT 1").count == 1)
    #expect(try folder.rows("SELECT 1 FROM hai_long_current LIMIT 1").isEmpty)
    #expect(try study.batches().map(\.state) == [.open])
    try writer.complete(rejected: 3, at: Sample.moment(60))
    #expect(try study.dataset(of: questionnaire).count == 10_500)
    #expect(try study.overview(of: "hai-long").batches == 1)
    let batch = try study.batches().last
    #expect(batch?.state == .complete)
    #expect(batch?.fileSHA256 == "ab")
    #expect(batch?.goodRows == 10_500)
    #expect(batch?.rejectedRows == 3)
    #expect(batch?.id == BatchID(0xABCDEF))
    #expect(batch?.finished == Sample.moment(60))
    #expect(batch?.version == "2026.1")
    #expect(batch?.fileName == "phiếu.csv")
    #expect(folder.names.filter { $0.hasSuffix("-import") }.isEmpty)
  }

  @Test func `an ended batch takes nothing more`() throws {
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    try writer.complete(rejected: 0, at: Sample.moment(60))
    let ended = StudyError.batchEnded(BatchID(0xABCDEF))
    #expect(
      fault { () throws(StudyError) in try writer.append(Self.row(1), ordinal: 1) } == ended
    )
    #expect(
      fault { () throws(StudyError) in try writer.complete(rejected: 0, at: Sample.moment(61)) }
        == ended
    )
    try writer.abandon()
    #expect(try study.batches().count == 1)
  }

  @Test func `an abandoned batch leaves nothing`() throws {
    try importRows(50)
    let writer = try study.beginBatch(Sample.batch(2), of: questionnaire)
    for number in 0..<25_000 { try writer.append(Self.row(number), ordinal: number) }
    try writer.abandon()
    #expect(try folder.rows("SELECT 1 FROM data_hai_long_2026_1").count == 50)
    #expect(try study.batches().count == 1)
  }

  @Test func `an import that crashed is removed at the next opening`() throws {
    try importRows(50)
    var writer: BatchWriter? = try study.beginBatch(Sample.batch(2), of: questionnaire)
    for number in 0..<25_000 { try writer?.append(Self.row(number), ordinal: number) }
    // A second instance leaves a running import alone.
    let other = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(try other.batches().count == 2)
    let running = fault { () throws(StudyError) in
      try other.beginBatch(Sample.batch(3), of: questionnaire)
    }
    #expect(running == .importRunning(path: folder.path()))
    writer = nil
    #expect(try other.dataset(of: questionnaire).count == 50)
    let third = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(try third.batches().map(\.id) == [BatchID(0xABCDEF)])
    #expect(try folder.rows("SELECT 1 FROM data_hai_long_2026_1").count == 50)
    #expect(try third.dataset(of: questionnaire).count == 50)
  }

  @Test func `an import that crashed is removed when the next one begins`() throws {
    do {
      let writer = try study.beginBatch(Sample.batch(2), of: questionnaire)
      for number in 0..<12_000 { try writer.append(Self.row(number), ordinal: number) }
    }
    let id = try study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a")
    try importRows(5, Sample.batch(3))
    #expect(try study.dataset(of: questionnaire).count == 6)
    #expect(try study.batches().map(\.id) == [BatchID(3)])
    #expect(try study.interview(id, of: questionnaire).answers == Sample.answers)
  }

  @Test func `an undone batch no longer counts and can be imported again`() throws {
    try importRows(5)
    try study.undo(BatchID(0xABCDEF), by: "a", at: Sample.moment(70), why: "nhầm tệp")
    #expect(try study.dataset(of: questionnaire).count == 0)
    #expect(try study.batches().map(\.state) == [.undone])
    let again = fault { () throws(StudyError) in
      try study.undo(BatchID(0xABCDEF), by: "a", at: Sample.moment(71), why: "")
    }
    #expect(again == .batchUndone(BatchID(0xABCDEF), at: Sample.moment(70)))
    try importRows(5, Sample.batch(9))
    #expect(try study.dataset(of: questionnaire).count == 5)
  }

  @Test func `an imported interview can be read, edited and voided`() throws {
    try importRows(3)
    let ids = try study.interviewIDs(of: questionnaire)
    #expect(ids.map(\.sequence) == [1, 2, 3])
    let stored = try study.interview(ids[1], of: questionnaire)
    #expect(stored.answers == Self.row(1))
    #expect(stored.batch == BatchID(0xABCDEF))
    #expect(stored.ordinal == 2)
    #expect(stored.mode == .importedFile)
    #expect(stored.started == nil)
    try study.revise(
      ids[1],
      of: questionnaire,
      answers: Self.row(2),
      by: "b",
      at: Sample.moment(80),
      why: "sửa"
    )
    #expect(try study.interview(ids[1], of: questionnaire).answers == Self.row(2))
    #expect(try study.interview(ids[1], of: questionnaire).ordinal == 2)
    let history = try study.history(of: ids[1])
    #expect(history.map(\.kind) == [.original, .replace])
    #expect(history.map(\.by) == ["người nhập", "b"])
    #expect(history.first?.at == Sample.moment(60))
    try study.void(ids[0], by: "b", at: Sample.moment(81), why: "trùng")
    #expect(try study.dataset(of: questionnaire).count == 2)
  }

  @Test func `equal rows have equal digests and others do not`() throws {
    try importRows(40)
    try importRows(40, Sample.batch(2))
    let digests = try folder.rows("SELECT digest FROM data_hai_long_2026_1 ORDER BY row")
      .map { $0["digest"] as Int64 }
    #expect(Array(digests.prefix(40)) == Array(digests.suffix(40)))
    #expect(Set(digests).count == 40)
  }

  @Test func `twenty thousand imported rows are what one saves one by one`() throws {
    try importRows(20_000)
    let dataset = try study.dataset(of: questionnaire)
    #expect(dataset.count == 20_000)
    let expected = (0..<20_000).map(Self.row)
    for (index, column) in dataset.columns.enumerated() where index > 0 {
      let answers = expected.map { $0[index] }
      #expect(matches(column, answers, questionnaire.questions[index]), "column \(index)")
    }
    let slowFolder = try WorkFolder()
    let slow = try slowFolder.study()
    for answers in expected.prefix(300) {
      try slow.save(Sample.interview(answers), of: questionnaire, wave: "2026", by: "a")
    }
    let columns =
      "muc, xa, kenh__1, kenh__2, kenh__khac, tuoi, thu_nhap, y_kien, ngay, tinh, missing"
    let sql = "SELECT \(columns), digest FROM data_hai_long_2026_1 ORDER BY row LIMIT 300"
    #expect(try folder.rows(sql) == slowFolder.rows(sql))
  }

  /// Compares a column with the answers from which it was made.
  private func matches(_ column: Dataset.Column, _ answers: [Answer], _ question: Question) -> Bool
  {
    let codes = question.kind.choiceList?.choices.map(\.code) ?? []
    return answers.enumerated().allSatisfy { row, answer in
      guard column.missing[row] == answer.missingReason else { return false }
      switch (column.values, answer) {
      case (.choice(let positions), .choice(let code)):
        return codes[Int(positions[row])] == code
      case (.choice(let positions), .missing): return positions[row] == -1
      case (.choices(let options), .choices(let chosen)):
        return zip(options, codes).allSatisfy { $0[row] == (chosen.contains($1) ? 1 : 0) }
      case (.choices(let options), .missing): return options.allSatisfy { $0[row] == -1 }
      case (.number(let numbers), .integer(let number)): return numbers[row] == Double(number)
      case (.number(let numbers), .decimal(let number)): return numbers[row] == number
      case (.number(let numbers), .missing): return numbers[row].isNaN
      case (.text(let texts), .text), (.text(let texts), .date): return texts[row] == answer.text
      case (.text(let texts), .missing): return texts[row] == nil
      default: return false
      }
    }
  }
}
