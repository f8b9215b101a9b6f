import SurveyModel
import Testing

@testable import SurveyStore

@Suite struct KeyIndexTests {
  let folder: WorkFolder
  let study: StudyFile
  let questionnaire = Sample.questionnaire()

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  func importRows(
    _ rows: [(key: String?, number: Int)],
    _ start: BatchStart = Sample.batch(),
    origins: [Int] = []
  ) throws {
    let writer = try study.beginBatch(start, of: questionnaire)
    for (index, row) in rows.enumerated() {
      let origin = origins.indices.contains(index) ? origins[index] : nil
      try writer.append(
        BatchTests.row(row.number),
        ordinal: index + 2,
        source: RowSource(key: row.key, origin: origin)
      )
    }
    try writer.complete(at: Sample.moment(60))
  }

  /// The fates of rows with these keys and contents, each on the line after its number.
  func fates(
    _ rows: [(key: String?, number: Int)],
    root: BatchID? = nil,
    origins: [Int] = [],
    limit: Int = 2_000_000
  ) throws -> [RowFate] {
    let index = try KeyIndex(
      study,
      questionnaire: "hai-long",
      wave: "2026",
      identity: .cells,
      root: root,
      limit: limit
    )
    for (place, row) in rows.enumerated() {
      if let key = row.key { try index.add(key, number: place + 1) }
      if origins.indices.contains(place) {
        try index.add(origin: origins[place], number: place + 1)
      }
    }
    let ledger = RowLedger(try index.matches(), study: study, questionnaire: questionnaire)
    return try rows.enumerated().map { place, row in
      try ledger.fate(number: place + 1, line: place + 2, answers: BatchTests.row(row.number))
    }
  }

  @Test func `rows of a new file are new`() throws {
    #expect(try fates([("a", 1), ("b", 2), (nil, 3), (nil, 3)]) == [.new, .new, .new, .new])
  }

  @Test func `a row that the study has is the same in another file`() throws {
    try importRows([("a", 1), ("b", 2)])
    #expect(try fates([("b", 2), ("c", 3), ("a", 1)]) == [.same, .new, .same])
  }

  @Test func `a changed row says what changed`() throws {
    try importRows([("a", 1)])
    let found = try fates([("a", 2)])
    guard case .changed(let record) = found.first else {
      Issue.record("not changed: \(found)")
      return
    }
    #expect(record.canBeReplaced)
    #expect(try record.interview == study.interviewIDs(of: questionnaire).first)
    let ages = record.differences.first { $0.question == 4 }
    #expect(ages?.old == .integer(1))
    #expect(ages?.new == .integer(2))
    // The calculated value differs too and is not shown.
    #expect(!record.differences.contains { $0.question == 8 })
  }

  @Test func `a row is the same as any interview with its key`() throws {
    try importRows([("a", 1), ("b", 5)])
    try importRows([("a", 2)], Sample.batch(2))
    #expect(try fates([("a", 1)]) == [.same])
    #expect(try fates([("a", 2), ("b", 5)]) == [.same, .same])
    guard case .changed(let record) = try fates([("a", 3)]).first else {
      Issue.record("not changed")
      return
    }
    // What differs from all of them is held against the newest.
    let ids = try study.interviewIDs(of: questionnaire)
    #expect(record.interview == ids.last)
    #expect(record.differences.first { $0.question == 4 }?.old == .integer(2))
    try study.void(try #require(ids.last), by: "b", at: Sample.moment(81), why: "trùng")
    guard case .changed(let other) = try fates([("a", 3)]).first else {
      Issue.record("not changed")
      return
    }
    #expect(other.interview == ids.first)
    #expect(other.canBeReplaced)
  }

  @Test func `questions without a column are no change`() throws {
    try importRows([("a", 1)])
    let index = try KeyIndex(study, questionnaire: "hai-long", wave: "2026", identity: .cells)
    for number in 1...3 { try index.add("a", number: number) }
    let ledger = RowLedger(
      try index.matches(),
      study: study,
      questionnaire: questionnaire,
      asked: [4]
    )
    var form = BatchTests.row(1)
    func fate(_ number: Int) throws -> RowFate {
      try ledger.fate(number: 1, line: 2, answers: BatchTests.row(2)) { stored in
        #expect(stored[6] == .text("dòng 1"))
        form[4] = .integer(number)
        return form
      }
    }
    guard case .changed(let record) = try fate(2) else {
      Issue.record("not changed")
      return
    }
    #expect(record.differences.map(\.question) == [4])
    #expect(record.stored[6] == .text("dòng 1"))
  }

  @Test func `a key that comes again is named with its first line`() throws {
    #expect(
      try fates([("a", 1), ("b", 2), ("a", 1), ("a", 3), ("b", 4)])
        == [
          .new, .new, .repeated(line: 2), .contradicted(line: 2, inFirstFile: false),
          .contradicted(line: 3, inFirstFile: false),
        ]
    )
  }

