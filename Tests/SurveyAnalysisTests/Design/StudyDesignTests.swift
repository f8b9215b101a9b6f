import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@Suite struct StudyDesignTests {
  private let form = Made.questionnaire(
    [
      Made.question("w", .decimal), Made.question("s", .text), Made.question("c", .text),
      Made.question("f", .decimal),
    ]
  )
  private let declaration = SampleDeclaration(weight: "w", strata: ["s"], clusters: ["c"])

  private func data(
    w: [String],
    s: [String] = ["A", "A", "B", "B"],
    c: [String] = ["1", "2", "3", "4"],
    f: [String] = ["", "", "", ""]
  ) -> Dataset {
    Made.data(form, [w, s, c, f])
  }

  @Test func `a complete design is taken as it is`() throws {
    let study = try StudyDesign(declaration, of: data(w: ["1", "2", "3", "4"]))
    #expect(study.design.weights == [1, 2, 3, 4])
    #expect(study.design.primaryStrata == 2)
    #expect(study.design.primaryUnits == 4)
    #expect(study.notes == [])
    #expect(study.declaration == declaration)
  }

  @Test func `a weight that some interviews lack is an error that counts them`() {
    let error = #expect(throws: StudyDesignError.self) {
      try StudyDesign(declaration, of: data(w: ["1", "", "3", "rf"]))
    }
    #expect(error == .partlyMissing("w", count: 2, of: 4))
    #expect(error?.text(in: .vietnamese).contains("2 trong 4 phiếu") == true)
    #expect(error?.text(in: .english).contains("2 of 4 interviews") == true)
  }

  @Test func `a cluster that some interviews lack is an error`() {
    let error = #expect(throws: StudyDesignError.self) {
      try StudyDesign(declaration, of: data(w: ["1", "1", "1", "1"], c: ["1", "", "3", "4"]))
    }
    #expect(error == .partlyMissing("c", count: 1, of: 4))
  }

  @Test func `columns that were never collected are left out and noted`() throws {
    let nobody = ["", "", "", ""]
    let study = try StudyDesign(declaration, of: data(w: nobody, s: nobody, c: nobody))
    #expect(study.notes == [.unweighted("w"), .notCollected("s"), .notCollected("c")])
    #expect(study.design.weights == [1, 1, 1, 1])
    #expect(study.declaration == SampleDeclaration())
    for note in study.notes {
      for language in [InterfaceLanguage.vietnamese, .english] {
        #expect(note.text(in: language).hasSuffix("."))
      }
    }
  }

  @Test func `without a declaration all interviews weigh the same and the report says so`() throws {
    let study = try StudyDesign(SampleDeclaration(), of: data(w: ["1", "2", "3", "4"]))
    #expect(study.notes == [.noWeights])
    #expect(study.design.weights == [1, 1, 1, 1])
  }

  @Test func `a question that does not exist is an error`() {
    for wrong in [
      SampleDeclaration(weight: "x"), SampleDeclaration(strata: ["x"]),
      SampleDeclaration(clusters: ["x"]), SampleDeclaration(fpc: ["x"]),
    ] {
      #expect(throws: StudyDesignError.unknownQuestion("x")) {
        try StudyDesign(wrong, of: data(w: ["1", "1", "1", "1"]))
      }
    }
  }

  @Test func `a population size makes a census of a sample of everybody`() throws {
    let study = try StudyDesign(
      SampleDeclaration(fpc: ["f"]),
      of: data(w: ["", "", "", ""], f: ["4", "4", "4", "4"])
    )
    let all = try #require(try study.design.mean(of: [1, 1, 0, 1]))
    #expect(all.isCensus)
  }

  @Test func `a population size for one of two stages is not used, and noted`() throws {
    let study = try StudyDesign(
      SampleDeclaration(clusters: ["s", "c"], fpc: ["f"]),
      of: data(w: ["", "", "", ""], f: ["9", "9", "9", "9"])
    )
    #expect(study.notes.contains(.fpcLeftOut))
    #expect(!study.design.hasFinitePopulation)
  }

  @Test func `a lonely cluster fails unless it is said what it contributes`() throws {
    let lonely = data(w: ["1", "1", "1", "1"], s: ["A", "B", "B", "B"])
    let study = try StudyDesign(declaration, of: lonely)
    #expect(throws: SampleDesignError.self) { try study.design.mean(of: [1, 0, 1, 1]) }
    let adjusted = try StudyDesign(declaration, of: lonely, lonelyPSU: .adjust)
    #expect(try adjusted.design.mean(of: [1, 0, 1, 1]) != nil)
  }
}
