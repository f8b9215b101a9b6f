import SurveyModel
import SurveyTerminal
import Testing

@Suite struct RandomInputTests {
  /// SplitMix64.
  struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Mostly what a surveyor may type, and any byte at all.
  static let likely = Array("0123456789+-*/.\r\r\r\u{7F}\u{1B}[O~1 2Aễ".utf8)

  @Test(arguments: 0..<200)
  func `random bytes neither trap nor loop, and what is saved holds`(_ seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let inputs = (0..<150).map { _ -> KeyboardInput in
      if Int.random(in: 0..<40, using: &generator) == 0 { return .nothing }
      return .bytes(
        (0..<Int.random(in: 1...8, using: &generator)).map { _ in
          let isLikely = Int.random(in: 0..<10, using: &generator) < 8
          let byte =
            isLikely
            ? Self.likely[Int.random(in: 0..<Self.likely.count, using: &generator)]
            : UInt8.random(in: 0...255, using: &generator)
          return byte == 3 ? 0x31 : byte
        }
      )
    }
    let manner: KeyboardManner = seed % 4 == 0 ? .lines(echo: true) : .keys
    let plan = try samplePlan()
    let console = ScriptedConsole(inputs, manner: manner, columns: 20 + seed % 90)
    let recorder = ScriptedRecorder(plan)
    try conduct(
      plan,
      on: console,
      into: recorder,
      interface: seed % 2 == 0 ? .english : .vietnamese
    )
    #expect(console.reads <= inputs.count + 1)
    for interview in recorder.interviews {
      guard case .integer(let age) = interview.answers[1] else {
        Issue.record("a required answer is missing")
        continue
      }
      #expect((18...120).contains(age))
      #expect(age <= 100 || interview.acceptedWarnings == [1])
    }
  }
}
