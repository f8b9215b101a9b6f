import SurveyModel
import Testing

@testable import SurveyStore

/// Rows with a key that is like that of an interview, and with several others beside them.
@Suite struct AlikeKeyTests {
  private let trial: KeyIndexTests

  init() throws { trial = try KeyIndexTests() }

  @Test(arguments: [1, 7, 100_000])
  func `keys that differ by zeros in front are told where the key itself is not there`(
    limit: Int
  ) throws {
    try trial.importRows([("0006", 1), ("7", 2), ("01\u{1f}09", 3), ("10", 4), ("08", 5), ("8", 6)])
    let rows: [(key: String?, number: Int)] = [
      ("6", 1), ("007", 2), ("1\u{1f}9", 3), ("1", 4), ("08", 5), ("8", 6), ("100", 7), ("06x", 8),
    ]
    #expect(
      try trial.fates(rows, limit: limit) == [
        .alike(key: "6", stored: "0006"), .alike(key: "007", stored: "7"),
        .alike(key: "1\u{1f}9", stored: "01\u{1f}09"), .new, .same, .same, .new, .new,
      ]
    )
    let id = try #require(try trial.study.interviewIDs(of: trial.questionnaire).first)
    try trial.study.void(id, by: "b", at: Sample.moment(81), why: "trùng")
    #expect(try trial.fates([("6", 1)]) == [.new])
  }

  @Test func `all rows from a line of the first file and all above it in the file are looked at`()
    throws
  {
    try trial.importRows([("x", 9)])
    let root = BatchID(0xABCDEF)
    for number in 2...3 {
      let continuing = BatchStart(
        id: BatchID(UInt128(number)),
        fileName: "x.loi.csv",
        wave: "2026",
        started: Sample.moment(Int64(40 + number)),
        by: "a",
        toolVersion: "0.1",
        parent: root
      )
      try trial.importRows([(nil, number)], continuing, origins: [5])
    }
    #expect(try trial.fates([(nil, 2)], root: root, origins: [5]) == [.same])
    #expect(try trial.fates([(nil, 3)], root: root, origins: [5]) == [.same])
    let found = try trial.fates([("a", 1), ("a", 2), ("a", 2)], root: root, origins: [7, 8, 8])
    #expect(
      found == [
        .new, .contradicted(line: 2, inFirstFile: false),
        .contradicted(line: 2, inFirstFile: false),
      ]
    )
    let twice = try trial.fates([("a", 1), ("b", 2)], root: root, origins: [7, 7])
    #expect(twice == [.new, .sameOrigin(line: 2)])
  }
}
