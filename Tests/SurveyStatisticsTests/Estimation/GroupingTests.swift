import SurveyStatistics
import Testing

struct GroupingTests {
  @Test func `bytes and words that mean the same are equal`() throws {
    let words = try Grouping(codes: [1, -1, 0, 1], count: 2)
    let groups: [Int32] = [0, -1, -1, -1, -1, -1, -1, 1]
    let bytes = try Grouping(bytes: [7, 3, 0, 7], groups: groups, count: 2)
    #expect(bytes == words)
    #expect(bytes.hashValue == words.hashValue)
    #expect(Array(bytes.codes) == [1, -1, 0, 1])
    #expect(try bytes != Grouping(codes: [1, -1, 0, 0], count: 2))
    #expect(try bytes.crossed(with: words) == words.crossed(with: bytes))
  }

  @Test func `a byte without a group is refused`() {
    #expect(throws: SampleDesignError.invalidGroup(2, row: 1)) {
      try Grouping(bytes: [0, 2], groups: [0, 1], count: 2)
    }
    #expect(throws: SampleDesignError.invalidGroup(5, row: 0)) {
      try Grouping(bytes: [1, 0], groups: [0, 5], count: 2)
    }
    #expect(throws: SampleDesignError.invalidGroup(-2, row: 0)) {
      try Grouping(bytes: [0], groups: [-2], count: 2)
    }
    #expect(throws: SampleDesignError.tooManyGroups(1 << 21)) {
      try Grouping(bytes: [], groups: [], count: 1 << 21)
    }
  }

  @Test func `entries that no row has may be anything`() throws {
    let grouping = try Grouping(bytes: [0, 1], groups: [1, 0, 9], count: 2)
    #expect(Array(grouping.codes) == [1, 0])
    #expect(try Grouping(bytes: [], groups: [], count: 0).codes.isEmpty)
  }
}
