import Testing

@testable import SurveyStore

@Suite struct EntrySorterTests {
  private func sorted(_ keys: [UInt64], limit: Int) throws -> [[UInt64]] {
    let folder = try WorkFolder()
    let sorter = EntrySorter(beside: folder.path(), limit: limit)
    for (place, key) in keys.enumerated() { try sorter.add(key, UInt64(place)) }
    var entries = try sorter.sorted()
    var result: [[UInt64]] = []
    while let entry = try entries.next() { result.append([entry.key, entry.reference]) }
    #expect(folder.names.isEmpty)
    return result
  }

  @Test(arguments: [1, 2, 3, 1000, 4096, 20_000, 1_000_000])
  func `runs of any length give one order`(limit: Int) throws {
    var random = SplitMix(state: 5)
    let keys = (0..<20_000).map { _ in
      // Few and many, small and large.
      let key = random.next()
      return key % 3 == 0 ? key % 50 : key
    }
    let expected = keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      .map { [$0.element, UInt64($0.offset)] }
    #expect(try sorted(keys, limit: limit == 1 ? 400 : limit) == expected)
  }

  @Test func `keys that agree in their highest bits are sorted by the others`() throws {
    var random = SplitMix(state: 11)
    for same in [1, 40, 900] {
      // Most keys are hashes; `same` of them agree in all but the lowest bits.
      let keys = (0..<1000).map { number in
        number % 1000 < same ? 0xABCD_EF01_2345_0000 | random.next() & 0xFF : random.next()
      }
      let expected = keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
        .map { [$0.element, UInt64($0.offset)] }
      #expect(try sorted(keys, limit: 5000) == expected)
    }
  }

  @Test func `nothing and one are sorted`() throws {
    #expect(try sorted([], limit: 10).isEmpty)
    #expect(try sorted([7], limit: 1) == [[7, 0]])
    #expect(try sorted([7, 3, 7], limit: 1) == [[3, 1], [7, 0], [7, 2]])
  }
}
