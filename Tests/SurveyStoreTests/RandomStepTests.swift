import SurveyModel
import SurveyStore
import Testing

/// Made-up answers of an older version are read as if they had been entered in the newer one.
@Suite struct RandomStepTests {
  /// The same numbers from the same seed.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  private static let reasons: [MissingReason] = [.refused, .doNotKnow, .noAnswer, .notApplicable]

  private static func target(
    _ codes: [String],
    _ numbers: inout Numbers,
    isMultiple: Bool
  ) -> VersionMap.Target {
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: .notComparable
    case 1 where !isMultiple: .missing(.refused)
    default: .code(codes.randomElement(using: &numbers) ?? "1")
    }
  }

  private static func translated(
    _ answer: Answer,
    _ targets: [String: VersionMap.Target],
    _ order: [String]
  ) -> Answer {
    switch answer {
    case .choice(let code):
      switch targets[code] {
      case .code(let other): return .choice(other)
      case .missing(let reason): return .missing(reason)
      case .notComparable: return .missing(.notCollected)
      case nil: return answer
      }
    case .choices(let codes):
      let became = codes.compactMap { code -> String? in
        if case .code(let other) = targets[code] { other } else { nil }
      }
      return .choices(order.filter { became.contains($0) })
    case .integer, .decimal, .text, .date, .missing: return answer
    }
  }

  @Test(arguments: 1...40)
  func `whatever becomes of names and codes`(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let old = (1...Int.random(in: 2...7, using: &numbers)).map { String($0) }
    // Sometimes codes that are no numbers, which stand in another kind of column.
    let prefix = Bool.random(using: &numbers) ? "k" : ""
    let new = (1...Int.random(in: 2...5, using: &numbers)).map { prefix + String($0) }
    var one: [String: VersionMap.Target] = [:]
    var many: [String: VersionMap.Target] = [:]
    for code in old {
      one[code] = Self.target(new, &numbers, isMultiple: false)
      many[code] = Self.target(new, &numbers, isMultiple: true)
    }
    let first = Sample.questionnaire(
      version: "1",
      [
        ("a", .selectOne(Sample.list("a", old))), ("b", .selectMultiple(Sample.list("b", old))),
        ("c", .integer), ("d", .text),
      ]
    )
    // All names change at once: c takes the place of d, and d that of c.
    let second = Sample.questionnaire(
      version: "2",
      [
        ("m", .selectMultiple(Sample.list("m", new))), ("d", .integer),
        ("a", .selectOne(Sample.list("a", new))), ("e", .text),
      ]
    )
    let step = VersionStep(fates: [
      "a": .carried(to: "a", codes: one), "b": .carried(to: "m", codes: many),
      "c": .carried(to: "d", codes: [:]), "d": .carried(to: "e", codes: [:]),
    ])
    let (mapped, direct) = (try WorkFolder(), try WorkFolder())
    let study = try mapped.study(first)
    let other = try direct.study(second)
    for number in 0..<25 {
      func or(_ answer: Answer, _ numbers: inout Numbers) -> Answer {
        guard Int.random(in: 0..<6, using: &numbers) == 0 else { return answer }
        return .missing(Self.reasons.randomElement(using: &numbers) ?? .refused)
      }
      let a = or(.choice(old.randomElement(using: &numbers) ?? "1"), &numbers)
      let b = or(.choices(old.filter { _ in Bool.random(using: &numbers) }), &numbers)
      let c = or(.integer(Int.random(in: 0...99, using: &numbers)), &numbers)
      let d = or(.text("lời \(number)"), &numbers)
      try study.save(Sample.interview([a, b, c, d]), of: first, wave: "2026", by: "a")
      try other.save(
        Sample.interview([Self.translated(b, many, new), c, Self.translated(a, one, new), d]),
        of: second,
        wave: "2026",
        by: "a"
      )
    }
    try study.adopt(
      second,
      fileName: "q2",
      text: "bản hai",
      step: AdoptedStep(step, from: "1", by: "a", at: Sample.moment(30))
    )
    let (read, entered) = (try study.dataset(of: second), try other.dataset(of: second))
    #expect(read.count == entered.count)
    for (column, wanted) in zip(read.columns, entered.columns) {
      if case .choices(let options) = column.values, case .choices(let others) = wanted.values {
        for (place, code) in new.enumerated() {
          // What nobody could choose was not refused either.
          let isOffered = many.values.contains(.code(code))
          let never = Array(repeating: Int8(-1), count: read.count)
          #expect(options[place] == (isOffered ? others[place] : never))
        }
        #expect(column.missing == wanted.missing)
        continue
      }
      #expect(Self.text(column.values) == Self.text(wanted.values))
      #expect(column.missing == wanted.missing)
    }
  }

  private static func text(_ values: Dataset.Values) -> String {
    switch values {
    case .choice(let codes): "\(codes)"
    case .choices(let options): "\(options)"
    case .number(let numbers): "\(numbers)"
    case .text(let texts): "\(texts)"
    }
  }
}
