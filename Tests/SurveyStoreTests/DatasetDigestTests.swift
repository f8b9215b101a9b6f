import SurveyModel
import SurveyStore
import Testing

@Suite struct DatasetDigestTests {
  private func digest(
    _ values: [Dataset.Values],
    missing: [Int: MissingReason] = [:],
    salt: UInt64 = 7
  ) -> String {
    let place = SourceLocation(file: "t", line: 1, column: 1)
    let questions = values.indices.map { index in
      Question(
        id: "q\(index)",
        kind: .text,
        label: LocalizedText(["vi": "Câu"]),
        location: place
      )
    }
    let form = Questionnaire(
      id: "t",
      version: "1",
      languages: ["vi"],
      title: LocalizedText(["vi": "Thử"]),
      sections: [Section(id: "a", title: LocalizedText(["vi": "A"]), questions: questions)]
    )
    var digest = DatasetDigest(salt: salt)
    digest.add(
      Dataset(
        questionnaire: form,
        count: 2,
        columns: values.map { Dataset.Column(values: $0, missing: MissingReasons(missing)) }
      )
    )
    return digest.finalize()
  }

  @Test func `the same answers have the same digest, others have others`() {
    let all: [[Dataset.Values]] = [
      [.choice([0, 1])], [.choice([1, 0])], [.choice([0, -1])], [.number([0, 1])],
      [.number([0, .nan])], [.text(["a", "b"])], [.text(["ab", ""])], [.text(["a", nil])],
      [.choices([[0, 1], [1, 1]])], [.choice([0, 1]), .choice([0, 1])],
    ]
    let digests = all.map { digest($0) }
    #expect(Set(digests).count == all.count)
    #expect(digests == all.map { digest($0) })
    #expect(digests.allSatisfy { $0.count == 64 })
  }

  @Test func `reasons for missing answers and the study are part of it`() {
    let values: [Dataset.Values] = [.choice([0, -1])]
    let plain = digest(values, missing: [1: .refused])
    #expect(plain != digest(values, missing: [1: .doNotKnow]))
    #expect(plain != digest(values, missing: [1: .refused], salt: 8))
  }

  /// Computed once with Python's hashlib: reports that were made before have to be confirmed.
  @Test func `the digest of an answer stays what it is`() {
    let bytes = ChoicePositions(bytes: [0, AnswerByte.byte(of: .refused)])
    let values: [Dataset.Values] = [
      .number([1.5, .nan]), .text(["a", nil]), .choices([[0, 1], [-1, 1]]), .choice(bytes),
      .choice(ChoicePositions(words: [300, -1])),
    ]
    let known = "57bdf10e7927a679eab4c72a5d600b344e82bf7af169276d782a8ab34e43db5f"
    #expect(digest(values, missing: [1: .refused]) == known)
  }

  @Test func `a digest beside other work is the same`() {
    let form = Sample.questionnaire([("tuoi", .integer)])
    let numbers = (0..<20_000).map { Double($0) }
    let column = Dataset.Column(values: .number(numbers), missing: MissingReasons(bytes: []))
    let data = Dataset(questionnaire: form, count: numbers.count, columns: [column])
    var digest = DatasetDigest(salt: 7)
    digest.add(data)
    #expect(PendingDigest(of: data, salt: 7).value == digest.finalize())
  }
}