  @Test func `what a person corrected is not changed back by the same file`() throws {
    try importRows([("a", 1)])
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    try study.revise(
      id,
      of: questionnaire,
      answers: BatchTests.row(2),
      by: "b",
      at: Sample.moment(80),
      why: "sửa"
    )
    #expect(try fates([("a", 1)]) == [.same])
    #expect(try fates([("a", 2)]) == [.same])
  }

  @Test func `a voided interview is known and cannot be replaced`() throws {
    try importRows([("a", 1)])
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    try study.void(id, by: "b", at: Sample.moment(81), why: "trùng")
    #expect(try fates([("a", 1)]) == [.same])
    guard case .changed(let record) = try fates([("a", 2)]).first else {
      Issue.record("not changed")
      return
    }
    #expect(!record.canBeReplaced)
  }

  @Test func `mended rows are known by their line in the first file`() throws {
    try importRows([("x", 9)])
    let root = BatchID(0xABCDEF)
    let continuing = BatchStart(
      id: BatchID(2),
      fileName: "x.loi.csv",
      wave: "2026",
      started: Sample.moment(40),
      by: "a",
      toolVersion: "0.1",
      parent: root
    )
    try importRows([(nil, 1), (nil, 2)], continuing, origins: [5, 8])
    let found = try fates([(nil, 1), (nil, 3), (nil, 4)], root: root, origins: [5, 8, 9])
    #expect(found.first == .same)
    guard case .changed = found[1] else {
      Issue.record("not changed: \(found)")
      return
    }
    #expect(found.last == .new)
    // A mended row with the key of another line of the first file contradicts it.
    #expect(
      try fates([("x", 1)], root: root, origins: [7]) == [.contradicted(line: 2, inFirstFile: true)]
    )
  }

  @Test func `keys of another wave and of undone imports are unknown`() throws {
    try importRows([("a", 1)])
    try study.addWave(Wave(id: "2027", label: "2027"))
    try importRows([("b", 2)], Sample.batch(7, wave: "2027"))
    #expect(try fates([("a", 1), ("b", 2)]) == [.same, .new])
    try study.undo(BatchID(0xABCDEF), by: "a", at: Sample.moment(90), why: "")
    #expect(try fates([("a", 1)]) == [.new])
  }

  @Test(arguments: [1, 7, 64, 100_000])
  func `any bound of memory gives the same fates`(limit: Int) throws {
    var random = SplitMix(state: 11)
    func draw(_ count: Int) -> [(key: String?, number: Int)] {
      (0..<count).map { _ in
        let key = random.next() % 400
        return (key < 20 ? nil : "khóa \(key)", Int(random.next() % 3) + 1)
      }
    }
    var kept: Set<String> = []
    try importRows(draw(300).filter { row in row.key.map { kept.insert($0).inserted } ?? true })
    let rows = draw(700)
    #expect(try fates(rows, limit: limit) == fates(rows))
  }

  @Test func `natural keys are read from the answers`() throws {
    try importRows([(nil, 1), (nil, 2)])
    try study.save(
      Sample.interview(BatchTests.row(3)),
      of: questionnaire,
      wave: "2026",
      by: "a"
    )
    let index = try KeyIndex(
      study,
      questionnaire: "hai-long",
      wave: "2026",
      identity: .questions(["tuoi", "y_kien"])
    )
    try index.add("3\u{1f}dòng 3", number: 1)
    try index.add("2\u{1f}dòng 2", number: 2)
    try index.add("2\u{1f}dòng 3", number: 3)
    let ledger = RowLedger(try index.matches(), study: study, questionnaire: questionnaire)
    #expect(try ledger.fate(number: 1, line: 2, answers: BatchTests.row(3)) == .same)
    #expect(try ledger.fate(number: 2, line: 3, answers: BatchTests.row(2)) == .same)
    #expect(try ledger.fate(number: 3, line: 4, answers: BatchTests.row(2)) == .new)
  }

  @Test func `a stored number is the key that its answer is`() throws {
    try importRows([(nil, 12), (nil, 16), (nil, 1), (nil, 8_000_000)])
    let index = try KeyIndex(
      study,
      questionnaire: "hai-long",
      wave: "2026",
      identity: .questions(["thu_nhap"])
    )
    let rows = [12, 16, 1, 8_000_000].map { BatchTests.row($0) }
    for (place, row) in rows.enumerated() { try index.add(row[5].text, number: place + 1) }
    let ledger = RowLedger(try index.matches(), study: study, questionnaire: questionnaire)
    for (place, row) in rows.enumerated() {
      #expect(try ledger.fate(number: place + 1, line: place + 2, answers: row) == .same)
    }
  }

  @Test func `keys with one hash are compared by their bytes`() throws {
    let found = EntrySorter(beside: study.path)
    let texts = KeyTexts(beside: study.path)
    var group = KeyGroup(texts: texts, found: found) { _, _ in nil }
    for (number, text) in ["a", "b", "a", "c", "b"].enumerated() {
      let place = try texts.add(text.utf8, number: number, isOrigin: false)
      try group.add(42, place | 1 << 63, isStored: false)
    }
    try group.finish()
    var sorted = try found.sorted()
    var pairs: [[Int]] = []
    while let entry = try sorted.next() {
      let (kind, value) = KeyMatches.Kind.unpacked(entry.reference)
      if kind == .earlier { pairs.append([try texts.number(at: entry.key), Int(value)]) }
    }
    #expect(pairs == [[2, 0], [4, 1]])
  }

  /// A key of the file and one of the study under one hash, and what comes of rows with it.
  private func fate(of key: String, _ number: Int) throws -> RowFate {
    let found = EntrySorter(beside: study.path)
    let texts = KeyTexts(beside: study.path)
    let (versions, reader) = try study.read { database in
      let versions = try StoredLayout.all(in: database)
      let keys = StoredKeys(
        versions: versions,
        wave: 1,
        identity: .cells,
        root: nil,
        database: database
      )
      return (versions, keys.reader)
    }
    var group = KeyGroup(texts: texts, found: found) { _, _ in nil }
    try group.add(42, StoredPlace(version: 0, row: 1).packed, isStored: true)
    let place = try texts.add(key.utf8, number: 1, isOrigin: false)
    try group.add(42, place | 1 << 63, isStored: false)
    try group.finish()
    let matches = try KeyMatches(
      found.sorted(),
      texts: texts,
      stored: reader,
      study: study,
      versions: versions,
      root: nil
    )
    return try RowLedger(matches, study: study, questionnaire: questionnaire)
      .fate(number: 1, line: 2, answers: BatchTests.row(number))
  }

  @Test func `a key of the study with the same hash is read before rows are said to differ`()
    throws
  {
    try importRows([("a", 1)])
    guard case .changed = try fate(of: "a", 2) else {
      Issue.record("not changed")
      return
    }
    #expect(try fate(of: "b", 2) == .new)
    #expect(try fate(of: "a", 1) == .same)
  }

  @Test func `rows that the study has are passed by their digests`() throws {
    try importRows([("a", 1), ("b", 2), ("c", 3), ("d", 4)])
    let id = try #require(try study.interviewIDs(of: questionnaire).last)
    try study.revise(
      id,
      of: questionnaire,
      answers: BatchTests.row(9),
      by: "b",
      at: Sample.moment(80),
      why: ""
    )
    let index = try KeyIndex(study, questionnaire: "hai-long", wave: "2026", identity: .cells)
    let rows = [("c", 3), ("a", 1), ("b", 7), ("x", 1), ("a", 1), ("d", 4), ("d", 9)]
    for (place, row) in rows.enumerated() { try index.add(row.0, number: place + 1) }
    let ledger = RowLedger(try index.matches(), study: study, questionnaire: questionnaire)
    #expect(ledger.knowsAny)
    var passed: [Bool] = []
    var fates: [RowFate] = []
    for (place, row) in rows.enumerated() {
      let digest = RowDigest(BatchTests.row(row.1)).value
      passed.append(try ledger.passes(place + 1, digest: digest))
      if passed.last == false {
        let fate = try ledger.fate(
          number: place + 1,
          line: place + 2,
          answers: BatchTests.row(row.1)
        )
        fates.append(fate)
      }
    }
    // What comes twice in the file is never passed: its lines have to be named.
    #expect(passed == [true, false, false, false, false, false, false])
    #expect(fates.first == .same)
    #expect(Array(fates[2...4]) == [.new, .repeated(line: 3), .same])
    #expect(fates.last == .contradicted(line: 7, inFirstFile: false))
    guard case .changed = fates[1] else {
      Issue.record("not changed")
      return
    }
  }
}

/// The same numbers from the same seed (Steele, Lea and Flood 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
