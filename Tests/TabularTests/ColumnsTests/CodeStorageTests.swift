import Testing

@testable import Tabular

@Suite struct CodeStorageTests {
  private func storage(distinct count: Int) -> CodeStorage {
    var storage = CodeStorage()
    for code in 0..<count {
      storage.appendZeros(1)
      storage.put(Int32(code), at: code, below: code + 1)
    }
    return storage
  }

  @Test(arguments: [0, 1, 255, 256, 65_536, 65_537])
  func `codes are kept in the narrowest width`(count: Int) {
    let storage = storage(distinct: count)
    let width =
      switch storage {
      case .bytes: 1
      case .shorts: 2
      case .words: 4
      }
    #expect(width == (count <= 255 ? 1 : count <= 65_536 ? 2 : 4))
    #expect(storage.count == count)
    #expect((0..<count).allSatisfy { storage[$0] == $0 })
    #expect(storage.integers == Array(0..<count))
    #expect(storage.firstRow(of: count - 1) == (count > 0 ? count - 1 : nil))
    #expect(storage.firstRow(of: count) == nil)
    #expect(storage.looked(upIn: Array(0..<count)) == Array(0..<count))
  }

  @Test func `many new codes at once go straight to the widest`() {
    var storage = CodeStorage()
    storage.appendZeros(3, expected: 10)
    storage.put(1, at: 1, below: 2)
    storage.put(69_999, at: 2, below: 70_000)
    #expect(storage == .words([0, 1, 69_999]))
  }
}
