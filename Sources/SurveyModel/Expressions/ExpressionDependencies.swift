/// The order in which values that depend on each other can be computed.
public enum ExpressionDependencies {
  /// A circle of dependencies, if there is one.
  ///
  /// Element *i* of `dependencies` holds the nodes that node *i* reads; numbers
  /// that are no node are passed over. The circle is a path that ends where it
  /// began, `[2, 5, 2]` when 2 reads 5 and 5 reads 2, and `[3, 3]` when 3 reads itself.
  /// - Complexity: O(nodes + dependencies); the stack does not grow with the depth.
  public static func cycle(in dependencies: [Set<Int>]) -> [Int]? {
    if case .failure(let circle) = search(dependencies) { return circle.path }
    return nil
  }

  /// The nodes in an order in which each comes after all that it reads.
  ///
  /// Nothing when there is a circle. Nodes that do not depend on each other
  /// keep the order of their numbers.
  public static func order(of dependencies: [Set<Int>]) -> [Int]? {
    try? search(dependencies).get()
  }

  private struct Circle: Error {
    let path: [Int]
  }

  private struct Visit {
    let node: Int
    var rest: ArraySlice<Int>
  }

  private static func search(_ dependencies: [Set<Int>]) -> Result<[Int], Circle> {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: dependencies.count)
    var order: [Int] = []
    var path: [Visit] = []
    for root in dependencies.indices where marks[root] == .new {
      marks[root] = .open
      path.append(Visit(node: root, rest: dependencies[root].sorted()[...]))
      while var visit = path.popLast() {
        guard let node = visit.rest.popFirst() else {
          marks[visit.node] = .done
          order.append(visit.node)
          continue
        }
        path.append(visit)
        guard dependencies.indices.contains(node) else { continue }
        switch marks[node] {
        case .done: continue
        case .open:
          let circle = path.map(\.node).drop { $0 != node }
          return .failure(Circle(path: circle + [node]))
        case .new:
          marks[node] = .open
          path.append(Visit(node: node, rest: dependencies[node].sorted()[...]))
        }
      }
    }
    return .success(order)
  }
}
