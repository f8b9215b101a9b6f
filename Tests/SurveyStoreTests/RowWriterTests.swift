import GRDB
import SurveyModel
import SurveyStore
import Testing

/// What is bound once for many rows, or kept from one row for the next.
@Suite struct RowWriterTests {
  /// Enough short codes to be halved, codes of many bytes and codes with marks.
  static let codes =
    (1...120).map { String("00\($0)".suffix(3)) } + ["phường-xã", "thị-trấn", "ấp", "đ", "khu phố"]

  private func stored(
    _ kinds: [(String, QuestionKind)],
    _ rows: [[Answer]]
  ) throws -> [StoredInterview] {
    let folder = try WorkFolder()
    let questionnaire = Sample.questionnaire(kinds)
    let study = try folder.study(questionnaire)
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    for (index, row) in rows.enumerated() { try writer.append(row, ordinal: index) }
    try writer.complete(rejected: 0, at: Sample.moment(60))
    return try study.interviewIDs(of: questionnaire).map {
      try study.interview($0, of: questionnaire)
    }
  }

  @Test func `every code of a long list comes back, in one column and in many`() throws {
    let list = Sample.list("xa", Self.codes)
    let rows: [[Answer]] = Self.codes.indices.map { index in
      let others = [Self.codes[index / 2], Self.codes[index]]
      return [.choice(Self.codes[index]), .choices(index == 0 ? [others[1]] : others)]
    }
    let back = try stored([("xa", .selectOne(list)), ("nhieu", .selectMultiple(list))], rows)
    #expect(back.map(\.answers) == rows)
  }

  @Test func `numbers that stand for codes come back`() throws {
    let codes = ["-7"] + (1...30).map { String($0 * $0) } + ["12345678901"]
    let rows = codes.map { [Answer.choice($0)] }
    let back = try stored([("muc", .selectOne(Sample.list("muc", codes)))], rows)
    #expect(back.map(\.answers) == rows)
  }

  @Test func `a code in other bytes is the same code`() throws {
    let list = Sample.list("noi", ["ấp", "phố"])
    let rows: [[Answer]] = [[.choice("\u{61}\u{302}\u{301}p")], [.choice("pho\u{302}\u{301}")]]
    let back = try stored([("noi", .selectOne(list))], rows)
    #expect(back.map(\.answers) == [[.choice("ấp")], [.choice("phố")]])
  }

  @Test func `a text that is no code is refused`() throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    for (question, answer): (Int, Answer) in [
      (1, .choice("4")), (1, .choice("không có trong danh sách")), (1, .choices(["1"])),
      (2, .choice("1")), (3, .choices(["1", "x"])), (3, .choice("1")), (4, .choice("1")),
    ] {
      var answers = Sample.answers
      answers[question] = answer
      let error = fault { () throws(StudyError) in
        try study.save(
          Sample.interview(answers),
          of: Sample.questionnaire(),
          wave: "2026",
          by: "a"
        )
      }
      let id = Sample.questionnaire().questions[question].id
      #expect(error == .answerDoesNotFit(question: id, answer: answer))
    }
  }

  @Test func `a row keeps nothing of the row before`() throws {
    let gaps = MissingReason.allCases.map { Sample.missing($0) }
    var other = Sample.answers
    other[7] = .date(Sample.date("2026-01-02"))
    other[3] = .choices([])
    let rows = [Sample.answers] + gaps + [other, gaps[2], Sample.answers, gaps[2], other]
    let back = try stored(Sample.kinds, rows)
    #expect(back.map(\.answers) == rows)
    #expect(back.map(\.ordinal) == (0..<rows.count).map { Int64($0) })
  }

  @Test func `the day of an interview is its own or none`() throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    let questionnaire = Sample.questionnaire()
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    var other = Sample.answers
    other[7] = .date(Sample.date("2026-01-02"))
    for (ordinal, row) in [Sample.answers, Sample.missing(.refused), other].enumerated() {
      try writer.append(row, warnings: ordinal == 0 ? [1] : [], ordinal: ordinal)
    }
    try writer.complete(rejected: 0, at: Sample.moment(60))
    let rows = try folder.rows(
      "SELECT interview_date, warnings, mode FROM data_hai_long_2026_1 ORDER BY row"
    )
    #expect(rows.map { $0["interview_date"] as String? } == ["2026-11-20", nil, "2026-01-02"])
    #expect(rows.map { $0["warnings"] as String? } == ["[\"muc\"]", nil, nil])
    #expect(Set(rows.map { $0["mode"] as String }).count == 1)
  }
}
