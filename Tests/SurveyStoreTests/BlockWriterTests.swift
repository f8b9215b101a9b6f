import Foundation
import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

/// Rows that come as records are the rows that come as answers.
@Suite struct BlockWriterTests {
  let questionnaire = Sample.questionnaire()

  private static let table = "data_hai_long_2026_1"

  private func contents(_ folder: WorkFolder) throws -> [GRDB.Row] {
    try folder.rows("SELECT * FROM \(Self.table) ORDER BY row")
  }

  /// Rows of every kind, some with gaps, long texts and extreme numbers.
  private static func rows(_ count: Int) -> [[Answer]] {
    let numbers = [0, 1, -1, 127, 128, -129, 32_768, 8_388_608, 2_147_483_648, .min, .max]
    return (0..<count).map { number in
      var row = BatchTests.row(number)
      if row[4].missingReason == nil { row[4] = .integer(numbers[number % numbers.count]) }
      if number % 11 == 3 { row[6] = .text(String(repeating: "ý kiến dài ", count: number % 97)) }
      return row
    }
  }

  @Test func `blocks of answers store what answers store`() throws {
    let rows = Self.rows(900)
    let slowFolder = try WorkFolder()
    let slow = try slowFolder.study()
    let writer = try slow.beginBatch(Sample.batch(), of: questionnaire)
    for (index, row) in rows.enumerated() { try writer.append(row, ordinal: index + 2) }
    try writer.complete(rejected: 0, at: Sample.moment(60))

    for isPlain in [false, true] {
      let folder = try WorkFolder()
      let study = try folder.study()
      let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
      let blocks = try #require(try writer.blockWriter())
      let digests = BlockDigests()
      let block = try Self.block(rows, isPlain: isPlain, blocks, digests)
      for row in rows.indices {
        #expect(digests.digest(row: row, of: block) == RowDigest(rows[row]).value)
      }
      for row in rows.indices {
        // One of five comes as answers, in between.
        if row % 5 == 2 {
          try blocks.append(rows[row], warnings: [], ordinal: row + 2)
        } else {
          #expect(try blocks.append(rows: row..<row + 1, of: block) == 1)
        }
      }
      try writer.complete(rejected: 0, at: Sample.moment(60))
      #expect(writer.count == rows.count)
      #expect(try contents(folder) == contents(slowFolder))
      #expect(try folder.rows("PRAGMA integrity_check").first?["integrity_check"] == "ok")
    }
  }

  private static func block(
    _ rows: [[Answer]],
    isPlain: Bool,
    _ blocks: BlockWriter,
    _ digests: BlockDigests
  ) throws -> AnswerBlock {
    var block = AnswerBlock(isPlain: Array(repeating: isPlain, count: 9), stride: rows.count)
    for row in rows.indices { block.ordinals[row] = Int64(row + 2) }
    for question in 0..<9 {
      for (row, answers) in rows.enumerated() {
        let place = question * block.stride + row
        switch answers[question] {
        case .integer(let number) where isPlain:
          block.codes[place] = PlainValue.integer.rawValue
          block.values[block.places[question] + row] = UInt64(bitPattern: Int64(number))
        case .decimal(let number) where isPlain:
          block.codes[place] = PlainValue.decimal.rawValue
          block.values[block.places[question] + row] = number.bitPattern
        case .text(let text) where isPlain:
          block.codes[place] = PlainValue.text.rawValue
          block.values[block.places[question] + row] =
            UInt64(block.texts.count) << 32 | UInt64(text.utf8.count)
          block.texts += Array(text.utf8)
        case let answer:
          block.codes[place] = try blocks.learn(answer, question: question)
          digests.learn(answer, as: block.codes[place])
        }
      }
    }
    return block
  }

