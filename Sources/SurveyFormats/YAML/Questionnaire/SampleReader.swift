import SurveyModel

extension YAMLNode {
  /// Reads a sample block.
  func sample(_ context: ReadingContext) -> SampleDeclaration? {
    map(context) { map in
      SampleDeclaration(
        weight: map.string("weight"),
        strata: map.strings("strata")?.map(\.text) ?? [],
        clusters: map.strings("clusters")?.map(\.text) ?? [],
        fpc: map.strings("fpc")?.map(\.text) ?? [],
        nest: map.flag("nest") ?? false,
        panel: map.string("panel"),
        people: map.word("people", .people, SampleDeclaration.People.allCases)
      )
    }
  }
}
