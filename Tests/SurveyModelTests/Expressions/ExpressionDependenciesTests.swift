import SurveyModel
import Testing

@Suite("Circles of dependencies")
struct ExpressionDependenciesTests {
  @Test func `a circle is a path that ends where it began`() {
    #expect(ExpressionDependencies.cycle(in: []) == nil)
    #expect(ExpressionDependencies.cycle(in: [[1], [2], []]) == nil)
    #expect(ExpressionDependencies.cycle(in: [[0]]) == [0, 0])
    #expect(ExpressionDependencies.cycle(in: [[1], [2], [1]]) == [1, 2, 1])
    #expect(ExpressionDependencies.cycle(in: [[], [3], [1], [2]]) == [1, 3, 2, 1])
    #expect(ExpressionDependencies.cycle(in: [[1, 2], [3], [3], []]) == nil)
    #expect(ExpressionDependencies.cycle(in: [[99, -1], [0]]) == nil)
  }

  @Test func `the order puts what is read first`() {
    #expect(ExpressionDependencies.order(of: [[2], [0], []]) == [2, 0, 1])
    #expect(ExpressionDependencies.order(of: [[], [], []]) == [0, 1, 2])
    #expect(ExpressionDependencies.order(of: [[1], [0]]) == nil)
  }

  @Test func `a chain of a hundred thousand does not exhaust the stack`() {
    let count = 100_000
    var chain = (0..<count).map { Set([$0 + 1]) }
    #expect(ExpressionDependencies.order(of: chain)?.first == count - 1)
    chain[count - 1] = [0]
    #expect(ExpressionDependencies.cycle(in: chain)?.count == count + 1)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func everyAnswerIsProved(seed: UInt64) {
    var generator = ExpressionTestGenerator(state: seed)
    let count = Int.random(in: 1...12, using: &generator)
    let graph = (0..<count).map { _ in
      Set(
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in
          Int.random(in: 0..<count, using: &generator)
        }
      )
    }
    if let order = ExpressionDependencies.order(of: graph) {
      #expect(order.sorted() == Array(0..<count))
      var done: Set<Int> = []
      for node in order {
        #expect(graph[node].isSubset(of: done))
        done.insert(node)
      }
      #expect(ExpressionDependencies.cycle(in: graph) == nil)
    } else if let cycle = ExpressionDependencies.cycle(in: graph) {
      #expect(cycle.first == cycle.last && cycle.count >= 2)
      for (node, next) in zip(cycle, cycle.dropFirst()) { #expect(graph[node].contains(next)) }
    } else {
      Issue.record("neither an order nor a circle")
    }
  }
}