  @Test func `many images become one table`() throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    let blocks = try #require(try writer.blockWriter())
    var long = BatchTests.row(5)
    long[6] = .text(String(repeating: "rất dài ", count: 20_000))
    for number in 0..<120_000 {
      try blocks.append(
        number == 90_000 ? long : BatchTests.row(number),
        warnings: [],
        ordinal: number
      )
    }
    #expect(try study.dataset(of: questionnaire).count == 0)
    try writer.complete(rejected: 0, at: Sample.moment(60))
    let found = try folder.rows(
      """
      SELECT count(*) AS count, count(DISTINCT sequence) AS sequences, max(sequence) AS last,
        sum(ordinal) AS ordinals, max(length(y_kien)) AS longest FROM \(Self.table)
      """
    )
    #expect(found.first?["count"] == 120_000)
    #expect(found.first?["sequences"] == 120_000)
    #expect(found.first?["last"] == 120_000)
    let ordinals = (0..<120_000).reduce(0, +)
    #expect(found.first?["ordinals"] == ordinals)
    #expect(found.first?["longest"] == 160_000)
    #expect(try folder.rows("PRAGMA integrity_check").first?["integrity_check"] == "ok")
    #expect(try folder.rows("SELECT 1 FROM import_run").count > 3)
    for sequence: Int64 in [1, 60_000, 90_001, 120_000] {
      let id = InterviewID(station: Sample.station, sequence: sequence)
      let expected = sequence == 90_001 ? long : BatchTests.row(Int(sequence) - 1)
      #expect(try study.interview(id, of: questionnaire).answers == expected)
    }
    #expect(
      fault { () throws(StudyError) in
        try study.history(of: InterviewID(station: Sample.station, sequence: 120_001))
      } == .unknownInterview(InterviewID(station: Sample.station, sequence: 120_001))
    )
  }

  @Test(arguments: [[0, 1], [0, 2], [1, 2], [0, 1, 2, 4]])
  func `rows too long for a page stand between others`(long: [Int]) throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    let blocks = try #require(try writer.blockWriter())
    let rows = (0..<6).map { number in
      var row = BatchTests.row(number)
      if long.contains(number) { row[6] = .text(String(repeating: "dài ", count: 15_000)) }
      return row
    }
    for (number, row) in rows.enumerated() {
      try blocks.append(row, warnings: [], ordinal: number + 2)
    }
    try writer.complete(rejected: 0, at: Sample.moment(60))
    #expect(writer.count == rows.count)
    let ids = try study.interviewIDs(of: questionnaire)
    #expect(ids.map(\.sequence) == [1, 2, 3, 4, 5, 6])
    for (id, row) in zip(ids, rows) {
      #expect(try study.interview(id, of: questionnaire).answers == row)
      #expect(try study.history(of: id).count == 1)
    }
    #expect(try contents(folder).map { $0["ordinal"] as Int } == [2, 3, 4, 5, 6, 7])
  }

  @Test func `records are copied and not put together anew`() throws {
    let folder = try WorkFolder()
    try folder.study().close()
    let statements = try folder.rows(
      """
      SELECT sql FROM sqlite_master WHERE tbl_name = '\(Self.table)' AND type IN ('table', 'index')
      ORDER BY type DESC
      """
    ).map { $0["sql"] as String }
    let template = try TableImage.Template(table: Self.table, statements: statements)
    try Data(template.bytes).write(to: URL(fileURLWithPath: folder.path("image.db")))
    let queue = try DatabaseQueue(path: folder.path())
    let plan = try queue.writeWithoutTransaction { database in
      try database.execute(sql: "ATTACH ? AS image", arguments: [folder.path("image.db")])
      return try GRDB.Row.fetchAll(
        database,
        sql: "EXPLAIN INSERT INTO main.\(Self.table) SELECT * FROM image.\(Self.table)"
      ).map { $0["opcode"] as String }
    }
    #expect(!plan.contains("MakeRecord"))
    #expect(plan.contains("Insert"))
  }

  @Test func `interviews may be saved while a file is imported`() throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    let blocks = try #require(try writer.blockWriter())
    var saved: [InterviewID] = []
    for number in 0..<70_000 {
      try blocks.append(BatchTests.row(number), warnings: [], ordinal: number)
      if number % 20_000 == 19_999 {
        saved.append(try study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a"))
      }
    }
    for number in 70_000..<70_010 { try writer.append(BatchTests.row(number), ordinal: number) }
    try writer.complete(rejected: 0, at: Sample.moment(60))
    #expect(writer.count == 70_010)
    #expect(try study.dataset(of: questionnaire).count == 70_013)
    let ids = try study.interviewIDs(of: questionnaire)
    #expect(Set(ids).count == 70_013)
    for id in saved {
      #expect(try study.interview(id, of: questionnaire).answers == Sample.answers)
    }
    let middle = try folder.rows(
      "SELECT sequence, ordinal FROM \(Self.table) WHERE ordinal IN (45000, 69999, 70005)"
    )
    for row in middle {
      let id = InterviewID(station: Sample.station, sequence: row["sequence"])
      #expect(
        try study.interview(id, of: questionnaire).answers == BatchTests.row(row["ordinal"])
      )
    }
  }

  @Test func `an abandoned import leaves no rows and no runs`() throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    let blocks = try #require(try writer.blockWriter())
    for number in 0..<40_000 {
      try blocks.append(BatchTests.row(number), warnings: [], ordinal: number)
    }
    try writer.abandon()
    #expect(try folder.rows("SELECT 1 FROM \(Self.table)").isEmpty)
    #expect(try folder.rows("SELECT 1 FROM import_run").isEmpty)
    #expect(try study.batches().isEmpty)
  }

  @Test func `words of answers make the digest of a row`() {
    for row in Self.rows(60) {
      var digest = RowDigest()
      for answer in row {
        if case .text(let text) = answer {
          digest.add(text: Array(text.utf8).span)
        } else {
          for word in RowDigest.words(of: answer) { digest.mix(word) }
        }
      }
      #expect(digest.value == RowDigest(row).value)
    }
  }
}
